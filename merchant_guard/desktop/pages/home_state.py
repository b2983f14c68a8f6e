"""What the home page is about today: something unfinished, something overdue, something to do, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import Duty, DutyKind
from merchant_guard.domain.interview import Interview, ProfileStep, Step
from merchant_guard.domain.plan import PlanItem, RemediationPlan
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.stage import Stage
from merchant_guard.services.due_glance import HomeCounts
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.what_is_due import counts, duty_due, task_due

FIRST = 3
"""As many rows of the plan as can be begun before the self-check is finished."""
MOST_ROWS = 5
"""So that the registers show below without scrolling on the screen of an old laptop."""


class DutyRow(NamedTuple):
    """One duty; what it asks about several entries is still one row."""

    duty: Duty
    items: tuple[DueItem, ...]

    @property
    def first(self) -> DueItem:
        """The soonest of them."""
        return self.items[0]

    @property
    def name(self) -> str:
        """What its widgets are called after."""
        return self.first.id if len(self.items) == 1 else self.duty.id


Row = PlanItem | DutyRow


class HomeKind(StrEnum):
    """The states of the home page once there is a self-check."""

    UNFINISHED = "unfinished"
    OVERDUE = "overdue"
    TASKS = "tasks"
    NOTHING_NOW = "nothing_now"


@dataclass(frozen=True)
class HomeState:
    """Worked out from the self-check in hand, what falls due beside its plan (`items`), and the day."""

    check: OpenCheck
    today: date
    items: tuple[DueItem, ...]
    plan: RemediationPlan
    only: frozenset[str] | None = None
    """What the page was opened with: other rows that move up do not come under the reader’s eyes."""

    @classmethod
    def of(cls, check: OpenCheck, today: date, items: tuple[DueItem, ...]) -> "HomeState":
        """The state of a day."""
        return cls(check, today, items, check.plan(today))

    @cached_property
    def interview(self) -> Interview:
        """What is left to answer: of the quick check while it runs, else of the whole."""
        here = self.check.interview
        if here.stage is Stage.QUICK and here.first_open is not None:
            return here
        return replace(here, stage=Stage.FULL)

    @cached_property
    def kind(self) -> HomeKind:
        """Which state it is."""
        if self.check.finished_on is None and self.interview.first_open is not None:
            return HomeKind.UNFINISHED
        if self.counts.overdue:
            return HomeKind.OVERDUE
        return HomeKind.TASKS if self.counts.near else HomeKind.NOTHING_NOW

    # --- what falls due -----------------------------------------------------------------------------

    @cached_property
    def counts(self) -> HomeCounts:
        """What is to be spoken of today, of plan and duties; `due.json` counts the same."""
        tasks = [task_due(item, self.today) for item in self.now]
        return counts([*tasks, *(duty_due(item, self.check, self.today) for item in self.duties)], self.today)

    @cached_property
    def now(self) -> tuple[PlanItem, ...]:
        """What of the plan is open and due by the end of this week, the overdue first."""
        near = (item for item in self.plan.open_items if task_due(item, self.today).is_near(self.today))
        return tuple(item for item in near if self._was_there(item.id))

    @cached_property
    def duties(self) -> tuple[DueItem, ...]:
        """The duties to be spoken of today, the soonest first."""
        near = (item for item in self._waiting if item.is_near(self.today))
        return tuple(item for item in near if self._was_there(item.id))

    @property
    def _waiting(self) -> Iterable[DueItem]:
        """The duties that nothing forbids; how old the content is tells a banner."""
        return (item for item in self.items if item.hold is None and item.duty.kind is not DutyKind.CONTENT)

    @property
    def old_content(self) -> DueItem | None:
        """What says that the content is older than a year."""
        ageing = (item for item in self.items if item.duty.kind is DutyKind.CONTENT)
        return next((item for item in ageing if item.is_near(self.today)), None)

    def _was_there(self, item_id: str) -> bool:
        return self.only is None or item_id in self.only

    def is_overdue(self, item: PlanItem) -> bool:
        """Whether a row is past its day and may get another; a red line is always today's."""
        return not item.is_done and item.remedy.red_line is RedLine.NONE and item.due < self.today

    # --- rows ---------------------------------------------------------------------------------------

    @cached_property
    def shown(self) -> tuple[Row, ...]:
        """The rows of the page, at most five: this week's; the first three while unfinished, or what is next.

        Red lines come first, then by day.
        """
        if self.kind is HomeKind.UNFINISHED:
            return self.plan.open_items[:FIRST]
        if self.kind is HomeKind.NOTHING_NOW:
            return _in_order(self.plan.open_items, _by_duty_and_day(self._waiting))[:FIRST]
        return _in_order(self.now, _by_duty(self.duties))[:MOST_ROWS]

    @property
    def hidden_duties(self) -> int:
        """How many duties of today have no row; one about several entries counts once, as in the sentence."""
        groups = [row for row in self.shown if isinstance(row, DutyRow)]
        if self.kind is HomeKind.NOTHING_NOW:
            return 0
        return len(_by_duty(self.duties)) - len(groups)

    def as_opened(self) -> "HomeState":
        """The state that keeps to what there is now."""
        ids = {item.id for item in (*self.now, *self.duties)}
        rows = {item.id for row in self.shown for item in (row.items if isinstance(row, DutyRow) else [row])}
        return replace(self, only=frozenset(ids | rows))

    @property
    def to_ask(self) -> tuple[PlanItem, ...]:
        """The open rows that only find something out."""
        return tuple(item for item in self.plan.open_items if item.remedy.is_inquiry)

    @property
    def without_proof(self) -> tuple[PlanItem, ...]:
        """What is done and has no proof yet."""
        return tuple(item for item in self.plan.done_items if not item.proof)

    # --- answering ----------------------------------------------------------------------------------

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


def _in_order(tasks: Iterable[PlanItem], duties: Iterable[DutyRow]) -> tuple[Row, ...]:
    """Red lines first, then by day, of one day what presses first; the order of the plan stays."""
    return tuple(sorted([*tasks, *duties], key=_place))


def _place(row: Row) -> tuple[bool, date, bool]:
    if isinstance(row, DutyRow):
        return True, row.first.due, not row.duty.is_pressing
    return row.remedy.red_line is RedLine.NONE, row.due, True


def _by_duty(items: Iterable[DueItem]) -> list[DutyRow]:
    """What one duty asks about several entries is one row."""
    found: dict[str, list[DueItem]] = {}
    for item in items:
        found.setdefault(item.duty.id, []).append(item)
    return [DutyRow(group[0].duty, tuple(group)) for group in found.values()]


def _by_duty_and_day(items: Iterable[DueItem]) -> list[DutyRow]:
    found: dict[tuple[str, date], list[DueItem]] = {}
    for item in items:
        found.setdefault((item.duty.id, item.due), []).append(item)
    return [DutyRow(group[0].duty, tuple(group)) for group in found.values()]
