"""What was said about a question last year: the answer with its ticks, note and reason, to be read."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.domain.as_last_year import Apart, AsLastYear
from merchant_guard.domain.question import Choice, Question, Tick
from merchant_guard.localization.labels import label


class LastYearSaid(QWidget):
    """Quiet lines under the answers; nothing of them counts."""

    def __init__(self, look: Look, last_year: AsLastYear, question: Question) -> None:
        super().__init__()
        self.setObjectName("last_year_said")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        for number, line in enumerate(said_lines(look, last_year, question)):
            made = text_label(look, line, "caption", "text2")
            made.setObjectName(f"last_year_line_{number}")
            layout.addWidget(made)


def said_lines(look: Look, last_year: AsLastYear, question: Question) -> list[str]:
    """What stands there, line by line; nothing where nobody answered."""
    answer, words = last_year.answer(question), look.words
    if answer is None:
        return []
    day = last_year.before.checked_on
    chosen = words("Last year ({day}): {choice}") if day else words("Last year: {choice}")
    said = chosen.format(
        day=day.isoformat() if day else "", choice=label(look.language, "choice", answer.choice)
    )
    lines = [
        said,
        *ticks_said(look, last_year, question),
        words("Last year’s note: {note}").format(note=answer.note) if answer.note else "",
        words("Last year’s reason: {reason}").format(reason=answer.reason)
        if any(char.isalnum() for char in answer.reason)
        else "",
        _why_anew(look, last_year, question),
    ]
    return [line for line in lines if line]


def ticks_said(look: Look, last_year: AsLastYear, question: Question) -> list[str]:
    """What was done and what was not; nothing where the answer says it of all of them."""
    answer, words = last_year.answer(question), look.words
    if answer is None or answer.choice is not Choice.PARTLY:
        return []
    ticks = last_year.sheet_before.ticks(question)
    done = [tick for tick in ticks if tick.id in answer.done]
    missing = [tick for tick in ticks if tick.id not in answer.done]
    return [
        words("done: {ticks}").format(ticks=titles(look, done)) if done else "",
        words("not yet: {ticks}").format(ticks=titles(look, missing)) if missing else "",
    ]


def titles(look: Look, ticks: Sequence[Tick]) -> str:
    """Ticks by their titles."""
    between = "；" if look.language == "zh" else "; "  # titles have commas of their own
    return between.join(tick.title.pick(look.language) for tick in ticks)


def _why_anew(look: Look, last_year: AsLastYear, question: Question) -> str:
    """Why it cannot simply be said again."""
    words, why = look.words, last_year.apart(question)
    if why is Apart.CHANGED:
        return words("The question is another one by now: last year’s answer is only to look at.")
    if why is Apart.OTHER_TICKS:
        return words("Your shop changed, and so did what belongs to this question: choose anew.")
    if why is Apart.MENDED:
        mended = titles(look, last_year.mended(question))
        return words("Put right since: {ticks}. So choose anew.").format(ticks=mended)
    return ""
