"""Read an answer file that somebody hands us."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.errors import InputError, Problem, problem
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.exchange.answer_file import AnswerFile, read_answer_file
from merchant_guard.exchange.incoming_file import LARGEST_ANSWER_FILE, read_file

__all__ = ["AnswerFile", "read_answers", "refuse_days_to_come", "understand_answers"]


def read_answers(place: str | Path, bank: QuestionBank, today: date) -> AnswerFile:
    """Read an answer file from a place.

    Raises InputError naming what is wrong in it or with the place; a day after `today` on which something was
    checked or mended is wrong too, for these days are what counts later.
    """
    return understand_answers(read_file(Path(place), LARGEST_ANSWER_FILE), bank, today)


def understand_answers(data: bytes, bank: QuestionBank, today: date) -> AnswerFile:
    """Read an answer file that is already at hand. Raises InputError as `read_answers` does."""
    file = read_answer_file(data, bank)
    refuse_days_to_come(file, today)
    return file


def refuse_days_to_come(file: AnswerFile, today: date) -> None:
    """Raise InputError where something was checked or mended on a day after `today`."""
    if problems := list(_days_to_come(file.check, today)):
        raise InputError(problems)


def _days_to_come(check: SelfCheck | None, today: date, place: str = "") -> Iterator[Problem]:
    if check is None:
        return
    days = {f"{place}plan/{item}/done_on": decided.done_on for item, decided in check.progress.items()}
    own = {f"{place}checked_on": check.checked_on, f"{place}finished_on": check.finished_on}
    for where, day in {**own, **days}.items():
        if day is not None and day > today:
            yield problem(
                "answer_file.day_to_come", place=where, day=day.isoformat(), today=today.isoformat()
            )
    yield from _days_to_come(check.previous, today, f"{place}previous/")
