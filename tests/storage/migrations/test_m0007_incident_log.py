"""The database itself refuses to change a line of a log or to take one out, whatever way is tried."""

from pathlib import Path

import pytest

from merchant_guard.storage.database import Database, open_database
from merchant_guard.storage.migrations import MIGRATIONS

BEFORE, WITH_IT = MIGRATIONS[:6], MIGRATIONS[:7]
SHOP = "INSERT INTO shop (id, name, profile, rhythm) VALUES ('s1', '店', '{}', '{}')"
ENTRY = "INSERT INTO register_entry (id, shop_id, register, entered_at) VALUES (?, 's1', 'incidents', ?)"
LINE = """
    INSERT INTO incident_log (entry_id, text, tick, done, happened_at, written_at) VALUES (?, ?, '', 1, ?, ?)
"""
AT = "2026-11-30T14:02:00+08:00"
ENTRY_ID = "a" * 16


@pytest.fixture
def store(tmp_path: Path) -> Database:
    opened = open_database(tmp_path, WITH_IT)
    with opened.transaction() as connection:
        connection.execute(SHOP)
        connection.execute(ENTRY, (ENTRY_ID, AT))
        connection.execute(LINE, (ENTRY_ID, "关掉链接", AT, AT))
    return opened


ATTACKS = {
    "change the words": "UPDATE incident_log SET text = '别的'",
    "change a time": "UPDATE incident_log SET happened_at = '2026-11-29T14:02:00+08:00'",
    "take back a tick": "UPDATE incident_log SET done = 0",
    "move it to another entry": "UPDATE incident_log SET entry_id = 'b'",
    "delete": "DELETE FROM incident_log",
    "update or ignore": "UPDATE OR IGNORE incident_log SET text = '别的'",
    "update or replace": "UPDATE OR REPLACE incident_log SET text = '别的'",
    "replace": "INSERT OR REPLACE INTO incident_log SELECT number, entry_id, '别的', tick, done, "
    "happened_at, written_at FROM incident_log",
    "upsert": "INSERT INTO incident_log SELECT number, entry_id, '别的', tick, done, happened_at, written_at "
    "FROM incident_log WHERE true ON CONFLICT (number) DO UPDATE SET text = excluded.text",
    "delete its entry": "DELETE FROM register_entry",
    "rename its entry": "UPDATE register_entry SET id = 'bbbbbbbbbbbbbbbb'",
    "delete its shop": "DELETE FROM shop",
}


@pytest.mark.parametrize("sql", ATTACKS.values(), ids=ATTACKS)
def test_a_line_is_neither_changed_nor_taken_out(store: Database, tmp_path: Path, sql: str) -> None:
    before = store.rows("SELECT * FROM incident_log")
    with store, pytest.raises(Exception, match=r"never|FOREIGN KEY"), store.transaction() as connection:
        connection.execute(sql)
    with open_database(tmp_path, WITH_IT) as again:
        assert again.rows("SELECT * FROM incident_log") == before
        assert len(before) == 1


def test_replacing_its_entry_leaves_a_log_as_it_is(store: Database) -> None:
    before = store.rows("SELECT * FROM incident_log")
    with store:
        with store.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO register_entry SELECT * FROM register_entry")
        assert store.rows("SELECT * FROM incident_log") == before


def test_lines_are_added_and_entries_without_any_go_as_ever(store: Database) -> None:
    with store, store.transaction() as connection:
        connection.execute(LINE, (ENTRY_ID, "报了警", AT, AT))
        connection.execute(ENTRY, ("b" * 16, AT))
        connection.execute("DELETE FROM register_entry WHERE id = ?", ("b" * 16,))
        assert store.rows("SELECT text FROM incident_log ORDER BY number") == [("关掉链接",), ("报了警",)]


NONSENSE = {
    "no words": (ENTRY_ID, "", AT, AT),
    "no time": (ENTRY_ID, "x", "yesterday", AT),
    "no entry": ("c" * 16, "x", AT, AT),
}


@pytest.mark.parametrize("values", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_stays_out(store: Database, values: tuple[str, ...]) -> None:
    with store, pytest.raises(Exception, match="constraint failed"), store.transaction() as connection:
        connection.execute(LINE, values)


def test_an_older_store_gets_an_empty_log(tmp_path: Path) -> None:
    with open_database(tmp_path, BEFORE) as old, old.transaction() as connection:
        connection.execute(SHOP)
        connection.execute(ENTRY, (ENTRY_ID, AT))
    with open_database(tmp_path, WITH_IT) as opened:
        assert opened.rows("SELECT * FROM incident_log") == []
        assert opened.rows("SELECT id FROM register_entry") == [(ENTRY_ID,)]
