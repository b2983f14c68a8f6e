"""The registers of an answer file, read: every field is one of its register's, every value of its kind."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from merchant_guard.domain.errors import InputError, Problem, problem
from merchant_guard.domain.incident import INCIDENTS
from merchant_guard.domain.registers.book import Book, DutyRecord, HoldRelease, Outcome
from merchant_guard.domain.registers.entry import Entry, Struck, Written
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.domain.registers.register import Field, FieldKind, Register, Value
from merchant_guard.exchange.answer_problems import unknown
from merchant_guard.exchange.place import place_of, shown

LONGEST_TEXT = 2000
LARGEST_COUNT = 1_000_000
_DAYS = range(1900, 2200)

Plain = Mapping[str, Any]


def read_book(plain: Plain, registers: Mapping[str, Register]) -> Book:
    """Read the registers of a file that has the shape of its schema.

    Raises InputError naming every field, value or moment that is wrong.
    """
    entries = plain.get("entries", ())
    known = {one["id"]: one["register"] for one in entries}
    if problems := list(_problems(plain, registers, known)):
        raise InputError(problems)
    return Book(
        entries={one["id"]: _entry(one, registers[one["register"]]) for one in entries},
        records=tuple(_record(one) for one in plain.get("settled", ())),
        releases={one["entry"]: _release(one) for one in plain.get("releases", ())},
        evidence={one["id"]: tuple(one["evidence"]) for one in entries if one.get("evidence")},
        logs={one["id"]: tuple(map(_line, one["log"])) for one in entries if one.get("log")},
    )


# --- what is wrong ------------------------------------------------------------------------------------


def _problems(plain: Plain, registers: Mapping[str, Register], known: Mapping[str, str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, one in enumerate(plain.get("entries", ())):
        place = ("registers", "entries", number)
        if one["id"] in seen:
            yield problem("answer_file.twice", place=place_of((*place, "id")), value=one["id"])
        seen.add(one["id"])
        yield from _wrong_moment(one["entered_at"], (*place, "entered_at"))
        if "struck" in one:
            yield from _wrong_moment(one["struck"]["at"], (*place, "struck", "at"))
        yield from _wrong_log(one, place)
        register = registers[one["register"]]
        for field_id, history in one["written"].items():
            yield from _wrong_field(register, field_id, history, (*place, "written"), known)
    for key in ("settled", "releases"):
        for number, one in enumerate(plain.get(key, ())):
            place = ("registers", key, number)
            yield from _wrong_moment(one["written_at"], (*place, "written_at"))
            if one.get("outcome") == Outcome.SKIPPED and not one.get("reason"):
                yield problem("answer_file.missing", place=place_of((*place, "reason")))
            if "entry" in one and one["entry"] not in known:
                yield problem(
                    "answer_file.no_such_entry", place=place_of((*place, "entry")), value=one["entry"]
                )


def _wrong_log(entry: Plain, place: tuple[str | int, ...]) -> Iterator[Problem]:
    """Only incidents have a log, and what never happened is no moment."""
    log = entry.get("log", ())
    if log and entry["register"] != INCIDENTS:
        yield problem("answer_file.no_log_there", place=place_of((*place, "log")), register=entry["register"])
    for number, line in enumerate(log):
        for key in ("happened_at", "written_at"):
            yield from _wrong_moment(line[key], (*place, "log", number, key))


def _wrong_field(
    register: Register,
    field_id: str,
    history: list[Plain],
    place: tuple[str | int, ...],
    known: Mapping[str, str],
) -> Iterator[Problem]:
    fields = {field.id: field for field in register.fields}
    if field_id not in fields:
        yield unknown("answer_file.unknown_key", field_id, list(fields), place_of((*place, field_id)))
        return
    for number, written in enumerate(history):
        here = (*place, field_id, number)
        yield from _wrong_moment(written["at"], (*here, "at"))
        if written["value"] is not None:
            yield from _wrong_value(fields[field_id], written["value"], place_of((*here, "value")), known)


def _wrong_value(field: Field, value: Any, place: str, known: Mapping[str, str]) -> Iterator[Problem]:
    match field.kind:
        case FieldKind.DAY | FieldKind.ACT:
            if _day(value) is None:
                yield problem("answer_file.not_a_day", place=place, value=shown(value))
        case FieldKind.COUNT:
            if not isinstance(value, int) or isinstance(value, bool):
                yield problem("answer_file.not_whole_number", place=place, value=shown(value))
            elif not 0 <= value <= LARGEST_COUNT:
                yield problem(
                    "answer_file.out_of_range", place=place, value=shown(value), low=0, high=LARGEST_COUNT
                )
        case FieldKind.TEXT | FieldKind.NOTE:
            yield from _wrong_text(value, place)
        case _:
            yield from _wrong_choice(field, value, place, known)


def _wrong_text(value: Any, place: str) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield problem("answer_file.not_text", place=place, value=shown(value))
    elif len(value) > LONGEST_TEXT:
        yield problem("answer_file.too_long", place=place, length=len(value), limit=LONGEST_TEXT)
    else:
        allowed = {"\t", "\n"}
        strange = next((char for char in value if _is_strange(char) and char not in allowed), None)
        if strange is not None:
            yield problem("answer_file.strange_character", place=place, character=f"U+{ord(strange):04X}")


def _is_strange(char: str) -> bool:
    return char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff"


def _wrong_choice(field: Field, value: Any, place: str, known: Mapping[str, str]) -> Iterator[Problem]:
    has_several = field.kind in (FieldKind.MANY, FieldKind.LINKS)
    if has_several and not isinstance(value, list):
        yield problem("answer_file.not_list", place=place, value=shown(value))
        return
    for one in value if has_several else [value]:
        if not isinstance(one, str):
            yield problem("answer_file.not_text", place=place, value=shown(one))
        elif field.links_to is not None:
            if known.get(one) != field.links_to:
                yield problem("answer_file.no_such_entry", place=place, value=shown(one))
        elif field.option(one) is None:
            yield unknown("answer_file.unknown_value", one, [option.id for option in field.options], place)


def _wrong_moment(text: str, place: tuple[str | int, ...]) -> Iterator[Problem]:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        yield problem("answer_file.not_a_moment", place=place_of(place), value=shown(text))


# --- what is right ------------------------------------------------------------------------------------


def _entry(plain: Plain, register: Register) -> Entry:
    struck = plain.get("struck")
    return Entry(
        plain["id"],
        plain["register"],
        datetime.fromisoformat(plain["entered_at"]),
        {
            field_id: tuple(
                Written(_value(register.field(field_id), one["value"]), datetime.fromisoformat(one["at"]))
                for one in history
            )
            for field_id, history in plain["written"].items()
        },
        None if struck is None else Struck(datetime.fromisoformat(struck["at"]), struck["reason"]),
    )


def _line(plain: Plain) -> LogLine:
    happened_at, written_at = (datetime.fromisoformat(plain[key]) for key in ("happened_at", "written_at"))
    tick = plain.get("tick", "")
    return LogLine(plain["text"], happened_at, written_at, tick, not tick or plain.get("done", True))


def _value(field: Field, plain: Any) -> Value | None:
    if plain is None:
        return None
    if field.is_day:
        return _day(plain)
    value: Value = frozenset(plain) if isinstance(plain, list) else plain
    return value


def _day(plain: Any) -> date | None:
    try:
        day = date.fromisoformat(plain)
    except (TypeError, ValueError):
        return None
    return day if day.year in _DAYS and plain == day.isoformat() else None


def _record(plain: Plain) -> DutyRecord:
    return DutyRecord(
        plain["duty"],
        plain.get("entry"),
        date.fromisoformat(plain["due"]),
        Outcome(plain["outcome"]),
        date.fromisoformat(plain["on"]),
        datetime.fromisoformat(plain["written_at"]),
        plain.get("reason", ""),
    )


def _release(plain: Plain) -> HoldRelease:
    return HoldRelease(
        plain["entry"],
        date.fromisoformat(plain["on"]),
        plain["signed_by"],
        plain["reason"],
        datetime.fromisoformat(plain["written_at"]),
    )
