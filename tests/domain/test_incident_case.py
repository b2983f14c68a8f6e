"""An incident as its log tells it: nothing written ever goes, and the clock runs from when it was noticed."""

from datetime import date, datetime, timedelta, timezone

import pytest

from merchant_guard.domain.incident_case import IncidentCase, open_cases
from merchant_guard.domain.legal_hold import holds_in_force, may_be_deleted
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.log_line import LogLine
from tests.support.real_content import bank

BANK = bank()
GUIDE = BANK.incident
AT = datetime(2026, 11, 30, 14, 2, tzinfo=timezone(timedelta(hours=8)))


def at(minutes: int) -> datetime:
    return AT + timedelta(minutes=minutes)


def line(
    words: str, minutes: int, tick: str = "", *, done: bool = True, written: int | None = None
) -> LogLine:
    return LogLine(words, at(minutes), at(minutes if written is None else written), tick, done)


def begun() -> IncidentCase:
    return IncidentCase(Entry("i", "incidents", AT)).noticed(line("发现", 0))


def test_what_was_only_opened_is_not_begun() -> None:
    fresh = IncidentCase(Entry("i", "incidents", AT))
    assert not fresh.is_begun
    assert fresh.noticed_at == AT
    assert begun().is_begun


def test_a_tick_and_its_taking_back_are_two_lines() -> None:
    told = begun().with_tick(GUIDE, line("报了网信部门", 9, "tell-authority"))
    assert told.ticked_at("tell-authority") == at(9)
    assert told.entry.day("authority_on") == AT.date()
    back = told.with_tick(GUIDE, line("收回", 12, "tell-authority", done=False))
    assert back.ticked_at("tell-authority") is None
    assert back.entry.day("authority_on") is None
    assert len(back.lines) == 3


def test_a_day_that_stood_there_before_stays_when_a_tick_is_taken_back() -> None:
    known = begun()
    earlier = date(2026, 11, 28)
    known = IncidentCase(known.entry.with_value("police_on", earlier, at(1)), known.lines)
    told = known.with_tick(GUIDE, line("报了警", 9, "tell-police"))
    assert told.entry.day("police_on") == earlier
    back = told.with_tick(GUIDE, line("收回", 12, "tell-police", done=False))
    assert back.entry.day("police_on") == earlier


def test_the_log_is_told_by_the_time_things_happened() -> None:
    case = begun().with_line(line("打电话", 39)).with_line(line("关掉链接", 4, written=45))
    assert [one.text for one in case.chronicle] == ["发现", "关掉链接", "打电话"]
    assert [one.text for one in case.lines] == ["发现", "打电话", "关掉链接"]


@pytest.mark.parametrize(("later", "is_late"), [(0, False), (10, False), (11, True), (3000, True)])
def test_what_is_written_well_after_it_happened_is_late(later: int, is_late: bool) -> None:
    assert line("x", 0, written=later).is_late is is_late


def test_the_clock_runs_from_when_it_was_noticed() -> None:
    assert begun().elapsed(at(80)) == timedelta(hours=1, minutes=20)
    assert begun().elapsed(at(-5)) == timedelta(), "a clock set back"


def test_when_it_was_noticed_can_be_put_right_and_both_stay() -> None:
    case = begun().noticed(line("更正", -120, written=30))
    assert case.noticed_at == at(-120)
    assert len(case.lines) == 2
    days = case.noticed(line("更正", -3 * 24 * 60, written=40))
    assert days.entry.day("noticed_on") == date(2026, 11, 27)
    assert days.elapsed(AT) == timedelta(days=3)


def test_of_a_day_written_in_the_register_only_the_day_is_known() -> None:
    entry = Entry("i", "incidents", AT).with_value("noticed_on", date(2026, 11, 28), AT)
    case = IncidentCase(entry)
    assert case.noticed_at is None
    assert case.elapsed(at(60)) == timedelta(days=2)


def test_closing_ends_no_hold_and_nothing_with_a_log_may_be_deleted() -> None:
    case = begun().closed(line("处理完了", 600))
    book = Book({"i": case.entry}, logs={"i": case.lines})
    assert case.is_closed and open_cases(book) == ()
    assert [hold.entry.id for hold in holds_in_force(book, BANK.registers)] == ["i"]
    other = Entry("n", "staff", AT)
    logged = Book({"n": other}, logs={"n": case.lines})
    assert not may_be_deleted(other, logged, BANK.registers, AT.date())
    assert may_be_deleted(other, Book({"n": other}), BANK.registers, AT.date())


def test_open_incidents_come_with_the_latest_first_and_without_those_crossed_out() -> None:
    entries = {
        key: Entry(key, "incidents", at(minutes)).with_value("kind", "other", at(minutes))
        for key, minutes in (("old", 0), ("new", 50), ("struck", 90))
    }
    entries["struck"] = entries["struck"].crossed_out("写重了", at(91))
    assert [case.entry.id for case in open_cases(Book(entries))] == ["new", "old"]
