"""Several papers as one file for the print shop, with a cover that says what is in it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.form_view import LANGUAGE
from merchant_guard.documents.markup import parse
from merchant_guard.documents.page_format import A4
from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.papers import paper_draft
from merchant_guard.documents.pdf import Laid, PdfFile, set_on_pages, write_several
from merchant_guard.documents.templates import fill

TWO_COPIES = "一式两份"
"""In the corner of a paper of which both sides keep one: it is printed twice."""


class Part(NamedTuple):
    """One paper of the file: what it is made from, what it is called, and for whom it is."""

    paper_id: str
    source: PaperSource
    title: str
    name: str = ""


def bundle_pdf(parts: Sequence[Part], title: str) -> PdfFile:
    """Set papers on A4, one after the other, each with page numbers of its own, behind their cover.

    There is at least one part. Raises KeyError for a paper there is not.
    """
    fonts = FontStack(LANGUAGE)
    laid = [set_on_pages(paper_draft(part.paper_id, A4.name, part.source).paper, A4, fonts) for part in parts]
    # The cover counts itself; a list that takes a second page counts that too.
    cover = _cover(parts, laid, title, 1, fonts)
    if len(cover.sheets) > 1:
        cover = _cover(parts, laid, title, len(cover.sheets), fonts)
    return write_several([cover, *laid], fonts, cover.paper)


def _cover(parts: Sequence[Part], laid: Sequence[Laid], title: str, own: int, fonts: FontStack) -> Laid:
    rows: list[dict[str, Any]] = []
    page = own + 1
    for part, one in zip(parts, laid, strict=True):
        pages = len(one.sheets)
        twice = one.paper.head.right.startswith(TWO_COPIES)
        rows.append({"title": part.title, "name": part.name, "pages": pages, "first": page, "twice": twice})
        page += pages
    some = any(row["twice"] for row in rows)
    view = parts[0].source.head | {"title": title, "rows": rows, "pages": page - 1, "twice": some}
    return set_on_pages(parse(fill("print_cover.xml", LANGUAGE, view)), A4, fonts)
