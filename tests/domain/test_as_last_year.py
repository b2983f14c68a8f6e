"""Last year's answers are said again one by one or a group at once; what may not is asked on its own."""

from datetime import date

import pytest

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.as_last_year import Apart, AsLastYear
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Profile, Shop
from merchant_guard.domain.suggestions import Suggestion
from merchant_guard.domain.text import Text
from tests.support.banks import Plain, bank, question, tick

LAST_YEAR = date(2026, 11, 21)
PARTLY = Answer(Choice.PARTLY, frozenset({"one"}), note="只做了一样", evidence=("01J",))


def beside(
    *questions: Plain,
    before: dict[str, Answer],
    profile: Profile | None = None,
    now: Profile | None = None,
    progress: dict[str, Progress] | None = None,
    suggestion: Suggestion | None = None,
    changed: str = "",
    new: str = "",
) -> AsLastYear:
    made = bank(*questions)
    return AsLastYear(
        Interview(made, Shop("小店", now or {}), {}),
        SelfCheck(LAST_YEAR, before, progress or {}, profile=profile),
        is_new=lambda one: one.id == new,
        is_changed=lambda one: one.id == changed,
        suggest=lambda _question: suggestion,
    )


def asked(last_year: AsLastYear, id_: str = "access.one") -> Apart | None:
    return last_year.apart(last_year.interview.bank.by_id[id_])


def again(last_year: AsLastYear, id_: str = "access.one") -> Answer | None:
    return last_year.again(last_year.interview.bank.by_id[id_])


# --- one question -------------------------------------------------------------------------------------


def test_an_unchanged_answer_is_said_again_without_its_note_and_proof() -> None:
    last_year = beside(question("access.one"), before={"access.one": PARTLY})
    assert asked(last_year) is None
    assert again(last_year) == Answer(Choice.PARTLY, frozenset({"one"}))


def test_why_it_does_not_apply_is_said_again() -> None:
    aside = Answer(Choice.NOT_APPLICABLE, reason="我们不做这个")
    assert again(beside(question("access.one"), before={"access.one": aside})) == aside


@pytest.mark.parametrize(
    ("why", "given"),
    [
        (Apart.UNKNOWN, {"before": {}}),
        (Apart.NEW, {"before": {}, "new": "access.one"}),
        (Apart.UNKNOWN, {"before": {"access.one": Answer(Choice.NOT_APPLICABLE, reason="……")}}),
        (Apart.CHANGED, {"before": {"access.one": Answer(Choice.YES)}, "changed": "access.one"}),
        (
            Apart.MENDED,
            {
                "before": {"access.one": PARTLY},
                "progress": {"access.one-two": Progress(done_on=date(2026, 12, 2))},
            },
        ),
    ],
)
def test_what_is_not_the_same_may_not_be_said_again(why: Apart, given: dict[str, object]) -> None:
    last_year = beside(question("access.one"), **given)  # type: ignore[arg-type]
    assert asked(last_year) is why
    assert again(last_year) is None
    assert last_year.group("access").same == ()


@pytest.mark.parametrize(
    ("why", "one", "before", "suggestion"),
    [
        (Apart.RED_LINE, question("access.one", red_line="forbidden"), Answer(Choice.YES), None),
        (
            Apart.RED_LINE,
            question("access.one", tick("one", red_line="forbidden"), tick("two")),
            Answer(Choice.YES),
            None,
        ),
        (Apart.UNSURE, question("access.one"), Answer(Choice.UNSURE), None),
        (
            Apart.REGISTERS,
            question("access.one"),
            Answer(Choice.YES),
            Suggestion(Text("三人没签", "three"), Choice.PARTLY, frozenset(), frozenset({"one"})),
        ),
    ],
)
def test_what_wants_a_look_of_its_own_may_be_said_again_but_not_with_its_group(
    why: Apart, one: Plain, before: Answer, suggestion: Suggestion | None
) -> None:
    last_year = beside(one, before={"access.one": before}, suggestion=suggestion)
    assert asked(last_year) is why
    assert again(last_year) == before
    assert [why for _one, why in last_year.group("access").apart] == [why]


