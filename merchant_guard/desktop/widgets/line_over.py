"""A short line to type in, laid over the text that it changes."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from merchant_guard.desktop.theme.look import Look


class LineOver(QLineEdit):
    """`given_up` comes with Escape, which closes nothing else then; `left` when the focus goes."""

    given_up = Signal()
    left = Signal()

    def __init__(
        self, look: Look, name: str, accessible: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFont(look.font("body"))
        self.setMaxLength(20)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape gives up, Enter hands in; neither goes on to what stands around the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
