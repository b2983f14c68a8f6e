"""What the home page is about today: something unfinished, something overdue, something to do, or nothing."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from merchant_guard.domain.interview import Interview, ProfileStep, Step
from merchant_guard.domain.plan import PlanItem, RemediationPlan
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.stage import Stage
from merchant_guard.localization.dates import nearness
from merchant_guard.services.open_check import OpenCheck

FIRST = 3
"""As many rows of the plan as can be begun before the self-check is finished."""
_NOW = ("overdue", "today", "this_week")


class HomeKind(StrEnum):
    """The states of the home page once there is a self-check."""

    UNFINISHED = "unfinished"
    OVERDUE = "overdue"
    TASKS = "tasks"
    NOTHING_NOW = "nothing_now"


@dataclass(frozen=True)
class HomeState:
    """Worked out from the self-check in hand and the day."""

    check: OpenCheck
    today: date
    only: frozenset[str] | None = None
    """The rows the page was opened with: others that move up do not come under the reader’s eyes."""

    @cached_property
    def plan(self) -> RemediationPlan:
        """The plan as of today."""
        return self.check.plan(self.today)

    @cached_property
    def interview(self) -> Interview:
        """What is left to answer: of the quick check while it runs, else of the whole."""
        here = self.check.interview
        if here.stage is Stage.QUICK and here.first_open is not None:
            return here
        return replace(here, stage=Stage.FULL)

    @property
    def kind(self) -> HomeKind:
        """Which state it is."""
        if self.check.finished_on is None and self.interview.first_open is not None:
            return HomeKind.UNFINISHED
        if self.overdue:
            return HomeKind.OVERDUE
        return HomeKind.TASKS if self.now else HomeKind.NOTHING_NOW

    @property
    def now(self) -> tuple[PlanItem, ...]:
        """What is open and due by the end of this week, the overdue first."""
        near = (item for item in self.plan.open_items if nearness(self.today, item.due) in _NOW)
        return tuple(item for item in near if self.only is None or item.id in self.only)

    @property
    def overdue(self) -> tuple[PlanItem, ...]:
        """What is open and past its day; a red line is always today's."""
        return tuple(item for item in self.plan.open_items if self.is_overdue(item))

    def is_overdue(self, item: PlanItem) -> bool:
        """Whether a row is past its day and may get another."""
        return not item.is_done and item.remedy.red_line is RedLine.NONE and item.due < self.today

    @property
    def shown(self) -> tuple[PlanItem, ...]:
        """The rows of the page: this week's; the first three while unfinished, or when nothing is due now."""
        if self.kind in (HomeKind.OVERDUE, HomeKind.TASKS):
            return self.now
        return self.plan.open_items[:FIRST]

    @property
    def to_ask(self) -> tuple[PlanItem, ...]:
        """The open rows that only find something out."""
        return tuple(item for item in self.plan.open_items if item.remedy.is_inquiry)

    @property
    def without_proof(self) -> tuple[PlanItem, ...]:
        """What is done and has no proof yet."""
        return tuple(item for item in self.plan.done_items if not item.proof)

    @property
    def questions_left(self) -> int:
        """How many questions of the stage are not answered."""
        return self.interview.asked - self.interview.answered

    @property
    def stopped_at(self) -> Step | None:
        """The screen at which it goes on."""
        return self.interview.first_open

    @property
    def group_stopped_at(self) -> str | None:
        """The group of that screen; None for what the shop says of itself at the start."""
        step = self.stopped_at
        if step is None:
            return None
        return step.door if isinstance(step, ProfileStep) else step.question.group
