"""Deleting all that the app keeps: the key first, so that whatever is left over can be read by nobody.

A mark stands in the folder from the beginning to the end, so that what was interrupted goes on at the next
start instead of looking like a store whose key was lost.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from merchant_guard.storage import data_folder, keyring_entry
from merchant_guard.storage.attachment_store import ATTACHMENTS_NAME
from merchant_guard.storage.key_record import DamagedRecordError, InKeyring, read_record
from merchant_guard.storage.keyring_entry import KeyringRefusedError
from merchant_guard.storage.moved_mark import MOVED_NAME

MARK = "deleting"

_FOLDERS = (ATTACHMENTS_NAME, data_folder.BACKUPS_NAME, "to-send", "logs")
_FILES = (
    data_folder.KEY_NAME,
    *(data_folder.STORE_NAME + end for end in ("", "-wal", "-shm")),
    "due.json",
    "settings.json",
    "calendar.json",
    MOVED_NAME,
)
_PATTERNS = (
    "settings.damaged*.json",
    "restoring-*",
    "store.*.new",
    ".*.part",
    "window.lock",
    "window.request",
)


def wipe(folder: Path) -> tuple[Path, ...]:
    """Delete the key and all files of ours; return what could not be deleted, nothing else is left of ours.

    What somebody else put into the folder stays. Nobody may have the store open. Raises SystemProblemError
    (`store.…`) when not even the mark can be set.
    """
    if not folder.is_dir():
        return ()
    with data_folder.file_problems(folder):
        (folder / MARK).touch(mode=0o600)
        _forget_entry(folder)
    refused = tuple(place for place in _ours(folder) if not _is_gone(place))
    if not refused:
        _is_gone(folder / MARK)
        _leave_empty(folder)
    return refused


def finish_interrupted(folder: Path) -> None:
    """Go on with deleting where it was interrupted. Raises SystemProblemError (`store.…`)."""
    if (folder / MARK).exists():
        wipe(folder)


def _forget_entry(folder: Path) -> None:
    """Take the key out of the keyring; where that refuses, it opens nothing that is left."""
    try:
        kept = read_record(folder / data_folder.KEY_NAME).kept
        if isinstance(kept, InKeyring):
            keyring_entry.delete_entry(kept.entry)
    except (DamagedRecordError, KeyringRefusedError, OSError):
        return


def _ours(folder: Path) -> Iterator[Path]:
    for name in (*_FILES, *_FOLDERS):
        if (folder / name).exists():
            yield folder / name
    for pattern in _PATTERNS:
        yield from sorted(folder.glob(pattern))


def _is_gone(place: Path) -> bool:
    try:
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _leave_empty(folder: Path) -> None:
    """Remove the folder itself, unless somebody else keeps something in it."""
    try:
        folder.rmdir()
    except OSError:
        return
