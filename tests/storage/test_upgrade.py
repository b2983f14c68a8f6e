"""Stores of other versions: newer ones refused, older ones copied and then changed wholly or not at all."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.storage.connection import Connection
from merchant_guard.storage.copies import keep_verified_copy, version_copy_name
from merchant_guard.storage.data_folder import STORE_NAME
from merchant_guard.storage.database import open_database
from merchant_guard.storage.keys import store_key
from merchant_guard.storage.migrations import MIGRATIONS
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore
from tests.support.stores import LATER, contents, refused

THIS = len(MIGRATIONS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store of this version with a shop and a check in it."""
    folder = tmp_path / "data"
    with open_database(folder) as database:
        shop_id = ShopStore(database).save(Shop("小店"))
        check = SelfCheck(answers={"access.lock": Answer(Choice.YES)})
        SelfCheckStore(database).save(shop_id, check, bank_version="1")
    return folder


def copy_path(folder: Path) -> Path:
    return folder / "backups" / version_copy_name(THIS)


def shop_names(folder: Path) -> list[str]:
    with open_database(folder) as database:
        return [shop.name for shop in ShopStore(database).list()]


def test_a_newer_store_is_refused_and_untouched(folder: Path) -> None:
    open_database(folder, LATER).close()
    before = contents(folder)
    with refused("store.newer"):
        open_database(folder)
    assert contents(folder).items() >= before.items()


def test_a_newer_store_that_was_not_closed_is_refused_with_its_journal_untouched(
    folder: Path, tmp_path: Path
) -> None:
    with open_database(folder, LATER) as database:
        ShopStore(database).save(Shop("另一家"))
        shutil.copytree(folder, tmp_path / "killed")
    before = contents(tmp_path / "killed")
    assert before[f"{STORE_NAME}-wal"]
    with refused("store.newer"):
        open_database(tmp_path / "killed")
    assert contents(tmp_path / "killed") == before


def test_a_store_of_this_version_is_not_copied(folder: Path) -> None:
    open_database(folder).close()
    assert not (folder / "backups").exists()


def test_an_older_store_is_brought_up_to_date_and_keeps_what_it_held(folder: Path) -> None:
    with open_database(folder, LATER) as database:
        assert database.rows("SELECT words FROM remark") == [("later",)]
        assert database.rows("PRAGMA user_version") == [(THIS + 1,)]
        assert [shop.name for shop in ShopStore(database).list()] == ["小店"]
        assert database.rows("SELECT count(*) FROM answer") == [(1,)]


def test_the_copy_of_the_older_store_can_be_gone_back_to(folder: Path) -> None:
    with open_database(folder, LATER) as database:
        ShopStore(database).save(Shop("后来的"))
    copy_path(folder).replace(folder / STORE_NAME)
    assert shop_names(folder) == ["小店"]


def test_the_copy_holds_what_stood_only_in_the_journal(folder: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    with open_database(folder) as database:
        ShopStore(database).save(Shop("刚写的"))
        shutil.copytree(folder, killed)
    open_database(killed, LATER).close()
    copy_path(killed).replace(killed / STORE_NAME)
    assert sorted(shop_names(killed)) == ["刚写的", "小店"]


def test_the_copy_stands_alone_and_a_later_one_takes_its_place(folder: Path) -> None:
    key = store_key(folder)
    first = keep_verified_copy(folder, key, version_copy_name(THIS)).read_bytes()
    with open_database(folder) as database:
        ShopStore(database).save(Shop("又一家"))
    assert keep_verified_copy(folder, key, version_copy_name(THIS)).read_bytes() != first
    assert [path.name for path in (folder / "backups").iterdir()] == [f"store-version-{THIS}.db"]


def test_without_a_copy_nothing_is_changed(folder: Path) -> None:
    (folder / "backups").write_text("in the way")
    before = contents(folder)
    with refused("store.cannot_write"):
        open_database(folder, LATER)
    assert contents(folder) == before
    assert shop_names(folder) == ["小店"]


def stops_half_way(connection: Connection) -> None:
    connection.execute("CREATE TABLE half (done INTEGER)")
    connection.execute("DELETE FROM shop")
    raise ZeroDivisionError


def has_wrong_sql(connection: Connection) -> None:
    connection.execute("DROP TABLE evidence")
    connection.execute("ALTER TABLE nowhere ADD COLUMN more TEXT")


def loses_the_shops(connection: Connection) -> None:
    connection.execute("DELETE FROM shop")


@pytest.mark.parametrize("failing", [stops_half_way, has_wrong_sql, loses_the_shops])
def test_a_migration_that_fails_leaves_the_store_as_it_was(folder: Path, failing: object) -> None:
    with pytest.raises(Exception, match=r"^$|no such table: nowhere|reference to nothing"):
        open_database(folder, (*LATER, failing))  # type: ignore[arg-type]
    assert shop_names(folder) == ["小店"]
    with open_database(folder) as database:
        tables = {name for (name,) in database.rows("SELECT name FROM sqlite_master")}
        assert database.rows("PRAGMA user_version") == [(THIS,)]
    assert "evidence" in tables
    assert tables.isdisjoint({"half", "remark"})
    assert copy_path(folder).exists()


def test_a_new_store_whose_migration_fails_is_not_left_half_made(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        open_database(tmp_path / "new", (*MIGRATIONS, stops_half_way))
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["store.key"]
    open_database(tmp_path / "new").close()


def rebuilds_the_shops(connection: Connection) -> None:
    """What SQLite wants for most changes of a table: a new one, filled, with the old one's name."""
    connection.execute(
        "CREATE TABLE new_shop (id TEXT PRIMARY KEY, name TEXT, profile TEXT, rhythm TEXT, city TEXT)"
    )
    connection.execute("INSERT INTO new_shop SELECT id, name, profile, rhythm, NULL FROM shop")
    connection.execute("DROP TABLE shop")
    connection.execute("ALTER TABLE new_shop RENAME TO shop")


def test_a_table_can_be_rebuilt_without_losing_what_belongs_to_its_rows(folder: Path) -> None:
    with open_database(folder, (*MIGRATIONS, rebuilds_the_shops)) as database:
        assert database.rows("SELECT count(*) FROM answer") == [(1,)]
        assert database.rows("PRAGMA foreign_keys") == [(1,)]


def test_whoever_starts_at_the_same_moment_brings_the_store_up_to_date_once(folder: Path) -> None:
    def remarks(_number: int) -> list[tuple[str]]:
        with open_database(folder, LATER) as database:
            return database.rows("SELECT words FROM remark")

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(remarks, range(4))) == [[("later",)]] * 4
