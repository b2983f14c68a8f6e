"""What the papers of a shop say of it: its name on the licence, whom to ask, whom to call."""

from merchant_guard.storage.connection import Connection


def apply(connection: Connection) -> None:
    """Give every shop a place for the details of its papers."""
    connection.execute(
        "ALTER TABLE shop ADD COLUMN details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details))"
    )
