"""What is known of the files in `attachments/`; answers and plan items refer to them by id."""

from merchant_guard.storage.connection import Connection

# `imported_at` is in UTC, as 2026-11-30T02:15:00+00:00, so that moments can be compared as text.
STATEMENTS = (
    """
    CREATE TABLE attachment (
        id TEXT PRIMARY KEY CHECK (length(id) = 26 AND id NOT GLOB '*[^a-z2-7]*'),
        media_type TEXT NOT NULL CHECK (media_type GLOB '?*/?*'),
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
        size INTEGER NOT NULL CHECK (size > 0),
        imported_at TEXT NOT NULL CHECK (imported_at GLOB '????-??-??T??:??:??+00:00')
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX evidence_by_reference ON evidence (reference)",
)


def apply(connection: Connection) -> None:
    """Make the table of files, and a quick way from a file to what refers to it."""
    for statement in STATEMENTS:
        connection.execute(statement)
