"""A paper as a PDF file."""

from typing import NamedTuple

from merchant_guard.documents.blocks import Paper, Size
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.layout import lay_out
from merchant_guard.documents.page_format import A4, PageFormat
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


def write_pdf(paper: Paper, page: PageFormat = A4) -> PdfFile:
    """Set a paper on pages of a format."""
    fonts = FontStack(paper.language)
    sheets = lay_out(paper.blocks, fonts, page)
    properties = FileProperties(paper.title, paper.subject, paper.language, CREATOR, paper.made_on)
    painter = Painter(properties, fonts, page)
    meta = _head_line(paper, fonts, page)
    for number, sheet in enumerate(sheets, start=1):
        label = paper.page_label.format(page=number, pages=len(sheets)) if page.is_numbered else ""
        _draw_head(painter, paper, meta, label, first=number == 1)
        for slab, top in sheet.placed:
            slab.draw(painter, page.left, top)
        _draw_foot(painter, paper)
        painter.end_page()
    return PdfFile(painter.finish(), len(sheets), frozenset(fonts.unprintable))


def _head_line(paper: Paper, fonts: FontStack, page: PageFormat) -> str:
    """Name and what else stands under the title, beside the words on the right."""
    head, note = paper.head, page.types[Size.NOTE].size
    if not head.name:
        return head.meta
    others = fonts.width(f" · {head.meta}") + fonts.width(head.right, bold=True)
    room = page.body_width - _HEAD_GAP - others * note
    return f"{shorten(head.name, note, room, fonts)} · {head.meta}"


def _draw_head(painter: Painter, paper: Paper, meta: str, label: str, first: bool) -> None:
    head, page = paper.head, painter.page
    note = page.types[Size.NOTE].size
    title_size = page.types[Size.TITLE if first else Size.HEADING].size
    title = head.title if first else head.continued
    painter.words(title, page.left, page.title_baseline, title_size, bold=True)
    painter.words_right(label, page.right, page.title_baseline, note)
    painter.words(meta, page.left, page.meta_baseline, note)
    painter.words_right(head.right, page.right, page.meta_baseline, note, bold=True)
    painter.rule(page.left, page.head_rule, page.right, 0.9)


def _draw_foot(painter: Painter, paper: Paper) -> None:
    foot, page = paper.foot, painter.page
    note = page.types[Size.NOTE].size
    first, second = page.foot_baselines
    painter.rule(page.left, page.foot_rule, page.right, 0.6)
    painter.words(foot.first, page.left, first, note)
    painter.words_right(foot.right, page.right, first, note)
    painter.words(foot.second, page.left, second, note)
