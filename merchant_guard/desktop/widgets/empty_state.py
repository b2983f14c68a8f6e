"""What stands where there is nothing yet: what will be here, why it helps, and one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import icon_label, text_label


class EmptyState(QFrame):
    """A card with a picture, a sentence and a button named `empty_action`."""

    def __init__(
        self, look: Look, picture: str, words: str, action: str, on_action: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("empty_state")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(icon_label(look, picture, 28, "text2"), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(text_label(look, words))
        made = button(look, action, "empty_action", on_action)
        layout.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
