"""The registers of a shop in the store: entries with their history, settled duties, ended holds, evidence."""

import base64
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.registers.book import Book, DutyRecord, HoldRelease, Outcome
from merchant_guard.domain.registers.entry import Entry, Struck, Written
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.storage.connection import Connection
from merchant_guard.storage.database import Database
from merchant_guard.storage.incident_log import add_lines, has_log, read_logs
from merchant_guard.storage.written_values import value_from_json, value_to_json

_ID_BYTES = 10
_SAVE_ENTRY = """
    INSERT INTO register_entry (id, shop_id, register, entered_at, struck_at, struck_reason)
    SELECT ?, shop.id, ?, ?, ?, ? FROM shop WHERE shop.id = ?
    ON CONFLICT (id) DO UPDATE SET struck_at = excluded.struck_at, struck_reason = excluded.struck_reason
"""
_ENTRIES = """
    SELECT id, register, entered_at, struck_at, struck_reason FROM register_entry
    WHERE shop_id = ? ORDER BY number
"""
_VALUES = """
    SELECT entry_id, field, value, written_at FROM register_value
    WHERE entry_id IN (SELECT id FROM register_entry WHERE shop_id = ?) ORDER BY entry_id, field, position
"""
_SAVE_RECORD = """
    INSERT INTO duty_record (shop_id, duty_id, entry_id, due, outcome, settled_on, reason, written_at)
    SELECT shop.id, ?, ?, ?, ?, ?, ?, ? FROM shop WHERE shop.id = ?
"""
_RECORDS = """
    SELECT duty_id, entry_id, due, outcome, settled_on, reason, written_at FROM duty_record
    WHERE shop_id = ? ORDER BY number
"""
_DELETE_RECORD = """
    DELETE FROM duty_record WHERE number = (
        SELECT max(number) FROM duty_record
        WHERE shop_id = ? AND duty_id = ? AND entry_id IS ? AND due = ? AND written_at = ?
    )
"""
_RELEASES = """
    SELECT entry_id, released_on, signed_by, reason, written_at FROM hold_release
    WHERE entry_id IN (SELECT id FROM register_entry WHERE shop_id = ?)
"""
_EVIDENCE = """
    SELECT entry_id, reference FROM entry_evidence
    WHERE entry_id IN (SELECT id FROM register_entry WHERE shop_id = ?) ORDER BY entry_id, position
"""
_ADD_EVIDENCE = """
    INSERT INTO entry_evidence (entry_id, position, reference)
    SELECT id, (SELECT ifnull(max(position) + 1, 0) FROM entry_evidence WHERE entry_id = ?1), ?2
    FROM register_entry WHERE id = ?1
"""


