"""`calendar.json`: which entries calendar files brought, by their UIDs, so that they can be taken away again.

UIDs tell nothing of what they stand for; beside them are only days.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from merchant_guard.services.write_file import telling_problems
from merchant_guard.storage.data_folder import prepare_folder
from merchant_guard.system.files import write_whole

if TYPE_CHECKING:
    from merchant_guard.reminders.calendar_entries import CalendarEntry

NAME = "calendar.json"
FORMAT = "merchant-guard/calendar"
VERSION = 1
_FORGOTTEN = timedelta(days=366)
"""So long a thing that is gone is told of: a calendar may have missed some files."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry that files brought: the day it stood on, and since when it is gone."""

    day: date
    gone_on: date | None = None


def read_memory(folder: Path, shop_id: str) -> dict[str, Told]:
    """Return what files of a shop brought, by UID; nothing where the file is none that can be understood.

    Nothing is lost with it but that what is done stands in a calendar until somebody takes it out.
    """
    try:
        told = _shops(folder)[shop_id]
        return {uid: Told(_day(days[0]), _day(days[1]) if days[1] else None) for uid, days in told.items()}
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return {}


def keep_memory(
    folder: Path,
    shop_id: str,
    before: Mapping[str, Told],
    entries: Iterable["CalendarEntry"],
    today: date,
) -> None:
    """Note what a file brought. Raises SystemProblemError (`write.…`) where it cannot be written."""
    told = {one.uid: _told(one, before, today) for one in entries}
    kept = {
        uid: [one.day.isoformat(), one.gone_on.isoformat() if one.gone_on else None]
        for uid, one in told.items()
        if one.gone_on is None or one.gone_on > today - _FORGOTTEN
    }
    try:
        shops = _shops(folder)
    except (KeyError, TypeError, ValueError):
        shops = {}
    plain = {"format": FORMAT, "version": VERSION, "shops": {**shops, shop_id: kept}}
    prepare_folder(folder)
    with telling_problems():
        write_whole(folder / NAME, json.dumps(plain, indent=1).encode())


def _told(entry: "CalendarEntry", before: Mapping[str, Told], today: date) -> Told:
    if not entry.is_gone:
        return Told(entry.day)
    known = before.get(entry.uid)
    return Told(entry.day, known.gone_on or today if known else today)


def _shops(folder: Path) -> dict[str, dict[str, list[str]]]:
    """Raises KeyError, TypeError or ValueError for a file that is not ours, or damaged."""
    try:
        plain = json.loads((folder / NAME).read_bytes())
    except OSError:
        return {}
    if plain["format"] != FORMAT or not isinstance(plain["shops"], dict):
        raise ValueError(NAME)
    shops: dict[str, dict[str, list[str]]] = plain["shops"]
    return shops


def _day(text: str) -> date:
    return date.fromisoformat(text)
