"""How papers of our own stand on their pages: filled well, nothing broken that belongs together, legible."""

from collections.abc import Iterator

import pytest

from merchant_guard.documents.blocks import (
    Block,
    CheckBox,
    Columns,
    Frame,
    Inline,
    Paragraph,
    Row,
    Size,
    Table,
    Words,
)
from merchant_guard.documents.flow import Page
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.form_view import form_view
from merchant_guard.documents.layout import CELL_GAP
from merchant_guard.documents.markup import parse
from merchant_guard.documents.page_format import A4, FORMATS, PageFormat
from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.papers import _columns
from merchant_guard.documents.pdf import Laid, set_on_pages
from merchant_guard.documents.templates import fill
from merchant_guard.documents.typesetting import break_lines
from merchant_guard.documents.units import MM
from merchant_guard.domain.paper import LABELS, PageSize, PaperSubject
from merchant_guard.services.shop_papers import PaperRun
from tests.support.own_papers import EMPTY, blocks, ids_of, inlines, of_plain, sample, with_entries
from tests.support.pdfs import Pdf
from tests.support.real_content import bank

AGREEMENTS = {
    "agreement-office": {"role": "customer_service"},
    "agreement-packing": {"role": "packing"},
    "agreement-courier": {"role": "courier"},
    "agreement-part-time": {"role": "packing", "employment": "part_time"},
    "undertaking-outsourced": {"role": "packing", "employment": "outsourced"},
}
INCIDENT_PAPERS = ("incident-record", "incident-letter", "incident-notice", "authority-report")
IDS = (
    *ids_of(
        "staff",
        "rules",
        "notices",
        "consents",
        "partners",
        "closing",
        "signs",
        "incident",
        "audit",
        "records",
    ),
    *("inspection-postal", "inspection-cac", "inspection-police"),
)
SAMPLES = tuple(f"{number:02}" for number in range(1, 16))
EVERYTHING = {
    "format": "merchant-guard/self-check",
    "version": 1,
    "shop": {
        "name": "样板店",
        "kinds": ["training", "guest_house", "gym", "restaurant", "street_shop", "courier_outlet"],
        "team": 6,
        "computer": True,
        "cameras": True,
        "members": True,
        "minors": True,
        "staff_kinds": ["minor", "part_time"],
        "holds": ["id_copies", "faces", "fingerprints", "health", "bank", "location", "under_14"],
    },
    "answers": {},
}
FONTS = FontStack("zh")
LEAST_USED = 0.15
"""Of a page's height, with the lines to sign on at the end of a paper."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> PaperRun:
    return of_plain(EMPTY, tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> PaperRun:
    return of_plain(EVERYTHING, tmp_path_factory.mktemp("everything"))


def laid(run: PaperRun, paper_id: str, size: str = "a4") -> Laid:
    """A paper on its pages, with the room that its running lines leave."""
    form = bank().paper_forms[paper_id]
    made = run.made
    source = PaperSource(made.assessment, made.plan, made.checked_on, "zh", PaperSubject(run.book))
    view = form_view(form, source) | _columns(FORMATS[size])
    return set_on_pages(parse(fill(f"papers/{paper_id}.xml", "zh", view)), FORMATS[size], FONTS)


def used(page: Page, paper: PageFormat) -> float:
    """How far down a page something stands, as a share of its body."""
    lowest = min((one.top - one.slab.height for one in page.placed), default=paper.body_top)
    return (paper.body_top - lowest) / (paper.body_top - paper.body_bottom)


@pytest.mark.parametrize("paper_id", IDS)
def test_no_page_is_nearly_empty(paper_id: str, empty: PaperRun) -> None:
    for run in (empty, sample("02"), sample("03"), sample("04")):
        done = laid(run, paper_id)
        assert all(used(page, done.page) > LEAST_USED for page in done.sheets)


# --- agreements -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper_id", AGREEMENTS)
def test_an_agreement_is_one_page_in_legible_type(paper_id: str, empty: PaperRun) -> None:
    for run in (empty, *map(sample, SAMPLES)):
        found = blocks(run, paper_id)
        assert len(laid(run, paper_id).sheets) == 1
        assert all(A4.types[one.size].size >= 10 for one in paragraphs(found))


@pytest.mark.parametrize("paper_id", AGREEMENTS)
def test_where_one_page_does_not_hold_it_nobody_signs_on_a_page_without_clauses(
    paper_id: str, everything: PaperRun
) -> None:
    done = laid(everything, paper_id)
    assert len(done.sheets) <= 2
    assert all(used(page, done.page) > 0.2 for page in done.sheets)


@pytest.mark.parametrize("paper_id", AGREEMENTS)
def test_every_page_of_an_agreement_names_the_person(paper_id: str, everything: PaperRun) -> None:
    run = with_entries(everything, ("staff", {"name": "样板员工庚", **AGREEMENTS[paper_id]}))
    (made,) = run.make(paper_id, PageSize.A4, "zh")
    pdf = Pdf(made.pdf)
    for number in range(made.pages):
        assert "样板员工庚" in pdf.text(number)
        assert made.pages == 1 or f"第{number + 1}页" in pdf.text(number)


# --- boxes and their words --------------------------------------------------------------------------------


def paragraphs(found: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph, in tables and boxes too."""
    for block, _ in placed(found, A4.body_width):
        yield block


