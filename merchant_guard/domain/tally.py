"""The answers counted: how many questions are done, partly done, not done, not sure, or open."""

from collections import Counter
from dataclasses import dataclass

from merchant_guard.domain.question import Choice
from merchant_guard.domain.sheet import AnswerSheet
from merchant_guard.domain.shop import Labelled


@dataclass(frozen=True, slots=True)
class Tally:
    """The questions that show, each in one of six counts; 不适用 stands beside the others."""

    done: int = 0
    partly: int = 0
    not_done: int = 0
    unsure: int = 0
    unanswered: int = 0
    not_applicable: int = 0

    @property
    def counted(self) -> int:
        """The questions that could be done here: all but those put aside."""
        return self.done + self.partly + self.not_done + self.unsure + self.unanswered

    @property
    def is_complete(self) -> bool:
        """Whether everything that could be done is done."""
        return 0 < self.counted == self.done


def tally(sheet: AnswerSheet, group: str | None = None) -> Tally:
    """Count the answers of a group, or of the whole sheet."""
    questions = [question for question in sheet.questions if group in (None, question.group)]
    answers = (sheet.answers.get(question.id) for question in questions)
    counts = Counter(answer.choice if answer else None for answer in answers)
    return Tally(
        done=counts[Choice.YES],
        partly=counts[Choice.PARTLY],
        not_done=counts[Choice.NO],
        unsure=counts[Choice.UNSURE],
        unanswered=counts[None],
        not_applicable=counts[Choice.NOT_APPLICABLE],
    )


def groups_worst_first(sheet: AnswerSheet) -> tuple[tuple[Labelled, Tally], ...]:
    """The groups with their counts, those of which least is done first; among equals as in the rail.

    Groups in which nothing could be done here (`counted` is 0) stand at the end.
    """
    tallies = [(group, tally(sheet, group.id)) for group in sheet.bank.asked_groups]
    return tuple(sorted(tallies, key=lambda pair: _share_done(pair[1])))


def _share_done(counts: Tally) -> float:
    return counts.done / counts.counted if counts.counted else float("inf")
