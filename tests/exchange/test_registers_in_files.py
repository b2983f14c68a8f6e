"""The registers in an answer file: nothing is lost, and what is wrong is named."""

import json
from copy import deepcopy
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.registers.book import Book, DutyRecord, HoldRelease, Outcome
from merchant_guard.domain.registers.entry import Entry, Struck, Written
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.domain.registers.register import Field, FieldKind
from merchant_guard.domain.shop import Shop
from merchant_guard.exchange.answer_file import read_answer_file, write_answer_file
from merchant_guard.exchange.answer_schema import open_schema
from tests.support.answer_files import CHARACTERS, REFERENCES, as_bytes
from tests.support.real_content import bank

BANK = bank()
AT = datetime(2026, 11, 30, 9, 15, tzinfo=timezone(timedelta(hours=8)))
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MOMENTS = st.integers(0, 10**7).map(lambda minutes: AT + timedelta(minutes=minutes))
IDS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=16, max_size=16)
WORDS = st.text(CHARACTERS, max_size=30)


def values(field: Field, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    """Anything that may be written into a field."""
    options = st.sampled_from([option.id for option in field.options] or [""])
    there = ids.get(field.links_to or "")
    linked = st.sampled_from(there) if there else st.none()
    kinds = {
        FieldKind.DAY: DAYS,
        FieldKind.ACT: DAYS,
        FieldKind.COUNT: st.integers(0, 1000),
        FieldKind.CHOICE: options,
        FieldKind.MANY: st.frozensets(options),
        FieldKind.LINK: linked,
        FieldKind.LINKS: st.frozensets(linked) if there else st.just(frozenset()),
    }
    return kinds.get(field.kind, WORDS)


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Any book of the real registers."""
    named = draw(st.dictionaries(IDS, st.sampled_from(sorted(BANK.registers)), max_size=5))
    ids: dict[str, list[str]] = {}
    for entry_id, register in named.items():
        ids.setdefault(register, []).append(entry_id)
    entries = {}
    for entry_id, register in named.items():
        fields = draw(
            st.lists(
                st.sampled_from(BANK.registers[register].fields), max_size=4, unique_by=lambda one: one.id
            )
        )
        written = {
            field.id: tuple(
                draw(
                    st.lists(
                        st.builds(Written, st.none() | values(field, ids), MOMENTS), min_size=1, max_size=3
                    )
                )
            )
            for field in fields
        }
        struck = draw(st.none() | st.builds(Struck, MOMENTS, WORDS))
        entries[entry_id] = Entry(entry_id, register, draw(MOMENTS), written, struck)
    about = st.none() | st.sampled_from(sorted(named)) if named else st.none()
    reasons = WORDS.map(lambda words: f"{words}因为")  # what is left out has one
    record = st.builds(
        DutyRecord, st.just("a.b"), about, DAYS, st.sampled_from(Outcome), DAYS, MOMENTS, reasons
    )
    evidence = {entry_id: references for entry_id in entries if (references := draw(REFERENCES))}
    names = st.text(CHARACTERS, min_size=1, max_size=20)
    releases = {
        entry_id: HoldRelease(entry_id, draw(DAYS), draw(names), draw(names), draw(MOMENTS))
        for entry_id in list(entries)[:1]
    }
    said = st.builds(LogLine, names, MOMENTS, MOMENTS)
    ticked = st.builds(
        LogLine, names, MOMENTS, MOMENTS, st.sampled_from(sorted(BANK.incident.tick_ids)), st.booleans()
    )
    logs = {
        entry_id: lines
        for entry_id, register in named.items()
        if register == "incidents" and (lines := tuple(draw(st.lists(said | ticked, max_size=3))))
    }
    return Book(entries, tuple(draw(st.lists(record, max_size=2))), releases, evidence, logs)


@settings(max_examples=60, deadline=None)
@given(book=books(), since=st.none() | DAYS)
def test_any_registers_are_read_as_they_were_written(book: Book, since: date | None) -> None:
    data = write_answer_file(Shop("店"), SelfCheck(), BANK, book, since)
    file = read_answer_file(data, BANK)
    assert (file.book, file.duties_since) == (book, since)
    assert list(file.book.entries) == list(book.entries)
    assert write_answer_file(file.shop, file.check, BANK, file.book, file.duties_since) == data
    assert list(Draft202012Validator(open_schema()).iter_errors(json.loads(data))) == []


def test_an_empty_book_leaves_no_trace() -> None:
    assert b"registers" not in write_answer_file(Shop("店"), SelfCheck(), BANK, Book())


MOMENT = "2026-11-30T09:15:00+08:00"
FILE: dict[str, Any] = {
    "format": "merchant-guard/self-check",
    "version": 1,
    "shop": {"name": "店"},
    "answers": {},
    "registers": {
        "since": "2026-11-30",
        "entries": [
            {
                "id": "a" * 16,
                "register": "staff",
                "entered_at": MOMENT,
                "written": {
                    "name": [{"value": "员工B", "at": MOMENT}],
                    "role": [{"value": "packing", "at": MOMENT}],
                    "joined": [{"value": "2026-10-12", "at": MOMENT}],
                    "access": [{"value": ["orders"], "at": MOMENT}],
                },
            },
            {
                "id": "b" * 16,
                "register": "accounts",
                "entered_at": MOMENT,
                "written": {"held_by": [{"value": "a" * 16, "at": MOMENT}]},
            },
            {
                "id": "i" * 16,
                "register": "incidents",
                "entered_at": MOMENT,
                "written": {},
                "log": [{"text": "截图", "happened_at": MOMENT, "written_at": MOMENT, "tick": "pictures"}],
            },
        ],
        "settled": [
            {"duty": "a.b", "due": "2026-11-30", "outcome": "done", "on": "2026-11-30", "written_at": MOMENT}
        ],
        "releases": [],
    },
}
STAFF, ACCOUNT, INCIDENT = (f"registers entries {number}" for number in range(3))
LINE: dict[str, Any] = {"text": "x", "happened_at": MOMENT, "written_at": MOMENT}
FAULTS = {
    "register": (f"{STAFF} register", "staf", "unknown_value_near"),
    "field": (f"{STAFF} written", {"nmae": []}, "unknown_key_near"),
    "option": (f"{STAFF} written role", [{"value": "packer", "at": MOMENT}], "unknown_value_near"),
    "several options": (f"{STAFF} written access", [{"value": "orders", "at": MOMENT}], "not_list"),
    "day": (f"{STAFF} written joined", [{"value": "2026-02-30", "at": MOMENT}], "not_a_day"),
    "day as number": (f"{STAFF} written joined", [{"value": 20261012, "at": MOMENT}], "not_a_day"),
    "day of week": (f"{STAFF} written joined", [{"value": "2026-W43-4", "at": MOMENT}], "not_a_day"),
    "text": (f"{STAFF} written name", [{"value": 7, "at": MOMENT}], "not_text"),
    "long text": (f"{STAFF} written name", [{"value": "长" * 2001, "at": MOMENT}], "too_long"),
    "bell": (f"{STAFF} written name", [{"value": "\a", "at": MOMENT}], "strange_character"),
    "half a character": (f"{STAFF} written name", [{"value": "\ud800", "at": MOMENT}], "strange_character"),
    "moment": (f"{STAFF} entered_at", "yesterday", "not_a_moment"),
    "moment that never was": (f"{STAFF} entered_at", "2026-02-30T09:15:00+08:00", "not_a_moment"),
    "moment of a word": (f"{STAFF} written name", [{"value": "x", "at": "2026"}], "not_a_moment"),
    "id": (f"{STAFF} id", "../../etc/passwd", "not_an_entry_id"),
    "link to another register": (
        f"{ACCOUNT} written held_by",
        [{"value": "b" * 16, "at": MOMENT}],
        "no_such_entry",
    ),
    "link to nothing": (f"{ACCOUNT} written held_by", [{"value": "c" * 16, "at": MOMENT}], "no_such_entry"),
    "the same id": (f"{ACCOUNT} id", "a" * 16, "twice"),
    "a duty about nothing": ("registers settled 0 entry", "c" * 16, "no_such_entry"),
    "an outcome": ("registers settled 0 outcome", "doen", "unknown_value_near"),
    "left out without a reason": ("registers settled 0 outcome", "skipped", "missing"),
    "since": ("registers since", "soon", "not_a_day"),
    "a log of somebody": (f"{STAFF} log", [LINE], "no_log_there"),
    "a line without words": (f"{INCIDENT} log 0 text", "", "empty"),
    "a line with a bell": (f"{INCIDENT} log 0 text", "\a", "strange_character"),
    "an unknown tick": (f"{INCIDENT} log 0 tick", "picture", "unknown_value_near"),
    "half a tick": (f"{INCIDENT} log 0 done", "yes", "not_yes_no"),
    "a line of never": (f"{INCIDENT} log 0 happened_at", "2026-02-30T09:15:00+08:00", "not_a_moment"),
    "a line written never": (f"{INCIDENT} log 0 written_at", "later", "not_a_moment"),
}


def changed(path: str, value: Any) -> Any:
    plain = deepcopy(FILE)
    *way, last = [int(part) if part.isdigit() else part for part in path.split()]
    here: Any = plain
    for part in way:
        here = here[part]
    here[last] = value
    return plain


def test_the_file_is_right_before_something_is_changed_in_it() -> None:
    book = read_answer_file(as_bytes(FILE), BANK).book
    assert book.entries["b" * 16].said("held_by") == "a" * 16


@pytest.mark.parametrize(("path", "value", "code"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_place(path: str, value: Any, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_answer_file(as_bytes(changed(path, value)), BANK)
    assert f"answer_file.{code}" in {found.code for found in caught.value.problems}
    assert all(str(found.params["place"]).startswith("registers") for found in caught.value.problems)
