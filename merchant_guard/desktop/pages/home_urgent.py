"""The two hard moments, one click from home, and beside them the last backup."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.home_backup import HomeBackup
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame
from merchant_guard.desktop.widgets.wrap_row import WrapRow


class HomeUrgent(QWidget):
    """Two quiet buttons at the foot of the page, in sight however long the page is."""

    def __init__(self, desk: Desk, low: bool) -> None:
        super().__init__()
        look, words = desk.look, desk.look.words
        layout = QVBoxLayout(self)
        side = 26 if low else 32
        layout.setContentsMargins(side, 0, side, 8 if low else 16)
        layout.setSpacing(8 if low else 14)
        layout.addWidget(frame("rule"))
        buttons = QWidget()
        row = WrapRow(buttons, gap=10)
        inspection = partial(desk.go, Screen.INSPECTION)
        for screen, text, picture, go in (
            (Screen.INSPECTION, words("Somebody comes to inspect"), "clipboard-check", inspection),
            (Screen.INCIDENT, words("Something may have leaked"), "siren", desk.incidents.come),
        ):
            row.addWidget(button(look, text, f"urgent_{screen}", go, kind="quiet", picture=picture))
        if desk.backups.is_shown:
            row.begin_tail()
            row.addWidget(HomeBackup(desk))
        layout.addWidget(buttons)
