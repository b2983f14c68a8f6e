"""A paper as a PDF file."""

from collections.abc import Sequence
from typing import NamedTuple

from merchant_guard.documents.attachments import Attachment
from merchant_guard.documents.blocks import Paper, Size, Words
from merchant_guard.documents.file_properties import CREATOR
from merchant_guard.documents.flow import Page as Sheet
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.layout import lay_out
from merchant_guard.documents.page_format import A4, PageFormat
from merchant_guard.documents.painter import FileProperties, Painter
from merchant_guard.documents.running_head import HEAD_GAP, head_line
from merchant_guard.documents.typesetting import Line, break_lines


class PdfFile(NamedTuple):
    """The file, and the characters that no font has and that were drawn as boxes."""

    data: bytes
    pages: int
    unprintable: frozenset[str]


class Laid(NamedTuple):
    """A paper set on its pages, not drawn yet."""

    paper: Paper
    page: PageFormat
    foot: list[Line]
    sheets: list[Sheet]


def write_pdf(paper: Paper, page: PageFormat = A4, attached: Attachment | None = None) -> PdfFile:
    """Set a paper on pages of a format; what is attached can be read out of the file again."""
    fonts = FontStack(paper.language)
    laid = set_on_pages(paper, page, fonts)
    painter = Painter(_properties(paper), fonts, laid.page)
    draw(painter, laid)
    if attached is not None:
        painter.attach(attached)
    return PdfFile(painter.finish(), len(laid.sheets), frozenset(fonts.unprintable))


def set_on_pages(paper: Paper, page: PageFormat, fonts: FontStack) -> Laid:
    """Set a paper. Raises BlockTooHighError."""
    foot = _foot_lines(paper, fonts, page)
    page = _with_room(page, paper, len(foot))
    return Laid(paper, page, foot, lay_out(paper.blocks, fonts, page))


def write_several(
    papers: Sequence[Laid], fonts: FontStack, title: Paper, *, through: bool = False
) -> PdfFile:
    """Draw papers of one size in a row; `title` names the file.

    Each has page numbers of its own, unless they go `through` all.
    """
    painter = Painter(_properties(title), fonts, papers[0].page)
    pages = sum(len(laid.sheets) for laid in papers)
    before = 0
    for laid in papers:
        painter.page = laid.page
        draw(painter, laid, Numbers(before, pages) if through else None)
        before += len(laid.sheets)
    return PdfFile(painter.finish(), pages, frozenset(fonts.unprintable))


class Numbers(NamedTuple):
    """How many pages stand before those of a paper, and how many there are in all."""

    before: int
    pages: int


def draw(painter: Painter, laid: Laid, numbers: Numbers | None = None) -> None:
    """Draw the pages of a paper, with numbers of their own unless others are given."""
    paper, page, foot, sheets = laid
    meta = head_line(paper, painter.fonts, page)
    is_numbered = page.is_numbered or len(sheets) > 1
    before, pages = numbers or Numbers(0, len(sheets))
    for number, sheet in enumerate(sheets, start=1):
        label = paper.page_label.format(page=before + number, pages=pages) if is_numbered else ""
        if paper.head.title:
            _draw_head(painter, paper, meta, label, first=number == 1)
        for placed in sheet.placed:
            placed.slab.draw(painter, placed.left, placed.top)
        if _has_foot(paper):
            _draw_foot(painter, foot, paper.foot.right)
        painter.end_page()


def _properties(paper: Paper) -> FileProperties:
    return FileProperties(paper.title, paper.subject, paper.language, CREATOR, paper.made_on)


def pages_of(paper: Paper, page: PageFormat = A4) -> int:
    """How many pages a paper takes, without drawing them. Raises BlockTooHighError."""
    fonts = FontStack(paper.language)
    lines = len(_foot_lines(paper, fonts, page))
    return len(lay_out(paper.blocks, fonts, _with_room(page, paper, lines)))


def _has_foot(paper: Paper) -> bool:
    """Whether anything is said at the bottom; a sign to hang up has neither head nor foot."""
    return any(paper.foot)


def _foot_lines(paper: Paper, fonts: FontStack, page: PageFormat) -> list[Line]:
    """The sentences of the foot, each on as many lines as it takes."""
    sentences = (paper.foot.first, paper.foot.second)
    note = page.types[Size.NOTE].size
    return [
        line
        for sentence in sentences
        for line in break_lines((Words(sentence),), note, page.body_width, fonts)
    ]


def _with_room(page: PageFormat, paper: Paper, foot_lines: int) -> PageFormat:
    """The page with its body as high as head and foot leave it."""
    if not paper.head.title:
        page = page._replace(body_top=page.height - page.margin)
    return (
        _with_room_for_foot(page, foot_lines) if _has_foot(paper) else page._replace(body_bottom=page.margin)
    )


def _with_room_for_foot(page: PageFormat, lines: int) -> PageFormat:
    """The page with its body ending higher where the foot has more than two lines."""
    first, second = page.foot_baselines
    more = (lines - 2) * (first - second)
    return page._replace(
        body_bottom=page.body_bottom + more,
        foot_rule=page.foot_rule + more,
        foot_baselines=(first + more, second + more),
    )


def _draw_head(painter: Painter, paper: Paper, meta: str, label: str, first: bool) -> None:
    head, page, fonts = paper.head, painter.page, painter.fonts
    note = page.types[Size.NOTE].size
    title = head.title if first else head.continued
    room = page.body_width - (fonts.width(label) * note + HEAD_GAP if label else 0.0)
    largest, least = (page.types[size].size for size in (Size.TITLE if first else Size.HEADING, Size.HEADING))
    # Only a narrow label has no room for a long title; it is the one thing there that may be smaller.
    fitting = min(largest, room / fonts.width(title, bold=True)) if title else largest
    painter.words(title, page.left, page.title_baseline, max(fitting, least), bold=True)
    painter.words_right(label, page.right, page.title_baseline, note)
    painter.words(meta, page.left, page.meta_baseline, note)
    painter.words_right(head.right, page.right, page.meta_baseline, note, bold=True)
    painter.rule(page.left, page.head_rule, page.right, 0.9)


def _draw_foot(painter: Painter, lines: Sequence[Line], right: str) -> None:
    page = painter.page
    note = page.types[Size.NOTE].size
    first, second = page.foot_baselines
    painter.rule(page.left, page.foot_rule, page.right, 0.6)
    for number, line in enumerate(lines):
        painter.line(line, page.left, first - number * (first - second), note)
        if number == 0:
            painter.words_right(right, page.right, first, note)
