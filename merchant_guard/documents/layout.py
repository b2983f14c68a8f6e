"""Blocks → pages: what is how high, where it breaks, and what is drawn where."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from merchant_guard.documents.blocks import (
    Band,
    Block,
    Columns,
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
from merchant_guard.documents.flow import Draw, Flow, Page, Slab, first_height
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.page_format import A4, PageFormat, Type, column_width
from merchant_guard.documents.typesetting import Line, break_lines
from merchant_guard.documents.units import MM

if TYPE_CHECKING:
    from merchant_guard.documents.painter import Painter

CELL_GAP = 1.5 * MM
"""Between what stands in a cell and the next column."""
_ROW_PADDING = 2.2 * MM
_TIGHT_PADDING = 1.1 * MM
_BAND_HEIGHT = 7 * MM
_FRAME_PADDING = 4 * MM
_MARK_WIDTH = 1.55
"""Room for a paragraph's mark, in ems."""


class Press(NamedTuple):
    """What blocks are set with: the page and the fonts."""

    page: PageFormat
    fonts: FontStack


class _Part(NamedTuple):
    """Slabs that follow each other in so many columns; 0 is the begin of a page."""

    columns: int
    slabs: list[Slab]


def lay_out(blocks: Sequence[Block], fonts: FontStack, page: PageFormat = A4) -> list[Page]:
    """Set blocks on pages of a format. Raises BlockTooHighError."""
    flow = Flow(page)
    for part, following in pairwise([*_parts(blocks, Press(page, fonts)), _Part(0, [])]):
        if part.columns > 1:
            flow.put_columns(part.slabs, part.columns)
        elif part.columns == 1:
            flow.put(part.slabs, first_height(following.slabs))
        else:
            flow.new_page()
    return flow.pages


class BlockHeight(NamedTuple):
    """How high (points) a block is with the space over it, and whether it is held to the next."""

    height: float
    keep: bool


def block_heights(columns: Columns, fonts: FontStack, page: PageFormat = A4) -> list[BlockHeight]:
    """How high the blocks in columns are."""
    width, press = column_width(page.body_width, columns.beside), Press(page, fonts)
    return [_block_height(list(_slabs(block, width, press))) for block in columns.blocks]


def _block_height(slabs: Sequence[Slab]) -> BlockHeight:
    keep = bool(slabs) and slabs[-1].keep
    return BlockHeight(sum(slab.space + slab.height for slab in slabs), keep)


def _parts(blocks: Sequence[Block], press: Press) -> list[_Part]:
    """The blocks between page breaks and columns, and those themselves."""
    parts: list[_Part] = []
    width = press.page.body_width
    for block in blocks:
        if isinstance(block, PageBreak):
            parts.append(_Part(0, []))
        elif isinstance(block, Columns):
            narrow = column_width(width, block.beside)
            inside = [slab for one in block.blocks for slab in _slabs(one, narrow, press)]
            parts.append(_Part(block.beside, inside))
        else:
            if not parts or parts[-1].columns != 1:
                parts.append(_Part(1, []))
            parts[-1].slabs.extend(_slabs(block, width, press))
    return parts


def _slabs(block: Block, width: float, press: Press) -> Iterator[Slab]:
    match block:
        case Paragraph():
            yield from _paragraph(block, width, press)
        case Heading():
            yield _heading(block, width, press)
        case Table():
            yield from _table(block, press)
        case Frame():
            yield from _frame(block, width, press)
        case PageBreak() | Columns():
            raise ValueError("page breaks and columns stand between blocks, not in them")


def _paragraph(paragraph: Paragraph, width: float, press: Press) -> Iterator[Slab]:
    """One slab a line, so that long text runs on over pages, but never leaves one line alone."""
    type_ = press.page.types[paragraph.size]
    indent = _MARK_WIDTH * type_.size if paragraph.mark else 0.0
    lines = break_lines(paragraph.inlines, type_.size, width - indent, press.fonts)
    last = len(lines) - 1
    for number, line in enumerate(lines):
        offset = _offset(paragraph, width - indent - line.width)
        mark = paragraph.mark if number == 0 else ""
        yield Slab(
            height=line.height(type_.leading),
            draw=_line_drawer(line, type_, indent + offset, mark),
            space=paragraph.space * MM if number == 0 else 0.0,
            keep=paragraph.keep if number == last else number in (0, last - 1),
        )


def _offset(paragraph: Paragraph, room: float) -> float:
    """How far a line is moved to the right, for the room it leaves."""
    if paragraph.centre:
        return max(room, 0.0) / 2
    return room if paragraph.right else 0.0


def _line_drawer(line: Line, type_: Type, indent: float, mark: str) -> Draw:
    over = (line.height(type_.leading) - type_.leading) / 2

    def draw(painter: "Painter", x: float, top: float) -> None:
        baseline = top - over - type_.baseline
        if mark:
            painter.words(mark, x, baseline, type_.size)
        painter.line(line, x + indent, baseline, type_.size)

    return draw


def _heading(heading: Heading, width: float, press: Press) -> Slab:
    size, space = ((Size.HEADING, 8 * MM), (Size.TASK, 4 * MM))[min(heading.level, 1)]
    inlines: tuple[Inline, ...] = (Words(heading.text, bold=True), *heading.badges)
    column = _Column.of((Paragraph(inlines, size),), width, press)

    def draw(painter: "Painter", x: float, top: float) -> None:
        painter.bookmark(heading.text, top, heading.level)
        column.draw(painter, x, top)

    return Slab(column.height + (2 * MM if heading.level == 0 else 0), draw, space=space, keep=True)


