"""The head of a panel beside the page: what it is about, and the cross that puts it away."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label


def panel_head(look: Look, title: str, name: str, on_close: Callable[[], object]) -> QHBoxLayout:
    """A title and its cross; `name` is what tests press."""
    row = QHBoxLayout()
    row.setContentsMargins(24, 14, 12, 8)
    row.addWidget(text_label(look, title, "h2"), 1)
    close = button(look, "", name, on_close, kind="plain", picture="x")
    close.setText("")
    close.setFixedWidth(36)
    close.setAccessibleName(look.words("Put it away"))
    close.setToolTip(close.accessibleName())
    row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
    return row
