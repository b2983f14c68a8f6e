"""Papers: which there are, on which pages, what they are about, and which have something on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.register import STAFF
from merchant_guard.domain.shop import OWNER

if TYPE_CHECKING:  # the question bank names papers, and all of these name the bank
    from merchant_guard.domain.due import DueItem
    from merchant_guard.domain.findings import Assessment
    from merchant_guard.domain.plan import PlanItem, RemediationPlan
    from merchant_guard.domain.registers.entry import Entry
    from merchant_guard.domain.registers.register import Register


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


class About(StrEnum):
    """What a paper is about: the whole shop, a register, or one entry of a register."""

    SHOP = "shop"
    REGISTER = "register"
    ENTRY = "entry"


class Share(StrEnum):
    """Whether a paper stays in the shop or is given to others."""

    INSIDE = "inside"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class OfferedPaper:
    """A paper that can be made now, and the pages it can be set on, the usual one first.

    `register` names the register of the entry it is about, `subject` the register or entry that it is made
    for this time, empty for the whole shop.
    """

    id: str
    sizes: tuple[PageSize, ...] = (PageSize.A4,)
    about: About = About.SHOP
    register: str | None = None
    share: Share = Share.INSIDE
    subject: str = ""


@dataclass(frozen=True, slots=True)
class PaperSubject:
    """What of the registers goes on a paper.

    `id` is the register or entry it is about, empty for the whole shop; `near` is what is to be spoken of
    now, which says how an entry stands, None where that is not known because no duty has begun yet.
    """

    book: Book = field(default_factory=Book)
    id: str = ""
    near: tuple[DueItem, ...] | None = None


_LEFT_ON = "left_on"
PLAN_LIST = OfferedPaper("plan-list")
WEEK_LIST = OfferedPaper("week-list", tuple(PageSize))
FIRST_THREE = OfferedPaper("first-three", tuple(PageSize))
QUESTION_SHEET = OfferedPaper("question-sheet")
PLAN = OfferedPaper("plan")
COMPARISON = OfferedPaper("comparison")
REGISTER_LIST = OfferedPaper("register-list", about=About.REGISTER)
LEAVER_HANDOVER = OfferedPaper("leaver-handover", about=About.ENTRY, register=STAFF)

OF_REGISTERS = (REGISTER_LIST, LEAVER_HANDOVER)
"""The papers made from the registers, in the order in which they are offered."""
PAPERS: Mapping[str, OfferedPaper] = {
    paper.id: paper
    for paper in (PLAN_LIST, WEEK_LIST, FIRST_THREE, QUESTION_SHEET, PLAN, COMPARISON, *OF_REGISTERS)
}
"""Every paper there is, by its id."""


def offered_papers(
    assessment: Assessment,
    plan: RemediationPlan,
    book: Book | None = None,
    chosen: Mapping[str, str] | None = None,
    *,
    compares: bool = False,
) -> tuple[OfferedPaper, ...]:
    """The papers with something on them: no first three without a task, no sheet without a question.

    `chosen` says, by the id of the paper, which register or entry it was last wanted for; `compares` whether
    there is an earlier self-check.
    """
    week = (WEEK_LIST,) if plan.due_this_week else ()
    first = (FIRST_THREE,) if plan.open_items else ()
    questions = (QUESTION_SHEET,) if assessment.find_outs else ()
    registers = assessment.sheet.bank.registers
    return (
        PLAN_LIST,
        *week,
        *first,
        *questions,
        PLAN,
        *((COMPARISON,) if compares else ()),
        *_of_registers(registers, book or Book(), chosen or {}),
    )


def _of_registers(
    registers: Mapping[str, Register], book: Book, chosen: Mapping[str, str]
) -> Iterator[OfferedPaper]:
    for paper in OF_REGISTERS:
        wanted = chosen.get(paper.id)
        if paper.about is About.REGISTER:
            # What was wanted, where it is there; else the first register that holds something.
            held = next((one for one in registers if book.of(one)), "")
            subject = wanted if wanted in registers else held
            found = bool(subject)
        else:
            people = leavers_first(book)
            ids = [entry.id for entry in people]
            left = next((entry.id for entry in people if entry.day(_LEFT_ON)), "")
            subject = wanted if wanted in (*ids, "") else left
            found = bool(ids)
        if found:
            yield replace(paper, subject=subject or "")


def leavers_first(book: Book) -> tuple[Entry, ...]:
    """Everybody but the owner: who left last comes first, those who still work here after them."""
    people = [entry for entry in book.of(STAFF) if entry.said("role") != OWNER]
    return tuple(sorted(people, key=lambda one: one.day(_LEFT_ON) or date.min, reverse=True))


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
