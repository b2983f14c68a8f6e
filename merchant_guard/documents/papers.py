"""The papers there are, each made from an assessment and its plan on the page asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from merchant_guard.documents.markup import parse
from merchant_guard.documents.page_format import A4, LABEL_100X180, PageFormat
from merchant_guard.documents.pdf import PdfFile, write_pdf
from merchant_guard.documents.plan_pdf import plan_pdf
from merchant_guard.documents.plan_view import PlanView
from merchant_guard.documents.templates import fill
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.localization import Language

MOST_STEPS = {A4.name: (5, 3, 2, 1, 0), LABEL_100X180.name: (2, 1, 0)}
"""How many steps of each of the first three are tried until the sheet is one page."""


@dataclass(frozen=True)
class PaperSource:
    """What a paper is made from."""

    assessment: Assessment
    plan: RemediationPlan
    checked_on: date
    language: Language

    @property
    def view(self) -> PlanView:
        """The same in plain words."""
        return PlanView(self.assessment, self.plan, self.checked_on, self.language)


def paper_pdf(paper_id: str, size: str, source: PaperSource) -> PdfFile:
    """Set a paper on a page of the size named. Raises KeyError for a paper or size there is not."""
    return _MAKERS[paper_id](FORMATS[size], source)


def _from_plan(template: str, page: PageFormat, source: PaperSource) -> PdfFile:
    return write_pdf(parse(fill(template, source.language, source.view.plain())), page)


def _whole_plan(_page: PageFormat, source: PaperSource) -> PdfFile:
    return plan_pdf(source.assessment, source.plan, source.checked_on, source.language)


def _first_three(page: PageFormat, source: PaperSource) -> PdfFile:
    """One page whatever the words: where they take too much room, steps are left out, never made smaller."""
    for most_steps in MOST_STEPS[page.name]:
        view = source.view.first_three(most_steps) | {"is_label": page is LABEL_100X180}
        file = write_pdf(parse(fill("first_three.xml", source.language, view)), page)
        if file.pages == 1:
            break
    return file


FORMATS: Mapping[str, PageFormat] = {page.name: page for page in (A4, LABEL_100X180)}
_MAKERS: Mapping[str, Callable[[PageFormat, PaperSource], PdfFile]] = {
    "first-three": _first_three,
    "plan-list": partial(_from_plan, "plan_list.xml"),
    "question-sheet": partial(_from_plan, "question_sheet.xml"),
    "plan": _whole_plan,
}
