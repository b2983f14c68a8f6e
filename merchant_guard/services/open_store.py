"""Open the store for the window to work with, once what was interrupted before is put in order."""

from pathlib import Path
from typing import NamedTuple

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.domain.shop import Shop
from merchant_guard.services.keep_check import open_to_work
from merchant_guard.services.keep_key import KeyStanding, standing
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.share_papers import forget_copies
from merchant_guard.services.staging import forget_interrupted
from merchant_guard.services.workspace import Workspace, open_for_window
from merchant_guard.storage import wiping


class OpenedStore(NamedTuple):
    """An open store, what lies open in it, and how its key is kept."""

    workspace: Workspace
    check: OpenCheck | None
    draft: Shop | None
    key: KeyStanding


def open_store(folder: Path, password: str | None = None) -> OpenedStore:
    """Open the store of a data folder; a new one is made only where neither store nor key stands.

    Raises SystemProblemError (`store.…`, `delete.unfinished`) and InputError (`store.password_…`), with
    nothing changed.
    """
    _finish_deleting(folder)
    forget_interrupted(folder)
    workspace = open_for_window(folder, password)
    try:
        forget_copies(folder)
        return OpenedStore(
            workspace, open_to_work(workspace), workspace.shops.load_draft(), standing(workspace)
        )
    except BaseException:
        workspace.database.close()
        raise


def _finish_deleting(folder: Path) -> None:
    """Half a data folder without its key is no store whose key was lost."""
    wiping.finish_interrupted(folder)
    if (folder / wiping.MARK).exists():
        raise SystemProblemError(problem("delete.unfinished", folder=str(folder)))
