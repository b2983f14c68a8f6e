"""Spans of the calendar, and the quiet day near a day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from merchant_guard.domain.shop import WorkRhythm

_A_WEEK = timedelta(days=7)
_SHORT = 45
"""Days. What comes round more often than this goes on through busy times: labels pile up then."""


@dataclass(frozen=True, slots=True)
class Interval:
    """So many months and days; a year is twelve months, a week seven days. Either may be negative."""

    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """The day that is this far after another.

        A month that has no such day ends instead: 31 January and a month is 28 or 29 February, 29 February
        and a year is 28 February.
        """
        year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
        month += 1
        return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(days=self.days)

    @property
    def is_short(self) -> bool:
        """Whether it comes round so often that busy times do not matter."""
        return self.months * 30 + self.days <= _SHORT


def near_quiet_day(day: date, rhythm: WorkRhythm, after: date, every: Interval, *, is_limit: bool) -> date:
    """Return the quiet day nearest to a day, and later than `after`.

    What has a limit is never moved past it. Long spans keep out of busy times too. Where no such day is near
    (within half of what the span has), the day stays as it is.
    """
    back = (day.isoweekday() - rhythm.quiet_day) % 7
    before = day - timedelta(days=back)
    following = before if back == 0 else before + _A_WEEK
    tries = _outward(before, following, day, nearest_first=not is_limit)
    room = (day - after) // 2
    for candidate in tries:
        if abs(candidate - day) > max(room, timedelta(days=3)):
            break
        late = is_limit and candidate > day
        if candidate > after and not late and (every.is_short or not _is_busy(candidate, rhythm)):
            return candidate
    return day


def _outward(before: date, following: date, day: date, *, nearest_first: bool) -> list[date]:
    """Quiet days around a day, up to a quarter of a year away, the nearest first."""
    found = [before - _A_WEEK * number for number in range(13)]
    if nearest_first:
        found += [following + _A_WEEK * number for number in range(13) if following != before or number]
    return sorted(found, key=lambda one: (abs(one - day), one))


def _is_busy(day: date, rhythm: WorkRhythm) -> bool:
    return any(busy.covers(day) for busy in rhythm.busy)
