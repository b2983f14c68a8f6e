"""Two self-checks of one shop side by side: what is better, what is worse, what cannot be compared, and why
the score moved.

What a comparison may say:

- Only what was asked and answered in both years is compared. Not answered, not asked then, or 这题我店不适用
  in one of them is *new* or *gone*, never better: a gap does not close because somebody puts it aside.
- 不确定 is no pass: from 做到了 to it is worse, from it to 做到了 is better; between it and 没做到 nothing
  moved.
- A question that was changed since is not compared.
- Ticks are compared one by one, but only those of both years; 做到一部分 with nothing marked counts as half.
- A question may stand under better *and* worse, for what was gained and what was lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from merchant_guard.domain.action import ASK_LATER, ASK_TODAY
from merchant_guard.domain.answers import Answer, Answers, Progress
from merchant_guard.domain.audit_form import TickState
from merchant_guard.domain.comparison import (
    Change,
    ComparedAction,
    ComparedGroup,
    ComparedQuestion,
    ComparedTick,
    Comparison,
    Reason,
    ReasonKind,
    Retired,
)
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.question import Choice, Question, Tick
from merchant_guard.domain.question_age import is_changed_since
from merchant_guard.domain.score import share_done
from merchant_guard.domain.sheet import AnswerSheet
from merchant_guard.domain.wording import QuestionWords, Wording


@dataclass(frozen=True)
class Side:
    """One of the two self-checks, laid out by the question bank of today and the profile of its own day.

    `answers` holds all of its answers, also those to questions that are not in the bank any more.
    """

    on: date | None
    assessment: Assessment
    answers: Answers = field(default_factory=dict)
    progress: Mapping[str, Progress] = field(default_factory=dict)
    wording: Wording | None = None

    @property
    def sheet(self) -> AnswerSheet:
        """What was asked, with the answers."""
        return self.assessment.sheet

    def words(self, question: Question) -> QuestionWords | None:
        """The words of a question on that day, where they were kept."""
        return self.wording.questions.get(question.id) if self.wording else None

    def ticks(self, question: Question) -> tuple[Tick, ...]:
        """The ticks that were there to be marked on that day, of those there are today."""
        if words := self.words(question):
            return tuple(tick for tick in question.ticks if tick.id in words.ticks)
        return self.sheet.ticks(question)


def compare(before: Side, now: Side) -> Comparison:
    """Lay two self-checks side by side; both sheets are of the same question bank."""
    score_before, score_now = before.assessment.shown_score, now.assessment.shown_score
    questions = tuple(_questions(before, now))
    if score_before is not None and score_now is not None:
        questions = tuple(_with_points(one, before, now) for one in questions)
    return Comparison(
        before_on=before.on,
        now_on=now.on,
        score_before=score_before,
        score_now=score_now,
        questions=questions,
        groups=tuple(_groups(questions, before, now)),
        actions=tuple(_actions(questions, before, now)),
        reasons=tuple(_reasons(questions, before, now)),
        retired=tuple(_retired(before, now)),
        waiting=tuple(question for question in now.sheet.questions if question.id not in now.sheet.answers),
        score_told=before.wording.score if before.wording else None,
    )


# --- questions and their ticks ----------------------------------------------------------------------


def _questions(before: Side, now: Side) -> Iterator[ComparedQuestion]:
    """What can be said of every question of the bank; nothing of one that is not answered yet."""
    asked_now = {question.id for question in now.sheet.questions}
    for question in now.sheet.bank.questions:
        then, today = (side.sheet.answers.get(question.id) for side in (before, now))
        if today is None and (then is None or question.id in asked_now):
            continue
        counted_then, counts_now = _counts(then), _counts(today)
        if counted_then and counts_now:
            yield _compared(question, before, now)
        elif counted_then:
            yield ComparedQuestion(question, then, today, Change.GONE)
        elif counts_now:
            yield ComparedQuestion(question, then, today, Change.NEW)
        elif then is not None and today is not None:
            yield ComparedQuestion(question, then, today, Change.SAME)


def _counts(answer: Answer | None) -> bool:
    return answer is not None and answer.choice is not Choice.NOT_APPLICABLE


def _compared(question: Question, before: Side, now: Side) -> ComparedQuestion:
    """A question answered in both years, and for this shop in both."""
    then, today = before.sheet.answers[question.id], now.sheet.answers[question.id]
    levels = _levels(question, before, now)
    if levels is None or is_changed_since(question, before.on, before.words(question)):
        return ComparedQuestion(question, then, today, Change.CHANGED)
    ticks = tuple(_ticks(question, before, now))
    compared = ComparedQuestion(question, then, today, Change.SAME, ticks)
    return replace(compared, change=_better_or_worse(*levels, compared))


def _better_or_worse(then: Fraction, today: Fraction, compared: ComparedQuestion) -> Change:
    # Where as much is in place as before, what came or went alone still says which way it went.
    balance = (today > then) - (today < then) or bool(compared.gained) - bool(compared.lost)
    return (Change.SAME, Change.BETTER, Change.WORSE)[balance]


def _levels(question: Question, before: Side, now: Side) -> tuple[Fraction, Fraction] | None:
    """The share of the measures asked about in both years that was in place; None where there are none."""
    common = {tick.id for tick in before.ticks(question)} & {tick.id for tick in now.ticks(question)}
    if not common:
        return None
    if _same_partly(question, before, now):
        return Fraction(1, 2), Fraction(1, 2)
    return _level(question, before, common), _level(question, now, common)


def _same_partly(question: Question, before: Side, now: Side) -> bool:
    """做到一部分 both times, and one of them does not say which part."""
    choices = {side.sheet.answers[question.id].choice for side in (before, now)}
    return choices == {Choice.PARTLY} and (_is_unmarked(question, before) or _is_unmarked(question, now))


def _level(question: Question, side: Side, common: AbstractSet[str]) -> Fraction:
    answer = side.sheet.answers[question.id]
    if answer.choice is Choice.YES:
        return Fraction(1)
    if answer.choice is not Choice.PARTLY:
        return Fraction(0)
    return (
        Fraction(1, 2) if _is_unmarked(question, side) else Fraction(len(answer.done & common), len(common))
    )


def _is_unmarked(question: Question, side: Side) -> bool:
    answer = side.sheet.answers[question.id]
    return answer.choice is Choice.PARTLY and not any(tick.id in answer.done for tick in side.ticks(question))


def _ticks(question: Question, before: Side, now: Side) -> Iterator[ComparedTick]:
    if _is_unmarked(question, before) or _is_unmarked(question, now):
        return
    asked_then, asked_now = before.ticks(question), now.ticks(question)
    for tick in question.ticks:
        then = before.sheet.state(question, tick) if tick in asked_then else None
        today = now.sheet.state(question, tick) if tick in asked_now else None
        if then is not None or today is not None:
            yield ComparedTick(tick, then, today, _tick_change(then, today))


def _tick_change(then: TickState | None, today: TickState | None) -> Change:
    if then is None:
        return Change.NEW
    if today is None:
        return Change.GONE
    balance = (today is TickState.DONE) - (then is TickState.DONE)
    return (Change.SAME, Change.BETTER, Change.WORSE)[balance]


# --- the score --------------------------------------------------------------------------------------


def _with_points(one: ComparedQuestion, before: Side, now: Side) -> ComparedQuestion:
    """A question with what it moved the score by, at the weight it has now."""
    levels = _levels(one.question, before, now) if one.change in (Change.BETTER, Change.WORSE) else None
    if levels is None:
        return one
    then, today = (_credit(one.question, *pair) for pair in zip((before, now), levels, strict=True))
    weight = next(part.removable for part in now.assessment.points if part.question == one.question.id)
    return replace(one, points=100 * weight * (today - then) / now.assessment.score.removable)


def _credit(question: Question, side: Side, level: Fraction) -> Fraction:
    """What a level counts for: a part of something forbidden counts for nothing."""
    return level if share_done(side.sheet, question) else Fraction(0)


def _reasons(questions: Sequence[ComparedQuestion], before: Side, now: Side) -> Iterator[Reason]:
    """The answers first, those that moved the score most before the others; nothing without two scores."""
    told = before.assessment.shown_score, now.assessment.shown_score
    if told[0] is None or told[1] is None:
        return
    answers = [Reason(ReasonKind.ANSWER, round(10 * one.points), one.question) for one in questions]
    yield from sorted((one for one in answers if one.tenths), key=lambda one: -abs(one.tenths))
    rest = _exact(now.assessment) - _exact(before.assessment) - sum(one.points for one in questions)
    if others := round(10 * rest):
        yield Reason(ReasonKind.QUESTIONS, others)
    if rounding := 10 * (told[1] - told[0]) - others - sum(one.tenths for one in answers):
        yield Reason(ReasonKind.ROUNDING, rounding)


def _exact(assessment: Assessment) -> Fraction:
    return 100 * assessment.score.taken / assessment.score.removable


# --- groups and actions -----------------------------------------------------------------------------


def _groups(questions: Sequence[ComparedQuestion], before: Side, now: Side) -> Iterator[ComparedGroup]:
    for group in now.sheet.bank.groups:
        of_group = tuple(one for one in questions if one.question.group == group.id)
        if of_group:
            yield ComparedGroup(
                group,
                before.assessment.group_scores[group.id].value,
                now.assessment.group_scores[group.id].value,
                of_group,
                _overall([one.change for one in of_group]),
            )


def _overall(changes: Sequence[Change]) -> Change:
    """What became of several things: better where more is better than worse."""
    balance = changes.count(Change.BETTER) - changes.count(Change.WORSE)
    if balance:
        return Change.BETTER if balance > 0 else Change.WORSE
    kinds = set(changes)
    return kinds.pop() if len(kinds) == 1 else Change.SAME


def _actions(questions: Sequence[ComparedQuestion], before: Side, now: Side) -> Iterator[ComparedAction]:
    was_open, is_open = _wanted(before.assessment), _wanted(now.assessment)
    done = {id_: known for id_, known in before.progress.items() if known.done_on}
    told = {*was_open, *is_open, *done} - {ASK_TODAY, ASK_LATER}
    by_action: dict[str, list[tuple[ComparedQuestion, Tick]]] = {}
    for one in questions:
        for tick in one.question.ticks:
            by_action.setdefault(tick.action, []).append((one, tick))
    for action in now.sheet.bank.actions.values():
        if action.id in told:
            known = done.get(action.id, Progress())
            yield ComparedAction(
                action,
                _action_change(by_action.get(action.id, ()), before, now),
                action.id in was_open,
                action.id in is_open,
                known.done_on,
                bool(known.proof),
            )


def _wanted(assessment: Assessment) -> frozenset[str]:
    return frozenset(action for finding in assessment.findings for action in finding.actions)


def _action_change(mends: Sequence[tuple[ComparedQuestion, Tick]], before: Side, now: Side) -> Change:
    """Whether all that an action mends was in place then, and is now, in what can be compared."""
    states = [
        (before.sheet.state(one.question, tick), now.sheet.state(one.question, tick))
        for one, tick in mends
        if one.change in (Change.BETTER, Change.WORSE, Change.SAME)
        and tick in before.ticks(one.question)
        and tick in now.ticks(one.question)
    ]
    if states:
        then, today = (all(state is TickState.DONE for state in side) for side in zip(*states, strict=True))
        return (Change.SAME, Change.BETTER, Change.WORSE)[today - then]
    return _overall([one.change for one, _ in mends]) if mends else Change.GONE


def _retired(before: Side, now: Side) -> Iterator[Retired]:
    known = now.sheet.bank.by_id
    for id_, answer in before.answers.items():
        if id_ not in known:
            words = before.wording.questions.get(id_) if before.wording else None
            yield Retired(id_, words.title if words else None, answer)
