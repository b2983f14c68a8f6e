"""The key in its file: made once, owner-only, never replaced."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from merchant_guard.storage.data_folder import KEY_NAME, STORE_NAME, prepare_folder
from merchant_guard.storage.keys import KEY_LENGTH, store_key
from tests.support.stores import refused

posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's folders by itself")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    prepare_folder(tmp_path / "data")
    return tmp_path / "data"


def test_a_new_folder_gets_a_key_that_stays(folder: Path) -> None:
    key = store_key(folder)
    assert len(key.raw) == KEY_LENGTH
    assert store_key(folder) == key
    assert [path.name for path in folder.iterdir()] == [KEY_NAME]


def test_two_folders_get_different_keys(folder: Path, tmp_path: Path) -> None:
    assert store_key(folder) != store_key(tmp_path)


def test_a_printed_key_shows_nothing_of_it(folder: Path) -> None:
    key = store_key(folder)
    assert key.raw.hex() not in repr(key)
    assert repr(key.raw) not in repr(key)


@posix_only
def test_the_key_file_is_for_its_owner_only_whatever_the_umask(folder: Path) -> None:
    before = os.umask(0)
    try:
        store_key(folder)
    finally:
        os.umask(before)
    assert (folder / KEY_NAME).stat().st_mode & 0o777 == 0o600


@posix_only
def test_a_key_file_that_others_may_read_is_narrowed(folder: Path) -> None:
    key = store_key(folder)
    (folder / KEY_NAME).chmod(0o644)
    assert store_key(folder) == key
    assert (folder / KEY_NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("left", [STORE_NAME, f"{STORE_NAME}-wal"])
def test_no_key_is_made_over_a_store_that_stands(folder: Path, left: str) -> None:
    (folder / left).write_bytes(b"encrypted")
    with refused("store.key_missing"):
        store_key(folder)
    assert [path.name for path in folder.iterdir()] == [left]


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\n",
        b"\0" * 111,
        b"merchant-guard-key plain ",
        b"merchant-guard-key sealed 00 00\n",
        b"\xff\xfe",
    ],
)
def test_a_damaged_key_file_is_refused_and_left(folder: Path, damaged: bytes) -> None:
    (folder / KEY_NAME).write_bytes(damaged)
    with refused("store.key_missing"):
        store_key(folder)
    assert (folder / KEY_NAME).read_bytes() == damaged


def test_no_flipped_bit_of_the_key_file_gives_another_key(folder: Path) -> None:
    key = store_key(folder)
    path = folder / KEY_NAME
    whole = path.read_bytes().rstrip()
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        path.write_bytes(damaged)
        with refused("store.key_missing"):
            store_key(folder)
    path.write_bytes(whole)
    assert store_key(folder) == key


def test_no_truncation_of_the_key_file_gives_another_key(folder: Path) -> None:
    store_key(folder)
    path = folder / KEY_NAME
    whole = path.read_bytes().rstrip()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with refused("store.key_missing"):
            store_key(folder)


def test_a_key_file_saved_again_by_an_editor_still_opens(folder: Path) -> None:
    key = store_key(folder)
    path = folder / KEY_NAME
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert store_key(folder) == key


def test_whoever_starts_at_the_same_moment_gets_the_same_key(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: store_key(folder).raw, range(8)))
    assert set(keys) == {store_key(folder).raw}
    assert [path.name for path in folder.iterdir()] == [KEY_NAME]
