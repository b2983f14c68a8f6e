"""Papers: which there are, on which pages, and which of them a plan has something to put on."""

from dataclasses import dataclass
from enum import StrEnum

from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.plan import RemediationPlan


class PageSize(StrEnum):
    """The pages a paper may be set on."""

    A4 = "a4"
    LABEL_100X180 = "label-100x180"

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height."""
        return {PageSize.A4: (210, 297), PageSize.LABEL_100X180: (100, 180)}[self]

    @property
    def is_label(self) -> bool:
        """Whether a waybill printer prints it."""
        return self is not PageSize.A4


@dataclass(frozen=True, slots=True)
class OfferedPaper:
    """A paper that can be made now, and the pages it can be set on, the usual one first."""

    id: str
    sizes: tuple[PageSize, ...] = (PageSize.A4,)


PLAN_LIST = OfferedPaper("plan-list")
FIRST_THREE = OfferedPaper("first-three", (PageSize.A4, PageSize.LABEL_100X180))
QUESTION_SHEET = OfferedPaper("question-sheet")
PLAN = OfferedPaper("plan")


def offered_papers(assessment: Assessment, plan: RemediationPlan) -> tuple[OfferedPaper, ...]:
    """The papers with something on them: no first three without a task, no sheet without a question."""
    first = (FIRST_THREE,) if plan.open_items else ()
    questions = (QUESTION_SHEET,) if assessment.find_outs else ()
    return (PLAN_LIST, *first, *questions, PLAN)
