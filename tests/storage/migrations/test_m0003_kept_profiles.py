"""The third schema: what the shop said of itself goes to its latest check, and to no other."""

from datetime import date
from pathlib import Path

import pytest

from merchant_guard.domain.shop import Shop
from merchant_guard.storage.database import open_database
from merchant_guard.storage.migrations import MIGRATIONS
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore

BEFORE, WITH_IT = MIGRATIONS[:2], MIGRATIONS[:3]
PROFILE = {"kinds": frozenset({"online_shop"}), "team": 3, "computer": True}
RHYTHM = '{"hours_per_week":1.0,"quiet_day":2,"busy":[]}'
ROWS = (
    (
        "INSERT INTO shop VALUES (?, ?, ?, ?)",
        ("s1", "店", '{"kinds":["online_shop"],"team":3,"computer":true}', RHYTHM),
    ),
    ("INSERT INTO shop VALUES (?, ?, ?, ?)", ("s2", "空店", "{}", "{}")),
)
ADD_CHECK = "INSERT INTO self_check (id, shop_id, checked_on, bank_version) VALUES (?, ?, ?, '2025.1')"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store of the second version: one shop with three checks, of which two are of one day."""
    folder = tmp_path / "data"
    with open_database(folder, BEFORE) as database, database.transaction() as connection:
        for sql, values in ROWS:
            connection.execute(sql, values)
        for number, day in ((1, "2026-11-20"), (2, None), (3, "2026-11-20")):
            connection.execute(ADD_CHECK, (number, "s1", day))
    return folder


def test_only_the_latest_check_gets_the_shops_profile(folder: Path) -> None:
    with open_database(folder, WITH_IT) as database:
        kept = dict(database.rows("SELECT id, profile FROM self_check"))
    assert kept[1] is None and kept[2] is None
    with open_database(folder) as database:
        check = SelfCheckStore(database).load(3)
        assert (check.checked_on, check.profile) == (date(2026, 11, 20), PROFILE)
        assert check.previous is not None and check.previous.profile is None
        assert ShopStore(database).load("s1").profile == PROFILE


def test_there_is_no_draft_at_first_and_never_a_second_one(folder: Path) -> None:
    with open_database(folder) as database:
        shops = ShopStore(database)
        assert shops.load_draft() is None
        for name in ("一", "二"):
            shops.save_draft(Shop(name, PROFILE))
        assert shops.load_draft() == Shop("二", PROFILE)
        assert [shop.name for shop in shops.list()] == ["店", "空店"], "a draft is no shop yet"
        shops.delete_draft()
        shops.delete_draft()
        assert shops.load_draft() is None


@pytest.mark.parametrize("profile", ["{not json", None])
def test_nonsense_stays_out(folder: Path, profile: str | None) -> None:
    with open_database(folder, WITH_IT) as database:
        connection = database.transaction()
        with pytest.raises(Exception, match="constraint failed"), connection as opened:
            opened.execute("INSERT INTO shop_draft VALUES (1, '店', ?)", (profile,))
        with pytest.raises(Exception, match="constraint failed"), database.transaction() as opened:
            opened.execute("INSERT INTO shop_draft VALUES (2, '店', '{}')")
        assert database.rows("SELECT count(*) FROM shop_draft") == [(0,)]
