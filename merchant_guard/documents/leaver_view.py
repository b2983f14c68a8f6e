"""What somebody hands over who leaves: their accounts and devices, and what they could reach."""

from collections.abc import Iterator
from typing import Any

from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.register_view import RegisterWords
from merchant_guard.domain.legal_hold import holds_in_force
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import STAFF

ACCOUNTS = "accounts"
_BLANK_ROWS = 6
_ONE_PAGE = 8
"""As many lines for accounts as leave room for all the rest on one page."""


def leaver_view(source: PaperSource) -> dict[str, Any]:
    """What the template gets; about nobody, a sheet to fill in. Raises KeyError where the entry is gone."""
    book, registers = source.subject.book, source.bank.registers
    leaver = book.entries[source.subject.id] if source.subject.id else None
    words = RegisterWords(book, registers, source.language)
    staff, accounts = registers[STAFF], registers[ACCOUNTS]
    held = list(_held(leaver, book)) if leaver else []
    return {
        "labels": {
            **{key: words.column(staff.field(key)).title for key in ("name", "role", "access")},
            "account": words.column(accounts.field("name")).title,
            "kind": words.column(accounts.field("kind")).title,
        },
        "name": words.name(leaver) if leaver else "",
        "role": words.cell(leaver, staff.field("role")).value if leaver else "",
        "last_day": _day(leaver, "left_on") if leaver else "",
        "reach": words.cell(leaver, staff.field("access")).value if leaver else "",
        "accounts": [
            {
                "name": words.name(one),
                "kind": words.cell(one, accounts.field("kind")).value,
                "closed_on": _day(one, "closed_on"),
            }
            for one in held
        ],
        "blank_rows": min(2, max(1, _ONE_PAGE - len(held))) if leaver else _BLANK_ROWS,
        "is_held": bool(holds_in_force(book, registers)),
    }


def _held(leaver: Entry, book: Book) -> Iterator[Entry]:
    """What is in their name, or was closed since they left."""
    left_on = leaver.day("left_on")
    for one in book.of(ACCOUNTS):
        closed_on = one.day("closed_on")
        is_of_now = closed_on is None or (left_on is not None and closed_on >= left_on)
        if leaver.id in one.chosen("held_by") and is_of_now:
            yield one


def _day(entry: Entry, field_id: str) -> str:
    day = entry.day(field_id)
    return day.isoformat() if day else ""
