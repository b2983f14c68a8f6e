"""Proposed days: what an older file holds stays, and only days go in."""

from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from merchant_guard.storage.database import open_database
from merchant_guard.storage.migrations import m0001_first_schema, m0002_kept_days

SHOP = "INSERT INTO shop VALUES ('s1', '店', '{}', '{}')"
CHECK = "INSERT INTO self_check VALUES (1, 's1', NULL, '2026.1', NULL, NULL, NULL)"
ITEM = "INSERT INTO plan_progress VALUES (1, 'lock-screen', NULL, '2026-12-01', NULL, '', '')"
STEPS = (m0001_first_schema.apply, m0002_kept_days.apply)


def test_a_decided_day_stays_and_no_day_counts_as_proposed(tmp_path: Path) -> None:
    with open_database(tmp_path, STEPS[:1]) as old, old.transaction() as connection:
        for statement in (SHOP, CHECK, ITEM):
            connection.execute(statement)
    with open_database(tmp_path, STEPS) as opened:
        assert opened.rows("SELECT due, proposed FROM plan_progress") == [("2026-12-01", None)]


def test_only_days_are_proposed(tmp_path: Path) -> None:
    with open_database(tmp_path, STEPS[:1]) as old, old.transaction() as connection:
        for statement in (SHOP, CHECK, ITEM):
            connection.execute(statement)
    with (
        open_database(tmp_path, STEPS) as opened,
        pytest.raises(IntegrityError),
        opened.transaction() as connection,
    ):
        connection.execute("UPDATE plan_progress SET proposed = '2026-02-30'")
