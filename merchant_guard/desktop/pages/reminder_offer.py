"""The banner that offers reminders once there is something to remind of. It goes with either answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.reminding import Reminding
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.words_and_acts import WordsAndActs
from merchant_guard.services.set_reminders import Standing

_BESIDE = 560
"""Pixels at the standard text size from which the buttons stand beside the sentence."""


class ReminderOffer(QWidget):
    """One sentence, yes and no; `below` is the room under it, which goes with it."""

    def __init__(self, desk: Desk, below: int) -> None:
        super().__init__()
        look, words = desk.look, desk.look.words
        self._reminding = Reminding(desk)
        self.setObjectName("reminder_offer")
        box = frame("banner_info")
        column(self, (0, 0, 0, below)).addWidget(box)
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(icon_label(look, "info", 18, "primary"), 0, Qt.AlignmentFlag.AlignVCenter)
        asked = words("Shall the computer remind you on the day? Once a day at most, with no names in it.")
        acts = QWidget()
        beside = QHBoxLayout(acts)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        for name, said, act in (
            ("reminders_yes", words("Remind me"), self._accept),
            ("reminders_no", words("No, thank you"), self._decline),
        ):
            beside.addWidget(button(look, said, name, act, kind="link", accessible=named(look, said, asked)))
        room = round(_BESIDE * look.px("body") / 15)
        sentence = text_label(look, asked)
        row.addWidget(WordsAndActs(sentence, acts, room, Qt.AlignmentFlag.AlignVCenter), 1)

    def _accept(self) -> None:
        self.setEnabled(False)
        self._reminding.turn_on(self._accepted)

    def _accepted(self, standing: Standing | None) -> None:
        if isValid(self):
            self.setEnabled(True)
            self.setVisible(standing is None)

    def _decline(self) -> None:
        self._reminding.decline()
        self.hide()
