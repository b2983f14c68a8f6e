"""The self-checks of earlier years, to be read in the words of their own day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.domain.text import Text
from merchant_guard.domain.wording import QuestionWords, Wording
from merchant_guard.services.keep_words import words_of_now
from merchant_guard.services.workspace import Workspace
from merchant_guard.storage.self_check_store import StoredCheck


@dataclass(frozen=True, slots=True)
class OldTick:
    """A measure as it read then, and whether it was marked as done."""

    id: str
    title: Text
    is_done: bool


@dataclass(frozen=True, slots=True)
class OldQuestion:
    """A question as it read then, with what was answered; `note_of_choice` stood under the answer chosen.

    `is_ticked` says whether single measures were marked (做到一部分).
    """

    id: str
    group: str
    title: Text
    choice: Choice
    note_of_choice: Text | None
    ticks: tuple[OldTick, ...]
    note: str = ""
    reason: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def is_ticked(self) -> bool:
        """Whether single measures were marked."""
        return self.choice is Choice.PARTLY and any(tick.is_done for tick in self.ticks)


@dataclass(frozen=True, slots=True)
class OldGroup:
    """A group as it was called then, with the questions that were answered in it."""

    id: str
    title: Text
    questions: tuple[OldQuestion, ...]


@dataclass(frozen=True, slots=True)
class OldTask:
    """A task that was done after the check, as it was called then."""

    id: str
    title: Text
    done_on: date
    has_proof: bool


@dataclass(frozen=True, slots=True)
class OldYear:
    """A self-check of an earlier time, only to be read. `score` is what was shown last, None for none."""

    check_id: int
    checked_on: date | None
    finished_on: date | None
    score: int | None
    groups: tuple[OldGroup, ...]
    done: tuple[OldTask, ...] = ()

    @property
    def questions(self) -> tuple[OldQuestion, ...]:
        """All that was answered, in the order of then."""
        return tuple(question for group in self.groups for question in group.questions)


def list_years(workspace: Workspace, shop_id: str) -> tuple[OldYear, ...]:
    """Return the self-checks of a shop before the one in hand, the latest first.

    Raises SystemProblemError (`store.…`).
    """
    stored, shop = workspace.checks.list(shop_id)[1:], workspace.shops.load(shop_id)
    return tuple(_old_year(workspace, shop, one) for one in stored)


def open_year(workspace: Workspace, shop_id: str, check_id: int) -> OldYear:
    """Return one of them. Raises InputError `store.no_self_check`."""
    year = next((one for one in list_years(workspace, shop_id) if one.check_id == check_id), None)
    if year is None:
        raise InputError(problem("store.no_self_check"))
    return year


def _old_year(workspace: Workspace, shop: Shop, stored: StoredCheck) -> OldYear:
    """A check without words of its own, brought a moment ago, is told in those of now."""
    check = workspace.checks.load(stored.id)
    words = check.wording or words_of_now(workspace, shop, check)
    return OldYear(
        stored.id,
        check.checked_on,
        stored.finished_on,
        words.score,
        tuple(_groups(check, words)),
        tuple(sorted(_tasks(check, words), key=lambda task: task.done_on)),
    )


def _groups(check: SelfCheck, words: Wording) -> Iterator[OldGroup]:
    for group_id, title in words.groups.items():
        questions = tuple(
            _question(id_, one, check.answers[id_])
            for id_, one in words.questions.items()
            if one.group == group_id and id_ in check.answers
        )
        if questions:
            yield OldGroup(group_id, title, questions)


def _question(question_id: str, words: QuestionWords, answer: Answer) -> OldQuestion:
    return OldQuestion(
        question_id,
        words.group,
        words.title,
        answer.choice,
        words.notes.get(answer.choice),
        tuple(OldTick(id_, title, _is_done(id_, answer)) for id_, title in words.ticks.items()),
        answer.note,
        answer.reason,
        answer.evidence,
    )


def _is_done(tick_id: str, answer: Answer) -> bool:
    return answer.choice is Choice.YES or (answer.choice is Choice.PARTLY and tick_id in answer.done)


def _tasks(check: SelfCheck, words: Wording) -> Iterator[OldTask]:
    for item_id, known in check.progress.items():
        if known.done_on is not None and item_id in words.actions:
            yield OldTask(item_id, words.actions[item_id], known.done_on, bool(known.proof))
