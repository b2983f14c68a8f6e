"""Blocks → pages: what is how high, where it breaks, and what is drawn where."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from merchant_guard.documents import a4
from merchant_guard.documents.blocks import (
    Band,
    Block,
    Frame,
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    Row,
    Size,
    Table,
    Words,
)
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.painter import Painter
from merchant_guard.documents.typesetting import Line, break_lines
from merchant_guard.documents.units import MM

Draw = Callable[[Painter, float, float], None]
"""Draws at a left and a top (points)."""

_ROW_PADDING = 2.2 * MM
_BAND_HEIGHT = 7 * MM
_FRAME_PADDING = 4 * MM
_MARK_WIDTH = 1.55
"""Room for a paragraph's mark, in ems."""
_HAIR = 0.001
"""What adding up many heights may be off by, in points."""


class Slab(NamedTuple):
    """Something that never breaks: its height, the space over it (dropped at a page's top), its drawing.

    `keep` holds it on the page of the next slab; `head` goes before it where it begins a page.
    """

    height: float
    draw: Draw
    space: float = 0.0
    keep: bool = False
    head: "Slab | None" = None


@dataclass
class Page:
    """Slabs with the place of their upper edge."""

    placed: list[tuple[Slab, float]] = field(default_factory=list)


class BlockTooHighError(ValueError):
    """A block that never breaks is higher than a page (less a table's head): the template must split it."""


def lay_out(blocks: Sequence[Block], fonts: FontStack) -> list[Page]:
    """Set blocks on A4 pages."""
    pages: list[Page] = []
    for section in _sections(blocks):
        slabs = [slab for block in section for slab in _slabs(block, a4.BODY_WIDTH, fonts)]
        pages += _flow(slabs)
    return pages


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """Split at the page breaks."""
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, PageBreak):
            sections.append([])
        else:
            sections[-1].append(block)
    return sections


def _flow(slabs: Sequence[Slab]) -> list[Page]:
    """Put slabs on pages, those that are kept together on one page where a page can hold them."""
    pages = [Page()]
    y = a4.BODY_TOP
    for chain in _chains(slabs):
        wanted = sum(slab.space + slab.height for slab in chain)
        for slab in chain:
            if pages[-1].placed and y - max(wanted, slab.space + slab.height) < a4.BODY_BOTTOM:
                pages.append(Page())
                y = a4.BODY_TOP if slab.head is None else _put(pages[-1], slab.head, a4.BODY_TOP)
            wanted = 0.0
            y = _put(pages[-1], slab, y)
    return pages


def _chains(slabs: Sequence[Slab]) -> Iterator[list[Slab]]:
    """Group each slab with those it keeps after it."""
    chain: list[Slab] = []
    for slab in slabs:
        chain.append(slab)
        if not slab.keep:
            yield chain
            chain = []
    if chain:
        yield chain


def _put(page: Page, slab: Slab, y: float) -> float:
    top = y - (slab.space if page.placed else 0)
    if top - slab.height < a4.BODY_BOTTOM - _HAIR:
        raise BlockTooHighError
    page.placed.append((slab, top))
    return top - slab.height


def _slabs(block: Block, width: float, fonts: FontStack) -> Iterator[Slab]:
    match block:
        case Paragraph():
            yield from _paragraph(block, width, fonts)
        case Heading():
            yield _heading(block, width, fonts)
        case Table():
            yield from _table(block, fonts)
        case Frame():
            yield _frame(block, width, fonts)
        case PageBreak():
            raise ValueError("a page break stands between blocks, not in them")


def _paragraph(paragraph: Paragraph, width: float, fonts: FontStack) -> Iterator[Slab]:
    """One slab a line, so that long text runs on over pages, but never leaves one line alone."""
    type_ = a4.TYPES[paragraph.size]
    indent = _MARK_WIDTH * type_.size if paragraph.mark else 0.0
    lines = break_lines(paragraph.inlines, type_.size, width - indent, fonts)
    last = len(lines) - 1
    for number, line in enumerate(lines):
        offset = width - indent - line.width if paragraph.right else 0.0
        mark = paragraph.mark if number == 0 else ""
        yield Slab(
            height=type_.leading,
            draw=_line_drawer(line, type_, indent + offset, mark),
            space=paragraph.space * MM if number == 0 else 0.0,
            keep=paragraph.keep if number == last else number in (0, last - 1),
        )


def _line_drawer(line: Line, type_: a4.Type, indent: float, mark: str) -> Draw:
    def draw(painter: Painter, x: float, top: float) -> None:
        baseline = top - type_.baseline
        if mark:
            painter.words(mark, x, baseline, type_.size)
        painter.line(line, x + indent, baseline, type_.size)

    return draw


