"""What was done and found when information may have got out: lines that can only ever be added.

The database itself refuses to change or take out a line, whoever asks, and with it the entry the lines belong
to. `INSERT OR REPLACE` fires no trigger for what it takes out, so a number that is there is refused as well.
"""

from merchant_guard.storage.connection import Connection

# Moments have their time zone, as 2026-11-30T14:02:00+08:00. `tick` is empty in a line somebody wrote; `done`
# is 0 where a tick was taken back.
STATEMENTS = (
    """
    CREATE TABLE incident_log (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        entry_id TEXT NOT NULL REFERENCES register_entry (id),
        text TEXT NOT NULL CHECK (text <> ''),
        tick TEXT NOT NULL,
        done INTEGER NOT NULL CHECK (done IN (0, 1)),
        happened_at TEXT NOT NULL CHECK (happened_at GLOB '????-??-??T??:??:??*'),
        written_at TEXT NOT NULL CHECK (written_at GLOB '????-??-??T??:??:??*')
    ) STRICT
    """,
    "CREATE INDEX incident_log_of_entry ON incident_log (entry_id, number)",
    """
    CREATE TRIGGER incident_log_is_never_changed BEFORE UPDATE ON incident_log
    BEGIN SELECT raise(ABORT, 'a line of an incident log is never changed'); END
    """,
    """
    CREATE TRIGGER incident_log_is_never_deleted BEFORE DELETE ON incident_log
    BEGIN SELECT raise(ABORT, 'a line of an incident log is never deleted'); END
    """,
    """
    CREATE TRIGGER incident_log_is_never_replaced BEFORE INSERT ON incident_log
    WHEN EXISTS (SELECT 1 FROM incident_log WHERE number = new.number)
    BEGIN SELECT raise(ABORT, 'a line of an incident log is never replaced'); END
    """,
)


def apply(connection: Connection) -> None:
    """Make the table and what guards it."""
    for statement in STATEMENTS:
        connection.execute(statement)
