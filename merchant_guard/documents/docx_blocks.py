"""Paragraphs, headings, tables and boxes as elements of a Word file."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from merchant_guard.documents.blocks import (
    Band,
    CheckBox,
    Frame,
    Heading,
    Paragraph,
    Picture,
    Row,
    Size,
    Table,
    Words,
)
from merchant_guard.documents.docx_runs import Draw, Setting, Stop, no_pictures, set_inlines, words_runs
from merchant_guard.documents.docx_styles import STYLE_OF_SIZE, Styles
from merchant_guard.documents.page_format import A4
from merchant_guard.documents.units import MM
from merchant_guard.documents.wordml import Element, eighths, element, grey, twips, twips_of_mm

CELL_GAP = 1.5
"""Millimetres between what stands in a cell and the next column."""
_ROW_PADDING, _TIGHT_PADDING = 2.2, 1.1
_HEAD_PADDING = 1.2
_BAND_HEIGHT, _BAND_INDENT, _OVER_BAND = 7.0, 2.6, 2.0
_FRAME_PADDING = 4.0
_BOX_LINE = 1.25
"""How high a line is with a box, in sides of the box."""
_MARK_WIDTH = 1.55
"""Room for a paragraph's mark, in ems."""


class Place(NamedTuple):
    """Where a block stands: the width there (mm), whether its words are Chinese, in a cell or in columns.

    Columns that say where they break hold nothing to what follows: LibreOffice would send all of it to the
    next page.
    """

    width: float
    is_chinese: bool
    draw: Draw = no_pictures
    in_cell: bool = False
    in_columns: bool = False

    def setting(self, size: Size, indent: float = 0.0) -> Setting:
        """What a line of a type size is set in; `indent` in points."""
        return Setting(A4.types[size].size, self.width - indent / MM, self.is_chinese, self.draw)

    def cell(self, width: float) -> "Place":
        """A cell of a table that stands here."""
        return self._replace(width=width, in_cell=True)


def paragraph(block: Paragraph, place: Place, *, is_first: bool = False, keep: bool = False) -> Element:
    """A paragraph; the first of a cell has no space over it."""
    size = A4.types[block.size].size
    indent = twips(_MARK_WIDTH * size) if block.mark else 0
    setting = place.setting(block.size, _MARK_WIDTH * size if block.mark else 0.0)
    setting = setting._replace(has_stops=not (block.right or block.centre))
    mark = [*words_runs(block.mark, setting), element("r", element("tab"))] if block.mark else []
    runs, stops = set_inlines(block.inlines, setting)
    # A row that never splits would be held to the row after it, and so a whole table together.
    keep = keep or (block.keep and not place.in_cell and not place.in_columns)
    return element(
        "p",
        element(
            "pPr",
            element("pStyle", val=STYLE_OF_SIZE[block.size]),
            element("keepNext") if keep else None,
            _tabs([stop._replace(place=indent / 20 / MM + stop.place) for stop in stops]),
            _spacing(block, is_first=is_first),
            element("ind", left=indent, hanging=indent) if indent else None,
            _alignment(block),
        ),
        *mark,
        *runs,
    )


def _alignment(block: Paragraph) -> Element | None:
    if block.right or block.centre:
        return element("jc", val="right" if block.right else "center")
    return None


def _tabs(stops: Sequence[Stop]) -> Element | None:
    """Tab stops; a line to write on ends at its stop."""
    tabs = (element("tab", val=align, pos=twips_of_mm(place)) for place, align in sorted(set(stops)))
    return element("tabs", *tabs) if stops else None


def _spacing(block: Paragraph, *, is_first: bool) -> Element | None:
    """The space over a paragraph, and the height of lines that hold more than words.

    The fonts that have boxes want more room than a box takes; a picture needs its own height.
    """
    said: dict[str, object] = {"before": twips_of_mm(block.space)} if block.space and not is_first else {}
    leading = A4.types[block.size].leading
    sides = [one.side for one in block.inlines if isinstance(one, CheckBox) and not one.letter]
    if any(isinstance(one, Picture) for one in block.inlines):
        said |= {"line": twips(leading), "lineRule": "atLeast"}
    elif sides:
        said |= {"line": twips(max(leading, max(sides) * MM * _BOX_LINE)), "lineRule": "exact"}
    return element("spacing", **said) if said else None


def heading(block: Heading, place: Place, *, is_first: bool = False) -> Element:
    """A real heading, so that Word's and WPS's side bar leads to it; one that begins a page has no space."""
    level = min(block.level, 1)
    setting = place.setting((Size.HEADING, Size.TASK)[level])
    return element(
        "p",
        element(
            "pPr",
            element("pStyle", val=(Styles.HEADING_1, Styles.HEADING_2)[level]),
            element("keepNext", val=0) if place.in_columns else None,
            element("spacing", before=0) if is_first else None,
        ),
        *set_inlines((Words(block.text, bold=True), *block.badges), setting).runs,
    )


def spacer(millimetres: float = 0.0, *, keep: bool = True) -> Element:
    """An empty line of a height: space over a table, which knows none, and what keeps two tables apart."""
    line = max(twips_of_mm(millimetres), 20)
    return element(
        "p",
        element(
            "pPr",
            element("keepNext") if keep else None,
            element("spacing", before=0, after=0, line=line, lineRule="exact"),
            element("rPr", element("sz", val=2), element("szCs", val=2)),
        ),
    )


def column_break() -> Element:
    """Ends a column; it takes next to no room in the next one."""
    broken = spacer(keep=False)
    broken.append(element("r", element("br", type="column")))
    return broken


