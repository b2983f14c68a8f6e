"""One field of a form: its label, what is wrong with it, the control, and what is said below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import boxed, icon_label, set_text, text_label
from merchant_guard.desktop.widgets.spoken import listed


class FormField(QWidget):
    """`control` is what takes the focus, `holder` what is laid out where that is more than the control."""

    def __init__(
        self, look: Look, name: str, label: str, control: QWidget, holder: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setObjectName(f"box_{name}")
        self._look, self._label, self._hint = look, label, ""
        self.control = control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._head(name))
        column.addWidget(self._error_row(name))
        column.addWidget(holder or control)
        self._below = text_label(look, "", "caption", "text2")
        self._below.setObjectName(f"below_{name}")
        self._below.hide()
        column.addWidget(self._below)
        if not control.accessibleName():
            control.setAccessibleName(label)

    def _head(self, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text_label(self._look, self._label, "caption", "text2"), 1)
        self._mark = boxed(self._look, " ", "badge_low")
        self._mark.setObjectName(f"mark_{name}")
        self._mark.hide()
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _error_row(self, name: str) -> QWidget:
        self._error = QWidget()
        row = QHBoxLayout(self._error)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(6)
        row.addWidget(icon_label(self._look, "circle-alert", 15, "danger"), 0, Qt.AlignmentFlag.AlignTop)
        self._error_words = text_label(self._look, "", "caption", "danger")
        self._error_words.setObjectName(f"error_{name}")
        row.addWidget(self._error_words, 1)
        self._error.hide()
        return self._error

    @property
    def error(self) -> str:
        """What is wrong, empty when nothing is."""
        return self._error_words.accessibleName() if self._error.isVisibleTo(self) else ""

    def show_error(self, sentence: str) -> None:
        """Say under the label what is wrong; nothing for an empty sentence."""
        _say(self._look, self._error_words, sentence)
        self._error.setVisible(bool(sentence))
        self.control.setProperty("wrong", bool(sentence))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self._describe(sentence)

    def show_below(self, sentence: str, tone: str = "text2") -> None:
        """Say something under the control."""
        self._hint = sentence
        _say(self._look, self._below, sentence)
        if self._below.property("tone") != tone:
            self._below.setProperty("tone", tone)
            self._below.style().unpolish(self._below)
            self._below.style().polish(self._below)
        self._below.setVisible(bool(sentence))
        self._describe(self.error)

    def show_mark(self, words: str) -> None:
        """Show a small boxed word at the end of the label."""
        if words:
            self._mark.setText(words)
            self._mark.setAccessibleName(words)
        self._mark.setVisible(bool(words))

    def _describe(self, error: str) -> None:
        mark = self._mark.text() if self._mark.isVisibleTo(self) else ""
        self.control.setAccessibleDescription(listed(self._look, error, mark, self._hint))


def _say(look: Look, label: QLabel, words: str) -> None:
    if label.accessibleName() != words:
        set_text(look, label, words, "caption")
