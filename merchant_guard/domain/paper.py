"""Papers: which there are, on which pages, and which of them a plan has something to put on."""

from dataclasses import dataclass
from enum import StrEnum

from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.plan import PlanItem, RemediationPlan


class PageSize(StrEnum):
    """The pages a paper may be set on."""

    A4 = "a4"
    LABEL_100X180 = "label-100x180"
    LABEL_100X150 = "label-100x150"
    LABEL_76X130 = "label-76x130"

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height."""
        return _MILLIMETRES[self]

    @property
    def is_label(self) -> bool:
        """Whether a waybill printer prints it."""
        return self is not PageSize.A4


_MILLIMETRES = {
    PageSize.A4: (210, 297),
    PageSize.LABEL_100X180: (100, 180),
    PageSize.LABEL_100X150: (100, 150),
    PageSize.LABEL_76X130: (76, 130),
}
LABELS = tuple(size for size in PageSize if size.is_label)


@dataclass(frozen=True, slots=True)
class OfferedPaper:
    """A paper that can be made now, and the pages it can be set on, the usual one first."""

    id: str
    sizes: tuple[PageSize, ...] = (PageSize.A4,)


PLAN_LIST = OfferedPaper("plan-list")
WEEK_LIST = OfferedPaper("week-list", tuple(PageSize))
FIRST_THREE = OfferedPaper("first-three", tuple(PageSize))
QUESTION_SHEET = OfferedPaper("question-sheet")
PLAN = OfferedPaper("plan")


def offered_papers(assessment: Assessment, plan: RemediationPlan) -> tuple[OfferedPaper, ...]:
    """The papers with something on them: no first three without a task, no sheet without a question."""
    week = (WEEK_LIST,) if plan.due_this_week else ()
    first = (FIRST_THREE,) if plan.open_items else ()
    questions = (QUESTION_SHEET,) if assessment.find_outs else ()
    return (PLAN_LIST, *week, *first, *questions, PLAN)


def tasks_of(paper_id: str, plan: RemediationPlan) -> tuple[PlanItem, ...]:
    """The tasks that a paper is about; none of a paper of other things."""
    return {
        PLAN_LIST.id: plan.open_items,
        WEEK_LIST.id: plan.due_this_week,
        FIRST_THREE.id: plan.open_items[:3],
    }.get(paper_id, ())


def may_be_sent(item: PlanItem) -> bool:
    """Whether a task may go into a chat: one that touches a crime would tell of it by its title alone."""
    return not any(question.crime for question in item.remedy.questions)
