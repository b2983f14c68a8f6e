"""One question as it was answered last year, only to be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.last_year_said import ticks_said, titles
from merchant_guard.domain.as_last_year import Apart, AsLastYear
from merchant_guard.domain.question import Choice, Question
from merchant_guard.localization.labels import label


class LastYearRow(QWidget):
    """Title and answer on a line, below it what that means: the ticks, the reason, the note."""

    def __init__(self, look: Look, last_year: AsLastYear, question: Question) -> None:
        super().__init__()
        self.setObjectName(f"again_{question.id}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 7, 18, 7)
        layout.setSpacing(0)
        answer = last_year.answer(question)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(text_label(look, question.title.pick(look.language)), 1)
        if answer is not None:
            chosen = text_label(
                look, label(look.language, "choice", answer.choice), "body", "text", wrap=False
            )
            font = chosen.font()
            font.setBold(True)
            chosen.setFont(font)
            head.addWidget(chosen, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        for line in meaning(look, last_year, question):
            layout.addWidget(text_label(look, line, "caption", "text2"))


def meaning(look: Look, last_year: AsLastYear, question: Question) -> list[str]:
    """The ticks, the reason and the note of last year's answer, a line each."""
    answer = last_year.answer(question)
    if answer is None:
        return []
    lines = ticks_said(look, last_year, question)
    if answer.choice is Choice.YES:
        done = titles(look, last_year.sheet_before.ticks(question))
        lines = [look.words("done: {ticks}").format(ticks=done)]
    if answer.choice is Choice.NOT_APPLICABLE:
        lines = [look.words("Last year’s reason: {reason}").format(reason=answer.reason)]
    if answer.note:
        lines.append(look.words("Last year’s note: {note}").format(note=answer.note))
    return [line for line in lines if line]


def why_apart(look: Look, why: Apart) -> str:
    """Why a question is asked on its own."""
    words = look.words
    return {
        Apart.UNKNOWN: words("not asked or not answered last year"),
        Apart.NEW: words("new"),
        Apart.CHANGED: words("the question changed"),
        Apart.OTHER_TICKS: words("your shop changed"),
        Apart.MENDED: words("put right since"),
        Apart.RED_LINE: words("a red line, looked at anew every year"),
        Apart.UNSURE: words("not found out last year"),
        Apart.REGISTERS: words("the registers say something else"),
    }[why]
