"""The day that was proposed for a plan item stays once it was shown."""

from merchant_guard.storage.connection import Connection


def apply(connection: Connection) -> None:
    """Give every plan item a place for its proposed day."""
    connection.execute(
        "ALTER TABLE plan_progress ADD COLUMN proposed TEXT CHECK (proposed IS date(proposed))"
    )
