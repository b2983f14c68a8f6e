"""Opening the store: made, opened again, refused with a sentence, and encrypted all the while."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop, StaffMember
from merchant_guard.storage.data_folder import KEY_NAME, STORE_NAME
from merchant_guard.storage.database import Database, open_database
from merchant_guard.storage.migrations import MIGRATIONS
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore
from tests.support.stores import LATER, contents, refused

posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's folders by itself")


def test_a_store_is_made_where_there_is_none_and_opens_again(folder: Path) -> None:
    with open_database(folder) as database:
        shop_id = ShopStore(database).save(Shop("小店"))
    assert sorted(contents(folder)) == [STORE_NAME, KEY_NAME]
    with open_database(folder) as database:
        assert ShopStore(database).load(shop_id).name == "小店"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("user_version", len(MIGRATIONS)),
        ("busy_timeout", 5000),
    ],
)
def test_an_open_store_works_safely(database: Database, pragma: str, value: object) -> None:
    assert database.rows(f"PRAGMA {pragma}") == [(value,)]


def test_every_page_is_encrypted_and_sealed_as_the_library_proposes(database: Database) -> None:
    cipher = {row[0].removeprefix("PRAGMA ") for row in database.rows("PRAGMA cipher_settings")}
    assert {"cipher_page_size = 4096;", "cipher_use_hmac = 1;"} <= cipher
    assert "cipher_hmac_algorithm = HMAC_SHA512;" in cipher


def test_whoever_starts_at_the_same_moment_opens_the_same_store(folder: Path) -> None:
    def name_a_shop(number: int) -> None:
        with open_database(folder) as database:
            ShopStore(database).save(Shop(str(number)))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(name_a_shop, range(6)))
    with open_database(folder) as database:
        assert [shop.name for shop in ShopStore(database).list()] == list("012345")
    assert sorted(contents(folder)) == [STORE_NAME, KEY_NAME]


def test_what_was_saved_is_there_after_the_process_was_killed(folder: Path) -> None:
    program = """
import os, sys
from pathlib import Path
from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.storage.database import open_database
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore

