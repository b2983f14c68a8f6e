"""Days of work: which days are quiet, and how ordinary tasks are laid on them."""

import math
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
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


def lay_on_days(
    minutes: Sequence[int], rhythm: WorkRhythm, today: date, taken: Mapping[date, int]
) -> list[date]:
    """Return the day by which each task is done, for tasks in their order of urgency.

    No day carries more than the share of its week, counting the minutes already `taken` of it (red lines,
    tasks with a day of their own), and no task is done before a more urgent one. A task larger than a whole
    share takes as many quiet days as it needs, with nothing beside it.

    Raises InputError (`rhythm.always_busy`) when there are tasks and no quiet day for them.
    """
    if not minutes:
        return []
    share = rhythm.share_minutes
    days = (_Day(day, share - taken.get(day, 0)) for day in quiet_days(rhythm, today))
    here = next(days)
    due: list[date] = []
    for need in minutes:
        for part in [need] if need <= share else [share] * math.ceil(need / share):
            while here.left < part:
                here = next(days)
            here.left -= part
        due.append(here.day)
    return due


def next_day_of_year(day_of_year: tuple[int, int], today: date) -> date:
    """Return the next such (month, day) from today on; 29 February falls on the 28th in ordinary years."""
    here = _in_year(day_of_year, today.year)
    return here if here >= today else _in_year(day_of_year, today.year + 1)


def _in_year(day_of_year: tuple[int, int], year: int) -> date:
    month, day = day_of_year
    return date(year, month, min(day, monthrange(year, month)[1]))
