"""The bar over a screen that has no rail: the way out at the left, where we are at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label


class TopBar(QWidget):
    """48 pixels high; `leave` is the text of the way out, its button is named `leave`."""

    def __init__(self, look: Look, leave: str, on_leave: Callable[[], object], place: str) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(48)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 4, 28, 4)
        row.addWidget(button(look, leave, "leave", on_leave, kind="plain", picture="arrow-left"))
        row.addStretch(1)
        row.addWidget(text_label(look, place, "note", "text2", wrap=False))
