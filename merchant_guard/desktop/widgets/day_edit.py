"""A field for a day, typed as 2026-12-01."""

import re
import unicodedata
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from merchant_guard.desktop.theme.look import Look

_WRITTEN = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def typed_day(text: str) -> date | None:
    """Read a day as people type it: 2026-12-01, 2026/12/1 or in full-width digits. None for anything else."""
    parts = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if parts is None:
        return None
    try:
        return date(*(int(part) for part in parts.groups()))
    except ValueError:
        return None


class DayEdit(QLineEdit):
    """A line for a day. `given_up` comes with Escape, which closes nothing else then."""

    given_up = Signal()
    left = Signal()

    def __init__(
        self, look: Look, name: str, accessible: str, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(day.isoformat(), parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFont(look.font("body"))
        self.setMaxLength(20)

    @property
    def day(self) -> date | None:
        """The day typed, None while it is none."""
        return typed_day(self.text())

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
