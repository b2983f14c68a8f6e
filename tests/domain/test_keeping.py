"""What must be kept, and what there is to do once it need not be."""

from datetime import date

from merchant_guard.domain.due import due_items
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.keeping import KeepRule, ending_duty, kept_records
from merchant_guard.domain.question import Force
from merchant_guard.domain.registers.book import DutyRecord, Outcome
from merchant_guard.domain.registers.register import HoldRule
from tests.support.books import book, entry, moment, register, text, year

DONE = date(2026, 11, 30)
FIVE_YEARS = KeepRule(
    id="self-audit",
    register="checks",
    only={"kind": frozenset({"self_audit"})},
    since="on",
    period=Interval(months=60),
    records="staff_papers",
    title=text("kept"),
    ended=text("clear it"),
    why=text(""),
    force=Force.STATUTORY,
    citations=(),
)
AUDIT = entry("checks", DONE, {"on": DONE, "kind": "self_audit"}, "a")
LAST_DAY = date(2031, 11, 30)


def test_a_record_is_kept_to_the_last_day_of_its_period() -> None:
    [kept] = kept_records([FIVE_YEARS], book([AUDIT]), LAST_DAY)
    assert kept.until == LAST_DAY
    assert kept_records([FIVE_YEARS], book([AUDIT]), date(2031, 12, 1)) == ()


def test_what_goes_on_is_kept_without_an_end_and_stands_last() -> None:
    going_on = entry("checks", DONE, {"kind": "self_audit"}, "b")
    other = entry("checks", DONE, {"kind": "drill", "on": DONE}, "c")
    found = kept_records([FIVE_YEARS], book([going_on, AUDIT, other]), DONE)
    assert [(one.entry.id, one.until) for one in found] == [("a", LAST_DAY), ("b", None)]


def test_the_day_after_there_is_something_to_clear_until_it_is_settled() -> None:
    duty = ending_duty(FIVE_YEARS)
    [item] = due_items([duty], year(book([AUDIT]), DONE))
    assert item.due == date(2031, 12, 1)
    record = DutyRecord(duty.id, "a", item.due, Outcome.DONE, item.due, moment(item.due))
    assert due_items([duty], year(book([AUDIT]).with_record(record), DONE)) == ()


def test_clearing_waits_while_evidence_must_stay() -> None:
    rule = HoldRule("concerns", "ended_on", {}, all_unless_said=True)
    lawsuit = entry("disputes", date(2031, 12, 5), {"on": date(2031, 12, 5)}, "l")
    the_year = year(book([AUDIT, lawsuit]), DONE, [register("disputes", rule)])
    [item] = due_items([ending_duty(FIVE_YEARS)], the_year)
    assert item.hold is not None
