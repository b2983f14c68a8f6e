"""What of last year's answers may be said again, one by one or a group at once; none counts before it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.interview import (
    CHARACTERS_PER_MINUTE,
    SECONDS_PER_SCREEN,
    Interview,
    ProfileStep,
    Step,
)
from merchant_guard.domain.question import Choice, Question, RedLine, Tick
from merchant_guard.domain.sheet import AnswerSheet, lay_out
from merchant_guard.domain.suggestions import Suggestion


class Apart(StrEnum):
    """Why a question is asked on its own and not confirmed with its group; the first that fits counts."""

    NEW = "new"
    UNKNOWN = "unknown"
    """Nobody answered it last year, or why it did not apply is not known."""
    CHANGED = "changed"
    OTHER_TICKS = "other_ticks"
    """Other ticks of it fit the shop than last year."""
    MENDED = "mended"
    """What was missing has been put right since."""
    RED_LINE = "red_line"
    UNSURE = "unsure"
    REGISTERS = "registers"
    """The registers say something else by now."""


SECONDS_TO_CONFIRM = 2
"""For one of several questions that are confirmed together, beside its reading."""
_MAY_BE_SAME = frozenset({None, Apart.RED_LINE, Apart.UNSURE, Apart.REGISTERS})


@dataclass(frozen=True, slots=True)
class GroupAgain:
    """A group as it was answered: what can be confirmed together, and what is asked on its own and why.

    `after` is the interview once the group is confirmed.
    """

    same: tuple[Question, ...]
    apart: tuple[tuple[Question, Apart], ...]
    after: Interview


@dataclass(frozen=True)
class AsLastYear:
    """Last year's answers beside the interview of this year.

    `suggest` is what the registers say about a question, `is_new` and `is_changed` whether a question came or
    became another one since.
    """

    interview: Interview
    before: SelfCheck
    is_new: Callable[[Question], bool]
    is_changed: Callable[[Question], bool]
    suggest: Callable[[Question], Suggestion | None]

    @cached_property
    def sheet_before(self) -> AnswerSheet:
        """What was asked last year, as far as it is still asked, with its answers."""
        shop, profile = self.interview.shop, self.before.profile
        shop = shop if profile is None else replace(shop, profile=profile)
        return lay_out(self.interview.bank, shop, self.before.answers)

    def answer(self, question: Question) -> Answer | None:
        """What was answered last year."""
        return self.before.answers.get(question.id)

    def again(self, question: Question) -> Answer | None:
        """Last year's answer as one of this year; None where it may not simply be said again.

        Its note and its proof stay with last year.
        """
        return self._again(question, self.interview.sheet)

    def apart(self, question: Question) -> Apart | None:
        """Why it is asked on its own; None where it may be confirmed with its group."""
        return self._apart(question, self.interview.sheet)

    def mended(self, question: Question) -> tuple[Tick, ...]:
        """The ticks that were missing last year and whose tasks have been done since."""
        missing = self.sheet_before.missing_ticks(question)
        return tuple(tick for tick in missing if self._is_done(tick))

    def contradicts(self, question: Question) -> bool:
        """Whether the registers say something else than was answered last year."""
        said, answer = self.suggest(question), self.answer(question)
        if said is None or answer is None or answer.choice is Choice.NOT_APPLICABLE:
            return False
        if said.choice is not None and said.choice is not answer.choice:
            return True
        if answer.choice is Choice.PARTLY and not answer.done:
            return False  # it does not say of which tick
        fitting = frozenset(tick.id for tick in self.sheet_before.ticks(question))
        done = {Choice.YES: fitting, Choice.PARTLY: answer.done}.get(answer.choice, frozenset[str]())
        return bool(said.open & done or (said.done & fitting) - done)

    def group(self, group_id: str) -> GroupAgain:
        """What of a group is not answered yet, with the questions that last year's answers bring."""
        filled, apart = self.interview, dict[str, Apart]()
        while True:
            known = {*filled.sheet.answers, *apart}
            waiting = (q for q in filled.sheet.questions if q.group == group_id and q.id not in known)
            question = next(waiting, None)
            if question is None:
                break
            reason, answer = self._apart(question, filled.sheet), self._again(question, filled.sheet)
            if reason is None and answer is not None:
                filled = filled.with_answer(question.id, answer)
            else:
                apart[question.id] = reason or Apart.UNKNOWN
        asked = [q for q in filled.sheet.questions if q.group == group_id]
        was_open = [q for q in asked if q.id not in self.interview.sheet.answers]
        return GroupAgain(
            same=tuple(question for question in was_open if question.id not in apart),
            apart=tuple((question, apart[question.id]) for question in was_open if question.id in apart),
            after=filled,
        )

    @property
    def minutes_left(self) -> int:
        """The minutes left, rounded up: what may be said again takes only the reading of its title."""
        left = (step for step in self.interview.path if not self.interview.is_answered(step))
        return -int(-sum(map(self._seconds, left)) // 60)

    def _seconds(self, step: Step) -> float:
        if isinstance(step, ProfileStep):
            known = self.before.profile or {}
            is_known = any(field.id in known for field in step.fields)
            return SECONDS_PER_SCREEN + len(step.fields) if is_known else step.seconds
        if self.again(step.question) is None:
            return step.seconds
        return SECONDS_TO_CONFIRM + len(step.question.title.zh) * 60 / CHARACTERS_PER_MINUTE

    def _again(self, question: Question, sheet: AnswerSheet) -> Answer | None:
        before = self.answer(question)
        if before is None or self._apart(question, sheet) not in _MAY_BE_SAME:
            return None
        fitting = {tick.id for tick in sheet.ticks(question)}
        return Answer(before.choice, before.done & fitting, reason=before.reason)

    def _apart(self, question: Question, sheet: AnswerSheet) -> Apart | None:
        """The first reason that fits, in the order of `Apart`."""
        before = self.answer(question)
        if before is None or _lacks_reason(before):
            return Apart.NEW if before is None and self.is_new(question) else Apart.UNKNOWN
        tells_of_ticks = before.choice in (Choice.YES, Choice.PARTLY)
        reasons = {
            Apart.CHANGED: self.is_changed(question),
            Apart.OTHER_TICKS: tells_of_ticks and sheet.ticks(question) != self.sheet_before.ticks(question),
            Apart.MENDED: bool(self.mended(question)),
            Apart.RED_LINE: _is_forbidden(question, sheet),
            Apart.UNSURE: before.choice is Choice.UNSURE,
            Apart.REGISTERS: self.contradicts(question),
        }
        return next((reason for reason, fits in reasons.items() if fits), None)

    def _is_done(self, tick: Tick) -> bool:
        progress = self.before.progress.get(tick.action)
        return progress is not None and progress.done_on is not None


def _lacks_reason(answer: Answer) -> bool:
    """Last year's paper does not carry why a question did not apply: something has to be written."""
    return answer.choice is Choice.NOT_APPLICABLE and not any(char.isalnum() for char in answer.reason)


def _is_forbidden(question: Question, sheet: AnswerSheet) -> bool:
    lines = (question.red_line, *(tick.red_line for tick in sheet.ticks(question)))
    return question.crime or RedLine.FORBIDDEN in lines
