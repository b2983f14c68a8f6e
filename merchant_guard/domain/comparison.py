"""What a comparison of two self-checks of one shop says: better, worse, new, gone, changed; and why the
score moved. How it is come by is in `side_by_side`."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from merchant_guard.domain.action import Action
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.audit_form import TickState
from merchant_guard.domain.question import Question, Tick
from merchant_guard.domain.shop import Labelled
from merchant_guard.domain.text import Text


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
