"""What `due.json` says, read without the key: all that the first paint and reminders know of the shop.

It imports nothing but the cheap part of the standard library, as both are in a hurry.
"""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

NAME = "due.json"
FORMAT = "merchant-guard/due"
VERSION = 1


class DueDay(NamedTuple):
    """When something is due, and how many days ahead it is spoken of.

    What has the same `thing` is one thing to do, as twelve people with whom the same paper is to be signed.
    What is `always_today` (a red line) is due anew on every day, and so never late.
    """

    thing: str
    due: date
    lead: int
    minutes: int
    always_today: bool

    def is_near(self, today: date) -> bool:
        """Whether it is to be spoken of on a day."""
        return self.always_today or (self.due - today).days <= self.lead

    def overdue_days(self, today: date) -> int:
        """How many days it is late, 0 when it is not."""
        return 0 if self.always_today else max(0, (today - self.due).days)


class HomeCounts(NamedTuple):
    """What the home page counts: how much is to be spoken of, how long it takes, how much of it is late."""

    near: int
    minutes: int
    overdue: int
    oldest_days: int


def thing_of(item_id: str) -> str:
    """What an item is about, without the entry: `staff.agreement` of `staff.agreement:3o4y…`."""
    return item_id.partition(":")[0]


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
        plain = json.loads((folder / NAME).read_bytes())
    except (OSError, ValueError):
        return None
    return plain if isinstance(plain, dict) and plain.get("format") == FORMAT else None


def home_counts(folder: Path, today: date) -> HomeCounts | None:
    """Return what the home page is going to count, as far as the file knows; None where it does not.

    The file may be of another day, so everything is counted anew.
    """
    plain = read_due_file(folder)
    if plain is None or not plain.get("home"):
        return None
    try:
        return count([_day(item) for item in plain["items"] if item["at_home"]], today)
    except (KeyError, TypeError, ValueError):
        return None


def _day(item: dict[str, Any]) -> DueDay:
    return DueDay(
        thing_of(item["id"]),
        date.fromisoformat(item["due"]),
        item["lead"],
        item["minutes"],
        item.get("always_today", False),
    )
