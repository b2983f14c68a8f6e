"""Stores as each version of the app left them: they open today, with everything that was in them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import BusyTime, WorkRhythm
from merchant_guard.storage.attachment_store import AttachmentStore
from merchant_guard.storage.copies import version_copy_name
from merchant_guard.storage.database import Database, open_database
from merchant_guard.storage.migrations import MIGRATIONS
from merchant_guard.storage.register_store import RegisterStore
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore
from tests.storage.fixtures.make_stores import ENTRY_ID, HERE, INCIDENT_ID, PHOTO, PHOTO_ID, folder_of

VERSIONS = range(1, len(MIGRATIONS) + 1)


def test_there_is_a_store_of_every_version() -> None:
    """After a migration was added: `python -m tests.storage.fixtures.make_stores`, and keep what it makes."""
    there = sorted(path.name for path in HERE.glob("version-*") if (path / "store.db").exists())
    assert there == sorted(folder_of(version).name for version in VERSIONS)


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def old(version: int, tmp_path: Path) -> Path:
    """A data folder as that version left it."""
    return shutil.copytree(folder_of(version), tmp_path / "data")


def test_what_was_in_it_is_there(old: Path, version: int) -> None:
    with open_database(old) as database:
        assert database.rows("PRAGMA user_version") == [(len(MIGRATIONS),)]
        _expect_shop(database, version)
        _expect_checks(database, version)
        _expect_book(database, version)
        if version >= 4:
            kept, data = AttachmentStore(database, old).load(PHOTO_ID)
            assert (kept.name, data) == ("门口.png", PHOTO)


def _expect_shop(database: Database, version: int) -> None:
    shop = ShopStore(database).load("s1")
    assert (shop.name, shop.profile) == ("老店", {"team": 3})
    assert shop.rhythm == WorkRhythm(2, 3, (BusyTime((11, 1), (11, 15)),))
    assert shop.details == ({"security_person": "甲"} if version >= 6 else {})
    draft = ShopStore(database).load_draft()
    assert (draft.name if draft else None) == ("新店" if version >= 3 else None)


def _expect_checks(database: Database, version: int) -> None:
    checks = SelfCheckStore(database)
    first = checks.load(1)
    assert (first.checked_on, first.finished_on) == (date(2025, 11, 20), date(2025, 11, 21))
    answer = Answer(Choice.PARTLY, frozenset({"one"}), "记一下", evidence=("照片.png",))
    assert first.answers == {"access.visitors": answer}
    proposed = date(2025, 11, 28) if version >= 2 else None
    done = Progress("甲", date(2025, 12, 1), date(2025, 11, 30), proposed=proposed)
    assert first.progress == {"access.close-leavers": done}
    assert (first.wording.score if first.wording else None) == (58 if version >= 8 else None)
    if version >= 3:
        assert checks.load(2).profile == {"team": 4}
        assert checks.load_waiting(2) == ({"access.visitors": (PHOTO_ID,)} if version >= 4 else {})


def _expect_book(database: Database, version: int) -> None:
    book = RegisterStore(database).load("s1")
    assert [(one.name, one.role, one.joined) for one in book.staff] == [("甲", "owner", date(2024, 2, 29))]
    if version >= 5:
        assert book.entries[ENTRY_ID].values == {"name": "客服 1 号"}
    if version >= 7:
        assert [line.text for line in book.logs[INCIDENT_ID]] == ["换了密码"]


def test_a_copy_of_it_is_kept_before_it_is_brought_up_to_date(old: Path, version: int) -> None:
    open_database(old).close()
    copies = {path.name for path in (old / "backups").glob("*")} if (old / "backups").exists() else set()
    assert copies == ({version_copy_name(version)} if version < len(MIGRATIONS) else set())
