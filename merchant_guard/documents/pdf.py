"""A paper as a PDF file."""

from typing import NamedTuple

from merchant_guard.documents import a4
from merchant_guard.documents.blocks import Paper, Size
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.layout import lay_out
from merchant_guard.documents.painter import FileProperties, Painter
from merchant_guard.documents.typesetting import shorten
from merchant_guard.documents.units import MM

CREATOR = "商户隐私自查 Merchant Guard"
_HEAD_GAP = 4 * MM


class PdfFile(NamedTuple):
    """The file, and the characters that no font has and that were drawn as boxes."""

    data: bytes
    pages: int
    unprintable: frozenset[str]


def write_pdf(paper: Paper) -> PdfFile:
    """Set a paper on A4 pages."""
    fonts = FontStack(paper.language)
    pages = lay_out(paper.blocks, fonts)
    properties = FileProperties(paper.title, paper.subject, paper.language, CREATOR, paper.made_on)
    painter = Painter(properties, fonts)
    meta = _head_line(paper, fonts)
    for number, page in enumerate(pages, start=1):
        label = paper.page_label.format(page=number, pages=len(pages))
        _draw_head(painter, paper, meta, label, first=number == 1)
        for slab, top in page.placed:
            slab.draw(painter, a4.LEFT, top)
        _draw_foot(painter, paper)
        painter.end_page()
    return PdfFile(painter.finish(), len(pages), frozenset(fonts.unprintable))


def _head_line(paper: Paper, fonts: FontStack) -> str:
    """Name and what else stands under the title, beside the words on the right."""
    head, note = paper.head, a4.TYPES[Size.NOTE].size
    if not head.name:
        return head.meta
    others = fonts.width(f" · {head.meta}") + fonts.width(head.right, bold=True)
    room = a4.BODY_WIDTH - _HEAD_GAP - others * note
    return f"{shorten(head.name, note, room, fonts)} · {head.meta}"


def _draw_head(painter: Painter, paper: Paper, meta: str, label: str, first: bool) -> None:
    head, note = paper.head, a4.TYPES[Size.NOTE].size
    title_size = a4.TYPES[Size.TITLE if first else Size.HEADING].size
    top_baseline, second_baseline = a4.HEIGHT - 23.5 * MM, a4.HEAD_RULE + 3.2 * MM
    painter.words(head.title if first else head.continued, a4.LEFT, top_baseline, title_size, bold=True)
    painter.words_right(label, a4.RIGHT, top_baseline, note)
    painter.words(meta, a4.LEFT, second_baseline, note)
    painter.words_right(head.right, a4.RIGHT, second_baseline, note, bold=True)
    painter.rule(a4.LEFT, a4.HEAD_RULE, a4.RIGHT, 0.9)


def _draw_foot(painter: Painter, paper: Paper) -> None:
    foot, note = paper.foot, a4.TYPES[Size.NOTE].size
    first, second = a4.FOOT_RULE - 4.5 * MM, a4.FOOT_RULE - 9.5 * MM
    painter.rule(a4.LEFT, a4.FOOT_RULE, a4.RIGHT, 0.6)
    painter.words(foot.first, a4.LEFT, first, note)
    painter.words_right(foot.right, a4.RIGHT, first, note)
    painter.words(foot.second, a4.LEFT, second, note)
