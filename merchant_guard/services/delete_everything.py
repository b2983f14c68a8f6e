"""Deleting everything: first what must still be kept is said, and a legal hold stands before it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from merchant_guard.domain.errors import InputError, SystemProblemError, problem
from merchant_guard.domain.keeping import Kept
from merchant_guard.domain.legal_hold import LegalHold
from merchant_guard.services.set_reminders import Here, turn_off
from merchant_guard.services.what_is_due import open_checks
from merchant_guard.services.workspace import Workspace
from merchant_guard.storage.wiping import wipe


@dataclass(frozen=True, slots=True)
class BeforeDeleting:
    """What somebody has to know first: holds in force forbid it; what is in `kept` should be printed."""

    holds: tuple[LegalHold, ...]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """What would not go: files another program holds open, and reminders the system keeps."""

    files: tuple[Path, ...]
    has_reminders: bool


def before_deleting(workspace: Workspace, today: date) -> BeforeDeleting:
    """Look through all shops of the store."""
    checks = open_checks(workspace)
    return BeforeDeleting(
        tuple(hold for check in checks for hold in check.holds),
        tuple(kept for check in checks for kept in check.kept_records(today)),
    )


def delete_everything(workspace: Workspace, today: date, here: Here | None = None) -> Left:
    """Delete store, key, files, copies, settings and reminders; return what would not go.

    Backups and papers that were saved elsewhere are not known here and stay. The workspace cannot be used
    afterwards. Raises InputError `delete.on_hold` while a legal hold is in force, with nothing deleted;
    SystemProblemError (`store.…`) when the folder cannot be changed at all.
    """
    if before_deleting(workspace, today).holds:
        raise InputError(problem("delete.on_hold"))
    has_reminders = _keeps_reminders(workspace.folder, here)
    workspace.database.close()
    return Left(wipe(workspace.folder), has_reminders)


def _keeps_reminders(folder: Path, here: Here | None) -> bool:
    try:
        return not turn_off(folder, here).is_absent
    except SystemProblemError:
        return True
