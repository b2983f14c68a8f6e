"""The way back in from a backup: chosen, looked into, and only then put in the place of the store."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import icon_label, text_label
from merchant_guard.desktop.widgets.password_field import PasswordField
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.desktop.widgets.wrap_row import WrapRow

BACKUP_CONTROLS = ("backup_secret", "use_backup", "choose_backup")
"""What goes on from each step."""


class RescueBackup(QFrame):
    """Built anew at every step."""

    def __init__(self, desk: Desk, *, is_first: bool) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._desk, self._look, self._opening = desk, desk.look, desk.opening
        self._kind = "primary" if is_first else ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 14, 20, 16)
        self._layout.setSpacing(10)
        self._opening.changed.connect(self._show_state)
        self._fill()

    def _show_state(self) -> None:
        had_focus = self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self._fill()
        if self._opening.rescue.problem:
            announce(self, self._opening.rescue.problem, urgent=True)
        first = next(filter(None, (self.findChild(QWidget, name) for name in BACKUP_CONTROLS)), None)
        if had_focus and first is not None:
            give_focus(first)

    def _fill(self) -> None:
        empty(self._layout)
        opening, words = self._opening, self._look.words
        if opening.rescue.problem:
            self._layout.addWidget(self._problem(opening.rescue.problem))
        if opening.is_trying and opening.rescue.backup is not None:
            self._say(words("Reading …"), "backup_state")
        elif opening.rescue.seen is not None:
            self._show_seen()
        elif opening.rescue.needs_secret:
            self._ask_secret()
        else:
            self._say(
                words("A backup ends in .mgbak. Look on drive D: or on your USB stick."), "backup_state"
            )
            self._buttons(("choose_backup", words("Choose a backup"), self._choose, self._kind))

    # --- the steps ----------------------------------------------------------------------------------

    def _ask_secret(self) -> None:
        words, file = self._look.words, self._opening.rescue.backup
        self._say(file.name if file else "", "backup_state")
        label = words("Password of this backup, or the digits of the recovery card")
        field = PasswordField(self._look, "backup_secret", label)
        self._layout.addWidget(field)

        def look() -> None:
            if field.text and file is not None:
                self._opening.rescue.look_at(file, field.text)
            else:
                field.show_error(words("Type the password first."))
                give_focus(field.line)

        field.line.returnPressed.connect(look)
        self._buttons(
            ("look_at_backup", words("Look into it"), look, self._kind),
            ("other_backup", words("Choose another one"), self._opening.rescue.leave_backup, "link"),
        )

    def _show_seen(self) -> None:
        words, seen, file = self._look.words, self._opening.rescue.seen, self._opening.rescue.backup
        if seen is None or file is None:
            return
        self._say(file.name, "backup_state")
        made = words("Made on {moment}").format(moment=f"{seen.made_at.astimezone():%Y-%m-%d %H:%M}")
        parts = [*seen.shops, made]
        if seen.last_change is not None:
            changed = words("last change {moment}")
            parts.append(changed.format(moment=f"{seen.last_change:%Y-%m-%d %H:%M}"))
        parts.append(words("files kept as proof: {count}").format(count=seen.files))
        self._say(" · ".join(parts), "backup_seen", "text")
        told = words("What is here now is kept aside in the folder “backups”.")
        self._say(told, "backup_told")
        self._buttons(
            ("use_backup", words("Use this backup"), self._opening.rescue.use_backup, self._kind),
            ("other_backup", words("Choose another one"), self._opening.rescue.leave_backup, "link"),
        )

    def _choose(self) -> None:
        """The system's own dialog; the rest of the window stays alive behind it."""
        dialog = QFileDialog(self, self._look.words("Choose a backup"))
        dialog.setObjectName("backup_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self._look.words("Backups (*.mgbak)"), self._look.words("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._opening.rescue.look_at(Path(name)))
        dialog.open()

    # --- building -----------------------------------------------------------------------------------

    def _say(self, text: str, name: str, tone: str = "text2") -> None:
        label = text_label(self._look, text, "body", tone)
        label.setObjectName(name)
        self._layout.addWidget(label)

    def _problem(self, sentence: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon_label(self._look, "circle-alert", 18, "danger"))
        label = text_label(self._look, sentence, "body", "danger")
        label.setObjectName("backup_problem")
        row.addWidget(label, 1)
        return box

    def _buttons(self, *made: tuple[str, str, object, str]) -> None:
        box = QWidget()
        row = WrapRow(box, gap=10)
        for name, said, act, kind in made:
            row.addWidget(button(self._look, said, name, act, kind=kind))
        self._layout.addWidget(box)
