"""The head of an entry's form: which entry it is, how it stands, and the way to put it away."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import boxed, set_text, text_label
from merchant_guard.desktop.widgets.row_model import Badge

_BADGES = {"danger": "badge_high", "warn": "badge_medium", "ok": "badge_ok", "unk": "badge_low"}


class EntryHead(QWidget):
    """Title and badge beside each other, the cross at the right."""

    def __init__(self, look: Look, on_close: Callable[[], object]) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 12, 8)
        row.setSpacing(10)
        self._title = text_label(look, "", "h2")
        self._title.setObjectName("entry_title")
        row.addWidget(self._title)
        self._badge = boxed(look, " ", "badge_low")
        self._badge.setObjectName("entry_badge")
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        close = button(look, "", "close_entry", on_close, kind="plain", picture="x")
        close.setText("")
        close.setFixedWidth(36)
        close.setAccessibleName(look.words("Put the record away"))
        close.setToolTip(close.accessibleName())
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def show_entry(self, title: str, badge: Badge | None) -> None:
        """Show which entry it is; one in which nothing is written has no badge."""
        set_text(self._look, self._title, title, "h2")
        self._badge.setVisible(badge is not None)
        if badge is None:
            return
        self._badge.setText(badge.text)
        self._badge.setAccessibleName(badge.text)
        if self._badge.property("k") != _BADGES[badge.tone]:
            self._badge.setProperty("k", _BADGES[badge.tone])
            self._badge.style().unpolish(self._badge)
            self._badge.style().polish(self._badge)
