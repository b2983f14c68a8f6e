"""The remediation plan: every gap an action, in order of urgency, with a day and a person."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from merchant_guard.domain.action import Step
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.question import Citation, RedLine
from merchant_guard.domain.remedy import Remedy, in_order, mended_since, remedies
from merchant_guard.domain.shop import OWNER, Shop, WorkRhythm
from merchant_guard.domain.workdays import lay_on_days, next_day_of_year


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does it: a role, and a name where the shop has one person for it or named somebody."""

    role: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One row of the plan: a remedy with its day, its person and its steps for this shop.

    `found_on` and `done_on` are the dates that count when a gap was mended early (Order 25 art 18).
    """

    remedy: Remedy
    due: date
    owner: Owner
    steps: tuple[Step, ...]
    found_on: date
    done_on: date | None = None
    proof: tuple[str, ...] = ()
    is_held: bool = False
    """Whether a legal hold forbids it for now: what it would destroy may be evidence."""

    @property
    def id(self) -> str:
        """The action's id, numbered for the second and later rows of things to find out."""
        return self.remedy.id

    @property
    def is_done(self) -> bool:
        """Whether it was ticked off."""
        return self.done_on is not None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The action's law, or that of the questions behind it."""
        from_questions = (c for question in self.remedy.questions for c in question.citations)
        return self.remedy.action.citations or tuple(dict.fromkeys(from_questions))

    @property
    def should_have_been(self) -> date | None:
        """For an open red line, the day before today on which it was found and should have been mended."""
        is_late = self.remedy.red_line is not RedLine.NONE and not self.is_done and self.found_on < self.due
        return self.found_on if is_late else None


@dataclass(frozen=True, slots=True)
class RemediationPlan:
    """The plan made on a day. `items` stand by day and urgency, red lines before what is overdue.

    The first three are the first to do.
    """

    made_on: date
    items: tuple[PlanItem, ...]

    @property
    def open_items(self) -> tuple[PlanItem, ...]:
        """What is still to be done, and may be."""
        return tuple(item for item in self.items if not item.is_done and not item.is_held)

    def holding(self, kinds: Callable[[frozenset[str]], bool]) -> "RemediationPlan":
        """The plan while evidence must stay; `kinds` says whether some kinds of records must."""
        held = (replace(item, is_held=kinds(item.remedy.action.destroys)) for item in self.items)
        return replace(self, items=tuple(held))

    @property
    def due_this_week(self) -> tuple[PlanItem, ...]:
        """What is open and due by Sunday, the overdue included."""
        sunday = self.made_on + timedelta(days=7 - self.made_on.isoweekday())
        return tuple(item for item in self.open_items if item.due <= sunday)

    @property
    def done_items(self) -> tuple[PlanItem, ...]:
        """What was ticked off, oldest first."""
        done = (item for item in self.items if item.is_done)
        return tuple(sorted(done, key=lambda item: item.done_on or item.due))


def make_plan(
    assessment: Assessment, today: date, found_on: date, progress: Mapping[str, Progress]
) -> RemediationPlan:
    """Make the plan of an assessment.

    Red lines are due today whatever the hours; the rest falls on quiet days by urgency, except that what has
    a deadline comes before it. What the owner decided (`progress`, by item id) wins over the day that was
    proposed earlier and kept, and that over what is proposed now; but no red line is put off, and what is
    to be found out is done when it is answered, not when ticked.
    What was done stays with its dates and proof even when the answer has been changed since.
    """
    open_now = remedies(assessment)
    done_ids = {item_id for item_id, decided in progress.items() if decided.done_on}
    wanted = (*open_now, *mended_since(assessment, done_ids - {remedy.id for remedy in open_now}))
    decided = {remedy.id: _that_counts(remedy, progress.get(remedy.id, Progress())) for remedy in wanted}
    days = _days(wanted, assessment.sheet.shop.rhythm, today, decided)
    items = [_item(remedy, days[remedy.id], assessment, found_on, decided[remedy.id]) for remedy in wanted]
    # The sort is stable: on one day the order of urgency stays.
    return RemediationPlan(
        today, tuple(sorted(items, key=lambda item: (not _is_todays(item, today), item.due)))
    )


