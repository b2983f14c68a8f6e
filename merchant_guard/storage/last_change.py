"""When somebody wrote in a store: what tells which of two is the newer, and what one of them lacks."""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from merchant_guard.storage.connection import connect, database_problems
from merchant_guard.storage.database import Database
from merchant_guard.storage.keys import StoreKey

_MOMENTS = (
    ("answer", "answered_at"),
    ("register_value", "written_at"),
    ("duty_record", "written_at"),
    ("attachment", "imported_at"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """The moments at which something was written down, by table; two stores that share one share a change."""

    moments: Mapping[str, Counter[str]]

    @property
    def last(self) -> datetime | None:
        """The latest of them; None in an empty store."""
        found = [datetime.fromisoformat(moment) for one in self.moments.values() for moment in one]
        return max((moment.astimezone() for moment in found), default=None)

    def missing_in(self, other: "Written") -> dict[str, int]:
        """How much of each table's is here and not in the other; tables of which nothing is are left out."""
        none: Counter[str] = Counter()
        lacking = {
            table: (here - other.moments.get(table, none)).total() for table, here in self.moments.items()
        }
        return {table: count for table, count in lacking.items() if count}


def written(database: Database) -> Written:
    """Read when something was written down in an open store. Raises SystemProblemError (`store.…`)."""
    return _written(database.rows)


def written_in(copy: Path, key: StoreKey) -> Written:
    """Read it out of a copy, which may be of an older version. Raises SystemProblemError (`store.…`)."""
    with database_problems(copy.parent), closing(connect(copy, key, "ro")) as connection:
        return _written(lambda sql: connection.execute(sql).fetchall())


def _written(rows: Callable[[str], list[tuple[Any, ...]]]) -> Written:
    tables = {name for (name,) in rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return Written(
        {
            table: Counter(
                moment
                for (moment,) in rows(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")  # noqa: S608
            )
            for table, column in _MOMENTS
            if table in tables
        }
    )