class _Column:
    """Paragraphs one below the other that stay together: a cell, or the inside of a frame."""

    def __init__(self, slabs: Sequence[Slab]) -> None:
        self._slabs = slabs
        spaces = sum(slab.space for slab in self._slabs[1:])
        self.height = sum(slab.height for slab in self._slabs) + spaces

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], width: float, press: Press) -> "_Column":
        """Set paragraphs."""
        return cls([slab for paragraph in paragraphs for slab in _paragraph(paragraph, width, press)])

    def pieces(self, room: float) -> list["_Column"]:
        """Columns no higher than some room: itself, or as many lines as go into each."""
        if self.height <= room:
            return [self]
        found: list[list[Slab]] = [[]]
        for slab in self._slabs:
            if found[-1] and _Column([*found[-1], slab]).height > room:
                found.append([])
            found[-1].append(slab)
        return [_Column(slabs) for slabs in found]

    def draw(self, painter: "Painter", x: float, top: float) -> None:
        for number, slab in enumerate(self._slabs):
            top -= slab.space if number else 0
            slab.draw(painter, x, top)
            top -= slab.height


def _table(table: Table, press: Press) -> Iterator[Slab]:
    columns = _in_points(table)
    head = _head_row(table.head, columns, press) if table.head else None
    if head:
        yield Slab(head.height, head.draw, space=3 * MM, keep=True)
    for number, row in enumerate(table.rows):
        if isinstance(row, Band):
            yield _band(row, columns, head, press, first=number == 0)
        else:
            before_band = number + 1 < len(table.rows) and isinstance(table.rows[number + 1], Band)
            ruled = table.ruled and not before_band
            yield from _row(row, table, head, press, ruled)


def _in_points(table: Table) -> list[float]:
    return [width * MM for width in table.columns]


def _head_row(row: Row, columns: Sequence[float], press: Press) -> Slab:
    cells = _cells(row, columns, press)
    return Slab(max(cell.height for cell in cells) + 1.2 * MM, _cells_drawer(cells, columns, 0.0))


def _band(band: Band, columns: Sequence[float], head: Slab | None, press: Press, first: bool) -> Slab:
    type_ = press.page.types[Size.BODY]
    width = sum(columns)

    def draw(painter: "Painter", x: float, top: float) -> None:
        painter.tint(x, top - _BAND_HEIGHT, width, _BAND_HEIGHT)
        baseline = top - _BAND_HEIGHT / 2 - 0.36 * type_.size
        painter.words(band.left, x + 2.6 * MM, baseline, type_.size, bold=True)
        painter.words_right(band.right, x + width - 2.6 * MM, baseline, press.page.types[Size.NOTE].size)

    return Slab(_BAND_HEIGHT, draw, space=0 if first else 2 * MM, keep=True, head=head)


def _row(row: Row, table: Table, head: Slab | None, press: Press, ruled: bool) -> Iterator[Slab]:
    """One slab, or as many as it takes where somebody wrote more than a page into a cell."""
    columns = _in_points(table)
    padding = _TIGHT_PADDING if table.tight else _ROW_PADDING
    room = _most(press) - 2 * padding - (head.height if head else 0.0)
    pieces = list(
        zip_longest(*(cell.pieces(room) for cell in _cells(row, columns, press)), fillvalue=_Column(()))
    )
    for number, cells in enumerate(pieces, start=1):
        yield _row_slab(cells, columns, padding, head, press, ruled=ruled and number == len(pieces))


def _row_slab(  # noqa: PLR0913 (all that a row looks like)
    cells: Sequence[_Column],
    columns: Sequence[float],
    padding: float,
    head: Slab | None,
    press: Press,
    *,
    ruled: bool,
) -> Slab:
    height = max(cell.height for cell in cells) + 2 * padding
    draw_cells = _cells_drawer(cells, columns, padding)

    def draw(painter: "Painter", x: float, top: float) -> None:
        draw_cells(painter, x, top)
        if ruled:
            painter.rule(x, top - height, x + sum(columns), press.page.hairline, press.page.faint)

    return Slab(height, draw, head=head)


def _most(press: Press) -> float:
    """How high something may be before it breaks after all; on a label what is too high must say less."""
    page = press.page
    return math.inf if page.is_label else page.body_top - page.body_bottom


def _cells(row: Row, columns: Sequence[float], press: Press) -> list[_Column]:
    return [_Column.of(cell, width - CELL_GAP, press) for cell, width in zip(row.cells, columns, strict=True)]


def _cells_drawer(cells: Sequence[_Column], columns: Sequence[float], padding: float) -> Draw:
    def draw(painter: "Painter", x: float, top: float) -> None:
        for cell, width in zip(cells, columns, strict=True):
            cell.draw(painter, x, top - padding)
            x += width

    return draw


def _frame(frame: Frame, width: float, press: Press) -> Iterator[Slab]:
    paragraphs = [block for block in frame.blocks if isinstance(block, Paragraph)]
    if len(paragraphs) != len(frame.blocks):
        raise ValueError("a box holds paragraphs only")
    whole = _Column.of(paragraphs, width - 2 * _FRAME_PADDING, press)
    for column in whole.pieces(_most(press) - 2 * _FRAME_PADDING):
        yield _frame_slab(column, width)


def _frame_slab(column: _Column, width: float) -> Slab:
    height = column.height + 2 * _FRAME_PADDING

    def draw(painter: "Painter", x: float, top: float) -> None:
        painter.frame(x, top - height, width, height)
        column.draw(painter, x + _FRAME_PADDING, top - _FRAME_PADDING)

    return Slab(height, draw, space=5 * MM)
