"""The remediation plan: every gap an action, in order of urgency, with a day and a person."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from merchant_guard.domain.action import ASK_LATER, ASK_TODAY, MINUTES_PER_INQUIRY, Action, Step
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.findings import Assessment, Finding, FindOut
from merchant_guard.domain.question import Citation, Force, Question, RedLine
from merchant_guard.domain.risk import Risk
from merchant_guard.domain.shop import Shop, StaffMember, WorkRhythm
from merchant_guard.domain.workdays import lay_on_days

OWNER = "owner"
"""The role every shop has, also one that named nobody."""
INQUIRIES_PER_ROW = 6
"""As many questions to others as fit one row of half an hour."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does it: a role, and a name where the shop named somebody."""

    role: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Remedy:
    """An action that is wanted, before it has a day: the questions behind it, and how pressing it is."""

    id: str
    action: Action
    questions: tuple[Question, ...]
    risk: Risk
    red_line: RedLine
    minutes: int
    notes: tuple[str, ...] = ()

    @property
    def urgency(self) -> tuple[int, int, int, int]:
        """Sort key, most urgent first: red lines, risk to people, what the law demands, the quick ones."""
        forces = tuple(Force)
        return (-self.red_line.rank, -self.risk.rank, forces.index(self.action.force), self.minutes)

    @property
    def is_inquiry(self) -> bool:
        """Whether it only finds something out."""
        return self.action.id in (ASK_TODAY, ASK_LATER)


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


@dataclass(frozen=True, slots=True)
class RemediationPlan:
    """The plan made on a day. `items` stand by day and urgency; the first three are the first to do."""

    made_on: date
    items: tuple[PlanItem, ...]

    @property
    def open_items(self) -> tuple[PlanItem, ...]:
        """What is still to be done."""
        return tuple(item for item in self.items if not item.is_done)

    @property
    def done_items(self) -> tuple[PlanItem, ...]:
        """What was ticked off, oldest first."""
        done = (item for item in self.items if item.is_done)
        return tuple(sorted(done, key=lambda item: item.done_on or item.due))


def make_plan(
    assessment: Assessment, today: date, found_on: date, progress: Mapping[str, Progress]
) -> RemediationPlan:
    """Make the plan of an assessment.

    Red lines are due today whatever the hours; the rest falls on quiet days by urgency. What the owner
    decided (`progress`, by item id) wins over what is proposed here.
    """
    remedies = sorted((*_remedies(assessment), *_inquiries(assessment)), key=lambda remedy: remedy.urgency)
    proposed = _proposed_days(remedies, assessment.sheet.shop.rhythm, today, progress)
    items = [
        _item(remedy, day, assessment, found_on, progress.get(remedy.id, Progress()))
        for remedy, day in zip(remedies, proposed, strict=True)
    ]
    return RemediationPlan(today, tuple(sorted(items, key=lambda item: (item.due, item.remedy.urgency))))


def red_lines_left(assessment: Assessment, plan: RemediationPlan) -> int:
    """How many red-line gaps of the self-check still wait for an action of the plan."""
    waiting = {item.id for item in plan.open_items}
    return sum(
        any(
            finding.red_line_of(tick) is not RedLine.NONE and tick.action in waiting
            for tick in finding.missing
        )
        for finding in assessment.findings
    )


def _remedies(assessment: Assessment) -> list[Remedy]:
    """Gather the gaps by the action that mends them."""
    wanted: dict[str, list[tuple[Finding, RedLine]]] = {}
    for finding in assessment.findings:
        for tick in finding.missing:
            wanted.setdefault(tick.action, []).append((finding, finding.red_line_of(tick)))
    return [_remedy(assessment.sheet.bank.actions[action_id], gaps) for action_id, gaps in wanted.items()]


def _remedy(action: Action, gaps: Sequence[tuple[Finding, RedLine]]) -> Remedy:
    findings = tuple(dict.fromkeys(finding.question.id for finding, _ in gaps))
    by_question = {finding.question.id: finding for finding, _ in gaps}
    return Remedy(
        id=action.id,
        action=action,
        questions=tuple(by_question[question_id].question for question_id in findings),
        risk=max((finding.risk for finding, _ in gaps), key=lambda risk: risk.rank),
        red_line=max((line for _, line in gaps), key=lambda line: line.rank),
        minutes=action.minutes,
        notes=tuple(note for question_id in findings if (note := by_question[question_id].note)),
    )


def _inquiries(assessment: Assessment) -> list[Remedy]:
    """Put the things to find out into as few rows as half-hours allow."""
    urgent = [find_out for find_out in assessment.find_outs if find_out.is_urgent]
    later = [find_out for find_out in assessment.find_outs if not find_out.is_urgent]
    actions = assessment.sheet.bank.actions
    return [*_inquiry_rows(actions[ASK_TODAY], urgent), *_inquiry_rows(actions[ASK_LATER], later)]


def _inquiry_rows(action: Action, find_outs: Sequence[FindOut]) -> Iterable[Remedy]:
    for row, start in enumerate(range(0, len(find_outs), INQUIRIES_PER_ROW), start=1):
        part = find_outs[start : start + INQUIRIES_PER_ROW]
        yield Remedy(
            id=action.id if row == 1 else f"{action.id}-{row}",
            action=action,
            questions=tuple(find_out.question for find_out in part),
            risk=max((find_out.rating.band for find_out in part), key=lambda risk: risk.rank),
            red_line=RedLine.TODAY if action.id == ASK_TODAY else RedLine.NONE,
            minutes=MINUTES_PER_INQUIRY * len(part),
        )


def _proposed_days(
    remedies: Sequence[Remedy], rhythm: WorkRhythm, today: date, progress: Mapping[str, Progress]
) -> list[date]:
    """Today for red lines; quiet days for the rest, around what is done or has a day of its own."""
    fixed = {remedy.id: _fixed_day(remedy, today, progress.get(remedy.id, Progress())) for remedy in remedies}
    taken: Counter[date] = Counter()
    for remedy in remedies:
        if day := fixed[remedy.id]:
            taken[day] += remedy.minutes
    free = [remedy for remedy in remedies if fixed[remedy.id] is None]
    days = iter(lay_on_days([remedy.minutes for remedy in free], rhythm, today, taken))
    return [fixed[remedy.id] or next(days) for remedy in remedies]


def _fixed_day(remedy: Remedy, today: date, decided: Progress) -> date | None:
    """The day whose time a remedy takes whatever the rhythm; None where a quiet day is to be found."""
    return decided.done_on or decided.due or (None if remedy.red_line is RedLine.NONE else today)


def _item(
    remedy: Remedy, proposed: date, assessment: Assessment, found_on: date, decided: Progress
) -> PlanItem:
    sheet = assessment.sheet
    return PlanItem(
        remedy=remedy,
        due=decided.due or decided.done_on or proposed,
        owner=_owner(sheet.shop, remedy.action.role, decided.owner),
        steps=remedy.action.steps_for(sheet.facts),
        found_on=found_on,
        done_on=decided.done_on,
        proof=decided.proof,
    )


def _owner(shop: Shop, role: str, decided: str | None) -> Owner:
    """The person decided on, else the first one with the role, else the shop owner."""
    if decided:
        member = next((m for m in shop.staff if m.name == decided), None)
        return Owner(member.role if member else role, decided)
    by_role: dict[str, StaffMember] = {}
    for member in shop.staff:
        by_role.setdefault(member.role, member)
    found = by_role.get(role) or by_role.get(OWNER)
    return Owner(found.role, found.name) if found else Owner(OWNER)
