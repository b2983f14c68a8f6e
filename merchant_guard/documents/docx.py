"""A paper as a Word file, made of the same blocks as its PDF; opens in Word and WPS.

The page and the styles come from `resources/styles/paper.docx`. Word breaks lines and pages by itself, so
these may fall elsewhere than in the PDF; words, their order and what is kept together are the same.
"""

from collections.abc import Set
from copy import deepcopy
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple

from docx import Document
from docx.shared import Mm

from merchant_guard.documents.blocks import (
    Block,
    Columns,
    Frame,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Table,
)
from merchant_guard.documents.docx_blocks import Place, column_break, frame, heading, paragraph, spacer, table
from merchant_guard.documents.docx_package import pack
from merchant_guard.documents.docx_running import fill_running_lines, title_lines
from merchant_guard.documents.docx_runs import Draw
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.page_format import A4, COLUMN_GAP, column_width
from merchant_guard.documents.units import MM
from merchant_guard.documents.wordml import Element, element, is_a, twips
from merchant_guard.system import resources

STYLE_BASE = "styles/paper.docx"
_OVER_TABLE = 3.0
"""Millimetres over a table with a head."""
_OVER_FRAME = 5.0
_OF_THE_FIRST = ("headerReference", "footerReference", "titlePg", "cols")
"""What the first section says for all, or each for itself."""


def docx_of(paper: Paper) -> bytes:
    """Write a paper as a Word file on A4. The same paper makes the same bytes.

    Raises ValueError for a paper in which blocks stand where they cannot.
    """
    document: Any = Document(BytesIO(resources.read_bytes(STYLE_BASE)))
    fill_running_lines(document.sections[0], paper)
    body = _Body(paper, partial(_shown, document))
    fonts = FontStack(paper.language)
    for number, block in enumerate(paper.blocks):
        if isinstance(block, Columns):
            # Only papers with columns pay for what measures pages.
            from merchant_guard.documents.column_breaks import column_breaks  # noqa: PLC0415

            body.write_columns(block, column_breaks(paper.blocks, number, fonts))
        else:
            body.write(block)
    _put_in(document.element.body, body.sections)
    return pack(document, paper.title, paper.subject, paper.made_on, paper.language)


class _Section(NamedTuple):
    """Elements in so many columns."""

    columns: int
    elements: list[Element]


class _Body:
    """The title and the blocks of a paper, in sections of as many columns as they stand in."""

    def __init__(self, paper: Paper, draw: Draw) -> None:
        self._place = Place(A4.body_width / MM, paper.language == "zh", draw)
        self._sections = [_Section(1, title_lines(paper))]
        self._breaks, self._is_at_top = False, True

    @property
    def sections(self) -> list[_Section]:
        """All that hold something, and one at the end to which columns are made of equal length."""
        held = [one for one in self._sections if one.elements]
        if not held or held[-1].columns > 1:
            held.append(_Section(1, []))
        for section in held:
            if not section.elements or is_a(section.elements[-1], "tbl"):
                section.elements.append(spacer(keep=False))  # a section ends in a paragraph
        return held

    def write(self, block: Block) -> None:
        """Add what a block is made of."""
        if isinstance(block, PageBreak):
            self._breaks = self._is_at_top = True
        else:
            self._put(block, self._place)

    def write_columns(self, columns: Columns, breaks: Set[int]) -> None:
        """Add columns; before the blocks with these numbers the next one begins.

        Without any, whoever shows the file makes them of equal length.
        """
        self._sections.append(_Section(columns.beside, []))
        width = column_width(A4.body_width, columns.beside) / MM
        place = self._place._replace(width=width, in_columns=bool(breaks))
        for number, block in enumerate(columns.blocks):
            if number in breaks:
                self._add(column_break())
                self._is_at_top = True
            self._put(block, place)
        self._sections.append(_Section(1, []))

    def _put(self, block: Block, place: Place) -> None:
        match block:
            case Paragraph():
                self._add(paragraph(block, place))
            case Heading():
                self._add(heading(block, place, is_first=self._is_at_top))
            case Table():
                self._space(_OVER_TABLE if block.head else 0.0)
                self._add(table(block, place))
            case Frame():
                self._space(_OVER_FRAME)
                self._add(frame(block, place))
            case PageBreak() | Columns():
                raise ValueError("page breaks and columns stand between blocks, not in them")

    def _space(self, millimetres: float) -> None:
        """Space over a table that stands below something; two with nothing between would become one."""
        elements = self._sections[-1].elements
        millimetres = 0.0 if self._is_at_top else millimetres
        if millimetres or self._breaks or (elements and is_a(elements[-1], "tbl")):
            self._add(spacer(millimetres))

    def _add(self, one: Element) -> None:
        if self._breaks:
            one.get_or_add_pPr().get_or_add_pageBreakBefore()
            self._breaks = False
        self._is_at_top = False
        self._sections[-1].elements.append(one)


def _shown(document: Any, picture: Picture) -> Element:
    """Put one of our drawings into the document, and return what shows it in a line."""
    # A paper without drawings needs nothing of what draws PDFs.
    from merchant_guard.documents.drawn_png import drawn_png  # noqa: PLC0415

    inline = document.part.new_pic_inline(BytesIO(drawn_png(picture)), height=Mm(picture.height))
    return element("drawing", inline)


def _put_in(body: Element, sections: list[_Section]) -> None:
    """Fill the body: what describes a section stands in its last paragraph, that of the last at the end."""
    first = body.sectPr
    descriptions = [_described(first, section, is_first=section is sections[0]) for section in sections]
    body.remove(first)
    for section, description in zip(sections, descriptions, strict=True):
        body.extend(section.elements)
        if section is sections[-1]:
            body.append(description)
        else:
            section.elements[-1].set_sectPr(description)


def _described(first: Element, section: _Section, *, is_first: bool) -> Element:
    """How a section looks: like the first, with columns of its own, and below what stands before it."""
    description = deepcopy(first)
    if not is_first:
        for one in list(description):
            if any(is_a(one, name) for name in _OF_THE_FIRST):
                description.remove(one)
        description.insert(0, element("type", val="continuous"))
        description.append(element("cols", num=section.columns, space=twips(COLUMN_GAP)))
    return description
