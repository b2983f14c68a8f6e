"""What the home page is going to count, as far as `due.json` knows it: read before any key is there.

It imports nothing but the cheap part of the standard library, as the first paint is in a hurry.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from merchant_guard.services.due_day import DueDay, DueFileDamagedError, days_of, read_plain


class HomeCounts(NamedTuple):
    """What the home page counts: how much is to be spoken of, how long it takes, how much of it is late."""

    near: int
    minutes: int
    overdue: int
    oldest_days: int


def count(days: Iterable[DueDay], today: date) -> HomeCounts:
    """Count the things to be spoken of on a day; what is asked of several at once is done in one go."""
    minutes: dict[str, int] = {}
    late: dict[str, int] = {}
    for one in days:
        if one.is_near(today):
            minutes[one.thing] = one.minutes
            late[one.thing] = max(one.overdue_days(today), late.get(one.thing, 0))
    return HomeCounts(
        near=len(minutes),
        minutes=sum(minutes.values()),
        overdue=sum(days > 0 for days in late.values()),
        oldest_days=max(late.values(), default=0),
    )


def read_due_file(folder: Path) -> dict[str, Any] | None:
    """Return what the file says; None where there is none, or none that can be understood.

    Nothing is lost with it: it is drawn from the store, and written anew the next time that is open.
    """
    try:
        return read_plain(folder)
    except DueFileDamagedError:
        return None


def day_told(folder: Path) -> date | None:
    """Return the day as of which the file names its days; None where there is none that can be understood."""
    try:
        return date.fromisoformat((read_due_file(folder) or {})["made_on"])
    except (KeyError, TypeError, ValueError):
        return None


def home_counts(folder: Path, today: date) -> HomeCounts | None:
    """Return what the home page is going to count, as far as the file knows; None where it does not.

    The file may be of another day, so everything is counted anew.
    """
    plain = read_due_file(folder)
    if plain is None or not plain.get("home"):
        return None
    try:
        return count(days_of(plain), today)
    except DueFileDamagedError:
        return None
