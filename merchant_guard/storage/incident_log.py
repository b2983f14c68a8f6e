"""The lines of incidents in the store; they are only ever added, which the database itself enforces."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.storage.connection import Connection
from merchant_guard.storage.database import Database

_LOGS = """
    SELECT entry_id, text, happened_at, written_at, tick, done FROM incident_log
    WHERE entry_id IN (SELECT id FROM register_entry WHERE shop_id = ?) ORDER BY number
"""
_ADD_LINE = """
    INSERT INTO incident_log (entry_id, text, tick, done, happened_at, written_at)
    SELECT id, ?, ?, ?, ?, ? FROM register_entry WHERE id = ?
"""


def read_logs(database: Database, shop_id: str) -> dict[str, tuple[LogLine, ...]]:
    """Return the logs of a shop by the id of their entry, each in the order in which it was written."""
    found: defaultdict[str, tuple[LogLine, ...]] = defaultdict(tuple)
    for entry_id, text, happened_at, written_at, tick, done in database.rows(_LOGS, (shop_id,)):
        moments = (datetime.fromisoformat(happened_at), datetime.fromisoformat(written_at))
        found[entry_id] += (LogLine(text, *moments, tick, bool(done)),)
    return dict(found)


def add_lines(connection: Connection, entry_id: str, lines: Iterable[LogLine]) -> bool:
    """Add lines at the end of a log; whether the entry is there."""
    for line in lines:
        moments = [moment.isoformat(timespec="seconds") for moment in (line.happened_at, line.written_at)]
        values = (line.text, line.tick, int(line.done), *moments, entry_id)
        if connection.execute(_ADD_LINE, values).rowcount == 0:
            return False
    return True


def has_log(connection: Connection, entry_id: str) -> bool:
    """Whether an entry has a line, so that it can never be deleted."""
    rows = connection.execute("SELECT 1 FROM incident_log WHERE entry_id = ? LIMIT 1", (entry_id,))
    return rows.fetchone() is not None


def shop_has_log(connection: Connection, shop_id: str) -> bool:
    """Whether an entry of a shop has a line."""
    sql = """
        SELECT 1 FROM incident_log JOIN register_entry ON register_entry.id = entry_id
        WHERE shop_id = ? LIMIT 1
    """
    return connection.execute(sql, (shop_id,)).fetchone() is not None
