"""The focus ring shows only for people who use the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class KeyboardFocus:
    """What every control with a ring is besides its Qt class: marked (`keyfocus`) when reached by keyboard.

    Told to the control alone: a filter over the whole application would see every event of every object.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Mark on the way in, where keys led here."""
        self._mark(event.reason() in _BY_KEYBOARD)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the mark off on the way out."""
        self._mark(False)
        super().focusOutEvent(event)

    def _mark(self, reached: bool) -> None:
        if bool(self.property("keyfocus")) is not reached:
            self.setProperty("keyfocus", reached)
            self.style().unpolish(self)
            self.style().polish(self)
            self.update()
