"""An entry tells what was written, when, and what stood there before."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.registers.entry import ONE_GO, Entry
from tests.support.books import entry, moment

DAY = date(2026, 11, 30)
TOMORROW = DAY + timedelta(days=1)


def test_what_is_written_stands_there_and_what_is_emptied_does_not() -> None:
    made = entry("staff", DAY, {"name": "员工B", "access": frozenset({"orders"})})
    assert made.values == {"name": "员工B", "access": frozenset({"orders"})}
    emptied = made.with_value("access", frozenset(), moment(TOMORROW)).with_value(
        "name", "", moment(TOMORROW)
    )
    assert emptied.values == {}


def test_writing_on_within_one_go_is_no_correction() -> None:
    made = (
        entry("staff", DAY, {})
        .with_value("name", "员", moment(DAY))
        .with_value("name", "员工B", moment(DAY, 9))
    )
    assert made.corrections == ()
    assert made.said("name") == "员工B"


def test_a_later_change_leaves_its_trace() -> None:
    made = entry("staff", DAY, {"agreement_on": date(2026, 11, 24)})
    changed = made.with_value("agreement_on", date(2026, 11, 28), moment(TOMORROW))
    [correction] = changed.corrections
    assert (correction.field, correction.before, correction.after) == (
        "agreement_on",
        date(2026, 11, 24),
        date(2026, 11, 28),
    )
    assert correction.at == moment(TOMORROW)


def test_what_is_changed_and_changed_back_in_one_go_leaves_nothing() -> None:
    made = entry("staff", DAY, {"role": "packing"})
    there = made.with_value("role", "courier", moment(TOMORROW))
    back = there.with_value("role", "packing", moment(TOMORROW, 5))
    assert back.written["role"] == made.written["role"]


def test_a_day_written_down_later_than_it_was_is_late() -> None:
    made = entry("staff", DAY, {"agreement_on": date(2026, 11, 24), "trained_on": DAY})
    assert made.is_late("agreement_on")
    assert not made.is_late("trained_on")
    assert not made.is_late("left_on")
    assert made.written_on("agreement_on") == DAY


def test_writing_the_same_again_changes_nothing() -> None:
    made = entry("staff", DAY, {"name": "员工B"})
    assert made.with_value("name", "员工B", moment(TOMORROW)) is made


WRITINGS = st.lists(st.tuples(st.sampled_from(["a", "b", "", None]), st.integers(0, 60)), max_size=12)


@given(writings=WRITINGS)
def test_the_last_word_stands_and_nothing_older_than_one_go_is_lost(
    writings: list[tuple[str | None, int]],
) -> None:
    made, minute, kept = Entry("e", "staff", moment(DAY)), 0, []
    for value, wait in writings:
        minute += wait
        before = made.written.get("name", ())
        made = made.with_value("name", value, moment(DAY, minute))
        if before and moment(DAY, minute) - before[-1].at > ONE_GO:
            kept.append(before[-1])
    last = writings[-1][0] if writings else None
    assert made.said("name") == (last or "")
    history = made.written.get("name", ())
    assert all(one in history for one in kept)
    assert all(one.value != following.value for one, following in pairwise(history))
