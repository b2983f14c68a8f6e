"""The last backup on the home page, and the way to another."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.backup_words import last_backup
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import icon_label, text_label


class HomeBackup(QWidget):
    """One quiet line; a warning once the last backup is old."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, words, backups = desk.look, desk.look.words, desk.backups
        self.setObjectName("home_backup")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tone = "warn" if backups.is_old else "text2"
        row.addWidget(icon_label(look, "clock" if backups.is_old else "hard-drive", 18, tone))
        said = text_label(look, last_backup(desk), "note", tone, wrap=False)
        said.setObjectName("last_backup")
        row.addWidget(said)
        again = words("Back up") if backups.last_on is None else words("Back up again")
        row.addWidget(button(look, again, "to_backup", partial(desk.go, Screen.BACKUP), kind="link"))
