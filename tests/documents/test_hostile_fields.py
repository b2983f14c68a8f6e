"""Whatever stands in any field, every paper is made: words stay words and on the page; Word opens them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from merchant_guard.documents.docx import docx_of
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.paper import PAPERS, PaperSubject
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.register import Field, FieldKind, Register, Value
from merchant_guard.domain.shop import Shop, StaffMember
from merchant_guard.services.make_papers import MadePaper, make_paper
from merchant_guard.services.make_plan import make_plan
from merchant_guard.services.run_self_check import run_self_check
from merchant_guard.services.shop_papers import PaperRun
from tests.support.books import entry
from tests.support.own_papers import words
from tests.support.pdfs import Pdf, squeezed
from tests.support.real_content import bank
from tests.support.shops import full_shop
from tests.support.word_files import opened, words_in

TODAY = date(2026, 11, 30)
LONGEST = {"shop": 100, "person": 50, "detail": 200, "text": 2000}
"""As long as the doors for input let each be."""
RARE = "𬎆"
MARKUP = "<b>粗</b>&amp;&{{7*7}}{%raw%}{#注#}"
WILD = {
    "markup": MARKUP,
    "lone braces": "}} {{ %} {% } { {page} %(x)s %s $1",
    "control characters": "一\x00二\x07三\x1b[31m四\x7f五\x9f",
    "rare Han": f"{RARE}㛃䶮龘𠮷",
    "right to left": "\u202eabc مرحبا שלום\u202c",
    "line ends": "一\n二\r\n三\r四\u2028五\x85六",
    "the end of markup": "]]> <!-- --> <?xml?> </paper></p></cell>",
    "2,000 characters": "W" * 300 + "很长的话，" * 400,
}
SHORT, PLAIN = "<b>&{{7*7}}", "wordaswords"
"""Short enough to be nowhere cut off, and words as long."""
ALL_AT_ONCE = "".join(WILD.values())
TYPED = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    st.lists(st.sampled_from(list(WILD.values())), min_size=1, max_size=3).map("".join),
)


def ids() -> tuple[str, ...]:
    return (*PAPERS, *bank().paper_forms)


@cache
def shop_typing(typed: str) -> PaperRun:
    """The shop that has everything, with this text wherever a person can type."""
    file = full_shop(typed[: LONGEST["shop"]], typed)
    details = {one.detail.id: typed[: LONGEST["detail"]] for one in bank().paper_details}
    people = tuple(
        StaffMember(typed[: LONGEST["person"]], role) for role in ("owner", *list(bank().roles)[:3])
    )
    shop: Shop = replace(file.shop, details=details, staff=people)
    progress = {one: Progress(owner=typed[: LONGEST["person"]]) for one in list(bank().actions)[:40]}
    check = replace(file.check, progress={**file.check.progress, **progress})
    return PaperRun(make_plan(run_self_check(bank(), shop, check), check, TODAY), book_of(typed), TODAY)


def book_of(typed: str) -> Book:
    """Entries of every register with every field filled, one for each option; the first two in full."""
    found = {}
    for register in bank().registers.values():
        for number in range(max(len(field.options) for field in register.fields) or 1):
            values = dict(_values(register, typed if number < 2 else typed[: LONGEST["person"]], number))
            one = entry(register.id, TODAY, values, f"{register.id}{number:02}")
            found[one.id] = one.with_value(register.name, values[register.name], one.entered_at)
    return Book(found)


def _values(register: Register, typed: str, number: int) -> Iterator[tuple[str, Value]]:
    for field in register.fields:
        if field.id != register.over:
            yield field.id, _value(field, typed, number)


def _value(field: Field, typed: str, number: int) -> Value:
    options, linked = [option.id for option in field.options], f"{field.links_to}00"
    by_kind: dict[FieldKind, Value] = {
        FieldKind.TEXT: typed[: LONGEST["text"]],
        FieldKind.NOTE: typed[: LONGEST["text"]],
        FieldKind.DAY: TODAY,
        FieldKind.ACT: TODAY,
        FieldKind.CHOICE: options[number % len(options)] if options else "",
        FieldKind.MANY: frozenset(options),
        FieldKind.COUNT: 10**6,
        FieldKind.LINK: linked,
        FieldKind.LINKS: frozenset({linked}),
    }
    return by_kind[field.kind]


def made(paper_id: str, typed: str) -> Iterator[MadePaper]:
    """A paper on every page it can be set on, about the first entry it fits, or the shop."""
    run = shop_typing(typed)
    sizes = bank().paper_forms[paper_id].sizes if paper_id in bank().paper_forms else PAPERS[paper_id].sizes
    subject = next(iter(run.subjects(paper_id)), "")
    for size in sizes:
        yield make_paper(run.made, paper_id, size, "zh", PaperSubject(run.book, subject))


def assert_whole(paper: MadePaper) -> None:
    """The file opens, and nothing stands beyond its pages."""
    pdf = Pdf(paper.pdf)
    width, height = paper.size.millimetres
    for page in range(pdf.pages):
        for left, bottom, right, top in pdf.edges(page):
            assert left > -0.1 and bottom > -0.1 and right < width + 0.1 and top < height + 0.1
    assert "None" not in pdf.text()


@pytest.mark.parametrize("paper_id", ids())
def test_every_paper_takes_all_that_is_wild_in_every_field_at_once(paper_id: str) -> None:
    for paper in made(paper_id, ALL_AT_ONCE):
        assert_whole(paper)
        if paper.blocks is not None and not paper.size.is_label:
            assert words_in(opened(docx_of(paper.blocks)).element.body)


@given(st.sampled_from(ids()), TYPED)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_paper_takes_anything_in_every_field(paper_id: str, typed: str) -> None:
    for paper in made(paper_id, typed):
        assert_whole(paper)


@pytest.mark.parametrize("paper_id", ids())
def test_markup_is_printed_as_typed_wherever_words_are(paper_id: str) -> None:
    plain, marked = next(made(paper_id, PLAIN)), next(made(paper_id, SHORT))
    assert (PLAIN in Pdf(plain.pdf).text()) == (SHORT in Pdf(marked.pdf).text())
    if marked.blocks is not None and not marked.size.is_label and SHORT in words(marked.blocks.blocks):
        assert SHORT in squeezed(words_in(opened(docx_of(marked.blocks)).element.body))
