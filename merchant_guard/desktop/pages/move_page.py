"""搬到另一台电脑: a backup for the new computer; what stays behind here is only to be looked at."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.backup_form import BackupForm
from merchant_guard.desktop.pages.settings_way import SettingsWay
from merchant_guard.desktop.saving import saved_words
from merchant_guard.desktop.widgets.ask_box import AskBox
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.problem_row import ProblemRow
from merchant_guard.desktop.widgets.prose import ProseCard
from merchant_guard.desktop.widgets.wrap_row import WrapRow


class MovePage(SettingsWay):
    """What will happen, the form, the button; once it is done, what to do on the other computer."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        is_moved = desk.moved_on is not None
        if not is_moved:
            desk.backups.forget_last()
        below = self.words("Your data goes to the new computer whole; here it stays, only to be looked at.")
        self.head.show_words(self.words("Move to another computer"), below)
        self.cards.addWidget(self._steps(is_moved))
        if not is_moved:
            self._add_form()
        desk.backups.changed.connect(self._show_state)

    def first_focus(self) -> QWidget:
        """The way back: it is read first."""
        return self.back

    def _steps(self, is_moved: bool) -> QWidget:
        words, made = self.words, self.desk.backups.made
        title = words("On the new computer") if is_moved else words("This is how it goes")
        card = ProseCard(self.look, title, "move_steps")
        if made is not None and is_moved:
            said, leads = saved_words(self.look, made.path)
            line = QWidget()
            row = WrapRow(line)
            row.addWidget(said)
            row.addWidget(leads)
            card.layout_.addWidget(line)
        there = (
            words("Install Merchant Guard there and open it."),
            words("Press “I have a backup or last year’s plan” and choose this file."),
            words("Type its password, or the digits of the recovery card."),
        )
        here = (
            words("Choose a USB stick below, and a password for the way."),
            words("Nothing can be changed here any more, so that there are never two different copies."),
        )
        card.number(there if is_moved else (*here, *there))
        if is_moved:
            card.say(words("Once all is there: delete everything here, and the USB stick too."), "text2")
        return card

    def _add_form(self) -> None:
        self.form = BackupForm(self.desk, remembers=False)
        self.cards.addWidget(self.form)
        self._problem = ProblemRow(self.look, "backup_problem")
        self.cards.addWidget(self._problem)
        row = QHBoxLayout()
        self._button = button(
            self.look, self.words("Move"), "move", self._ask, kind="primary", picture="monitor-up"
        )
        row.addWidget(self._button)
        row.addStretch(1)
        self.cards.addLayout(row)

    def _ask(self) -> None:
        wanted = self.form.wanted()
        if wanted is None:
            return
        words = self.words
        AskBox(
            self.look,
            self,
            words("Move to another computer?"),
            words("Afterwards this copy can only be looked at. You can take that back here at any time."),
            words("Move"),
            words("Not yet"),
            lambda: self.desk.backups.move(wanted.folder, wanted.password),
        ).ask()

    def _show_state(self) -> None:
        backups = self.desk.backups
        if self.desk.moved_on is None and self.findChild(QWidget, "move") is not None:
            said = self.words("Backing up …") if backups.is_working else self.words("Move")
            self._button.setText(f" {said}")
            self._button.setAccessibleName(said)
            self._problem.show_problem(backups.problem)
