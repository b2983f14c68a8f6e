"""The line under the title that says whose paper it is, and of when."""

from merchant_guard.documents.blocks import Paper, Size
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.page_format import PageFormat
from merchant_guard.documents.typesetting import shorten
from merchant_guard.documents.units import MM

HEAD_GAP = 4 * MM
"""Between what stands on the left and on the right."""


def head_line(paper: Paper, fonts: FontStack, page: PageFormat) -> str:
    """Name and what else stands under the title, beside the words on the right."""
    head, note = paper.head, page.types[Size.NOTE].size
    if not head.name:
        return head.meta
    others = fonts.width(f" · {head.meta}") + fonts.width(head.right, bold=True)
    room = page.body_width - HEAD_GAP - others * note
    return f"{shorten(head.name, note, room, fonts)} · {head.meta}"
