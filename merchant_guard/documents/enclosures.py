"""What goes into a folder: found while its index is filled, counted when that is filled again."""

from collections.abc import Mapping
from typing import NamedTuple

from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.domain.paper import PAPERS
from merchant_guard.domain.paper_form import is_offered

Pages = Mapping["Enclosed", int]
"""On which page of the file each begins."""


class Enclosed(NamedTuple):
    """A paper that goes into a folder, and the register it is about; empty for the whole shop."""

    paper_id: str
    subject: str = ""


class Enclosures:
    """What the index of a folder names, in its order, each once."""

    def __init__(self, source: PaperSource, pages: Pages | None = None) -> None:
        self.found: dict[Enclosed, None] = {}
        self._source, self._pages = source, pages or {}

    def page(self, paper_id: str, subject: str = "") -> str:
        """`enclosed("register-list", "staff")`: put a paper in, and say on which page it begins.

        Empty where the shop is not offered it, and while nobody has counted yet. Raises KeyError for a paper
        there is not.
        """
        forms, facts = self._source.bank.paper_forms, self._source.assessment.sheet.facts
        if paper_id not in forms and paper_id not in PAPERS:
            raise KeyError(paper_id)
        if not is_offered(paper_id, forms, facts):
            return ""
        paper = Enclosed(paper_id, subject)
        self.found[paper] = None
        return str(self._pages.get(paper, ""))