def _is_todays(item: PlanItem, today: date) -> bool:
    """Whether it is a red line of today: until the day ends it stands before all else, even the overdue."""
    return item.remedy.red_line is not RedLine.NONE and item.done_on in (None, today)


def _that_counts(remedy: Remedy, decided: Progress) -> Progress:
    return replace(decided, done_on=None) if remedy.is_inquiry else decided


def red_lines_left(assessment: Assessment, plan: RemediationPlan) -> int:
    """How many red-line gaps of the self-check still wait for an action of the plan."""
    waiting = {item.id for item in plan.items if not item.is_done}
    return sum(
        any(
            finding.red_line_of(tick) is not RedLine.NONE and tick.action in waiting
            for tick in finding.missing
        )
        for finding in assessment.findings
    )


def _days(
    wanted: Sequence[Remedy], rhythm: WorkRhythm, today: date, progress: Mapping[str, Progress]
) -> dict[str, date]:
    """Today for red lines; quiet days for the rest, around what is done or has a day of its own."""
    days: dict[str, date] = {}
    taken: Counter[date] = Counter()
    for remedy in wanted:
        if day := _fixed_day(remedy, today, progress.get(remedy.id, Progress())):
            days[remedy.id] = day
            taken[day] += remedy.minutes
    free = [remedy for remedy in wanted if remedy.id not in days]
    hurried: list[Remedy] = []
    while True:
        rest = [remedy for remedy in free if remedy not in hurried]
        proposed = _lay(in_order([*hurried, *rest]), rhythm, today, taken)
        late = [remedy for remedy in rest if proposed[remedy.id] > _deadline(remedy, today)]
        if not late:
            return days | proposed
        # Moving these up can make others late in turn, so look again.
        hurried = sorted([*hurried, *late], key=lambda remedy: _deadline(remedy, today))


def _lay(
    ordered: Sequence[Remedy], rhythm: WorkRhythm, today: date, taken: Mapping[date, int]
) -> dict[str, date]:
    days = lay_on_days([remedy.minutes for remedy in ordered], rhythm, today, taken)
    return {remedy.id: day for remedy, day in zip(ordered, days, strict=True)}


def _deadline(remedy: Remedy, today: date) -> date:
    """The last day by which a remedy is wanted; the end of all days where there is none."""
    deadline = remedy.action.deadline
    return next_day_of_year(deadline, today) if deadline else date.max


def _fixed_day(remedy: Remedy, today: date, decided: Progress) -> date | None:
    """The day whose time a remedy takes whatever the rhythm; None where a quiet day is to be found."""
    if remedy.red_line is not RedLine.NONE:
        return decided.done_on or today
    return decided.done_on or decided.due or decided.proposed


def _item(
    remedy: Remedy, proposed: date, assessment: Assessment, found_on: date, decided: Progress
) -> PlanItem:
    sheet = assessment.sheet
    return PlanItem(
        remedy=remedy,
        due=_due(remedy, proposed, decided),
        owner=_owner(sheet.shop, remedy.action.role, decided.owner),
        steps=remedy.action.steps_for(sheet.facts),
        found_on=found_on,
        done_on=decided.done_on,
        proof=decided.proof,
    )


def _due(remedy: Remedy, laid: date, decided: Progress) -> date:
    return laid if remedy.red_line is not RedLine.NONE else decided.due or decided.proposed or laid


def _owner(shop: Shop, role: str, decided: str | None) -> Owner:
    """The person decided on; else the one person with the role, or the role where several share it.

    Where nobody has the role, the shop owner.
    """
    if decided:
        member = next((m for m in shop.staff if m.name == decided), None)
        return Owner(member.role if member else role, decided)
    for wanted in (role, OWNER):
        names = [member.name for member in shop.staff if member.role == wanted]
        if names:
            return Owner(wanted, names[0] if len(names) == 1 else None)
    return Owner(OWNER)
