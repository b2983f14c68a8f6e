"""Remedies: the actions an assessment asks for, and the order in which they are pressing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from merchant_guard.domain.action import ASK_LATER, ASK_TODAY, MINUTES_PER_INQUIRY, Action
from merchant_guard.domain.findings import Assessment, Finding, FindOut
from merchant_guard.domain.question import Force, Question, RedLine
from merchant_guard.domain.risk import Risk, rate

INQUIRIES_PER_ROW = 6
"""As many questions to others as fit one row of half an hour."""

_BANDS_UP = {Force.FORBIDDEN: 2, Force.STATUTORY: 1, Force.STANDARD: 0, Force.ADVICE: 0}
"""What the law forbids or demands is moved up past mere advice about a graver risk."""


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
        """Sort key, most urgent first: red lines, risk with its force, risk, force."""
        force = self.action.force
        weight = self.risk.rank + _BANDS_UP[force]
        return (-self.red_line.rank, -weight, -self.risk.rank, tuple(Force).index(force))

    @property
    def is_inquiry(self) -> bool:
        """Whether it only finds something out."""
        return self.action.id in (ASK_TODAY, ASK_LATER)


def remedies(assessment: Assessment) -> tuple[Remedy, ...]:
    """Everything the assessment asks for, in the order in which to do it."""
    wanted = (*_from_gaps(assessment), *_inquiries(assessment))
    by_action = {remedy.action.id: remedy for remedy in wanted}
    return in_order(sorted(wanted, key=lambda remedy: (*remedy.urgency, _minutes_with(remedy, by_action))))


def _minutes_with(remedy: Remedy, wanted: Mapping[str, Remedy]) -> int:
    """The longest of a remedy and those it builds on: a quick one does not pull a long one forward.

    Rows of things to find out keep the order they were made in, the gravest first.
    """
    if remedy.is_inquiry:
        return INQUIRIES_PER_ROW * MINUTES_PER_INQUIRY
    before = (wanted[id_] for id_ in remedy.action.after if id_ in wanted)
    return max([remedy.minutes, *(one.minutes for one in before)])


def mended_since(assessment: Assessment, action_ids: Collection[str]) -> tuple[Remedy, ...]:
    """Actions done earlier that the answers no longer ask for: their dates and proof are what counts.

    They stand under the questions that show and name them, without a red line: that gap is closed.
    """
    sheet = assessment.sheet
    found = []
    for action in (sheet.bank.actions[id_] for id_ in sorted(action_ids) if id_ in sheet.bank.actions):
        questions = tuple(question for question in sheet.questions if action.id in question.actions)
        bands = [rate(question, sheet.facts).band for question in questions]
        risk = max(bands, key=lambda band: band.rank, default=Risk.LOW)
        if action.id not in (ASK_TODAY, ASK_LATER):
            found.append(Remedy(action.id, action, questions, risk, RedLine.NONE, action.minutes))
    return tuple(found)


def in_order(wanted: Sequence[Remedy]) -> tuple[Remedy, ...]:
    """Keep the order given, but let every action come after those it builds on (`Action.after`)."""
    by_action = {remedy.action.id: remedy for remedy in wanted}
    placed: dict[str, Remedy] = {}
    visiting: set[str] = set()

    def place(remedy: Remedy) -> None:
        if remedy.id in placed or remedy.id in visiting:
            return
        visiting.add(remedy.id)
        for before in remedy.action.after:
            if before in by_action:
                place(by_action[before])
        placed[remedy.id] = remedy

    for remedy in wanted:
        place(remedy)
    return tuple(placed.values())


def _from_gaps(assessment: Assessment) -> list[Remedy]:
    """Gather the gaps by the action that mends them."""
    wanted: dict[str, list[tuple[Finding, RedLine]]] = {}
    for finding in assessment.findings:
        for tick in finding.missing:
            wanted.setdefault(tick.action, []).append((finding, finding.red_line_of(tick)))
    actions: Mapping[str, Action] = assessment.sheet.bank.actions
    return [_remedy(actions[action_id], gaps) for action_id, gaps in wanted.items()]


def _remedy(action: Action, gaps: Sequence[tuple[Finding, RedLine]]) -> Remedy:
    findings = tuple({finding.question.id: finding for finding, _ in gaps}.values())
    return Remedy(
        id=action.id,
        action=action,
        questions=tuple(finding.question for finding in findings),
        risk=max((finding.risk for finding in findings), key=lambda risk: risk.rank),
        red_line=max((line for _, line in gaps), key=lambda line: line.rank),
        minutes=action.minutes,
        notes=tuple(finding.note for finding in findings if finding.note),
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
