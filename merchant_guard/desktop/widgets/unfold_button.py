"""A button that unfolds something and folds it again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus


class UnfoldButton(KeyboardFocus, QAbstractButton):
    """Says by its name which way it goes. It is not checkable: Qt would call it a check box then."""

    toggled_open = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._what = ""
        self.is_open = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, what: str) -> None:
        """Say what is unfolded."""
        self._what = what
        self._name()

    def set_open(self, is_open: bool) -> None:
        """Show it unfolded or folded."""
        if is_open is not self.is_open:
            self.is_open = is_open
            self._name()
            self.update()
            self.toggled_open.emit(is_open)

    def _name(self) -> None:
        words = self._look.words("Fold: {title}") if self.is_open else self._look.words("Unfold: {title}")
        self.setAccessibleName(words.format(title=self._what))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter does what the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