def table(block: Table, place: Place) -> Element:
    """A table with columns of fixed widths; its head comes again on every page, and no row splits."""
    padding = _TIGHT_PADDING if block.tight else _ROW_PADDING
    rows = _rows(block, place, padding)
    return element("tbl", _table_look(sum(block.columns), padding), _grid(block.columns), *rows)


def _rows(block: Table, place: Place, padding: float) -> Iterator[Element]:
    if block.head is not None:
        look = _RowLook(block.columns, place, margins=(0.0, _HEAD_PADDING), is_head=True)
        yield _row(block.head, look)
    for number, row in enumerate(block.rows):
        if isinstance(row, Band):
            yield _band(row, block.columns, place)
            continue
        before_band = number + 1 < len(block.rows) and isinstance(block.rows[number + 1], Band)
        margins = (padding, padding + _OVER_BAND) if before_band else None
        yield _row(row, _RowLook(block.columns, place, block.ruled and not before_band, margins))


class _RowLook(NamedTuple):
    """How a row is set; `margins` (mm, over and under its words) where they are not those of the table."""

    columns: Sequence[float]
    place: Place
    ruled: bool = False
    margins: tuple[float, float] | None = None
    is_head: bool = False


def _row(row: Row, look: _RowLook) -> Element:
    cells = (_cell(words, width, look) for words, width in zip(row.cells, look.columns, strict=True))
    never_splits = element("trPr", element("cantSplit"), element("tblHeader") if look.is_head else None)
    return element("tr", never_splits, *cells)


def _cell(words: Sequence[Paragraph], width: float, look: _RowLook) -> Element:
    gap = min(CELL_GAP, width / 2)
    place = look.place.cell(width - gap)
    over, under = look.margins or (None, None)
    own = (("top", over), ("bottom", under), ("right", gap if gap < CELL_GAP else None))
    margins = [(side, room) for side, room in own if room is not None]
    return element(
        "tc",
        element(
            "tcPr",
            _width("tcW", width),
            element("tcBorders", _line("bottom", A4.hairline, grey(A4.faint))) if look.ruled else None,
            _margins("tcMar", margins) if margins else None,
        ),
        *(
            paragraph(one, place, is_first=number == 0, keep=look.is_head)
            for number, one in enumerate(words or (Paragraph(()),))
        ),
    )


def _band(band: Band, columns: Sequence[float], place: Place) -> Element:
    """The day on the left, a word on the right, on the one grey there is."""
    width = sum(columns)
    inside = width - 2 * _BAND_INDENT
    setting = place.cell(inside).setting(Size.BODY)
    note = A4.types[Size.NOTE].size
    right = [element("r", element("tab")), *words_runs(band.right, setting, size=note)] if band.right else []
    words = element(
        "p",
        element("pPr", element("pStyle", val=Styles.BODY), element("keepNext"), _tabs([Stop(inside)])),
        *words_runs(band.left, setting, bold=True),
        *right,
    )
    margins = (("top", 0.0), ("left", _BAND_INDENT), ("bottom", 0.0), ("right", _BAND_INDENT))
    looks = element(
        "tcPr",
        _width("tcW", width),
        element("gridSpan", val=len(columns)),
        element("shd", val="clear", color="auto", fill=grey(A4.tint)),
        _margins("tcMar", margins),
        element("vAlign", val="center"),
    )
    height = element("trHeight", val=twips_of_mm(_BAND_HEIGHT), hRule="atLeast")
    return element("tr", element("trPr", element("cantSplit"), height), element("tc", looks, words))


def frame(block: Frame, outside: Place) -> Element:
    """A box round paragraphs: a table of one cell, which never splits."""
    width = outside.width
    place = outside.cell(width - 2 * _FRAME_PADDING)
    paragraphs = [one for one in block.blocks if isinstance(one, Paragraph)]
    if len(paragraphs) != len(block.blocks):
        raise ValueError("a box holds paragraphs only")
    sides = ("top", "left", "bottom", "right")
    look = element(
        "tcPr",
        _width("tcW", width),
        element("tcBorders", *(_line(side, 0.8, "000000") for side in sides)),
        _margins("tcMar", [(side, _FRAME_PADDING) for side in sides]),
    )
    cell = element(
        "tc",
        look,
        *(paragraph(one, place, is_first=number == 0) for number, one in enumerate(paragraphs)),
    )
    row = element("tr", element("trPr", element("cantSplit")), cell)
    return element("tbl", _table_look(width, 0.0), _grid((width,)), row)


def _table_look(width: float, padding: float) -> Element:
    margins = (("top", padding), ("left", 0.0), ("bottom", padding), ("right", CELL_GAP))
    return element(
        "tblPr",
        _width("tblW", width),
        element("tblInd", w=0, type="dxa"),
        element("tblLayout", type="fixed"),
        _margins("tblCellMar", margins),
    )


def _grid(columns: Sequence[float]) -> Element:
    return element("tblGrid", *(element("gridCol", w=twips_of_mm(width)) for width in columns))


def _width(tag: str, millimetres: float) -> Element:
    return element(tag, w=twips_of_mm(millimetres), type="dxa")


def _margins(tag: str, margins: Sequence[tuple[str, float]]) -> Element:
    return element(tag, *(element(side, w=twips_of_mm(gap), type="dxa") for side, gap in margins))


def _line(side: str, points: float, colour: str) -> Element:
    return element(side, val="single", sz=eighths(points), space=0, color=colour)
