"""The score: how much of the removable risk has been removed, point by point."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from merchant_guard.domain.question import Choice, Question, RedLine
from merchant_guard.domain.risk import rate
from merchant_guard.domain.sheet import AnswerSheet

SHOWN_FROM = Fraction(60, 100)
"""The share of the questions that must be answered before a score is shown."""


@dataclass(frozen=True, slots=True)
class Points:
    """The points of one question: what can be removed and what has been."""

    question: str
    group: str
    removable: int
    taken: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """Points added up. `answered` and `applicable` count the questions, 不确定 and 不适用 as answered."""

    taken: Fraction
    removable: int
    answered: int
    applicable: int

    @property
    def value(self) -> int | None:
        """0–100, or None where nothing can be scored or too little is answered."""
        if not self.removable or self.answers_missing:
            return None
        return round(100 * self.taken / self.removable)

    @property
    def answers_missing(self) -> int:
        """How many more answers it takes before a score is shown."""
        needed = -(-SHOWN_FROM.numerator * self.applicable // SHOWN_FROM.denominator)
        return max(0, needed - self.answered)


def points(sheet: AnswerSheet) -> tuple[Points, ...]:
    """The points of every question that shows and was not put aside as 不适用."""
    return tuple(
        Points(question.id, question.group, removable, removable * share_done(sheet, question))
        for question in sheet.questions
        if _choice(sheet, question) is not Choice.NOT_APPLICABLE
        for removable in (rate(question, sheet.facts).removable,)
    )


def add_up(sheet: AnswerSheet, parts: Iterable[Points], group: str | None = None) -> Score:
    """Add up the points of a group, or of the whole sheet."""
    chosen = [part for part in parts if group in (None, part.group)]
    questions = [question for question in sheet.questions if group in (None, question.group)]
    return Score(
        sum((part.taken for part in chosen), Fraction(0)),
        sum(part.removable for part in chosen),
        sum(question.id in sheet.answers for question in questions),
        len(questions),
    )


def share_done(sheet: AnswerSheet, question: Question) -> Fraction:
    """The share of a question's measures in place.

    做到一部分 counts the ticks marked, or half while none is marked; a forbidden red line has no part credit.
    """
    choice = _choice(sheet, question)
    if choice is Choice.YES:
        return Fraction(1)
    if choice is not Choice.PARTLY or _forbids_part_credit(sheet, question):
        return Fraction(0)
    ticks, missing = sheet.ticks(question), sheet.missing_ticks(question)
    if len(missing) == len(ticks):
        return Fraction(1, 2)
    return Fraction(len(ticks) - len(missing), len(ticks))


def _forbids_part_credit(sheet: AnswerSheet, question: Question) -> bool:
    missing_lines = {tick.red_line for tick in sheet.missing_ticks(question)}
    return RedLine.FORBIDDEN in (question.red_line, *missing_lines)


def _choice(sheet: AnswerSheet, question: Question) -> Choice | None:
    answer = sheet.answers.get(question.id)
    return answer.choice if answer else None
