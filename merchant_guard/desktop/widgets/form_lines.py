"""Lines and boxes to type in, as forms have them: words, a day, a number, a note."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.day_edit import typed_day

HEIGHT = 38
LONGEST = 200
LONGEST_NOTE = 2000
_PAUSE = 700
"""Milliseconds without a key after which what was typed is taken, before the field is left."""


class FormLine(QLineEdit):
    """A line; `taken` brings its words once somebody pauses or leaves it."""

    taken = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str, text: str = "", picture: str = "") -> None:
        super().__init__(text)
        self._look, self._picture, self._last = look, picture, text
        self.setObjectName(name)
        self.setFont(look.font("body"))
        self.setMaxLength(LONGEST)
        self.setMinimumHeight(max(HEIGHT, look.line_height("body") + 14))
        if picture:
            self.setTextMargins(26, 0, 0, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._pause)
        self.textEdited.connect(lambda _text: self._timer.start())
        self.returnPressed.connect(self.take)

    def show_text(self, text: str) -> None:
        """Show other words, as if they had always stood here."""
        self._timer.stop()
        self._last = text
        if self.text() != text:
            self.setText(text)

    def take(self) -> None:
        """Hand in what is typed, if it is not handed in yet."""
        self._timer.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.taken.emit(self._last)

    def _pause(self) -> None:
        """While somebody goes on typing nothing is wrong yet."""
        self.take()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand in and say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.take()
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line, and its picture before the words."""
        super().paintEvent(event)
        if self._picture:
            place = QRectF(11, (self.height() - 18) / 2, 18, 18)
            paint_icon(QPainter(self), self._picture, self._look.colour("text2"), place)


class DayLine(FormLine):
    """A line for a day typed as 2026-12-01; a pause hands in only what is a day, leaving it anything."""

    def __init__(self, look: Look, name: str, text: str = "") -> None:
        super().__init__(look, name, text, "calendar")
        self.setMaxLength(20)

    def _pause(self) -> None:
        if typed_day(self.text()) is not None:
            self.take()


class NoteBox(QPlainTextEdit):
    """Some lines of words; Tab leaves it."""

    taken = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str, text: str = "", lines: int = 3) -> None:
        super().__init__(text)
        self._last = text
        self.setObjectName(name)
        self.setFont(look.font("body"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(look.line_height("body") * lines + 18)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.take)
        self.textChanged.connect(self._on_changed)

    def show_text(self, text: str) -> None:
        """Show other words, as if they had always stood here."""
        self._last = text
        if self.toPlainText() != text:
            self.setPlainText(text)
        self._timer.stop()

    def take(self) -> None:
        """Hand in what is typed, if it is not handed in yet."""
        self._timer.stop()
        text = self.toPlainText()[:LONGEST_NOTE]
        if text != self._last:
            self._last = text
            self.taken.emit(text)

    def _on_changed(self) -> None:
        if self.toPlainText() != self._last:
            self._timer.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand in and say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take()
            self.left.emit()
