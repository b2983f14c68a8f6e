"""Days of work: which days are quiet, and how ordinary tasks are laid on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.shop import WorkRhythm

LONGEST_SEARCH = timedelta(days=2 * 366)


def quiet_days(rhythm: WorkRhythm, first: date) -> Iterator[date]:
    """Yield the quiet days outside busy times, from `first` on.

    Raises InputError (`rhythm.always_busy`) when two years hold none.
    """
    day = first + timedelta(days=(rhythm.quiet_day - first.isoweekday()) % 7)
    last_found = day
    while True:
        if not any(busy.covers(day) for busy in rhythm.busy):
            last_found = day
            yield day
        elif day - last_found > LONGEST_SEARCH:
            raise InputError(problem("rhythm.always_busy"))
        day += timedelta(days=7)


@dataclass
class _Day:
    day: date
    left: int


def lay_on_days(minutes: Sequence[int], rhythm: WorkRhythm, today: date, spent_today: int) -> list[date]:
    """Return the day by which each task is done, for tasks in their order of urgency.

    No day carries more than the share of its week, counting what red lines take of today, and no task is
    done before a more urgent one. A task larger than a whole share takes as many quiet days as it needs, with
    nothing beside it.
    """
    share = rhythm.share_minutes
    days = quiet_days(rhythm, today)
    here = _next_day(days, share)
    if here.day == today:
        here.left -= spent_today
    due: list[date] = []
    for need in minutes:
        if need > here.left and here.left < share:
            here = _next_day(days, share)
        for _ in range((need - 1) // share):
            here = _Day(next(days), 0)
        here.left -= min(need, here.left)
        due.append(here.day)
    return due


def _next_day(days: Iterator[date], share: int) -> _Day:
    return _Day(next(days), share)
