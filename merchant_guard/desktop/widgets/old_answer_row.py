"""A question of an old year with its answer, in the words of then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.localization.labels import label

if TYPE_CHECKING:
    from merchant_guard.services.old_years import OldQuestion, OldTick


class OldAnswerRow(QWidget):
    """Title and answer on a line; below it what stood there, the ticks, the reason and the note."""

    def __init__(self, look: Look, question: "OldQuestion") -> None:
        super().__init__()
        self._look, self._question = look, question
        self.setObjectName(f"old_{question.id}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 6, 18, 6)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(text_label(look, question.title.pick(look.language)), 1)
        chosen = text_label(look, label(look.language, "choice", question.choice), wrap=False)
        font = chosen.font()
        font.setBold(True)
        chosen.setFont(font)
        head.addWidget(chosen, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        for line in self._lines():
            layout.addWidget(text_label(look, line, "caption", "text2"))

    def _lines(self) -> list[str]:
        words, question = self._look.words, self._question
        note = question.note_of_choice.pick(self._look.language) if question.note_of_choice else ""
        done = [tick for tick in question.ticks if tick.is_done]
        missing = [tick for tick in question.ticks if not tick.is_done] if question.is_ticked else []
        lines = [
            note,
            words("done: {ticks}").format(ticks=self._titles(done)) if done else "",
            words("not yet: {ticks}").format(ticks=self._titles(missing)) if missing else "",
            words("Reason: {reason}").format(reason=question.reason) if question.reason else "",
            words("Note: {note}").format(note=question.note) if question.note else "",
            words("Proof: {count}").format(count=len(question.evidence)) if question.evidence else "",
        ]
        return [line for line in lines if line]

    def _titles(self, ticks: "list[OldTick]") -> str:
        between = "；" if self._look.language == "zh" else "; "  # titles have commas of their own
        return between.join(tick.title.pick(self._look.language) for tick in ticks)
