"""Damaged stores: a sentence, and not a byte changed."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.storage.data_folder import STORE_NAME
from merchant_guard.storage.database import open_database
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore
from tests.support.stores import LATER, contents, refused

PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with some years in it."""
    folder = tmp_path_factory.mktemp("sound") / "data"
    with open_database(folder) as database:
        shop_id = ShopStore(database).save(Shop("小店"))
        for year in range(5):
            answers = {f"group.q{n}": Answer(Choice.PARTLY, note=f"{year} " * 20) for n in range(45)}
            SelfCheckStore(database).save(shop_id, SelfCheck(answers=answers), bank_version="1")
    return folder


@pytest.fixture
def store(sound: Path, folder: Path) -> Path:
    shutil.copytree(sound, folder)
    return folder / STORE_NAME


def flipped(place: int) -> Callable[[bytes], bytes]:
    def flip(data: bytes) -> bytes:
        at = place % len(data)
        return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]

    return flip


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "a bit of the salt flipped": flipped(3),
    "a bit of the first page flipped": flipped(100),
    "a bit of the third page flipped": flipped(2 * PAGE + 1000),
    "a bit of the last page flipped": flipped(-200),
    "emptied": lambda data: b"",
    "cut within the first page": lambda data: data[:1000],
    "cut to one page": lambda data: data[:PAGE],
    "cut in half": lambda data: data[: len(data) // 2],
    "cut by a few bytes": lambda data: data[:-100],
    "zeros": lambda data: bytes(len(data)),
    "zeros at the beginning": lambda data: bytes(PAGE) + data[PAGE:],
    "zeros in the middle": lambda data: data[: 3 * PAGE] + bytes(PAGE) + data[4 * PAGE :],
    "zeros at the end": lambda data: data[:-PAGE] + bytes(PAGE),
    "two pages exchanged": lambda data: (
        data[: 2 * PAGE] + data[3 * PAGE : 4 * PAGE] + data[2 * PAGE : 3 * PAGE] + data[4 * PAGE :]
    ),
    "a plain database": lambda data: b"SQLite format 3\0" + data[16:],
    "a text": lambda data: "这不是数据".encode(),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_store_is_refused_and_left_as_it_is(store: Path, damage: Callable[[bytes], bytes]) -> None:
    store.write_bytes(damage(store.read_bytes()))
    before = contents(store.parent)
    with refused("store.unreadable"):
        open_database(store.parent, LATER)
    assert contents(store.parent).items() >= before.items()
    assert not (store.parent / "backups").exists()


def test_no_page_can_be_damaged_without_being_noticed(store: Path) -> None:
    whole = store.read_bytes()
    dice = random.Random(20261121)  # noqa: S311 - places to damage, the same every time
    for page in range(len(whole) // PAGE):
        store.write_bytes(flipped(page * PAGE + dice.randrange(PAGE))(whole))
        with refused("store.unreadable"):
            open_database(store.parent)
    store.write_bytes(whole)
    open_database(store.parent).close()


def test_a_store_of_which_only_the_journal_is_left_is_not_begun_anew(folder: Path) -> None:
    with open_database(folder) as database:
        ShopStore(database).save(Shop("小店"))
        journal = (folder / f"{STORE_NAME}-wal").read_bytes()
    (folder / STORE_NAME).unlink()
    (folder / f"{STORE_NAME}-wal").write_bytes(journal)
    before = contents(folder)
    with refused("store.unreadable"):
        open_database(folder)
    assert contents(folder) == before


def test_damage_that_comes_while_the_store_is_open_is_a_sentence(store: Path) -> None:
    with open_database(store.parent) as database:
        whole = store.read_bytes()
        store.write_bytes(whole[:PAGE] + bytes(len(whole) - PAGE))
        with refused("store.unreadable"):
            database.rows("SELECT * FROM answer")


def test_refusing_a_damaged_store_says_nothing_on_the_terminal(
    store: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store.write_bytes(bytes(len(store.read_bytes())))
    with refused("store.unreadable"):
        open_database(store.parent)
    assert capfd.readouterr() == ("", "")
