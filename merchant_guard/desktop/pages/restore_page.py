"""从备份恢复: choose or drop a backup, see what is in it and what would be missing, then put it back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.pages.restore_copies import RestoreCopies
from merchant_guard.desktop.pages.restore_preview import RestorePreview
from merchant_guard.desktop.pages.settings_way import SettingsWay, titled_card
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus, is_by_keyboard
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.password_field import PasswordField
from merchant_guard.desktop.widgets.problem_row import ProblemRow
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.desktop.widgets.wrap_row import WrapRow


class RestorePage(SettingsWay):
    """Built anew at every step; the copies of this computer stand below."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        below = self.words("What is here now is kept aside, and you can take it back.")
        self.head.show_words(self.words("Restore from a backup"), below)
        self._steps = QVBoxLayout()
        self.cards.addLayout(self._steps)
        if desk.check is not None:
            self.cards.addWidget(RestoreCopies(desk))
        desk.restoring.changed.connect(self._show_state)
        self._fill()
        lead_through(self)

    def first_focus(self) -> QWidget | None:
        """What the step asks for."""
        names = ("backup_secret", "put_back", "choose_backup")
        return next(filter(None, (self.findChild(QWidget, name) for name in names)), None)

    def _show_state(self) -> None:
        by_keyboard = is_by_keyboard(self.window())
        self._fill()
        lead_through(self)
        if self.desk.restoring.problem:
            announce(self, self.desk.restoring.problem, urgent=True)
        if (focus := self.first_focus()) is not None:
            give_focus(focus, by_keyboard)

    def _fill(self) -> None:
        empty(self._steps)
        restoring, words = self.desk.restoring, self.words
        if restoring.seen is not None:
            self._steps.addWidget(RestorePreview(self.desk, restoring.seen))
            return
        card, layout = titled_card(self.look, words("A backup (.mgbak)"))
        if restoring.problem:
            layout.addWidget(ProblemRow(self.look, "restore_problem", restoring.problem))
        if restoring.is_reading:
            layout.addWidget(text_label(self.look, words("Reading …"), "body", "text2"))
        elif restoring.asks:
            self._ask_secret(layout)
        else:
            told = words("Drop it on this window, or choose it: look on drive D: or on your USB stick.")
            layout.addWidget(text_label(self.look, told, "body", "text2"))
            choose = button(
                self.look,
                words("Choose a backup"),
                "choose_backup",
                self._choose,
                kind="primary",
                picture="folder-open",
            )
            layout.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self._steps.addWidget(card)

    def _ask_secret(self, layout: QVBoxLayout) -> None:
        restoring, words = self.desk.restoring, self.words
        name = text_label(self.look, restoring.file.name if restoring.file else "", "body", "text2")
        name.setObjectName("backup_name")
        layout.addWidget(name)
        label = words("Password of this backup, or the digits of the recovery card")
        if restoring.asks == "card":
            label = words("It has no password: the digits of the recovery card")
        field = PasswordField(self.look, "backup_secret", label)
        field.line.returnPressed.connect(lambda: restoring.give(field.text))
        layout.addWidget(field)
        box = QWidget()
        row = WrapRow(box, gap=10)
        look = button(
            self.look,
            words("Look into it"),
            "look_at_backup",
            lambda: restoring.give(field.text),
            kind="primary",
        )
        row.addWidget(look)
        other = words("Choose another one")
        row.addWidget(button(self.look, other, "other_backup", restoring.begin, kind="link"))
        layout.addWidget(box)

    def _choose(self) -> None:
        """The system's own dialog; the rest of the window stays alive behind it."""
        dialog = QFileDialog(self, self.words("Choose a backup"))
        dialog.setObjectName("backup_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.words("Backups (*.mgbak)"), self.words("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.desk.restoring.take(Path(name)))
        dialog.open()