def _heading(heading: Heading, width: float, fonts: FontStack) -> Slab:
    size, space = ((Size.HEADING, 8 * MM), (Size.TASK, 4 * MM))[min(heading.level, 1)]
    inlines: tuple[Inline, ...] = (Words(heading.text, bold=True), *heading.badges)
    column = _Column((Paragraph(inlines, size),), width, fonts)

    def draw(painter: Painter, x: float, top: float) -> None:
        painter.bookmark(heading.text, top, heading.level)
        column.draw(painter, x, top)

    return Slab(column.height + (2 * MM if heading.level == 0 else 0), draw, space=space, keep=True)


class _Column:
    """Paragraphs one below the other that stay together: a cell, or the inside of a frame."""

    def __init__(self, paragraphs: Sequence[Paragraph], width: float, fonts: FontStack) -> None:
        self._slabs = [slab for paragraph in paragraphs for slab in _paragraph(paragraph, width, fonts)]
        spaces = sum(slab.space for slab in self._slabs[1:])
        self.height = sum(slab.height for slab in self._slabs) + spaces

    def draw(self, painter: Painter, x: float, top: float) -> None:
        for number, slab in enumerate(self._slabs):
            top -= slab.space if number else 0
            slab.draw(painter, x, top)
            top -= slab.height


def _table(table: Table, fonts: FontStack) -> Iterator[Slab]:
    columns = [width * MM for width in table.columns]
    head = _head_row(table.head, columns, fonts) if table.head else None
    if head:
        yield Slab(head.height, head.draw, space=3 * MM, keep=True)
    for number, row in enumerate(table.rows):
        if isinstance(row, Band):
            yield _band(row, columns, head, first=number == 0)
        else:
            before_band = number + 1 < len(table.rows) and isinstance(table.rows[number + 1], Band)
            ruled = table.ruled and not before_band
            yield _row(row, columns, head, fonts, ruled)


def _head_row(row: Row, columns: Sequence[float], fonts: FontStack) -> Slab:
    cells = _cells(row, columns, fonts)
    return Slab(max(cell.height for cell in cells) + 1.2 * MM, _cells_drawer(cells, columns, 0.0))


def _band(band: Band, columns: Sequence[float], head: Slab | None, first: bool) -> Slab:
    type_ = a4.TYPES[Size.BODY]
    width = sum(columns)

    def draw(painter: Painter, x: float, top: float) -> None:
        painter.tint(x, top - _BAND_HEIGHT, width, _BAND_HEIGHT)
        baseline = top - _BAND_HEIGHT / 2 - 0.36 * type_.size
        painter.words(band.left, x + 2.6 * MM, baseline, type_.size, bold=True)
        painter.words_right(band.right, x + width - 2.6 * MM, baseline, a4.TYPES[Size.NOTE].size)

    return Slab(_BAND_HEIGHT, draw, space=0 if first else 2 * MM, keep=True, head=head)


def _row(row: Row, columns: Sequence[float], head: Slab | None, fonts: FontStack, ruled: bool) -> Slab:
    cells = _cells(row, columns, fonts)
    height = max(cell.height for cell in cells) + 2 * _ROW_PADDING
    draw_cells = _cells_drawer(cells, columns, _ROW_PADDING)

    def draw(painter: Painter, x: float, top: float) -> None:
        draw_cells(painter, x, top)
        if ruled:
            painter.rule(x, top - height, x + sum(columns), a4.HAIRLINE, a4.FAINT)

    return Slab(height, draw, head=head)


def _cells(row: Row, columns: Sequence[float], fonts: FontStack) -> list[_Column]:
    gap = 1.5 * MM
    return [_Column(cell, width - gap, fonts) for cell, width in zip(row.cells, columns, strict=True)]


def _cells_drawer(cells: Sequence[_Column], columns: Sequence[float], padding: float) -> Draw:
    def draw(painter: Painter, x: float, top: float) -> None:
        for cell, width in zip(cells, columns, strict=True):
            cell.draw(painter, x, top - padding)
            x += width

    return draw


def _frame(frame: Frame, width: float, fonts: FontStack) -> Slab:
    paragraphs = [block for block in frame.blocks if isinstance(block, Paragraph)]
    if len(paragraphs) != len(frame.blocks):
        raise ValueError("a box holds paragraphs only")
    column = _Column(paragraphs, width - 2 * _FRAME_PADDING, fonts)
    height = column.height + 2 * _FRAME_PADDING

    def draw(painter: Painter, x: float, top: float) -> None:
        painter.frame(x, top - height, width, height)
        column.draw(painter, x + _FRAME_PADDING, top - _FRAME_PADDING)

    return Slab(height, draw, space=5 * MM)
