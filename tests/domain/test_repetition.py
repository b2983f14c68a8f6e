"""Which duties come round plainly: weeks on the quiet day and a day of every year, and nothing else."""

from datetime import date, timedelta

import pytest

from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import PerEntry, Recurring
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.legal_hold import holds_in_force
from merchant_guard.domain.registers.register import HoldRule
from merchant_guard.domain.repetition import A_YEAR, Series, series_of
from merchant_guard.domain.shop import BusyTime, WorkRhythm
from tests.support.books import TUESDAYS, book, duty, entry, register

TUESDAY = date(2026, 12, 1)
MONDAY = date(2026, 11, 30)
WEEK = Interval(days=7)


def series(
    rule: Recurring | PerEntry, due: date, today: date = MONDAY, rhythm: WorkRhythm = TUESDAYS
) -> Series | None:
    return series_of(DueItem(duty(rule), due), rhythm, today)


@pytest.mark.parametrize(
    ("rule", "due", "first", "every"),
    [
        (Recurring(WEEK), TUESDAY, TUESDAY, WEEK),
        (Recurring(Interval(days=28)), TUESDAY, TUESDAY, Interval(days=28)),
        (Recurring(WEEK, is_limit=True), TUESDAY, TUESDAY, WEEK),
        # Late: what is done today comes back on the quiet day of next week.
        (Recurring(WEEK), date(2026, 11, 24), date(2026, 12, 8), WEEK),
        # Not on the quiet day this time.
        (Recurring(WEEK), date(2026, 12, 3), date(2026, 12, 8), WEEK),
        (Recurring(each_year_on=(1, 31)), date(2027, 1, 31), date(2027, 1, 31), A_YEAR),
        (Recurring(each_year_on=(1, 31)), date(2026, 1, 31), date(2027, 1, 31), A_YEAR),
    ],
)
def test_weeks_and_a_day_of_the_year_are_a_series(
    rule: Recurring, due: date, first: date, every: Interval
) -> None:
    assert series(rule, due) == Series(first, every)


@pytest.mark.parametrize(
    "rule",
    [
        Recurring(Interval(months=1)),
        Recurring(Interval(months=12)),
        Recurring(Interval(months=1, days=7)),
        Recurring(Interval(days=10)),
        Recurring(Interval(days=70)),
        Recurring(Interval()),
        Recurring(None),
        Recurring(each_year_on=(2, 29)),
        PerEntry("staff", {}, again=A_YEAR),
    ],
)
def test_everything_else_has_one_next_day(rule: Recurring | PerEntry) -> None:
    assert series(rule, TUESDAY) is None


def test_busy_times_do_not_stop_what_is_weekly() -> None:
    busy = WorkRhythm(quiet_day=2, busy=(BusyTime((1, 1), (12, 31)),))
    assert series(Recurring(WEEK), TUESDAY, rhythm=busy) == Series(TUESDAY, WEEK)


def test_what_a_hold_forbids_does_not_come_round() -> None:
    rule = HoldRule("records", "closed", only={}, all_unless_said=True)
    held = book([entry("incidents", MONDAY - timedelta(days=1), {"on": MONDAY})])
    holds = holds_in_force(held, {"incidents": register("incidents", rule)})
    item = DueItem(duty(Recurring(WEEK), destroys=["labels"]), TUESDAY, hold=holds[0])
    assert series_of(item, TUESDAYS, MONDAY) is None
