"""The band over every screen of data that was moved to another computer."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import icon_label, text_label
from merchant_guard.desktop.widgets.words_and_acts import WordsAndActs

_BESIDE = 560


class MovedBanner(QWidget):
    """Says since when the data is only to be looked at here, and takes that back."""

    def __init__(self, look: Look, moved_on: date, on_stay: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("moved_banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 5, 24, 5)
        row.setSpacing(10)
        row.addWidget(icon_label(look, "monitor-up", 18, "primary"))
        told = look.words("Moved to another computer on {day}: only to look at here, nothing can be changed")
        said = text_label(look, told.format(day=moved_on.isoformat()))
        said.setObjectName("moved_words")
        stay = button(look, look.words("I still use it here"), "stay_here", on_stay, kind="link")
        beside = round(_BESIDE * look.px("body") / 15)
        row.addWidget(WordsAndActs(said, stay, beside, Qt.AlignmentFlag.AlignVCenter), 1)
