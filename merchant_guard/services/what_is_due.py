"""What falls due in a shop: the tasks of its plan and the duties of its year, in one list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import DutyKind
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.registers.standing import name_of
from merchant_guard.domain.text import Text
from merchant_guard.services.due_day import DueDay, thing_of
from merchant_guard.services.due_glance import HomeCounts, count
from merchant_guard.services.keep_check import open_shop
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that falls due. `about` is the person, account or partner it is about, None for the shop.

    `lead` is how many days before its day it is spoken of; `register` is where it is written down. A red line
    is `always_today`: due anew on every day until it is mended.
    """

    id: str
    kind: DutyKind
    title: Text
    due: date
    overdue_days: int
    lead: int
    minutes: int
    register: str | None = None
    about: Text | None = None
    always_today: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether the home page counts it; the age of the content is told by a banner."""
        return self.kind is not DutyKind.CONTENT

    @property
    def day(self) -> DueDay:
        """When it is due and spoken of."""
        return DueDay(thing_of(self.id), self.due, self.lead, self.minutes, always_today=self.always_today)

    def is_near(self, today: date) -> bool:
        """Whether it is to be spoken of on a day."""
        return self.day.is_near(today)


def what_is_due(check: OpenCheck, today: date) -> tuple[Due, ...]:
    """Return everything that falls due, the soonest first, of one day as plan and duties have it.

    What a legal hold forbids is not among it.
    """
    tasks = [task_due(item, today) for item in check.plan(today).open_items]
    duties = [duty_due(item, check, today) for item in check.due if item.hold is None]
    return tuple(sorted([*tasks, *duties], key=lambda due: due.due))


def counts(due: Iterable[Due], today: date) -> HomeCounts:
    """Count what the home page speaks of on a day."""
    return count((one.day for one in due if one.is_counted), today)


def open_checks(workspace: Workspace) -> tuple[OpenCheck, ...]:
    """Open the latest self-check of every shop that has one."""
    found = (open_shop(workspace, shop.id) for shop in workspace.shops.list())
    return tuple(check for check in found if check is not None)


def task_due(item: PlanItem, today: date) -> Due:
    """A task of the plan; it is spoken of in the week of its day, as the plan has it."""
    is_red = item.remedy.red_line is not RedLine.NONE
    return Due(
        id=item.id,
        kind=DutyKind.FIND_OUT if item.remedy.is_inquiry else DutyKind.TASK,
        title=item.remedy.action.title,
        due=item.due,
        overdue_days=0 if is_red else max(0, (today - item.due).days),
        lead=item.due.weekday(),
        minutes=item.remedy.minutes,
        always_today=is_red,
    )


def duty_due(item: DueItem, check: OpenCheck, today: date) -> Due:
    """A duty, and whom or what it is about."""
    duty, about = item.duty, None
    if item.entry is not None:
        about = name_of(item.entry, check.bank.registers[item.entry.register])
    return Due(
        id=item.id,
        kind=duty.kind,
        title=duty.title,
        due=item.due,
        overdue_days=item.overdue_days(today),
        lead=item.lead,
        minutes=duty.minutes,
        register=duty.register,
        about=about,
    )
