"""备份 on the settings page: when the last one was made, and the ways to everything about copies."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.backup_words import last_backup
from merchant_guard.desktop.pages.settings_way import titled_card
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.labels import frame
from merchant_guard.desktop.widgets.link_row import LinkRow

_ROW = 40


class BackupPart(QWidget):
    """A row for each; those that change something are missing where nothing may be changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card, layout = titled_card(desk.look, desk.look.words("Backup"), last_backup(desk))
        card.setObjectName("backup_card")
        for name, words, picture, go in self._ways():
            if layout.count() > 2:
                layout.addWidget(frame("rule"))
            row = LinkRow(desk.look, words, "", picture, _ROW)
            row.setObjectName(name)
            row.clicked.connect(lambda _checked=False, go=go: go())
            layout.addWidget(row)
        outer.addWidget(card)

    def _ways(self) -> list[tuple[str, str, str, Callable[[], object]]]:
        desk, words = self._desk, self._desk.look.words
        to = partial(partial, desk.go)
        restore = ("to_restore", words("Restore from a backup"), "archive-restore", desk.restoring.begin)
        delete = ("to_delete", words("Delete everything"), "trash-2", desk.deleting.begin)
        if desk.is_read_only:
            return [restore, delete]
        return [
            (
                "to_backup",
                words("Back up to a USB stick or another disk"),
                "hard-drive",
                to(Screen.BACKUP),
            ),
            restore,
            ("to_move", words("Move to another computer"), "monitor-up", to(Screen.MOVE)),
            delete,
        ]
