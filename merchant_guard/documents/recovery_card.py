"""The recovery card on paper: sixteen numbered groups in four rows of four, and how to keep it.

On A4 it fills the upper left quarter, to be folded twice; a label is filled by it.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from merchant_guard.documents.markup import parse
from merchant_guard.documents.page_format import FORMATS
from merchant_guard.documents.pdf import PdfFile, write_pdf
from merchant_guard.documents.templates import fill
from merchant_guard.documents.units import MM
from merchant_guard.localization import Language

_BESIDE = 4
_QUARTER = 105


class CardWords(NamedTuple):
    """What stands on a card: the groups in their order, whose it is (may be empty), and the day."""

    groups: Sequence[str]
    shop: str
    made_on: date


def card_pdf(card: CardWords, size: str, language: Language) -> PdfFile:
    """Set a card on a page of the size named. Raises KeyError for a size there is not."""
    page = FORMATS[size]
    width = page.body_width / MM if page.is_label else _QUARTER - page.margin / MM
    numbered = list(enumerate(card.groups, start=1))
    view = {
        "language": language,
        "shop": card.shop,
        "made_on": card.made_on.isoformat(),
        "rows": [numbered[start : start + _BESIDE] for start in range(0, len(numbered), _BESIDE)],
        "fades": page.is_label,
        "width": f"{width:.1f}",
        "columns": " ".join([f"{width / _BESIDE:.2f}"] * _BESIDE),
    }
    return write_pdf(parse(fill("recovery_card.xml", language, view)), page)
