"""What a self-check found: gaps, things to find out, the verdict, and what it suggests for the audit list."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from merchant_guard.domain.audit_form import AuditSuggestion, TickState, suggest
from merchant_guard.domain.question import Choice, Question, RedLine, Tick
from merchant_guard.domain.risk import Rating, Risk, rate
from merchant_guard.domain.score import Points, Score, add_up, points
from merchant_guard.domain.sheet import AnswerSheet, gravest


class Verdict(StrEnum):
    """The result in one word; never that the shop keeps or breaks the law."""

    STOP_FIRST = "stop_first"
    RED_LINES_OPEN = "red_lines_open"
    TOO_EARLY = "too_early"
    NOTHING_APPLIES = "nothing_applies"
    RED_LINES_UNCLEAR = "red_lines_unclear"
    MOSTLY_DONE = "mostly_done"
    HALF_DONE = "half_done"
    MUCH_TO_DO = "much_to_do"


MOSTLY_DONE_FROM = 85
HALF_DONE_FROM = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """A gap: the question, what was answered, the measures missing and the risk to people."""

    question: Question
    choice: Choice
    missing: tuple[Tick, ...]
    rating: Rating
    red_line: RedLine
    note: str

    @property
    def risk(self) -> Risk:
        """The band of the gap."""
        return self.rating.band

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions that close it, each once."""
        return tuple(dict.fromkeys(tick.action for tick in self.missing))

    def red_line_of(self, tick: Tick) -> RedLine:
        """The red line that a missing tick is under, its own or its question's."""
        return gravest(self.question, (tick,))


@dataclass(frozen=True, slots=True)
class FindOut:
    """Something the owner is not sure of: a task to ask somebody, never a pass."""

    question: Question
    rating: Rating
    red_line: RedLine

    @property
    def is_urgent(self) -> bool:
        """Whether it must be found out today."""
        return self.red_line is not RedLine.NONE


@dataclass(frozen=True, slots=True)
class Assessment:
    """The result of a self-check, every point of it traceable to an answer."""

    sheet: AnswerSheet
    points: tuple[Points, ...]
    score: Score
    group_scores: Mapping[str, Score]
    findings: tuple[Finding, ...]
    find_outs: tuple[FindOut, ...]
    audit: tuple[AuditSuggestion, ...]

    @property
    def open_red_lines(self) -> int:
        """How many gaps are red lines."""
        return sum(finding.red_line is not RedLine.NONE for finding in self.findings)

    @property
    def unclear_red_lines(self) -> int:
        """How many questions about red lines are not sure or not answered yet."""
        answers = self.sheet.answers
        unclear = (
            q for q in self.sheet.questions if q.id not in answers or answers[q.id].choice is Choice.UNSURE
        )
        return sum(gravest(q, self.sheet.ticks(q)) is not RedLine.NONE for q in unclear)

    @property
    def shown_score(self) -> int | None:
        """The score, unless it is too early for one or 先停下这件事 takes its place."""
        return None if self.verdict is Verdict.STOP_FIRST else self.score.value

    @property
    def verdict(self) -> Verdict:
        """The result in one word; red lines come before any number."""
        lines = {finding.red_line for finding in self.findings}
        if RedLine.FORBIDDEN in lines:
            return Verdict.STOP_FIRST
        if RedLine.TODAY in lines:
            return Verdict.RED_LINES_OPEN
        value = self.score.value
        if value is None:
            return Verdict.TOO_EARLY if self.score.answers_missing else Verdict.NOTHING_APPLIES
        if value < HALF_DONE_FROM:
            return Verdict.MUCH_TO_DO
        if self.unclear_red_lines:
            return Verdict.RED_LINES_UNCLEAR
        return Verdict.MOSTLY_DONE if value >= MOSTLY_DONE_FROM else Verdict.HALF_DONE


def assess(sheet: AnswerSheet) -> Assessment:
    """Work out the result of a self-check from its answer sheet."""
    parts = points(sheet)
    return Assessment(
        sheet=sheet,
        points=parts,
        score=add_up(sheet, parts),
        group_scores={group.id: add_up(sheet, parts, group.id) for group in sheet.bank.groups},
        findings=_findings(sheet),
        find_outs=_find_outs(sheet),
        audit=_audit(sheet),
    )


def _findings(sheet: AnswerSheet) -> tuple[Finding, ...]:
    """The gaps, worst first; among equals in the order of the rail."""
    found = []
    for question in sheet.questions:
        missing = sheet.missing_ticks(question)
        if not missing:
            continue
        answer = sheet.answers[question.id]
        rating = rate(question, sheet.facts)
        note = "" if question.crime else answer.note
        found.append(Finding(question, answer.choice, missing, rating, gravest(question, missing), note))
    return tuple(sorted(found, key=lambda f: (-f.red_line.rank, -f.risk.rank, -f.rating.removable)))


def _find_outs(sheet: AnswerSheet) -> tuple[FindOut, ...]:
    """The things to ask, worst first."""
    unsure = [
        FindOut(question, rate(question, sheet.facts), gravest(question, sheet.ticks(question)))
        for question in sheet.questions
        if (answer := sheet.answers.get(question.id)) and answer.choice is Choice.UNSURE
    ]
    return tuple(sorted(unsure, key=lambda f: (-f.red_line.rank, -f.rating.band.rank)))


def _audit(sheet: AnswerSheet) -> tuple[AuditSuggestion, ...]:
    states: dict[str, dict[str, list[TickState]]] = {item.id: {} for item in sheet.bank.audit_form.items}
    for question in sheet.questions:
        for tick in sheet.ticks(question):
            for covered in states.keys() & tick.covers:
                states[covered].setdefault(question.id, []).append(sheet.state(question, tick))
    return tuple(
        suggest(item.applies_when.holds(sheet.facts), states[item.id], item.id)
        for item in sheet.bank.audit_form.items
    )
