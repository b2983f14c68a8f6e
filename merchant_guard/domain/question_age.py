"""Whether a question is new, or another one, since a self-check of some day."""

from datetime import date

from merchant_guard.domain.question import Question
from merchant_guard.domain.wording import QuestionWords


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


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _reads_otherwise(question: Question, words: QuestionWords) -> bool:
    ticks = {tick.id: tick.title for tick in question.ticks}
    return question.title != words.title or any(ticks.get(id_) != title for id_, title in words.ticks.items())
