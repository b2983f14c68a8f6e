"""Where the key of a store is kept: keyring, password, file; and that it is never lost on the way."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.storage import data_folder, key_record, keyring_entry
from merchant_guard.storage.data_folder import KEY_NAME, prepare_folder
from merchant_guard.storage.database import open_database
from merchant_guard.storage.key_lock import KeyLock, WrongPasswordError, lock_key, unlock_key
from merchant_guard.storage.key_record import InFile, InKeyring, UnderPassword, record_of, write_record
from merchant_guard.storage.keys import KeyKeeper, StoreKey, store_key
from tests.support.keyrings import TestKeyring, keyring
from tests.support.stores import refused

__all__ = ["keyring"]

PASSWORD = "毛毛雨 下了 3 天"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    prepare_folder(tmp_path / "data")
    return tmp_path / "data"


def kept(folder: Path) -> object:
    return key_record.read_record(folder / KEY_NAME).kept


def keeper(folder: Path, password: str | None = None) -> KeyKeeper:
    return KeyKeeper(folder, store_key(folder, password))


# --- the keyring --------------------------------------------------------------------------------------


def test_where_there_is_a_keyring_a_new_key_goes_there_and_nowhere_else(
    folder: Path, keyring: TestKeyring
) -> None:
    key = store_key(folder)
    assert isinstance(kept(folder), InKeyring)
    assert list(keyring.entries.values()) == [key.raw.hex()]
    assert key.raw.hex().encode() not in (folder / KEY_NAME).read_bytes()
    assert store_key(folder) == key


def test_a_key_that_nobody_chose_to_leave_in_the_file_moves_into_the_keyring(
    folder: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    key = store_key(folder)
    assert kept(folder) == InFile(key.raw)
    found: TestKeyring = request.getfixturevalue("keyring")
    assert store_key(folder) == key
    assert isinstance(kept(folder), InKeyring)
    assert list(found.entries.values()) == [key.raw.hex()]


def test_a_key_of_the_first_version_moves_too(folder: Path, keyring: TestKeyring) -> None:
    raw = bytes(range(32))
    check = key_record.hashlib.sha256(b"merchant-guard-key plain " + raw).hexdigest()[:16]
    (folder / KEY_NAME).write_text(f"merchant-guard-key plain {raw.hex()} {check}\n")
    assert store_key(folder) == StoreKey(raw)
    assert isinstance(kept(folder), InKeyring)


def test_a_key_that_was_chosen_to_stay_in_the_file_stays(folder: Path, keyring: TestKeyring) -> None:
    keeper(folder).keep_in_file()
    assert keyring.entries == {}
    key = store_key(folder)
    assert kept(folder) == InFile(key.raw, is_chosen=True)


def test_a_locked_keyring_is_told_and_asked_again(folder: Path, keyring: TestKeyring) -> None:
    key = store_key(folder)
    keyring.lock()
    with refused("store.keyring_refused"):
        store_key(folder)
    keyring.unlock()
    assert store_key(folder) == key


def test_a_lost_keyring_is_a_missing_key_and_never_a_new_one(folder: Path, keyring: TestKeyring) -> None:
    open_database(folder).close()
    before = (folder / KEY_NAME).read_bytes()
    keyring.lose()
    with refused("store.key_missing"):
        open_database(folder)
    assert (folder / KEY_NAME).read_bytes() == before
    assert keyring.entries == {}


def test_another_key_in_the_keyring_is_a_missing_one(folder: Path, keyring: TestKeyring) -> None:
    store_key(folder)
    (name,) = keyring.entries
    keyring.file.write_text(json.dumps({name: "00" * 32}))
    with refused("store.key_missing"):
        store_key(folder)


def test_a_keyring_that_is_locked_at_the_first_start_leaves_the_key_in_the_file(
    folder: Path, keyring: TestKeyring
) -> None:
    keyring.lock()
    key = store_key(folder)
    assert kept(folder) == InFile(key.raw)


def test_without_a_keyring_moving_there_is_refused_and_nothing_changes(folder: Path) -> None:
    keys = keeper(folder)
    before = (folder / KEY_NAME).read_bytes()
    with refused("store.keyring_refused"):
        keys.keep_in_keyring()
    assert (folder / KEY_NAME).read_bytes() == before


@pytest.mark.parametrize(
    ("variables", "has_one"),
    [
        ({"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}, False),
        ({"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}, False),
        ({}, False),
    ],
)
def test_no_keyring_is_seen_where_none_is(
    variables: dict[str, str], has_one: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert keyring_entry.has_keyring() is has_one


# --- a password ---------------------------------------------------------------------------------------


def test_a_new_store_with_a_password_opens_with_it_only(folder: Path, keyring: TestKeyring) -> None:
    key = store_key(folder, PASSWORD)
    assert isinstance(kept(folder), UnderPassword)
    assert keyring.entries == {}
    assert store_key(folder, PASSWORD) == key
    with refused("store.password_needed", InputError):
        store_key(folder)
    with refused("store.password_wrong", InputError):
        store_key(folder, PASSWORD + "!")


def test_a_password_is_the_same_however_its_characters_are_composed() -> None:
    lock = lock_key(bytes(32), "caf\u00e9 2026")
    assert unlock_key(lock, "cafe\u0301 2026") == bytes(32)


@pytest.mark.parametrize("password", ["", "1234567"])
def test_a_password_that_is_too_short_makes_no_store(folder: Path, password: str) -> None:
    with refused("store.password_short", InputError):
        store_key(folder, password)
    assert list(folder.iterdir()) == []


def test_the_same_password_twice_makes_two_different_locks() -> None:
    first, second = lock_key(bytes(32), PASSWORD), lock_key(bytes(32), PASSWORD)
    assert first.salt != second.salt
    assert first.wrapped != second.wrapped


@pytest.mark.parametrize(
    "other",
    [
        {"memory": 1024 * 1024 * 1024},
        {"memory": 1},
        {"passes": 0},
        {"passes": 1000},
        {"lanes": 0},
        {"lanes": 1000},
        {"salt": b""},
        {"nonce": b"1"},
        {"wrapped": b""},
    ],
)
def test_a_lock_that_would_keep_the_computer_busy_is_none(other: dict[str, object]) -> None:
    sound = {"salt": bytes(16), "memory": 65536, "passes": 3, "lanes": 4, "nonce": bytes(12)}
    with pytest.raises(ValueError, match="no lock"):
        KeyLock(**{**sound, "wrapped": bytes(48), **other})  # type: ignore[arg-type]


def test_no_flipped_bit_of_a_lock_opens_it() -> None:
    lock = lock_key(bytes(32), PASSWORD)
    for name in ("salt", "nonce", "wrapped"):
        damaged = bytearray(getattr(lock, name))
        damaged[-1] ^= 1
        with pytest.raises(WrongPasswordError):
            unlock_key(KeyLock(**{**_plain(lock), name: bytes(damaged)}), PASSWORD)


def _plain(lock: KeyLock) -> dict[str, object]:
    return {name: getattr(lock, name) for name in KeyLock.__slots__}


# --- changing -----------------------------------------------------------------------------------------

WAYS: dict[str, Callable[[KeyKeeper], None]] = {
    "keyring": KeyKeeper.keep_in_keyring,
    "password": lambda keys: keys.keep_under_password(PASSWORD),
    "file": KeyKeeper.keep_in_file,
}


@pytest.mark.parametrize("after", WAYS)
@pytest.mark.parametrize("before", WAYS)
def test_from_every_way_to_every_other_the_key_stays_the_same(
    before: str, after: str, folder: Path, keyring: TestKeyring
) -> None:
    key = store_key(folder)
    keys = KeyKeeper(folder, key)
    WAYS[before](keys)
    WAYS[after](keys)
    assert store_key(folder, PASSWORD if after == "password" else None) == key
    # Nothing is left where it is not kept any more.
    assert len(keyring.entries) == (1 if after == "keyring" else 0)
    assert (key.raw.hex() in (folder / KEY_NAME).read_text()) is (after == "file")


@pytest.mark.parametrize("after", WAYS)
@pytest.mark.parametrize("before", WAYS)
@pytest.mark.parametrize("stops_at", ["new_file_aside", "sync_folder"])
def test_a_change_that_is_interrupted_leaves_a_key_that_opens(
    before: str,
    after: str,
    stops_at: str,
    folder: Path,
    keyring: TestKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = store_key(folder)
    keys = KeyKeeper(folder, key)
    WAYS[before](keys)

    def stop(*_arguments: object) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(data_folder, stops_at, stop)
        with pytest.raises(OSError):
            WAYS[after](keys)
    assert store_key(folder, PASSWORD) == key
    assert [path.name for path in folder.iterdir()] == [KEY_NAME]


def test_a_new_password_takes_the_place_of_the_old_one(folder: Path) -> None:
    keys = keeper(folder, PASSWORD)
    keys.keep_under_password("another password")
    assert isinstance(store_key(folder, "another password"), StoreKey)
    with refused("store.password_wrong", InputError):
        store_key(folder, PASSWORD)


def test_a_forgotten_key_is_nowhere(folder: Path, keyring: TestKeyring) -> None:
    keeper(folder).forget()
    assert keyring.entries == {}
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's folders by itself")
@pytest.mark.parametrize("way", WAYS)
def test_the_key_file_is_always_for_its_owner_only(way: str, folder: Path, keyring: TestKeyring) -> None:
    keys = keeper(folder)
    WAYS[way](keys)
    assert (folder / KEY_NAME).stat().st_mode & 0o777 == 0o600


def test_the_record_of_a_password_shows_nothing_of_the_key(folder: Path) -> None:
    raw = bytes(range(32))
    write_record(folder / KEY_NAME, record_of(UnderPassword(lock_key(raw, PASSWORD)), raw), anew=True)
    assert raw.hex() not in (folder / KEY_NAME).read_text()
    assert raw.hex() not in repr(record_of(InFile(raw), raw))