def test_a_red_line_of_today_goes_with_its_group() -> None:
    last_year = beside(question("access.one", red_line="today"), before={"access.one": Answer(Choice.YES)})
    assert asked(last_year) is None


def test_with_other_ticks_for_the_shop_it_is_asked_anew() -> None:
    only_with_a_computer = tick("two", applies_when={"computer": True})
    last_year = beside(
        question("access.one", tick("one"), only_with_a_computer),
        before={"access.one": Answer(Choice.YES)},
        profile={"computer": False},
        now={"computer": True},
    )
    assert asked(last_year) is Apart.OTHER_TICKS


def test_a_gap_stays_a_gap_whatever_ticks_it_has_by_now() -> None:
    only_with_a_computer = tick("two", applies_when={"computer": True})
    last_year = beside(
        question("access.one", tick("one"), only_with_a_computer),
        before={"access.one": Answer(Choice.NO)},
        profile={"computer": False},
        now={"computer": True},
    )
    assert asked(last_year) is None


# --- the registers ------------------------------------------------------------------------------------

SIGNED = Suggestion(Text("都签了", "all"), None, frozenset({"one"}), frozenset())
UNSIGNED = Suggestion(Text("没签", "some"), Choice.PARTLY, frozenset(), frozenset({"one"}))


@pytest.mark.parametrize(
    ("before", "suggestion", "differs"),
    [
        (Answer(Choice.YES), SIGNED, False),
        (Answer(Choice.NO), SIGNED, True),
        (Answer(Choice.PARTLY, frozenset({"one"})), SIGNED, False),
        (Answer(Choice.PARTLY, frozenset({"two"})), SIGNED, True),
        (Answer(Choice.PARTLY), SIGNED, False),
        (Answer(Choice.YES), UNSIGNED, True),
        (Answer(Choice.PARTLY, frozenset({"two"})), UNSIGNED, False),
        (Answer(Choice.PARTLY, frozenset({"one"})), UNSIGNED, True),
        (Answer(Choice.NOT_APPLICABLE, reason="没有员工"), UNSIGNED, False),
        (Answer(Choice.YES), None, False),
    ],
)
def test_the_registers_contradict_what_was_said_of_the_ticks_they_know(
    before: Answer, suggestion: Suggestion | None, differs: bool
) -> None:
    last_year = beside(question("access.one"), before={"access.one": before}, suggestion=suggestion)
    assert last_year.contradicts(last_year.interview.bank.by_id["access.one"]) is differs


# --- a group ------------------------------------------------------------------------------------------


def test_a_group_brings_the_questions_that_its_answers_bring() -> None:
    last_year = beside(
        question("access.one"),
        question("access.two", applies_when={"answers": {"access.one": ["yes", "partly"]}}),
        question("access.three", applies_when={"answers": {"access.one": ["no"]}}),
        before={one: Answer(Choice.YES) for one in ("access.one", "access.two", "access.three")},
    )
    group = last_year.group("access")
    assert [one.id for one in group.same] == ["access.one", "access.two"]
    assert group.after.answers == {one: Answer(Choice.YES) for one in ("access.one", "access.two")}


def test_a_group_leaves_alone_what_is_answered_already() -> None:
    last_year = beside(
        question("access.one"),
        question("access.two"),
        before={"access.one": Answer(Choice.YES), "access.two": Answer(Choice.YES)},
    )
    begun = AsLastYear(
        last_year.interview.with_answer("access.one", Answer(Choice.NO)),
        last_year.before,
        last_year.is_new,
        last_year.is_changed,
        last_year.suggest,
    )
    group = begun.group("access")
    assert [one.id for one in group.same] == ["access.two"]
    assert group.after.answers["access.one"] == Answer(Choice.NO)


def test_confirming_takes_less_time_than_answering() -> None:
    questions = [question(f"access.q{number}") for number in range(12)]
    known = {one["id"]: Answer(Choice.YES) for one in questions}
    with_answers, without = beside(*questions, before=known), beside(*questions, before={})
    assert with_answers.minutes_left < without.minutes_left == without.interview.minutes_left
