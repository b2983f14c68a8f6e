"""The interview: what is asked next, what came before, how far along, and what an answer would hide.

An interview is a value: every answer makes a new one. The window and the command line only ask it and show.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from merchant_guard.domain.answers import Answer, Answers
from merchant_guard.domain.question import Question
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.sheet import AnswerSheet, lay_out
from merchant_guard.domain.shop import Profile, ProfileField, ProfileValue, Shop
from merchant_guard.domain.stage import Stage

CHARACTERS_PER_MINUTE = 300
SECONDS_PER_SCREEN = 6
QUICK_QUESTIONS = 10


@dataclass(frozen=True, slots=True)
class ProfileStep:
    """A screen of profile fields: the quick check's one (no door), or those at the door of a group."""

    is_profile: ClassVar[bool] = True
    door: str | None
    fields: tuple[ProfileField, ...]

    @property
    def id(self) -> str:
        """An id that no question has."""
        return f"profile:{self.door or 'quick'}"

    @property
    def seconds(self) -> float:
        """The time to read it."""
        shown = "".join(
            text.zh
            for field in self.fields
            for text in (field.title, field.hint, *(option.label for option in field.options))
            if text
        )
        return _seconds(shown)


@dataclass(frozen=True, slots=True)
class QuestionStep:
    """The screen of one question."""

    is_profile: ClassVar[bool] = False
    question: Question

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id

    @property
    def seconds(self) -> float:
        """The time to read it: title, hint and the notes of the four answers."""
        question = self.question
        shown = [question.title.zh, question.hint.zh, *(note.zh for note in question.notes.values())]
        return _seconds("".join(shown))


Step = ProfileStep | QuestionStep


def _seconds(shown: str) -> float:
    return len(shown) * 60 / CHARACTERS_PER_MINUTE + SECONDS_PER_SCREEN


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands: group 4 of 13, question 2 of 4. Groups in which nothing is asked count too."""

    group_number: int
    groups: int
    number: int
    questions: int


@dataclass(frozen=True)
class Interview:
    """The way through one self-check.

    `answers` holds everything ever answered, also for questions that no longer show: they come back with
    their answers when they show again.
    """

    bank: QuestionBank
    shop: Shop
    answers: Answers
    stage: Stage = Stage.FULL

    @cached_property
    def sheet(self) -> AnswerSheet:
        """The questions that show now, with their answers."""
        return lay_out(self.bank, self.shop, self.answers)

    @cached_property
    def path(self) -> tuple[Step, ...]:
        """Every screen of this stage in its order."""
        if self.stage is Stage.QUICK:
            return (self._profile_step(None), *(QuestionStep(question) for question in self._quick()))
        return tuple(self._full_path())

    def _full_path(self) -> Iterable[Step]:
        yield self._profile_step(None)
        for group in self.bank.asked_groups:
            door = self._profile_step(group.id)
            if door.fields:
                yield door
            for question in self.sheet.questions:
                if question.group == group.id:
                    yield QuestionStep(question)

    def _quick(self) -> list[Question]:
        """The ten most pressing questions that show, by their quick rank."""
        ranked = [q for q in self.sheet.questions if q.quick_rank is not None]
        return sorted(ranked, key=lambda question: question.quick_rank or 0)[:QUICK_QUESTIONS]

    def _profile_step(self, door: str | None) -> ProfileStep:
        fields = (field for field in self.bank.profile_form if field.door == door)
        return ProfileStep(door, tuple(f for f in fields if f.asked_when.holds(self.sheet.facts)))

    def is_answered(self, step: Step) -> bool:
        """Whether a screen needs nothing more."""
        if isinstance(step, QuestionStep):
            return step.id in self.sheet.answers
        return all(field.id in self.shop.profile for field in step.fields)

    @property
    def first_open(self) -> Step | None:
        """The first screen with something unanswered: where a person who comes back goes on."""
        return next((step for step in self.path if not self.is_answered(step)), None)

    def next_after(self, step_id: str) -> Step | None:
        """The screen after this one, None at the end."""
        return self._neighbour(step_id, 1)

    def previous_before(self, step_id: str) -> Step | None:
        """The screen before this one, None at the start."""
        return self._neighbour(step_id, -1)

    def next_open_after(self, step_id: str) -> Step | None:
        """The next screen with something unanswered, so that nothing is asked twice."""
        ids = [step.id for step in self.path]
        later = self.path[ids.index(step_id) + 1 :]
        return next((step for step in later if not self.is_answered(step)), None)

    def _neighbour(self, step_id: str, offset: int) -> Step | None:
        """Raises ValueError when the screen is not on the path."""
        place = [step.id for step in self.path].index(step_id) + offset
        return self.path[place] if 0 <= place < len(self.path) else None

    @property
    def answered(self) -> int:
        """How many questions of this stage are answered."""
        return sum(isinstance(step, QuestionStep) and self.is_answered(step) for step in self.path)

    @property
    def asked(self) -> int:
        """How many questions this stage has."""
        return sum(isinstance(step, QuestionStep) for step in self.path)

    def place(self, question: Question) -> Place:
        """Where a question that shows stands in the whole self-check."""
        groups = [group.id for group in self.bank.asked_groups]
        siblings = [other.id for other in self.sheet.questions if other.group == question.group]
        return Place(
            groups.index(question.group) + 1,
            len(groups),
            siblings.index(question.id) + 1,
            len(siblings),
        )

    @property
    def minutes(self) -> int:
        """The minutes the whole stage takes to read and answer, rounded up."""
        return _minutes(self.path)

    @property
    def minutes_left(self) -> int:
        """The minutes left, rounded up; 0 when all is answered."""
        return _minutes(step for step in self.path if not self.is_answered(step))

    def with_answer(self, question_id: str, answer: Answer | None) -> "Interview":
        """The interview after an answer was given, or taken back with None."""
        answers = {key: value for key, value in self.answers.items() if key != question_id}
        if answer is not None:
            answers[question_id] = answer
        return replace(self, answers=answers)

    def with_profile(self, changes: Mapping[str, ProfileValue]) -> "Interview":
        """The interview after profile fields were answered."""
        return replace(self, shop=replace(self.shop, profile={**self.shop.profile, **changes}))

    def hidden_by(self, changed: "Interview") -> tuple[Question, ...]:
        """The questions that show here and would no longer show after a change."""
        still = {question.id for question in changed.sheet.questions}
        return tuple(question for question in self.sheet.questions if question.id not in still)

    def put_away_by(self, changed: "Interview") -> tuple[Question, ...]:
        """The answered questions among those that a change would hide."""
        return tuple(question for question in self.hidden_by(changed) if question.id in self.sheet.answers)

    def fields_at(self, step_id: str) -> tuple[ProfileField, ...]:
        """What a profile screen asks; one answer may bring or take away another field."""
        steps = (step for step in self.path if isinstance(step, ProfileStep) and step.id == step_id)
        return next((step.fields for step in steps), ())

    def filled_from(self, earlier: Profile, step_id: str) -> "Interview":
        """The interview with the fields of a profile screen that nobody answered yet as they once were."""
        filled = self
        while unsaid := {
            field.id: earlier[field.id]
            for field in filled.fields_at(step_id)
            if field.id in earlier and field.id not in filled.shop.profile
        }:
            filled = filled.with_profile(unsaid)
        return filled


def _minutes(steps: Iterable[Step]) -> int:
    return -int(-sum(step.seconds for step in steps) // 60)
