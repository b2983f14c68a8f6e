"""Putting what a backup holds in the place of the store: under the key that the store has here."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.storage import data_folder
from merchant_guard.storage.connection import connect, database_problems
from merchant_guard.storage.copies import Copies
from merchant_guard.storage.keys import StoreKey
from merchant_guard.storage.sealed_file import BrokenSealError, seal, unseal


def change_key(path: Path, old: StoreKey, new: StoreKey) -> None:
    """Encrypt a store, which nobody has open, under another key. Raises SystemProblemError (`store.…`)."""
    with database_problems(path.parent), closing(connect(path, old, "rw")) as store:
        if store.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise SystemProblemError(problem("store.unreadable", folder=str(path.parent)))
        # Another key cannot be set while there is a journal.
        store.execute("PRAGMA journal_mode = DELETE")
        if old != new:
            store.execute(f"PRAGMA rekey = \"x'{new.raw.hex()}'\"")


def change_seal(path: Path, file_id: str, old: StoreKey, new: StoreKey) -> None:
    """Seal a sealed file under another key. Raises SystemProblemError `attachment.damaged`, OSError."""
    try:
        data = unseal(path.read_bytes(), file_id, old)
    except BrokenSealError as error:
        raise SystemProblemError(problem("attachment.damaged", file=file_id)) from error
    aside = data_folder.new_file_aside(path, seal(data, file_id, new))
    aside.replace(path)


def put_in_place_of_store(folder: Path, fresh: Path, key: StoreKey, moment: datetime) -> Path | None:
    """Put a store under the folder's key in the place of the one there; return where that one lies now.

    None where there was none. Nobody may have the store open. Raises SystemProblemError (`store.…`).
    """
    if data_folder.holds_store(folder):
        return Copies(folder, key).put_back(fresh, moment)
    with data_folder.file_problems(folder):
        fresh.replace(folder / data_folder.STORE_NAME)
        data_folder.sync_folder(folder)
    return None
