"""A short word of success at the bottom, one at a time; errors are never toasts."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import text_label

SECONDS = 5
BOTTOM = 76


class Toast(QFrame):
    """Shows words over the lower edge of a window for five seconds; waits while the mouse is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("k", "toast")
        self.setObjectName("toast")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(self, look: Look, words: str) -> None:
        """Show words in place of whatever stood there."""
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._row.addWidget(text_label(look, words, "body", "text", wrap=False))
        self.setAccessibleName(words)
        self.adjustSize()
        self.settle()
        self.show()
        self.raise_()
        self._timer.start(SECONDS * 1000)

    def settle(self) -> None:
        """Stand in the middle above the footer."""
        frame = self.parentWidget().rect()
        self.move((frame.width() - self.width()) // 2, frame.height() - BOTTOM - self.height())

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Wait while somebody reads."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Go on counting."""
        self._timer.start(SECONDS * 1000)
        super().leaveEvent(event)
