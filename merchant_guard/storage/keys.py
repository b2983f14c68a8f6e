"""The key of the store, through one door: `store_key`.

Today the key is kept in an owner-only file beside the store. Its first words say how the key is kept, so that
another way of keeping it can stand behind the same door.
"""

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.storage import data_folder

KEY_LENGTH = 32
"""Bytes of a key: AES-256."""

_KEPT_IN_THIS_FILE = b"merchant-guard-key plain "


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The 32 random bytes that open the store; printing it shows nothing of them."""

    raw: bytes = field(repr=False)


def store_key(folder: Path) -> StoreKey:
    """Return the key of the store in a data folder; make one where neither key nor store stands yet.

    Raises SystemProblemError `store.key_missing` when a store stands but its key does not, or when the key
    file is damaged: a key is never replaced, nor a second one made for a store that has one. Raises OSError.
    """
    # Asked first: whoever makes a store makes its key before it.
    has_store = data_folder.holds_store(folder)
    path = folder / data_folder.KEY_NAME
    if not path.exists():
        if has_store:
            raise _key_missing(path)
        _make_key_file(path)
    data_folder.narrow(path)
    return StoreKey(_read_key_file(path))


def _make_key_file(path: Path) -> None:
    """Write a new key. When somebody else was first, theirs stands."""
    data_folder.put_in_place(data_folder.new_file_aside(path, _file_text(os.urandom(KEY_LENGTH))), path)


def _read_key_file(path: Path) -> bytes:
    """Return the key; a file that does not read exactly as we would write it is damaged."""
    text = path.read_bytes().rstrip()
    try:
        key = bytes.fromhex(text[len(_KEPT_IN_THIS_FILE) :][: 2 * KEY_LENGTH].decode("ascii"))
    except ValueError:
        raise _key_missing(path) from None
    if len(key) != KEY_LENGTH or text != _file_text(key).rstrip():
        raise _key_missing(path)
    return key


def _file_text(key: bytes) -> bytes:
    """One line: how the key is kept, the key, and a check sum that tells a damaged file from a wrong key."""
    check = hashlib.sha256(_KEPT_IN_THIS_FILE + key).hexdigest()[:16]
    return _KEPT_IN_THIS_FILE + f"{key.hex()} {check}\n".encode()


def _key_missing(path: Path) -> SystemProblemError:
    return SystemProblemError(problem("store.key_missing", file=str(path)))
