"""When duties fall due: what comes round, what entries ask for, what deadlines the law has."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.due import due_items
from merchant_guard.domain.duties import Duty, DutyKind, PerEntry, Recurring, Settling
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.registers.book import Book, DutyRecord, Outcome
from tests.support.books import book, duty, entry, moment, year

SINCE = date(2026, 11, 30)  # a Monday
WEEK, QUARTER, YEAR, FIVE_YEARS = (
    Interval(days=7),
    Interval(months=3),
    Interval(months=12),
    Interval(months=60),
)
LABELS = Settling("disposals", "on", {"what": frozenset({"labels"})})


def due(one: Duty, held: Book, today: date, since: date | None = SINCE) -> list[date]:
    return [item.due for item in due_items([one], year(held, since))]


def skipped(duty_id: str, due_on: date, on: date) -> DutyRecord:
    return DutyRecord(duty_id, None, due_on, Outcome.SKIPPED, on, moment(on), "店休")


def test_nothing_is_due_before_duties_have_begun() -> None:
    assert due(duty(Recurring(WEEK, WEEK)), book(), SINCE, None) == []


def test_the_weekly_destruction_comes_round_on_the_quiet_day() -> None:
    weekly = duty(Recurring(WEEK, WEEK, settled_by=(LABELS,)))
    assert due(weekly, book(), SINCE) == [date(2026, 12, 8)]
    done = entry("disposals", date(2026, 12, 9), {"on": date(2026, 12, 9), "what": "labels"})
    assert due(weekly, book([done]), date(2026, 12, 9)) == [date(2026, 12, 15)]


def test_what_was_destroyed_besides_does_not_settle_it() -> None:
    weekly = duty(Recurring(WEEK, WEEK, settled_by=(LABELS,)))
    other = entry("disposals", SINCE, {"on": SINCE, "what": "exports"})
    assert due(weekly, book([other]), SINCE) == [date(2026, 12, 8)]


def test_what_is_missed_stays_overdue_and_does_not_pile_up() -> None:
    weekly = duty(Recurring(WEEK, WEEK))
    [item] = due_items([weekly], year(book(), SINCE))
    assert item.due == date(2026, 12, 8)
    assert item.overdue_days(date(2027, 1, 20)) == 43


def test_leaving_it_out_counts_from_its_day_or_from_the_day_it_was_said() -> None:
    weekly = duty(Recurring(WEEK, WEEK))
    early = Book(records=(skipped("shop.duty", date(2026, 12, 8), date(2026, 12, 2)),))
    assert due(weekly, early, date(2026, 12, 2)) == [date(2026, 12, 15)]
    late = Book(records=(skipped("shop.duty", date(2026, 12, 8), date(2026, 12, 28)),))
    assert due(weekly, late, date(2026, 12, 28)) == [date(2027, 1, 5)]


def test_the_formal_audit_is_due_this_year_and_then_within_five() -> None:
    audit = duty(
        Recurring(FIVE_YEARS, is_limit=True, settled_by=(Settling("checks", "on", {}),)), kind=DutyKind.AUDIT
    )
    assert due(audit, book(), SINCE) == [date(2026, 12, 29)]
    done = entry("checks", date(2026, 12, 20), {"on": date(2026, 12, 20)})
    assert due(audit, book([done]), date(2026, 12, 20)) == [date(2031, 12, 16)]


@pytest.mark.parametrize(
    ("acts", "deadline"),
    [
        ([], date(2027, 1, 31)),
        ([date(2026, 12, 15)], date(2028, 1, 31)),
        ([date(2027, 2, 3)], date(2028, 1, 31)),
        ([date(2027, 2, 3), date(2028, 1, 20)], date(2029, 1, 31)),
        ([date(2026, 12, 15), date(2026, 12, 16)], date(2028, 1, 31)),
        ([date(2024, 12, 15)], date(2027, 1, 31)),
    ],
)
def test_the_report_on_minors_is_due_by_31_january_every_year(acts: list[date], deadline: date) -> None:
    report = duty(Recurring(each_year_on=(1, 31), settled_by=(Settling("checks", "on", {}),)))
    held = book(entry("checks", day, {"on": day}, f"c{day}") for day in acts)
    assert due(report, held, SINCE) == [deadline]


def test_a_duty_that_needs_something_known_does_not_exist_before() -> None:
    needs = Settling("periods", "found_on", {"what": frozenset({"stubs"})})
    stubs = duty(Recurring(Interval(months=1), Interval(months=1), needs=needs))
    assert due(stubs, book(), SINCE) == []
    found = entry("periods", date(2026, 12, 5), {"what": "stubs", "found_on": date(2026, 12, 5)})
    assert due(stubs, book([found]), date(2026, 12, 5)) == [date(2027, 1, 5)]


def test_what_is_done_once_is_done() -> None:
    ask = duty(Recurring(None, WEEK, settled_by=(Settling("periods", "found_on", {}),)))
    assert due(ask, book(), SINCE) == [date(2026, 12, 8)]
    found = entry("periods", SINCE, {"found_on": SINCE})
    assert due(ask, book([found]), SINCE) == []


def test_the_self_check_comes_round_a_year_after_the_last() -> None:
    yearly = duty(Recurring(YEAR, YEAR), kind=DutyKind.SELF_CHECK)
    [item] = due_items([yearly], year(book(), SINCE, self_checks=(date(2026, 11, 24),)))
    assert item.due == date(2027, 11, 23)


# --- one entry ----------------------------------------------------------------------------------------

AGREEMENT = duty(
    PerEntry("staff", {}, after="joined", settled_by="agreement_on", over="left_on", counts_from_entry=True),
    "staff.agreement",
)
CLOSE_ACCOUNTS = duty(PerEntry("accounts", {}, after="held_by.left_on", over="closed_on"), "accounts.leaver")


def test_an_agreement_is_due_the_day_somebody_begins_but_not_before_anybody_wrote_it_down() -> None:
    old = entry("staff", SINCE, {"name": "甲", "joined": date(2024, 3, 1)}, "a")
    coming = entry("staff", SINCE, {"name": "乙", "joined": date(2026, 12, 7)}, "b")
    assert due(AGREEMENT, book([old, coming]), SINCE) == [SINCE, date(2026, 12, 7)]


def test_who_signed_or_left_owes_no_agreement() -> None:
    signed = entry("staff", SINCE, {"joined": SINCE, "agreement_on": SINCE}, "a")
    left = entry("staff", SINCE, {"joined": SINCE, "left_on": SINCE}, "b")
    assert due(AGREEMENT, book([signed, left]), SINCE) == []


def test_training_comes_round_a_year_after_the_last_also_when_it_was_given_to_several() -> None:
    both = Settling("trainings", "on", {}, link="attended")
    rule = PerEntry("staff", {}, after="joined", settled_by="trained_on", also_by=both, again=YEAR)
    member = entry("staff", SINCE, {"joined": SINCE, "trained_on": SINCE}, "a")
    given_to = entry("trainings", SINCE, {"on": date(2027, 3, 1), "attended": frozenset({"a"})}, "t")
    assert due(duty(rule), book([member]), SINCE) == [date(2027, 11, 30)]
    assert due(duty(rule), book([member, given_to]), SINCE) == [date(2028, 3, 1)]


def test_accounts_of_somebody_who_left_are_due_that_day() -> None:
    member = entry("staff", SINCE, {"name": "员工E", "left_on": date(2026, 12, 3)}, "e")
    account = entry("accounts", SINCE, {"name": "kefu02", "held_by": "e"}, "k")
    [item] = due_items([CLOSE_ACCOUNTS], year(book([member, account]), SINCE))
    assert (item.due, item.overdue_days(date(2026, 12, 4))) == (date(2026, 12, 3), 1)
    assert item.id == "accounts.leaver:k"
    closed = account.with_value("closed_on", date(2026, 12, 4), moment(date(2026, 12, 4)))
    assert due(CLOSE_ACCOUNTS, book([member, closed]), SINCE) == []


def test_a_contract_is_spoken_of_ahead_of_its_end() -> None:
    rule = PerEntry("partners", {}, after="contract_until", over="ended_on", lead=30)
    partner = entry("partners", SINCE, {"contract_until": date(2026, 12, 31)})
    [item] = due_items([duty(rule)], year(book([partner]), SINCE))
    assert not item.is_near(SINCE)
    assert item.is_near(date(2026, 12, 1))


def test_what_is_crossed_out_owes_nothing() -> None:
    wrong = entry("staff", SINCE, {"joined": SINCE}).crossed_out("写错了", moment(SINCE))
    assert due(AGREEMENT, book([wrong]), SINCE) == []


DAYS = st.dates(date(2026, 1, 1), date(2036, 12, 31))


@given(acts=st.lists(DAYS, max_size=8), since=DAYS, span=st.sampled_from([WEEK, QUARTER, YEAR, FIVE_YEARS]))
def test_a_duty_is_always_due_once_and_after_the_last_time(
    acts: list[date], since: date, span: Interval
) -> None:
    one = duty(Recurring(span, span, settled_by=(Settling("checks", "on", {}),), is_limit=span is FIVE_YEARS))
    held = book(entry("checks", day, {"on": day}, f"c{number}") for number, day in enumerate(acts))
    [found] = due(one, held, since, since)
    last = max(acts, default=since)
    assert last < found <= span.after(last) + timedelta(days=3)
    if span is FIVE_YEARS:
        assert found <= span.after(last)


@given(acts=st.lists(DAYS, max_size=8), since=DAYS)
def test_doing_it_never_brings_a_duty_nearer_than_it_was(acts: list[date], since: date) -> None:
    one = duty(Recurring(each_year_on=(1, 31), settled_by=(Settling("checks", "on", {}),)))
    before = since
    for number in range(len(acts) + 1):
        held = book(entry("checks", day, {"on": day}, f"c{i}") for i, day in enumerate(sorted(acts)[:number]))
        [found] = due(one, held, since, since)
        assert (found.month, found.day) == (1, 31)
        assert found >= before
        before = found


def test_what_is_done_once_and_was_left_out_is_asked_again() -> None:
    once = duty(Recurring(first=WEEK), kind=DutyKind.FIND_OUT)
    left_out = Book(records=(skipped("shop.duty", date(2026, 12, 8), date(2026, 12, 2)),))
    assert due(once, left_out, date(2026, 12, 2)) == [date(2027, 1, 8)]
    done = DutyRecord("shop.duty", None, SINCE, Outcome.DONE, SINCE, moment(SINCE))
    assert due(once, Book(records=(*left_out.records, done)), SINCE) == []


def test_no_word_puts_the_audit_off_for_years_nor_silences_the_age_of_the_content() -> None:
    audit = duty(Recurring(Interval(months=60)), kind=DutyKind.AUDIT)
    left_out = Book(records=(skipped("shop.duty", date(2026, 12, 30), date(2026, 12, 2)),))
    assert due(audit, left_out, SINCE) == due(audit, book(), SINCE)
    assert not audit.may_be_left_out
    age = duty(Recurring(first=YEAR), kind=DutyKind.CONTENT)
    said = DutyRecord("shop.duty", None, SINCE, Outcome.DONE, SINCE, moment(SINCE))
    assert due(age, Book(records=(said,)), SINCE) == due(age, book(), SINCE) != []
    assert not age.is_done_by_hand and not age.may_be_left_out


def test_of_one_day_what_presses_comes_first_then_the_order_of_the_content() -> None:
    def of_day(id_: str, kind: DutyKind) -> Duty:
        return replace(duty(Recurring(first=WEEK), kind=kind), id=id_)

    leak = DutyKind.INCIDENT
    duties = [of_day("a.task", DutyKind.TASK), of_day("c.stop", leak), of_day("b.tell", leak)]
    found = [item.id for item in due_items(duties, year(book(), SINCE))]
    assert found == ["c.stop", "b.tell", "a.task"]
