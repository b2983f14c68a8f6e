"""What a paper is made of, before anybody decides how wide a page is.

Measures are millimetres for places and points for type. Writers (PDF now) turn these into pages.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Size(StrEnum):
    """The type sizes of the print design, from notes to titles, and what is read across a room."""

    NOTE = "note"
    BODY = "body"
    TASK = "task"
    LEAD = "lead"
    HEADING = "heading"
    TITLE = "title"
    SCORE = "score"
    SIGN = "sign"


class BadgeLook(StrEnum):
    """How a boxed word looks: white on black, heavy or light frame."""

    SOLID = "solid"
    HEAVY = "heavy"
    LIGHT = "light"


class Words(NamedTuple):
    """Text in one weight. A newline in it ends the line."""

    text: str
    bold: bool = False


class Badge(NamedTuple):
    """A boxed word: 红线, 高, 问."""

    text: str
    look: BadgeLook


class CheckBox(NamedTuple):
    """A box to tick by hand, or one that is ticked; `side` in mm.

    One with a `letter` (the day it is for) is as wide as said, and its line is as high as it needs.
    """

    ticked: bool
    side: float = 5.0
    width: float | None = None
    letter: str = ""


class Blank(NamedTuple):
    """A line to write on; `width` in mm, None for the rest of the line."""

    width: float | None = None


class Picture(NamedTuple):
    """One of our own drawings, `resources/drawings/<name>.json`, so many mm high; its line is as high."""

    name: str
    height: float


class Bar(NamedTuple):
    """A measure bar: how much of `total` is done, and how much in part."""

    done: float
    part: float
    total: float


Inline = Words | Badge | CheckBox | Blank | Bar | Picture


class Paragraph(NamedTuple):
    """Inlines set in lines.

    `mark` hangs before the first line (a step's number), `keep` holds the next block on the same page,
    `space` (mm) stands over it.
    """

    inlines: tuple[Inline, ...]
    size: Size = Size.BODY
    mark: str = ""
    keep: bool = False
    space: float = 0.0
    right: bool = False
    centre: bool = False


class Heading(NamedTuple):
    """A section head with a bookmark; `level` 0 is a section, 1 a part of it."""

    text: str
    level: int = 0
    badges: tuple[Badge, ...] = ()


class Band(NamedTuple):
    """A grey band inside a table: the day on the left, a word on the right."""

    left: str
    right: str = ""


class Row(NamedTuple):
    """One row: for each column its paragraphs."""

    cells: tuple[tuple[Paragraph, ...], ...]


class Table(NamedTuple):
    """Rows and bands in columns of the given widths (mm).

    The head is set again on every page; a row never splits. `tight` rows stand closer.
    """

    columns: tuple[float, ...]
    head: Row | None
    rows: tuple[Row | Band, ...]
    ruled: bool = True
    tight: bool = False


class Frame(NamedTuple):
    """Blocks in a box that stays on one page."""

    blocks: tuple["Block", ...]


class PageBreak(NamedTuple):
    """Go on at the top of a new page."""


class Columns(NamedTuple):
    """Headings and paragraphs in so many columns `beside` each other."""

    blocks: tuple["Block", ...]
    beside: int = 2


Block = Paragraph | Heading | Table | Frame | PageBreak | Columns


class RunningHead(NamedTuple):
    """What stands at the top of every page, beside the page number; `name` is shortened where it must be."""

    title: str
    continued: str
    name: str
    meta: str
    right: str


class RunningFoot(NamedTuple):
    """What stands at the bottom of every page."""

    first: str
    right: str
    second: str


class Paper(NamedTuple):
    """A whole paper: what file properties say of it, its running lines and its blocks."""

    title: str
    subject: str
    language: str
    made_on: date
    page_label: str
    head: RunningHead
    foot: RunningFoot
    blocks: tuple[Block, ...]
