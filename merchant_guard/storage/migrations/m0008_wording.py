"""A finished self-check keeps the words it was answered in; those of older ones are written when opened."""

from merchant_guard.storage.connection import Connection


def apply(connection: Connection) -> None:
    """Make the table: one row a check, as the answer file writes it."""
    connection.execute(
        """
        CREATE TABLE wording (
            self_check_id INTEGER PRIMARY KEY REFERENCES self_check (id) ON DELETE CASCADE,
            words TEXT NOT NULL CHECK (json_valid(words) AND length(words) <= 4194304)
        ) STRICT
        """
    )
