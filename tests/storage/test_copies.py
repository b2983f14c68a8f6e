"""Daily copies of the store: made on change, read back, thinned, put back; a damaged one is never taken."""

import shutil
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from merchant_guard.domain.shop import Shop
from merchant_guard.storage import data_folder
from merchant_guard.storage.connection import connect
from merchant_guard.storage.copies import Copies
from merchant_guard.storage.data_folder import STORE_NAME
from merchant_guard.storage.database import open_database
from merchant_guard.storage.keys import store_key
from merchant_guard.storage.shop_store import ShopStore
from tests.support.stores import contents, refused

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, 15, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    add_shop(folder, "小店")
    return folder


@pytest.fixture
def copies(folder: Path) -> Copies:
    return Copies(folder, store_key(folder))


def add_shop(folder: Path, name: str) -> None:
    with open_database(folder) as database:
        ShopStore(database).save(Shop(name))


def shop_names(folder: Path) -> list[str]:
    with open_database(folder) as database:
        return sorted(shop.name for shop in ShopStore(database).list())


def days(copies: Copies) -> list[date]:
    return [copy.day for copy in copies.list()]


def test_a_day_is_copied_once_and_again_when_something_has_changed(folder: Path, copies: Copies) -> None:
    assert copies.keep_day(TODAY) == folder / "backups/store-2026-11-22.db"
    assert copies.keep_day(TODAY) is None
    assert copies.keep_day(TODAY + timedelta(days=1)) is None
    add_shop(folder, "又一家")
    assert copies.keep_day(TODAY + timedelta(days=1)) is not None
    assert days(copies) == [date(2026, 11, 23), TODAY]


def test_what_stands_only_in_the_journal_is_copied(folder: Path, copies: Copies) -> None:
    with open_database(folder) as database:
        ShopStore(database).save(Shop("刚写的"))
        copies.keep_day(TODAY)
    copies.put_back(copies.list()[0].path, NOW)
    assert shop_names(folder) == ["刚写的", "小店"]


def test_a_clock_that_was_set_back_makes_no_older_copy(folder: Path, copies: Copies) -> None:
    copies.keep_day(TODAY)
    add_shop(folder, "又一家")
    copies.keep_day(TODAY - timedelta(days=300))
    assert days(copies) == [TODAY]
    copies.put_back(copies.list()[0].path, NOW)
    assert shop_names(folder) == ["又一家", "小店"]


def test_copies_are_thinned(folder: Path, copies: Copies) -> None:
    first = copies.keep_day(TODAY)
    assert first is not None
    for back in range(1, 100):
        day = TODAY - timedelta(days=back)
        shutil.copy2(first, first.with_name(f"store-{day.isoformat()}.db"))
    add_shop(folder, "又一家")
    copies.keep_day(TODAY)
    assert len(days(copies)) == 7 + 3 + 3  # days; weeks and months whose last is not among them


def test_what_somebody_else_put_there_is_left(folder: Path, copies: Copies) -> None:
    (folder / "backups").mkdir()
    for name in ("store-2026-13-45.db", "store-abc.db", "notes.txt"):
        (folder / "backups" / name).write_text("mine")
    copies.keep_day(TODAY)
    assert days(copies) == [TODAY]
    assert len(list((folder / "backups").iterdir())) == 4


def test_a_copy_is_for_its_owner_only(folder: Path, copies: Copies) -> None:
    path = copies.keep_day(TODAY)
    assert path is not None
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


DAMAGES = {
    "one bit": flipped,
    "cut off": lambda data: data[: len(data) // 2],
    "empty": lambda _data: b"",
    "zeros": lambda data: b"\0" * len(data),
    "another file": lambda data: b"PK" + data[2:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_copy_is_told_and_the_sound_one_before_it_is_taken(
    damage: str, copies: Copies, folder: Path
) -> None:
    copies.keep_day(TODAY)
    add_shop(folder, "又一家")
    later = copies.keep_day(TODAY + timedelta(days=1))
    assert later is not None
    later.write_bytes(DAMAGES[damage](later.read_bytes()))
    assert not copies.is_sound(later)
    newest = copies.newest_sound()
    assert newest is not None
    assert newest.day == TODAY
    before = contents(folder)
    with refused("store.copy_failed"):
        copies.put_back(later, NOW)
    assert {k: v for k, v in contents(folder).items() if "before" not in k} == before


def test_what_was_put_back_can_be_undone(folder: Path, copies: Copies) -> None:
    copies.keep_day(TODAY)
    add_shop(folder, "又一家")
    aside = copies.put_back(copies.list()[0].path, NOW)
    assert shop_names(folder) == ["小店"]
    copies.put_back(aside, NOW + timedelta(minutes=1))
    assert shop_names(folder) == ["又一家", "小店"]


def test_a_damaged_store_is_kept_aside_as_it_is(folder: Path, copies: Copies) -> None:
    copies.keep_day(TODAY)
    store = folder / STORE_NAME
    store.write_bytes(b"\0" * store.stat().st_size)
    damaged = store.read_bytes()
    aside = copies.put_back(copies.list()[0].path, NOW)
    assert aside.read_bytes() == damaged
    assert shop_names(folder) == ["小店"]


def test_a_damaged_store_comes_back_as_it_was_and_nothing_aside_is_written_over(
    folder: Path, copies: Copies
) -> None:
    copy = copies.keep_day(TODAY)
    assert copy is not None
    store = folder / STORE_NAME
    damaged = bytes(1000) + store.read_bytes()[1000:]
    store.write_bytes(damaged)
    aside = copies.put_back(copy, NOW)
    assert shop_names(folder) == ["小店"]
    meanwhile = copies.take_back(aside, NOW)  # within the same second
    assert store.read_bytes() == damaged == aside.read_bytes()
    assert meanwhile != aside and copies.is_sound(meanwhile)


def test_a_journal_is_not_played_into_what_is_put_back(folder: Path, copies: Copies, tmp_path: Path) -> None:
    copies.keep_day(TODAY)
    killed = tmp_path / "killed"
    with open_database(folder) as database:
        ShopStore(database).save(Shop("刚写的"))
        shutil.copytree(folder, killed)
    here = Copies(killed, store_key(killed))
    aside = here.put_back(here.list()[0].path, NOW)
    assert shop_names(killed) == ["小店"]
    here.put_back(aside, NOW + timedelta(minutes=1))
    assert shop_names(killed) == ["刚写的", "小店"]


@pytest.mark.parametrize("stops_at", ["copy_file", "sync_folder", "new_file_aside"])
def test_interrupted_the_store_stands_and_no_half_copy(
    stops_at: str, folder: Path, copies: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies.keep_day(TODAY)
    path = copies.list()[0].path
    add_shop(folder, "又一家")

    def stop(*_arguments: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as broken:
        broken.setattr(data_folder, stops_at, stop)
        if stops_at != "new_file_aside":
            with refused("store.disk_full"):
                copies.put_back(path, NOW)
        if stops_at != "copy_file":
            with refused("store.disk_full"):
                copies.keep_day(TODAY)
    assert "小店" in shop_names(folder)
    assert not list(folder.rglob("*.new"))
    with closing(connect(path, store_key(folder), "ro")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
