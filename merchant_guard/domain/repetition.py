"""How a duty comes round: the plain interval at which its days follow one another, where there is one."""

from dataclasses import dataclass
from datetime import date

from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import Recurring
from merchant_guard.domain.intervals import Interval, near_quiet_day
from merchant_guard.domain.shop import WorkRhythm
from merchant_guard.domain.workdays import next_day_of_year

A_YEAR = Interval(months=12)
_LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Series:
    """Days for ever: `first`, and then one every so many weeks, or the same day of every year."""

    first: date
    every: Interval


def series_of(item: DueItem, rhythm: WorkRhythm, today: date) -> Series | None:
    """The days on which a duty comes round when it is done on its day each time; None where none are plain.

    Weeks on the quiet day are, and one day of every year. Months and longer spans are laid on the quiet day
    near their end, and 29 February falls on the 28th in ordinary years: these have a next day and no more.
    What is late, or does not fall on the quiet day this time, is in the series from the time after.
    """
    rule = item.duty.rule
    if not isinstance(rule, Recurring) or item.hold is not None:
        return None
    if rule.each_year_on is not None:
        is_plain = rule.each_year_on != _LEAP_DAY
        return Series(next_day_of_year(rule.each_year_on, max(item.due, today)), A_YEAR) if is_plain else None
    if rule.every is None or not _is_weeks(rule.every):
        return None

    def after(day: date, every: Interval) -> date:
        return near_quiet_day(every.after(day), rhythm, day, every, is_limit=rule.is_limit)

    first, every = item.due, rule.every
    if first < today or after(first, every) != every.after(first):
        first = after(max(first, today), every)
    # Weeks lead from a weekday to the same one: what stays once stays.
    return Series(first, every) if after(first, every) == every.after(first) else None


def _is_weeks(every: Interval) -> bool:
    """Whole weeks, and so short that busy times do not matter."""
    return every.is_short and not every.months and every.days > 0 and every.days % 7 == 0
