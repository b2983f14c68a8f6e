"""Shops of older stores have no details yet, and nonsense stays out."""

from pathlib import Path

import pytest

from merchant_guard.storage.database import open_database
from merchant_guard.storage.migrations import MIGRATIONS

BEFORE, WITH_IT = MIGRATIONS[:5], MIGRATIONS[:6]


def test_an_older_shop_has_no_details(tmp_path: Path) -> None:
    with open_database(tmp_path, BEFORE) as old, old.transaction() as connection:
        connection.execute("INSERT INTO shop (id, name, profile, rhythm) VALUES ('s1', '店', '{}', '{}')")
    with open_database(tmp_path, WITH_IT) as opened:
        assert opened.rows("SELECT name, details FROM shop") == [("店", "{}")]


def test_nonsense_stays_out(tmp_path: Path) -> None:
    add = "INSERT INTO shop (id, name, profile, rhythm, details) VALUES ('s1', '店', '{}', '{}', '{not json')"
    with (
        open_database(tmp_path, WITH_IT) as opened,
        pytest.raises(Exception, match="constraint failed"),
        opened.transaction() as connection,
    ):
        connection.execute(add)
