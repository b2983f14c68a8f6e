"""A damaged store: the newest daily copy that is sound takes its place, and that can be taken back."""

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from merchant_guard.services.workspace import Workspace
from merchant_guard.storage import data_folder
from merchant_guard.storage.copies import Copies, StoreCopy


class FoundCopy(NamedTuple):
    """A sound copy of the store: when it was made, and when the store itself was written to last."""

    copy: StoreCopy
    made_at: datetime
    last_written: datetime | None


def newest_copy(folder: Path, password: str | None) -> FoundCopy | None:
    """Find the newest daily copy that reads back whole; None where there is none, or no key to read it with.

    Raises InputError `store.password_…`, SystemProblemError (`store.…`).
    """
    copies = _copies(folder, password)
    found = copies.newest_sound() if copies is not None else None
    if found is None:
        return None
    with data_folder.file_problems(folder):
        store = folder / data_folder.STORE_NAME
        places = [place for place in (store, store.with_name(f"{store.name}-wal")) if place.exists()]
        return FoundCopy(found, _written(found.path), max(map(_written, places), default=None))


def put_copy_back(folder: Path, found: FoundCopy, moment: datetime, password: str | None) -> Path:
    """Put a copy in the place of the store, which nobody may have open; return where that one lies now.

    Raises as `newest_copy` does, and SystemProblemError `store.copy_failed` when it is not sound any more.
    """
    copies = _copies(folder, password)
    if copies is None:
        raise LookupError("there is no key to read a copy with")
    return copies.put_back(found.copy.path, moment)


def take_back(workspace: Workspace, aside: Path, moment: datetime) -> None:
    """Close the store, and put what was put aside in its place again, sound or not.

    What was in its place is put aside too. Raises SystemProblemError (`store.…`).
    """
    copies = Copies(workspace.folder, workspace.database.key)
    workspace.database.close()
    copies.take_back(aside, moment)


def keep_copy_of_day(workspace: Workspace, today: date) -> None:
    """Keep a copy of an open store for a day, where it has changed. Raises SystemProblemError (`store.…`)."""
    Copies(workspace.folder, workspace.database.key).keep_day(today)


def _copies(folder: Path, password: str | None) -> Copies | None:
    from merchant_guard.services.restore import key_here  # noqa: PLC0415 (heavy, and not for the daily copy)

    key = key_here(folder, password)
    return Copies(folder, key) if key is not None else None


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
