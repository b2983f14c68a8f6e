"""Writing `due.json`: ids, kinds and dates of what falls due, and counts; no titles, names or notes."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from merchant_guard.services.due_day import FORMAT, NAME, VERSION
from merchant_guard.services.due_glance import read_due_file
from merchant_guard.services.keep_check import open_latest
from merchant_guard.services.what_is_due import Due, counts, what_is_due
from merchant_guard.services.workspace import Workspace
from merchant_guard.services.write_file import telling_problems
from merchant_guard.storage.data_folder import prepare_folder
from merchant_guard.system.files import write_whole


def write_due_file(folder: Path, due: Sequence[Due], today: date, *, is_finished: bool = True) -> None:
    """Write the file anew where it says something else; when something was last shown stays in it.

    While a self-check is not finished the home page counts questions, and the file knows nothing of those.
    Raises SystemProblemError (`write.…`) where it cannot be written.
    """
    before = read_due_file(folder) or {}
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "made_on": today.isoformat(),
        "items": [_item(one) for one in due],
        "home": counts(due, today)._asdict() if is_finished else None,
        "shown": before.get("shown"),
    }
    if plain == before:
        return
    prepare_folder(folder)
    with telling_problems():
        write_whole(folder / NAME, json.dumps(plain, ensure_ascii=False, indent=1).encode())


def note_what_is_due(workspace: Workspace, today: date) -> None:
    """Write the file for the shop that the window would open, if there is one."""
    if check := open_latest(workspace):
        due = what_is_due(check, today)
        write_due_file(workspace.folder, due, today, is_finished=check.is_finished)


def _item(one: Due) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": one.id,
        "kind": one.kind.value,
        "due": one.due.isoformat(),
        "lead": one.lead,
        "minutes": one.minutes,
        "at_home": one.is_counted,
    }
    return {**plain, "always_today": True} if one.always_today else plain