def placed(found: tuple[Block, ...], width: float) -> Iterator[tuple[Paragraph, float]]:
    """Every paragraph with the width it is set in, in points."""
    for block in found:
        match block:
            case Paragraph():
                yield block, width
            case Frame() | Columns():
                yield from placed(block.blocks, width)
            case Table():
                for row in block.rows:
                    for cell, column in (
                        zip(row.cells, block.columns, strict=True) if isinstance(row, Row) else ()
                    ):
                        yield from placed(cell, column * MM - CELL_GAP)
            case _:
                pass


@pytest.mark.parametrize("paper_id", INCIDENT_PAPERS)
def test_a_kind_of_information_stays_on_the_line_of_its_box(
    paper_id: str, empty: PaperRun, everything: PaperRun
) -> None:
    for run in (empty, everything, *map(sample, SAMPLES)):
        lists = [
            (one, width)
            for one, width in placed(blocks(run, paper_id), A4.body_width)
            if any(getattr(each, "text", "").strip().startswith("手机号") for each in one.inlines)
        ]
        assert len(lists) == 1
        for one, width in lists:
            lines = break_lines(one.inlines, A4.types[one.size].size, width, FONTS)
            for line in lines[1:]:
                assert isinstance(line.pieces[0].inline, CheckBox)


# --- labels -----------------------------------------------------------------------------------------------

ON_LABELS = [one for one in IDS if set(LABELS) <= set(bank().paper_forms[one].sizes)]


def is_words(inline: Inline) -> bool:
    return isinstance(inline, Words)


READ_STANDING = {Size.TASK, Size.HEADING, Size.TITLE, Size.SCORE, Size.SIGN}


@pytest.mark.parametrize("size", LABELS)
@pytest.mark.parametrize("paper_id", ON_LABELS)
def test_a_label_is_one_well_filled_page_of_large_type(
    paper_id: str, size: PageSize, empty: PaperRun, everything: PaperRun
) -> None:
    paper = FORMATS[size.value]
    for run in (empty, everything, sample("01"), sample("02"), sample("03"), sample("13")):
        done = laid(run, paper_id, size.value)
        (page,) = done.sheets
        assert used(page, done.page) > 0.6
        with_words = [one for one in paragraphs(done.paper.blocks) if any(map(is_words, one.inlines))]
        assert {one.size for one in with_words} <= READ_STANDING
        assert all(paper.types[one].size >= 15 for one in READ_STANDING)


@pytest.mark.parametrize("number", ["01", "03", "10"])
def test_the_label_for_hidden_cameras_lists_the_rooms_and_where_to_look(number: str) -> None:
    for size in LABELS:
        found = blocks(sample(number), "hidden-camera-sheet", size=size.value)
        said = "".join(getattr(one, "text", "") for one in inlines(found))
        assert "卫生间" in said and "门外的镜头照不进来" in said
        assert "插座" in said and "110" in said


@pytest.mark.parametrize(
    ("systems", "keys"),
    [([], "Win 键加 L"), (["windows_11"], "Win 键加 L"), (["mac"], "Control、Command"), (["uos"], "统信")],
)
def test_the_poster_says_the_keys_of_the_shops_own_computers(
    systems: list[str], keys: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shop = {"name": "", "computer": True, **({"systems": systems} if systems else {})}
    run = of_plain(EMPTY | {"shop": shop}, tmp_path_factory.mktemp("shop"))
    found = blocks(run, "poster-screen")
    assert keys in "".join(getattr(one, "text", "") for one in inlines(found))
