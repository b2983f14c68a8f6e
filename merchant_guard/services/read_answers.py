"""Read an answer file that somebody hands us."""

from pathlib import Path

from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.exchange.answer_file import AnswerFile, read_answer_file
from merchant_guard.exchange.incoming_file import LARGEST_ANSWER_FILE, read_file

__all__ = ["AnswerFile", "read_answers"]


def read_answers(place: str | Path, bank: QuestionBank) -> AnswerFile:
    """Read an answer file from a place. Raises InputError naming what is wrong in it or with the place."""
    return read_answer_file(read_file(Path(place), LARGEST_ANSWER_FILE), bank)
