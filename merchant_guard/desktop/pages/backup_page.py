"""备份到 U 盘或别的盘: where to, what opens it, and one button; what came of it stands below that."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.backup_form import BackupForm
from merchant_guard.desktop.pages.backup_words import last_backup
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.pages.settings_way import SettingsWay
from merchant_guard.desktop.saving import saved_words
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.problem_row import ProblemRow
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.desktop.widgets.wrap_row import WrapRow


class BackupPage(SettingsWay):
    """The form, and the button that makes it."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        desk.backups.forget_last()
        self.head.show_words(self.words("Back up to a USB stick or another disk"), self._below())
        self.form = BackupForm(desk)
        self.cards.addWidget(self.form)
        self._problem = ProblemRow(self.look, "backup_problem")
        self.cards.addWidget(self._problem)
        self._outcome = QWidget()
        self._outcome.setObjectName("backup_made")
        self._lines = QVBoxLayout(self._outcome)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self._outcome.hide()
        self.cards.addWidget(self._outcome)
        row = QHBoxLayout()
        self._button = button(
            self.look,
            self.words("Back up now"),
            "back_up",
            self._back_up,
            kind="primary",
            picture="hard-drive",
        )
        row.addWidget(self._button)
        row.addStretch(1)
        self.cards.addLayout(row)
        desk.backups.changed.connect(self._show_state)

    def first_focus(self) -> QWidget:
        """Where it goes, which is asked first."""
        return self.form.first

    def _below(self) -> str:
        last = last_backup(self.desk)
        told = self.words(
            "Everything the app keeps goes in: answers, plan, registers, photos. It is encrypted."
        )
        return "\n".join((last, told))

    def _back_up(self) -> None:
        wanted = self.form.wanted()
        if wanted is not None:
            self.desk.backups.back_up(wanted.folder, wanted.password, self.form.is_remembered)

    def _show_state(self) -> None:
        backups = self.desk.backups
        said = self.words("Backing up …") if backups.is_working else self.words("Back up now")
        self._button.setText(f" {said}")
        self._button.setAccessibleName(said)
        self._problem.show_problem(backups.problem)
        empty(self._lines)
        self._outcome.setVisible(backups.made is not None)
        if backups.made is None:
            return
        self.head.show_words(self.head.title.accessibleName(), self._below())
        self.form.clear()
        self._show_made()

    def _show_made(self) -> None:
        made = self.desk.backups.made
        if made is None:
            return
        words, leads = saved_words(self.look, made.path)
        line = QWidget()
        row = WrapRow(line)
        row.addWidget(words)
        row.addWidget(leads)
        told = self.words("Read back whole. Pull the stick out and keep it away from this computer.")
        self._lines.addWidget(line)
        self._lines.addWidget(text_label(self.look, told, "note", "text2"))
        if made.missing:
            missing = self.words("Files kept as proof that were missing: {count}").format(count=made.missing)
            self._lines.addWidget(text_label(self.look, missing, "note", "warn"))
        if not made.has_password:
            card = partial(self.desk.go, Screen.CARD)
            make = button(self.look, self.words("Make the recovery card"), "to_card", card, kind="link")
            self._lines.addWidget(make, 0, Qt.AlignmentFlag.AlignLeft)
        for place in range(self._lines.count()):
            self._lines.itemAt(place).widget().show()
        lead_through(self)
        announce(self, words.accessibleName())
