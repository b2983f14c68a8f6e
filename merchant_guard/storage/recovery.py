"""A store whose key is gone: what stands there, and giving it its key back from a recovery card.

Nothing here ever makes a store or a key; a key is only taken that opens the store that stands.
"""

from contextlib import closing
from pathlib import Path

from merchant_guard.domain.errors import InputError, SystemProblemError, problem
from merchant_guard.storage import data_folder
from merchant_guard.storage.connection import connect, database_problems
from merchant_guard.storage.key_record import DamagedRecordError, KeyRecord, read_record
from merchant_guard.storage.keys import StoreKey, keep_anew
from merchant_guard.storage.upgrade import version_of


def is_key_of(folder: Path, key: StoreKey) -> bool:
    """Whether a key opens the store of a folder; by its record, where the store itself is damaged.

    Raises SystemProblemError (`store.…`).
    """
    with data_folder.file_problems(folder):
        record = _record(folder)
        if record is not None and record.is_of(key.raw):
            return True
        if not data_folder.holds_store(folder):
            return False
        try:
            with (
                database_problems(folder),
                closing(connect(folder / data_folder.STORE_NAME, key, "ro")) as store,
            ):
                return version_of(store) > 0
        except SystemProblemError as error:
            if [one.code for one in error.problems] == ["store.unreadable"]:
                return False
            raise


def give_key_back(folder: Path, key: StoreKey) -> None:
    """Keep the key of a store again, in the keyring where there is one, else in the key file.

    Any password it had before is gone with this. Raises InputError `card.other_data` for a key that does not
    open the store, SystemProblemError (`store.…`).
    """
    if not is_key_of(folder, key):
        raise InputError(problem("card.other_data"))
    with data_folder.file_problems(folder):
        keep_anew(folder, key)


def _record(folder: Path) -> KeyRecord | None:
    try:
        return read_record(folder / data_folder.KEY_NAME)
    except (FileNotFoundError, DamagedRecordError):
        return None
