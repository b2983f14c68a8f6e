"""The focus ring shows only for people who use the keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class KeyboardFocus(QObject):
    """Watches the application and marks the widget that was reached by keyboard (`keyfocus`)."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Mark on the way in, take the mark off on the way out; nothing is swallowed."""
        if isinstance(watched, QWidget) and isinstance(event, QFocusEvent):
            entering = event.type() == QEvent.Type.FocusIn and event.reason() in _BY_KEYBOARD
            if bool(watched.property("keyfocus")) is not entering:
                watched.setProperty("keyfocus", entering)
                watched.style().unpolish(watched)
                watched.style().polish(watched)
                watched.update()
        return False
