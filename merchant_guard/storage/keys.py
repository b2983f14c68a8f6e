"""The key of the store, through one door: `store_key`; and where it is kept: `KeyKeeper`.

Whatever is done to it, at every instant the key file names a place where the key is: the new place is filled
and read back first, then the file says so, and only then is the old place emptied.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

from merchant_guard.domain.errors import InputError, SystemProblemError, problem
from merchant_guard.storage import data_folder, keyring_entry
from merchant_guard.storage.key_lock import SHORTEST_PASSWORD, WrongPasswordError, lock_key, unlock_key
from merchant_guard.storage.key_record import (
    KEY_LENGTH,
    DamagedRecordError,
    InFile,
    InKeyring,
    Kept,
    KeyRecord,
    UnderPassword,
    read_record,
    record_of,
    write_record,
)
from merchant_guard.storage.keyring_entry import KeyringRefusedError

__all__ = ["KEY_LENGTH", "KeyKeeper", "StoreKey", "keep_anew", "store_key"]


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The 32 random bytes that open the store; printing it shows nothing of them."""

    raw: bytes = field(repr=False)


def store_key(folder: Path, password: str | None = None) -> StoreKey:
    """Return the key of the store in a data folder; make one where neither key nor store stands yet.

    A new key goes under the password where there is one, else into the system's keyring, else into the key
    file. One that lies in the file without anybody having chosen that moves into the keyring as soon as there
    is one. Raises InputError `store.password_needed`, `store.password_wrong` and `store.password_short`,
    SystemProblemError `store.keyring_refused` and `store.key_missing` (it is gone or the file is damaged: a
    key is never replaced, nor a second one made for a store that has one), and OSError.
    """
    # Asked first: whoever makes a store makes its key before it.
    has_store = data_folder.holds_store(folder)
    path = folder / data_folder.KEY_NAME
    if not path.exists():
        if has_store:
            raise _key_missing(path)
        _make_key(path, password)
    data_folder.narrow(path)
    try:
        record = read_record(path)
    except DamagedRecordError:
        raise _key_missing(path) from None
    raw = _open(record, path, password)
    if record.kept == InFile(raw) and keyring_entry.has_keyring():
        write_record(path, record_of(_filled_keyring_or_file(raw), raw), anew=False)
    return StoreKey(raw)


class KeyKeeper:
    """Where the key of a store is kept, and changing that while the store is open."""

    def __init__(self, folder: Path, key: StoreKey) -> None:
        self._path, self._raw = folder / data_folder.KEY_NAME, key.raw

    @property
    def kept(self) -> Kept | None:
        """How the key is kept; None where its file is gone or damaged."""
        try:
            return read_record(self._path).kept
        except (DamagedRecordError, OSError):
            return None

    def keep_under_password(self, password: str) -> None:
        """From now on the password opens the store, instead of anything before.

        Raises InputError `store.password_short` and OSError.
        """
        self._change(UnderPassword(lock_key(self._raw, checked_password(password))))

    def keep_in_keyring(self) -> None:
        """From now on the system's keyring opens the store.

        Raises SystemProblemError `store.keyring_refused` and OSError.
        """
        try:
            self._change(_filled_keyring(self._raw))
        except KeyringRefusedError as error:
            raise _keyring_refused() from error

    def keep_in_file(self) -> None:
        """From now on whoever reads the key file opens the store: somebody chose that. Raises OSError."""
        self._change(InFile(self._raw, is_chosen=True))

    def forget(self) -> None:
        """Delete the key; what it opens is lost with it.

        Raises SystemProblemError `store.keyring_refused` and OSError.
        """
        kept = self.kept
        if isinstance(kept, InKeyring):
            try:
                keyring_entry.delete_entry(kept.entry)
            except KeyringRefusedError as error:
                raise _keyring_refused() from error
        self._path.unlink(missing_ok=True)

    def _change(self, kept: Kept) -> None:
        before = self.kept
        write_record(self._path, record_of(kept, self._raw), anew=False)
        if isinstance(before, InKeyring):
            _leave_keyring(before)


def keep_anew(folder: Path, key: StoreKey) -> None:
    """Keep a key that was brought back, whatever the key file says: in the keyring, else in that file.

    A keyring that the file named is not touched, as it may be another computer's. Raises OSError.
    """
    path = folder / data_folder.KEY_NAME
    kept = _filled_keyring_or_file(key.raw) if keyring_entry.has_keyring() else InFile(key.raw)
    write_record(path, record_of(kept, key.raw), anew=False)
    data_folder.narrow(path)


def checked_password(password: str) -> str:
    """Return a new password that is long enough. Raises InputError `store.password_short`."""
    if len(password) < SHORTEST_PASSWORD:
        raise InputError(problem("store.password_short", least=SHORTEST_PASSWORD))
    return password


def _make_key(path: Path, password: str | None) -> None:
    """Make a new key. When somebody else was first, theirs stands."""
    raw = os.urandom(KEY_LENGTH)
    kept: Kept
    if password is not None:
        kept = UnderPassword(lock_key(raw, checked_password(password)))
    elif keyring_entry.has_keyring():
        kept = _filled_keyring_or_file(raw)
    else:
        kept = InFile(raw)
    if not write_record(path, record_of(kept, raw), anew=True) and isinstance(kept, InKeyring):
        _leave_keyring(kept)


def _open(record: KeyRecord, path: Path, password: str | None) -> bytes:
    match record.kept:
        case InFile(raw):
            return raw
        case InKeyring(entry):
            try:
                found = keyring_entry.read_entry(entry)
            except KeyringRefusedError as error:
                raise _keyring_refused() from error
            if found is None or not record.is_of(found):
                raise _key_missing(path)
            return found
        case UnderPassword(lock):
            if password is None:
                raise InputError(problem("store.password_needed"))
            try:
                return unlock_key(lock, password)
            except WrongPasswordError:
                raise InputError(problem("store.password_wrong")) from None


def _filled_keyring(raw: bytes) -> InKeyring:
    """Put the key into the keyring. Raises KeyringRefusedError."""
    kept = InKeyring(os.urandom(KEY_LENGTH // 2).hex())
    keyring_entry.write_entry(kept.entry, raw)
    return kept


def _filled_keyring_or_file(raw: bytes) -> Kept:
    """A keyring that refuses is like none: the key lies in the file, and the window says so."""
    try:
        return _filled_keyring(raw)
    except KeyringRefusedError:
        return InFile(raw)


def _leave_keyring(kept: InKeyring) -> None:
    """Take out what nobody needs any more. Where the keyring refuses, it stays there unused."""
    try:
        keyring_entry.delete_entry(kept.entry)
    except KeyringRefusedError:
        return


def _key_missing(path: Path) -> SystemProblemError:
    return SystemProblemError(problem("store.key_missing", file=str(path)))


def _keyring_refused() -> SystemProblemError:
    return SystemProblemError(problem("store.keyring_refused"))
