"""A short word of success at the bottom, one at a time; errors are never toasts."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus, is_by_keyboard
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.tab_order import put_behind

SECONDS = 5
SECONDS_WITH_UNDO = 10
BOTTOM = 76
ELSEWHERE = (12, 140, 204)
"""Other distances from the lower edge, for where buttons stand at the first."""


class Toast(QFrame):
    """Shows words over the lower edge of a window for some seconds; waits under the mouse or the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("k", "toast")
        self.setObjectName("toast")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(12)
        self._came_from: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(self, look: Look, words: str, undo: Callable[[], object] | None = None) -> None:
        """Show words in place of whatever stood there, with a way to take back what they say was done."""
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._row.addWidget(text_label(look, words, "body", "text", wrap=False))
        if undo is not None:
            self._row.addWidget(self._undo_button(look, undo))
            if focus := self.window().focusWidget():
                put_behind(focus, self)  # the way back is the next stop of Tab
                self._came_from = focus
        self.setAccessibleName(words)
        # In a toast that shows already they would only be shown, and measured, later.
        for place in range(self._row.count()):
            self._row.itemAt(place).widget().show()
        self._row.activate()
        self.adjustSize()
        self.settle()
        # What came with it is only laid out later.
        QTimer.singleShot(0, self, self.settle)
        self.show()
        self.raise_()
        self._timer.start((SECONDS_WITH_UNDO if undo else SECONDS) * 1000)

    def _undo_button(self, look: Look, undo: Callable[[], object]) -> QWidget:
        def take_back() -> None:
            self._timer.stop()
            by_keyboard, came_from = is_by_keyboard(self.window()), self._came_from
            self.hide()
            undo()
            if came_from is not None and isValid(came_from) and came_from.isVisible():
                give_focus(came_from, by_keyboard)

        made = button(look, look.words("Undo"), "undo", take_back, kind="link", picture="undo-2")
        made.installEventFilter(self)
        return made

    def settle(self) -> None:
        """Stand in the middle above the footer, or where it covers no button."""
        frame = self.parentWidget().rect()
        left = (frame.width() - self.width()) // 2
        places = [QPoint(left, frame.height() - far - self.height()) for far in (BOTTOM, *ELSEWHERE)]
        taken = [*self._buttons_around()]
        free = (
            place for place in places if not any(QRect(place, self.size()).intersects(one) for one in taken)
        )
        self.move(next(free, places[0]))

    def _buttons_around(self) -> Iterator[QRect]:
        frame = self.parentWidget()
        for one in frame.findChildren(QPushButton):
            if one.isVisible() and not self.isAncestorOf(one) and not one.visibleRegion().isEmpty():
                yield QRect(one.mapTo(frame, QPoint()), one.size())

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Wait while somebody reads."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Go on counting."""
        self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Wait while the button has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return False
