"""The file `store.key`: how the key of the store is kept, as JSON; in one of the three ways the key itself.

    {"format": "merchant-guard/key", "version": 1, "check": "<16 hex>",
     "kept": "keyring", "entry": "<32 hex>"}
    … "kept": "password", "salt", "memory", "passes", "lanes", "nonce", "wrapped"
    … "kept": "file", "key": "<64 hex>", "chosen": true

`check` tells a wrong key from a damaged store. The first version of the app wrote one line of words instead:
`merchant-guard-key plain <64 hex> <16 hex>`, which is read for ever.
"""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from merchant_guard.storage import data_folder
from merchant_guard.storage.key_lock import KeyLock

KEY_LENGTH = 32
"""Bytes of a key: AES-256."""
FORMAT = "merchant-guard/key"
VERSION = 1

_FIRST_WORDS = b"merchant-guard-key plain "
_LARGEST = 4096


class DamagedRecordError(Exception):
    """The file is not, byte by byte, one that this app or an earlier one wrote."""


@dataclass(frozen=True, slots=True)
class InKeyring:
    """The key lies in the system's keyring, under a random name."""

    entry: str


@dataclass(frozen=True, slots=True)
class UnderPassword:
    """The key lies here, wrapped."""

    lock: KeyLock


@dataclass(frozen=True, slots=True)
class InFile:
    """The key lies here, for whoever reads the file. `is_chosen` once somebody said that it shall."""

    raw: bytes = field(repr=False)
    is_chosen: bool = False


Kept = InKeyring | UnderPassword | InFile


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """How the key is kept, and what tells it from others."""

    kept: Kept
    check: str

    def is_of(self, raw: bytes) -> bool:
        """Whether a key is the one that is spoken of."""
        return check_of(raw) == self.check


def check_of(raw: bytes) -> str:
    """What tells a key from others and says nothing of it: it has 256 random bits."""
    return hashlib.sha256(b"merchant-guard store key " + raw).hexdigest()[:16]


def record_of(kept: Kept, raw: bytes) -> KeyRecord:
    """The record of a key kept in some way."""
    return KeyRecord(kept, check_of(raw))


def read_record(path: Path) -> KeyRecord:
    """Read the file. Raises DamagedRecordError and OSError."""
    with path.open("rb") as file:
        text = file.read(_LARGEST)
    if text.startswith(_FIRST_WORDS):
        return _of_first_version(text.rstrip())
    try:
        plain = json.loads(text)
        if (plain["format"], plain["version"]) != (FORMAT, VERSION):
            raise DamagedRecordError
        record = KeyRecord(_kept(plain), plain["check"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedRecordError from error
    is_exact = text.rstrip() == _text(record).rstrip()
    if not is_exact or (isinstance(record.kept, InFile) and not record.is_of(record.kept.raw)):
        raise DamagedRecordError
    return record


def write_record(path: Path, record: KeyRecord, *, anew: bool) -> bool:
    """Write the file whole; return whether it is there now as written.

    A new one gives way to one that is there already; with `anew` false it takes the place of what was there.
    Raises OSError.
    """
    aside = data_folder.new_file_aside(path, _text(record))
    if anew:
        return data_folder.put_in_place(aside, path)
    try:
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    data_folder.sync_folder(path.parent)
    return True


def _text(record: KeyRecord) -> bytes:
    return (json.dumps(_plain(record)) + "\n").encode()


def _plain(record: KeyRecord) -> dict[str, Any]:
    head = {"format": FORMAT, "version": VERSION, "check": record.check}
    match record.kept:
        case InKeyring(entry):
            return {**head, "kept": "keyring", "entry": entry}
        case InFile(raw, is_chosen):
            return {**head, "kept": "file", "key": raw.hex(), "chosen": is_chosen}
        case UnderPassword(lock):
            return {**head, "kept": "password", **plain_lock(lock)}


def _kept(plain: dict[str, Any]) -> Kept:
    match plain["kept"]:
        case "keyring" if len(bytes.fromhex(plain["entry"])) == KEY_LENGTH // 2:
            return InKeyring(plain["entry"])
        case "file" if len(raw := bytes.fromhex(plain["key"])) == KEY_LENGTH:
            return InFile(raw, is_chosen=plain["chosen"] is True)
        case "password":
            return UnderPassword(lock_from(plain))
    raise DamagedRecordError


def plain_lock(lock: KeyLock) -> dict[str, Any]:
    """A lock as JSON has it."""
    return {
        "salt": lock.salt.hex(),
        "memory": lock.memory,
        "passes": lock.passes,
        "lanes": lock.lanes,
        "nonce": lock.nonce.hex(),
        "wrapped": lock.wrapped.hex(),
    }


def lock_from(plain: dict[str, Any]) -> KeyLock:
    """A lock of what JSON has. Raises ValueError, KeyError and TypeError for what is none."""
    costs = (plain["memory"], plain["passes"], plain["lanes"])
    if not all(type(cost) is int for cost in costs):
        raise ValueError("the costs of a lock are whole numbers")
    salt, nonce, wrapped = (bytes.fromhex(plain[name]) for name in ("salt", "nonce", "wrapped"))
    return KeyLock(salt, *costs, nonce, wrapped)


def _of_first_version(text: bytes) -> KeyRecord:
    """The line of the first version; one that does not read exactly as it was written is damaged."""
    try:
        raw = bytes.fromhex(text[len(_FIRST_WORDS) :][: 2 * KEY_LENGTH].decode("ascii"))
    except ValueError as error:
        raise DamagedRecordError from error
    check = hashlib.sha256(_FIRST_WORDS + raw).hexdigest()[:16]
    if len(raw) != KEY_LENGTH or text != _FIRST_WORDS + f"{raw.hex()} {check}".encode():
        raise DamagedRecordError
    return record_of(InFile(raw), raw)
