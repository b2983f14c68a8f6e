"""When a store was last written in by somebody: what tells which of two is the newer one."""

from datetime import datetime

from merchant_guard.storage.database import Database

_MOMENTS = (
    ("answer", "answered_at"),
    ("register_value", "written_at"),
    ("duty_record", "written_at"),
    ("attachment", "imported_at"),
)


def last_change(database: Database) -> datetime | None:
    """The latest moment at which something was written down; None in an empty store."""
    found = [
        datetime.fromisoformat(moment)
        for table, column in _MOMENTS
        for (moment,) in database.rows(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")  # noqa: S608
    ]
    return max((moment.astimezone() for moment in found), default=None)
