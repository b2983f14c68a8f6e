"""What is wrong, in one sentence with its sign, beside what it is about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import icon_label, set_text, text_label
from merchant_guard.desktop.widgets.spoken import announce


class ProblemRow(QWidget):
    """Not there while nothing is wrong; its words are named `name`."""

    def __init__(self, look: Look, name: str, sentence: str = "") -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon_label(look, "circle-alert", 18, "danger"), 0, Qt.AlignmentFlag.AlignTop)
        self._words = text_label(look, sentence, "body", "danger")
        self._words.setObjectName(name)
        row.addWidget(self._words, 1)
        if not sentence:  # one that has no parent yet would show as a window of its own
            self.hide()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, and have it said; nothing for an empty sentence."""
        set_text(self._look, self._words, sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, urgent=True)
