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
from enum import StrEnum
from fractions import Fraction

from merchant_guard.domain.action import ASK_LATER, ASK_TODAY, Action
from merchant_guard.domain.answers import Answer, Answers, Progress
from merchant_guard.domain.audit_form import TickState
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.question import Choice, Question, Tick
from merchant_guard.domain.score import share_done
from merchant_guard.domain.sheet import AnswerSheet
from merchant_guard.domain.shop import Labelled
from merchant_guard.domain.text import Text
from merchant_guard.domain.wording import QuestionWords, Wording


class Change(StrEnum):
    """What became of something from one self-check to the next."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEW = "new"
    """Nothing to compare it with: not asked, not answered, or not for this shop the time before."""
    GONE = "gone"
    """Answered the time before; not asked any more, or not for this shop now."""
    CHANGED = "changed"
    """题目有变，不比较."""


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


@dataclass(frozen=True, slots=True)
class ComparedTick:
    """One measure in both years; `before` and `now` are None where it was not asked."""

    tick: Tick
    before: TickState | None
    now: TickState | None
    change: Change


@dataclass(frozen=True, slots=True)
class ComparedQuestion:
    """One question in both years; an answer is None where it was not asked or not answered.

    `ticks` is empty where one of the years does not say which of them were done. `points` is what it moved
    the score by, exactly; 0 for all that did not get better or worse.
    """

    question: Question
    before: Answer | None
    now: Answer | None
    change: Change
    ticks: tuple[ComparedTick, ...] = ()
    points: Fraction = Fraction(0)

    @property
    def gained(self) -> tuple[Tick, ...]:
        """The measures that are in place now and were not."""
        return tuple(one.tick for one in self.ticks if one.change is Change.BETTER)

    @property
    def lost(self) -> tuple[Tick, ...]:
        """The measures that were in place and are not any more, or nobody is sure of."""
        return tuple(one.tick for one in self.ticks if one.change is Change.WORSE)


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """A group in both years, each score None where there was none."""

    group: Labelled
    score_before: int | None
    score_now: int | None
    questions: tuple[ComparedQuestion, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class ComparedAction:
    """An action that was wanted in one of the years, or done between them.

    `was_open` and `is_open` say whether the answers asked for it then and now; `done_on` is the day it was
    ticked off in the earlier plan.
    """

    action: Action
    change: Change
    was_open: bool
    is_open: bool
    done_on: date | None = None
    has_proof: bool = False


@dataclass(frozen=True, slots=True)
class Retired:
    """A question answered then that the questionnaire has no more; its title where its words were kept."""

    id: str
    title: Text | None
    answer: Answer


class ReasonKind(StrEnum):
    """What moved the score."""

    ANSWER = "answer"
    """One question was answered better or worse."""
    QUESTIONS = "questions"
    """Other questions count: new, changed, gone, not answered yet, or of another weight for this shop."""
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the score moved, in tenths of a point; those of all reasons add up to the scores' difference."""

    kind: ReasonKind
    tenths: int
    question: Question | None = None


@dataclass(frozen=True)
class Comparison:
    """A self-check beside the one before it; `questions` stand in the order of the rail.

    The scores are those by today's questions, so that one measure holds for both; `score_told` is what was
    shown then, where that was kept. `waiting` are questions not answered yet.
    """

    before_on: date | None
    now_on: date | None
    score_before: int | None
    score_now: int | None
    questions: tuple[ComparedQuestion, ...]
    groups: tuple[ComparedGroup, ...]
    actions: tuple[ComparedAction, ...]
    reasons: tuple[Reason, ...] = ()
    retired: tuple[Retired, ...] = ()
    waiting: tuple[Question, ...] = ()
    score_told: int | None = None

    @property
    def better(self) -> tuple[ComparedQuestion, ...]:
        """The questions with something better."""
        return tuple(one for one in self.questions if one.change is Change.BETTER or one.gained)

    @property
    def worse(self) -> tuple[ComparedQuestion, ...]:
        """The questions with something worse."""
        return tuple(one for one in self.questions if one.change is Change.WORSE or one.lost)

    @property
    def new(self) -> tuple[ComparedQuestion, ...]:
        """The questions that have nothing to be compared with."""
        return self._those(Change.NEW)

    @property
    def gone(self) -> tuple[ComparedQuestion, ...]:
        """The questions that are not asked any more, or not for this shop."""
        return self._those(Change.GONE)

    @property
    def changed(self) -> tuple[ComparedQuestion, ...]:
        """The questions that are not compared because they were changed."""
        return self._those(Change.CHANGED)

    @property
    def same(self) -> tuple[ComparedQuestion, ...]:
        """The questions in which nothing moved."""
        return tuple(
            one for one in self.questions if one.change is Change.SAME and not one.gained and not one.lost
        )

    @property
    def done(self) -> tuple[ComparedAction, ...]:
        """What was done between, the earliest first."""
        done = (one for one in self.actions if one.done_on)
        return tuple(sorted(done, key=lambda one: one.done_on or date.max))

    @property
    def left_open(self) -> tuple[ComparedAction, ...]:
        """What the earlier plan asked for, nobody ticked off, and the answers still ask for."""
        return tuple(one for one in self.actions if one.was_open and one.is_open and not one.done_on)

    def of(self, question_id: str) -> ComparedQuestion | None:
        """One question; None where there is nothing to say about it yet."""
        return next((one for one in self.questions if one.question.id == question_id), None)

    def _those(self, change: Change) -> tuple[ComparedQuestion, ...]:
        return tuple(one for one in self.questions if one.change is change)


def is_added_since(question: Question, day: date | None) -> bool:
    """Whether a question came after a self-check of a day: in a later month, which is all that is known."""
    return day is not None and question.added > _month(day)


def is_changed_since(question: Question, day: date | None, words: QuestionWords | None = None) -> bool:
    """Whether a question was changed after a self-check of a day.

    In the same month, and where the day is not known, its words of then decide; without them it is taken as
    changed only where the day is not known.
    """
    if question.changed is None:
        return False
    if day is not None and question.changed != _month(day):
        return question.changed > _month(day)
    if words is not None:
        return _reads_otherwise(question, words)
    return day is None


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


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _reads_otherwise(question: Question, words: QuestionWords) -> bool:
    ticks = {tick.id: tick.title for tick in question.ticks}
    return question.title != words.title or any(ticks.get(id_) != title for id_, title in words.ticks.items())


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
