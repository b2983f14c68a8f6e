"""The band over every screen while the sample shop is looked at."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import icon_label, text_label


class SampleBanner(QWidget):
    """Says that this is no shop of one's own, and leads to the own self-check."""

    def __init__(self, look: Look, on_own_check: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("sample_banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 5, 24, 5)
        row.setSpacing(10)
        row.addWidget(icon_label(look, "eye", 18, "primary"))
        row.addWidget(text_label(look, look.words("Sample shop, only to look at"), "body", wrap=False))
        row.addStretch(1)
        own = look.words("Begin my own quick check")
        row.addWidget(button(look, own, "begin_own", on_own_check, kind="link", picture="arrow-right"))
