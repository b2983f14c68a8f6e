"""Papers of our own, made for sample shops and for shops whose every field is hostile, and read back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from merchant_guard.documents.blocks import (
    Block,
    CheckBox,
    Columns,
    Frame,
    Inline,
    Paragraph,
    Row,
    Table,
    Words,
)
from merchant_guard.documents.form_view import LANGUAGE, form_view
from merchant_guard.documents.markup import parse
from merchant_guard.documents.page_format import FORMATS
from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.papers import _columns
from merchant_guard.documents.templates import fill
from merchant_guard.domain.paper import PaperSubject
from merchant_guard.domain.registers.book import Book
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.shop_papers import PaperRun, papers_of_file
from merchant_guard.system import resources
from tests.support.books import entry
from tests.support.real_content import bank, file

TODAY = date(2026, 11, 30)
HOSTILE = "<b>{{ 7*7 }}</b> & ]]> \u0007\u202e𠮷龘\n第二行 " + "很长" * 1000
"""Markup, a template's own brackets, control characters, rare Han, two lines, more than 2,000 characters."""
EMPTY = {"format": "merchant-guard/self-check", "version": 1, "shop": {"name": ""}, "answers": {}}


@cache
def sample(number: str) -> PaperRun:
    """The papers of a sample shop: `02`."""
    names = resources.names("samples", ".json")
    return of_file(resources.path(next(name for name in names if name.rpartition("/")[2].startswith(number))))


def of_file(place: Path) -> PaperRun:
    """The papers of an answer file."""
    return papers_of_file(read_answers(place, bank(), TODAY), bank(), TODAY)


def of_plain(plain: Mapping[str, Any], folder: Path) -> PaperRun:
    """The papers of an answer file written down first."""
    place = folder / "shop.json"
    place.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    return of_file(place)


def ids_of(*names: str) -> list[str]:
    """The papers of some files of `content/papers`."""
    return [form["id"] for name in names for form in file(f"papers/{name}").plain["papers"]]


def with_details(run: PaperRun, details: Mapping[str, str]) -> PaperRun:
    """The same shop, with what it wrote down for its papers."""
    sheet = run.made.assessment.sheet
    changed = replace(sheet, shop=replace(sheet.shop, details=details))
    return replace(run, made=replace(run.made, assessment=replace(run.made.assessment, sheet=changed)))


def with_entries(run: PaperRun, *entries: Any) -> PaperRun:
    """The same shop, with more in its registers: (register, values) or (register, values, id)."""
    made = {}
    for number, (register, values) in enumerate(entries):
        one = entry(register, TODAY, values, f"{register}{number:02}" + "x" * 16)
        made[one.id] = one
    return replace(run, book=Book({**run.book.entries, **made}))


def blocks(run: PaperRun, paper_id: str, subject: str = "", size: str = "a4") -> tuple[Block, ...]:
    """What a paper is made of."""
    form = bank().paper_forms[paper_id]
    source = PaperSource(
        run.made.assessment, run.made.plan, run.made.checked_on, "zh", PaperSubject(run.book, subject)
    )
    view = form_view(form, source) | _columns(FORMATS[size])
    return parse(fill(f"papers/{paper_id}.xml", LANGUAGE, view)).blocks


def inlines(found: Iterable[Block]) -> Iterator[Inline]:
    """Everything that stands in some blocks, in its order."""
    for block in found:
        match block:
            case Paragraph():
                yield from block.inlines
            case Frame() | Columns():
                yield from inlines(block.blocks)
            case Table():
                for row in (block.head, *block.rows):
                    if isinstance(row, Row):
                        yield from inlines(each for cell in row.cells for each in cell)
                    elif row is not None:
                        yield Words(row.left)
            case _:
                yield Words(getattr(block, "text", ""))


def words(found: Iterable[Block]) -> str:
    """The words of some blocks, without white space."""
    return "".join("".join(one.text for one in inlines(found) if isinstance(one, Words)).split())


def rows(found: Iterable[Block]) -> list[str]:
    """The words of each row of the tables."""
    tables = (block for block in found if isinstance(block, Table))
    return [
        "".join(
            "".join(
                one.text
                for one in inlines(each for cell in row.cells for each in cell)
                if isinstance(one, Words)
            ).split()
        )
        for table in tables
        for row in table.rows
        if isinstance(row, Row)
    ]


def ticked(found: Iterable[Block]) -> int:
    """How many boxes are ticked already."""
    return sum(isinstance(one, CheckBox) and one.ticked for one in inlines(found))