class RegisterStore:
    """The registers of a store. Every method may raise SystemProblemError (`store.…`).

    A shop or entry that is not there, perhaps deleted in another window, raises InputError `store.no_shop` or
    `store.no_entry`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, shop_id: str, entry: Entry) -> None:
        """Save an entry with all that was written in it; it is on the disk when this returns."""
        with self._database.transaction() as connection:
            _write_entry(connection, shop_id, entry)

    def save_all(self, shop_id: str, entries: Iterable[Entry]) -> None:
        """Save several entries, or none of them."""
        with self._database.transaction() as connection:
            for entry in entries:
                _write_entry(connection, shop_id, entry)

    def delete(self, entry_id: str) -> None:
        """Delete an entry with all that belongs to it.

        Raises InputError `store.no_entry`, and `store.has_log` for one with a log, which is never deleted.
        """
        with self._database.transaction() as connection:
            if has_log(connection, entry_id):
                raise InputError(problem("store.has_log"))
            cursor = connection.execute("DELETE FROM register_entry WHERE id = ?", (entry_id,))
            _expect_a_row(cursor.rowcount)

    def load(self, shop_id: str) -> Book:
        """Return all registers of a shop; of a shop that is not there, an empty book."""
        written: defaultdict[str, dict[str, tuple[Written, ...]]] = defaultdict(dict)
        for entry_id, field, value, at in self._database.rows(_VALUES, (shop_id,)):
            history = written[entry_id].get(field, ())
            written[entry_id][field] = (*history, Written(value_from_json(value), _moment(at)))
        entries = {
            entry_id: Entry(
                entry_id,
                register,
                _moment(entered_at),
                written[entry_id],
                None if struck_at is None else Struck(_moment(struck_at), reason),
            )
            for entry_id, register, entered_at, struck_at, reason in self._database.rows(_ENTRIES, (shop_id,))
        }
        return Book(
            entries,
            self._records(shop_id),
            self._releases(shop_id),
            self._evidence(shop_id),
            read_logs(self._database, shop_id),
        )

    def foreign_ids(self, shop_id: str, entry_ids: Iterable[str]) -> frozenset[str]:
        """Return which of these ids belong to entries of another shop."""
        rows = self._database.rows("SELECT id FROM register_entry WHERE shop_id <> ?", (shop_id,))
        return frozenset(entry_id for (entry_id,) in rows).intersection(entry_ids)

    def save_record(self, shop_id: str, record: DutyRecord) -> None:
        """Save that a duty was done or skipped."""
        values = (
            record.duty_id,
            record.entry_id,
            record.due.isoformat(),
            record.outcome.value,
            record.on.isoformat(),
            record.reason,
            _text(record.written_at),
            shop_id,
        )
        with self._database.transaction() as connection:
            if connection.execute(_SAVE_RECORD, values).rowcount == 0:
                raise InputError(problem("store.no_shop", id=shop_id))

    def delete_record(self, shop_id: str, record: DutyRecord) -> None:
        """Take back that a duty was done or skipped; one that is not there is no problem."""
        about = (shop_id, record.duty_id, record.entry_id, record.due.isoformat(), _text(record.written_at))
        with self._database.transaction() as connection:
            connection.execute(_DELETE_RECORD, about)

    def save_release(self, release: HoldRelease) -> None:
        """Save that somebody signed the end of a hold; what was signed before stays."""
        values = (
            release.entry_id,
            release.on.isoformat(),
            release.signed_by,
            release.reason,
            _text(release.written_at),
        )
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO hold_release VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values
            )

    def add_evidence(self, entry_id: str, reference: str) -> None:
        """Add one reference to what an entry has."""
        with self._database.transaction() as connection:
            _expect_a_row(connection.execute(_ADD_EVIDENCE, (entry_id, reference)).rowcount)

    def save_evidence(self, entry_id: str, references: Sequence[str]) -> None:
        """Let an entry have these references and no others."""
        with self._database.transaction() as connection:
            there = connection.execute("SELECT 1 FROM register_entry WHERE id = ?", (entry_id,)).fetchall()
            _expect_a_row(len(there))
            connection.execute("DELETE FROM entry_evidence WHERE entry_id = ?", (entry_id,))
            rows = [(entry_id, position, reference) for position, reference in enumerate(references)]
            connection.executemany("INSERT INTO entry_evidence VALUES (?, ?, ?)", rows)

    def load_evidence(self, entry_id: str) -> tuple[str, ...]:
        """Return the references an entry has."""
        sql = "SELECT reference FROM entry_evidence WHERE entry_id = ? ORDER BY position"
        return tuple(reference for (reference,) in self._database.rows(sql, (entry_id,)))

    def add_lines(self, entry_id: str, lines: Iterable[LogLine]) -> None:
        """Add lines at the end of the log of an entry, all of them or none."""
        with self._database.transaction() as connection:
            _expect_a_row(add_lines(connection, entry_id, lines))

    def save_since(self, shop_id: str, day: date) -> None:
        """Note the day duties began, where none is noted yet."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE shop SET duties_since = ifnull(duties_since, ?) WHERE id = ?",
                (day.isoformat(), shop_id),
            )

    def load_since(self, shop_id: str) -> date | None:
        """Return the day duties began, None where they have not."""
        rows = self._database.rows("SELECT duties_since FROM shop WHERE id = ?", (shop_id,))
        return date.fromisoformat(rows[0][0]) if rows and rows[0][0] else None

    def _records(self, shop_id: str) -> tuple[DutyRecord, ...]:
        return tuple(
            DutyRecord(
                duty_id,
                entry_id,
                date.fromisoformat(due),
                Outcome(outcome),
                date.fromisoformat(on),
                _moment(written_at),
                reason,
            )
            for duty_id, entry_id, due, outcome, on, reason, written_at in self._database.rows(
                _RECORDS, (shop_id,)
            )
        )

    def _releases(self, shop_id: str) -> dict[str, HoldRelease]:
        return {
            entry_id: HoldRelease(entry_id, date.fromisoformat(on), signed_by, reason, _moment(written_at))
            for entry_id, on, signed_by, reason, written_at in self._database.rows(_RELEASES, (shop_id,))
        }

    def _evidence(self, shop_id: str) -> dict[str, tuple[str, ...]]:
        found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for entry_id, reference in self._database.rows(_EVIDENCE, (shop_id,)):
            found[entry_id] += (reference,)
        return dict(found)


def new_entry_id() -> str:
    """Return 16 random letters and digits: an id says nothing of what it stands for."""
    return base64.b32encode(os.urandom(_ID_BYTES)).decode().lower()


def _write_entry(connection: Connection, shop_id: str, entry: Entry) -> None:
    struck = entry.struck
    about = (
        entry.id,
        entry.register,
        _text(entry.entered_at),
        None if struck is None else _text(struck.at),
        None if struck is None else struck.reason,
        shop_id,
    )
    if connection.execute(_SAVE_ENTRY, about).rowcount == 0:
        raise InputError(problem("store.no_shop", id=shop_id))
    connection.execute("DELETE FROM register_value WHERE entry_id = ?", (entry.id,))
    connection.executemany(
        "INSERT INTO register_value VALUES (?, ?, ?, ?, ?)",
        [
            (entry.id, field, position, value_to_json(written.value), _text(written.at))
            for field, history in entry.written.items()
            for position, written in enumerate(history)
        ],
    )


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _expect_a_row(count: int) -> None:
    if count == 0:
        raise InputError(problem("store.no_entry"))
