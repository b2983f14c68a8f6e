"""The registers written into an answer file: all of them, with everything that ever stood in them."""

from collections.abc import Set
from datetime import date, datetime
from typing import Any

from merchant_guard.domain.registers.book import Book, DutyRecord, HoldRelease
from merchant_guard.domain.registers.entry import Entry, Written
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.domain.registers.register import Value

Plain = dict[str, Any]


def plain_book(book: Book, since: date | None) -> Plain:
    """Return the registers as the file's schema has them; nothing of an empty book."""
    plain = {
        "since": since and since.isoformat(),
        "entries": [_entry(entry, book) for entry in book.entries.values()],
        "settled": [_record(record) for record in book.records],
        "releases": [_release(release) for release in book.releases.values()],
    }
    return {key: value for key, value in plain.items() if value}


def _entry(entry: Entry, book: Book) -> Plain:
    plain: Plain = {
        "id": entry.id,
        "register": entry.register,
        "entered_at": _moment(entry.entered_at),
        "written": {key: [_written(one) for one in history] for key, history in entry.written.items()},
    }
    if entry.struck is not None:
        plain["struck"] = {"at": _moment(entry.struck.at), "reason": entry.struck.reason}
    if evidence := book.evidence.get(entry.id):
        plain["evidence"] = list(evidence)
    if log := book.logs.get(entry.id):
        plain["log"] = [_line(line) for line in log]
    return plain


def _line(line: LogLine) -> Plain:
    plain: Plain = {
        "text": line.text,
        "happened_at": _moment(line.happened_at),
        "written_at": _moment(line.written_at),
    }
    if line.tick:
        plain |= {"tick": line.tick, "done": line.done}
    return plain


def _written(written: Written) -> Plain:
    return {"value": None if written.value is None else _value(written.value), "at": _moment(written.at)}


def _value(value: Value) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, Set) else value


def _record(record: DutyRecord) -> Plain:
    plain = {
        "duty": record.duty_id,
        "entry": record.entry_id,
        "due": record.due.isoformat(),
        "outcome": record.outcome.value,
        "on": record.on.isoformat(),
        "reason": record.reason,
        "written_at": _moment(record.written_at),
    }
    return {key: value for key, value in plain.items() if value}


def _release(release: HoldRelease) -> Plain:
    return {
        "entry": release.entry_id,
        "on": release.on.isoformat(),
        "signed_by": release.signed_by,
        "reason": release.reason,
        "written_at": _moment(release.written_at),
    }


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
