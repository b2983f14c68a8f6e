"""What stands in `due.json`, read without the key by the two that are in a hurry: first paint and `remind`.

Neither `dataclasses` nor `typing` nor `pathlib`: see `system.language`.
"""

from __future__ import annotations

import json
import os
from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

NAME = "due.json"
FORMAT = "merchant-guard/due"
VERSION = 1


class DueFileDamagedError(Exception):
    """The file is there but cannot be understood. The window writes it anew."""


class DueDay:
    """When something is due, and how many days ahead it is spoken of.

    What has the same `thing` is one thing to do, as twelve people with whom the same paper is to be signed.
    What is `always_today` (a red line) is due anew on every day, and so never late.
    """

    __slots__ = ("always_today", "due", "kind", "lead", "minutes", "thing")

    def __init__(  # noqa: PLR0913 (what the file has on each line)
        self, thing: str, due: date, lead: int, minutes: int, *, always_today: bool, kind: str = ""
    ) -> None:
        self.thing, self.due, self.lead, self.minutes = thing, due, lead, minutes
        self.always_today, self.kind = always_today, kind

    def is_near(self, today: date) -> bool:
        """Whether it is to be spoken of on a day."""
        return self.always_today or (self.due - today).days <= self.lead

    def overdue_days(self, today: date) -> int:
        """How many days it is late, 0 when it is not."""
        return 0 if self.always_today else max(0, (today - self.due).days)


def thing_of(item_id: str) -> str:
    """What an item is about, without the entry: `staff.agreement` of `staff.agreement:3o4y…`."""
    return item_id.partition(":")[0]


def read_plain(folder: str | Path) -> dict[str, Any] | None:
    """Return what the file says, None where there is none. Raises DueFileDamagedError."""
    try:
        with open(os.path.join(folder, NAME), "rb") as file:  # noqa: PTH123, PTH118 (see above)
            plain = json.loads(file.read())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise DueFileDamagedError from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise DueFileDamagedError
    return plain


def days_of(plain: dict[str, Any]) -> list[DueDay]:
    """What is counted of the file. Raises DueFileDamagedError for an item that makes no sense."""
    try:
        return [_day(item) for item in plain["items"] if item["at_home"]]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DueFileDamagedError from error


def _day(item: dict[str, Any]) -> DueDay:
    lead, minutes = item["lead"], item["minutes"]
    if type(lead) is not int or type(minutes) is not int:
        raise TypeError
    return DueDay(
        thing_of(item["id"]),
        date.fromisoformat(item["due"]),
        lead,
        minutes,
        always_today=bool(item.get("always_today", False)),
        kind=str(item.get("kind", "")),
    )
