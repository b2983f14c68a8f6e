"""Draw the first page of a paper, so that people see what they will hold."""

from datetime import date
from typing import TYPE_CHECKING

from merchant_guard.domain.paper import OfferedPaper, PageSize
from merchant_guard.localization import Language
from merchant_guard.services.make_papers import make_paper, picture_of
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.open_check import OpenCheck

if TYPE_CHECKING:
    from merchant_guard.documents.pages import PagePicture

DPI = 144
"""Enough for a page that is only to be recognised."""


def first_page(
    check: OpenCheck, today: date, paper: OfferedPaper, size: PageSize, language: Language
) -> "PagePicture":
    """Draw the first page of a paper of a self-check as of a day. Never on two threads at once."""
    made = MadePlan(check.assessment, check.plan(today), check.checked_on)
    return picture_of(make_paper(made, paper.id, size, language), 0, DPI)
