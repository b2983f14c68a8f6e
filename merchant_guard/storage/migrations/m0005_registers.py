"""Registers: entries with all that was ever written in them, settled duties, and holds that were ended.

The people of a shop move into its register of staff, which the plan takes names from now on.
"""

import base64
import json
import os
from datetime import UTC, datetime

from merchant_guard.storage.connection import Connection

# Moments have their time zone, as 2026-11-30T10:15:00+08:00; values are JSON, and NULL is emptied.
STATEMENTS = (
    """
    CREATE TABLE register_entry (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE CHECK (length(id) = 16 AND id NOT GLOB '*[^a-z2-7]*'),
        shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
        register TEXT NOT NULL,
        entered_at TEXT NOT NULL CHECK (entered_at GLOB '????-??-??T??:??:??*'),
        struck_at TEXT CHECK (struck_at GLOB '????-??-??T??:??:??*'),
        struck_reason TEXT
    ) STRICT
    """,
    "CREATE INDEX register_entry_of_shop ON register_entry (shop_id, number)",
    """
    CREATE TABLE register_value (
        entry_id TEXT NOT NULL REFERENCES register_entry (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        position INTEGER NOT NULL,
        value TEXT CHECK (value IS NULL OR json_valid(value)),
        written_at TEXT NOT NULL CHECK (written_at GLOB '????-??-??T??:??:??*'),
        PRIMARY KEY (entry_id, field, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE duty_record (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
        duty_id TEXT NOT NULL,
        entry_id TEXT REFERENCES register_entry (id) ON DELETE CASCADE,
        due TEXT NOT NULL CHECK (due IS date(due)),
        outcome TEXT NOT NULL CHECK (outcome IN ('done', 'skipped')),
        settled_on TEXT NOT NULL CHECK (settled_on IS date(settled_on)),
        reason TEXT NOT NULL CHECK (outcome = 'done' OR reason <> ''),
        written_at TEXT NOT NULL CHECK (written_at GLOB '????-??-??T??:??:??*')
    ) STRICT
    """,
    "CREATE INDEX duty_record_of_shop ON duty_record (shop_id, number)",
    """
    CREATE TABLE hold_release (
        entry_id TEXT PRIMARY KEY REFERENCES register_entry (id) ON DELETE CASCADE,
        released_on TEXT NOT NULL CHECK (released_on IS date(released_on)),
        signed_by TEXT NOT NULL CHECK (signed_by <> ''),
        reason TEXT NOT NULL CHECK (reason <> ''),
        written_at TEXT NOT NULL CHECK (written_at GLOB '????-??-??T??:??:??*')
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE entry_evidence (
        entry_id TEXT NOT NULL REFERENCES register_entry (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        reference TEXT NOT NULL,
        PRIMARY KEY (entry_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX entry_evidence_by_reference ON entry_evidence (reference)",
    "ALTER TABLE shop ADD COLUMN duties_since TEXT CHECK (duties_since IS date(duties_since))",
    """
    UPDATE shop SET duties_since = (
        SELECT max(finished_on) FROM self_check WHERE self_check.shop_id = shop.id
    )
    """,
)


def apply(connection: Connection) -> None:
    """Make the tables and move the staff into them."""
    for statement in STATEMENTS:
        connection.execute(statement)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows = connection.execute(
        "SELECT shop_id, name, role, joined FROM staff_member ORDER BY shop_id, position"
    ).fetchall()
    for shop_id, name, role, joined in rows:
        entry_id = base64.b32encode(os.urandom(10)).decode().lower()
        connection.execute(
            "INSERT INTO register_entry (id, shop_id, register, entered_at) VALUES (?, ?, 'staff', ?)",
            (entry_id, shop_id, now),
        )
        values = {"name": name, "role": role, "joined": None if joined is None else {"day": joined}}
        connection.executemany(
            "INSERT INTO register_value VALUES (?, ?, 0, ?, ?)",
            [
                (entry_id, field, json.dumps(value, ensure_ascii=False), now)
                for field, value in values.items()
                if value is not None
            ],
        )
    connection.execute("DROP TABLE staff_member")