database = open_database(Path(sys.argv[1]))
store = SelfCheckStore(database)
check = store.save(ShopStore(database).save(Shop()), SelfCheck(), bank_version="1")
store.save_answer(check, "access.lock", Answer(Choice.NO, note="kept"))
os._exit(9)
"""
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", program, str(folder)], cwd=root, check=False).returncode == 9
    with open_database(folder) as database:
        ((note,),) = database.rows("SELECT note FROM answer")
    assert note == "kept"


def test_the_files_hold_no_word_of_what_was_stored(folder: Path) -> None:
    words = {
        name: f"秘密{name}Secret" for name in ("shop", "staff", "note", "reason", "proof", "owner", "profile")
    }
    with open_database(folder) as database:
        shop = Shop(words["shop"], {"field": words["profile"]}, (StaffMember(words["staff"], "owner"),))
        shop_id = ShopStore(database).save(shop)
        answer = Answer(Choice.NO, note=words["note"], reason=words["reason"], evidence=(words["proof"],))
        check = SelfCheck(
            None, {"q": answer}, {"item": Progress(owner=words["owner"], proof=(words["proof"],))}
        )
        SelfCheckStore(database).save(shop_id, check, bank_version="1")
        while_open = contents(folder)
    open_database(folder, LATER).close()
    afterwards = contents(folder)
    assert f"{STORE_NAME}-wal" in while_open
    assert f"backups/store-version-{len(MIGRATIONS)}.db" in {name.replace(os.sep, "/") for name in afterwards}
    for name, data in [*while_open.items(), *afterwards.items()]:
        for word in (*words.values(), "秘密", "Secret", "SQLite format", "CREATE TABLE", "staff_member"):
            assert word.encode() not in data, name
            assert word.encode("utf-16-le") not in data, name


@posix_only
def test_folder_and_files_are_for_their_owner_only(folder: Path) -> None:
    before = os.umask(0)
    try:
        with open_database(folder) as database:
            ShopStore(database).save(Shop())
            while_open = modes(folder)
        open_database(folder, LATER).close()
    finally:
        os.umask(before)
    assert while_open == dict.fromkeys(while_open, 0o600)
    assert {f"{STORE_NAME}-wal", f"{STORE_NAME}-shm"} <= set(while_open)
    assert set(modes(folder).values()) == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "backups").stat().st_mode & 0o777 == 0o700


@posix_only
def test_a_folder_that_others_may_enter_is_narrowed(folder: Path) -> None:
    open_database(folder).close()
    for path in (folder, *folder.iterdir()):
        path.chmod(0o777)
    open_database(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert set(modes(folder).values()) == {0o700}


def modes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()}


def test_a_store_with_another_key_is_refused_and_untouched(folder: Path, tmp_path: Path) -> None:
    open_database(folder).close()
    open_database(tmp_path / "other").close()
    (folder / KEY_NAME).write_bytes((tmp_path / "other" / KEY_NAME).read_bytes())
    before = contents(folder)
    with refused("store.unreadable"):
        open_database(folder)
    assert contents(folder).items() >= before.items()


def test_a_store_without_its_key_is_refused_and_gets_no_new_one(folder: Path) -> None:
    open_database(folder).close()
    (folder / KEY_NAME).unlink()
    before = contents(folder)
    with refused("store.key_missing"):
        open_database(folder)
    assert contents(folder) == before


def test_a_refused_store_opens_once_its_key_is_back(folder: Path) -> None:
    with open_database(folder) as database:
        shop_id = ShopStore(database).save(Shop("小店"))
    key = (folder / KEY_NAME).rename(folder.parent / "kept")
    with refused("store.key_missing"):
        open_database(folder)
    key.rename(folder / KEY_NAME)
    with open_database(folder) as database:
        assert ShopStore(database).load(shop_id).name == "小店"


def test_a_file_in_the_place_of_the_folder_is_a_sentence(folder: Path) -> None:
    folder.write_text("in the way")
    with refused("store.cannot_write"):
        open_database(folder)
    with refused("store.cannot_write"):
        open_database(folder / "below")
    assert folder.read_text() == "in the way"


def test_a_folder_in_the_place_of_the_store_is_a_sentence(folder: Path) -> None:
    open_database(folder).close()
    (folder / STORE_NAME).unlink()
    (folder / STORE_NAME).mkdir()
    with refused("store.cannot_write"):
        open_database(folder)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root and Windows write anywhere")
def test_a_folder_one_may_not_write_in_is_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with refused("store.cannot_write"):
            open_database(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_full_disk_is_a_sentence_and_nothing_half_is_kept(database: Database) -> None:
    shops = ShopStore(database)
    shops.save(Shop("小店"))
    with database.transaction() as connection:
        connection.execute("PRAGMA max_page_count = 1")
    with refused("store.disk_full"), database.transaction():
        for number in range(100):
            shops.save(Shop(f"{number}" * 1000))
    assert [shop.name for shop in shops.list()] == ["小店"]


def test_a_window_that_writes_too_long_is_a_sentence_for_the_other(folder: Path, database: Database) -> None:
    with open_database(folder) as other, database.transaction():
        other.rows("PRAGMA busy_timeout = 0")
        with refused("store.busy"):
            ShopStore(other).save(Shop())


def test_a_transaction_inside_another_stands_or_falls_with_it(database: Database) -> None:
    shops = ShopStore(database)
    with pytest.raises(ZeroDivisionError), database.transaction():
        shops.save(Shop("first"))
        shops.save(Shop("second"))
        raise ZeroDivisionError
    assert shops.list() == ()


def test_a_mistake_of_ours_is_not_dressed_up_as_a_disk_problem(database: Database) -> None:
    with pytest.raises(Exception, match="no such table") as caught:
        database.rows("SELECT 1 FROM nowhere")
    assert type(caught.value).__name__ == "OperationalError"
