"""Where a backup goes and what opens it: asked alike for a backup and for moving to another computer."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop import drives
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.pages.settings_way import titled_card
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.choice_rows import RadioRow, may_grow
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.password_field import PasswordField
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.desktop.widgets.tick_box import TickBox
from merchant_guard.domain.errors import InputError, problem

SHORTEST = 8
"""As the key's own password; the service refuses a shorter one too."""


class Wanted(NamedTuple):
    """What was chosen: the folder, and the password, None where the recovery card alone opens it."""

    folder: Path
    password: str | None


class BackupForm(QWidget):
    """Two cards. `wanted` asks for what is missing and returns None until nothing is."""

    def __init__(self, desk: Desk, *, remembers: bool = True) -> None:
        super().__init__()
        self._desk, self._look = desk, desk.look
        self._folder: Path | None = desk.backups.folder if remembers else None
        self._places: dict[Path, RadioRow] = {}
        layout = column(self, (0, 0, 0, 0), 12)
        layout.addWidget(self._place_card(remembers))
        layout.addWidget(self._secret_card())
        data = desk.preferences.folder or Path()
        if self._folder is not None:
            self._add_place(self._folder, str(self._folder))
        desk.in_background(
            partial(drives.find_drives, data),
            lambda found: self._show_drives(found) if isValid(self) else None,
        )

    @property
    def is_remembered(self) -> bool:
        """Whether the folder is to be proposed the next time."""
        return self._remember.isChecked()

    @property
    def first(self) -> QWidget:
        """What is asked first: the folder."""
        return self._other

    # --- where it goes ------------------------------------------------------------------------------

    def _place_card(self, remembers: bool) -> QWidget:
        words = self._look.words
        told = words("Best on a USB stick or another disk: when this one breaks, the backup is still there.")
        card, layout = titled_card(self._look, words("Where to"), told)
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        layout.addLayout(self._rows)
        self._place_error = text_label(self._look, "", "note", "danger")
        self._place_error.setObjectName("place_problem")
        self._place_error.hide()
        self._same_disk = text_label(self._look, "", "note", "warn")
        self._same_disk.setObjectName("same_disk")
        self._same_disk.hide()
        layout.addWidget(self._place_error)
        layout.addWidget(self._same_disk)
        self._other = button(
            self._look, words("Choose another folder"), "choose_folder", self._choose, picture="folder-open"
        )
        layout.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        said = words("Propose this folder the next time")
        self._remember = TickBox(self._look, said, said)
        self._remember.setObjectName("remember_folder")
        self._remember.setChecked(self._folder is not None)
        layout.addWidget(self._remember)
        self._remember.setVisible(remembers)
        return card

    def _show_drives(self, found: tuple[drives.Drive, ...]) -> None:
        for drive in found:
            if drive.root not in self._places and not drive.has_data:
                self._add_place(drive.root, self._name(drive))
        if self._folder is None and self._places:
            self._take(next(iter(self._places)))
        elif self._folder is not None:
            self._take(self._folder)

    def _name(self, drive: drives.Drive) -> str:
        place = str(drive.root).rstrip("\\")
        return f"{drive.name} ({place})" if drive.name else place

    def _add_place(self, folder: Path, words: str) -> None:
        row = RadioRow(self._look, words, f"place_{len(self._places)}")
        may_grow(row)
        self._group.addButton(row)
        self._places[folder] = row
        row.clicked.connect(partial(self._take, folder))
        self._rows.addWidget(row)
        row.setChecked(folder == self._folder)
        lead_through(self)

    def _take(self, folder: Path, _checked: bool = True) -> None:
        """This is the folder; where it lies on the disk of the data, that is said."""
        self._folder = folder
        if folder not in self._places:
            self._add_place(folder, str(folder))
        self._places[folder].setChecked(True)
        self._say_place("")
        self._same_disk.hide()
        data = self._desk.preferences.folder
        if data is not None:
            self._desk.in_background(
                partial(drives.shares_disk, data, folder), partial(self._on_looked, folder)
            )

    def _on_looked(self, folder: Path, is_shared: bool) -> None:
        if not isValid(self) or folder != self._folder:
            return
        said = self._look.words("This is the disk your data is on: when it breaks, both are gone.")
        set_text(self._look, self._same_disk, said if is_shared else "", "note")
        self._same_disk.setVisible(is_shared)

    def _choose(self) -> None:
        """The system's own dialog; the rest of the window stays alive behind it."""
        dialog = QFileDialog(self, self._look.words("Choose another folder"))
        dialog.setObjectName("folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._take(Path(name)))
        dialog.open()

    def _say_place(self, sentence: str) -> None:
        set_text(self._look, self._place_error, sentence, "note")
        self._place_error.setVisible(bool(sentence))

    # --- what opens it ------------------------------------------------------------------------------

    def _secret_card(self) -> QWidget:
        words = self._look.words
        card, layout = titled_card(self._look, words("What opens it"))
        self._by_password = RadioRow(self._look, words("A password of its own"), "by_password")
        self._by_card = RadioRow(self._look, words("Only the recovery card"), "by_card")
        group = QButtonGroup(self)
        for row in (self._by_password, self._by_card):
            may_grow(row)
            group.addButton(row)
            layout.addWidget(row)
            row.toggled.connect(lambda _on: self._show_secret())
        self._passwords = QWidget()
        lines = column(self._passwords, (0, 4, 0, 0), 10)
        least = words("At least {least} characters; one sentence of your own is best.").format(least=SHORTEST)
        self._first = PasswordField(self._look, "backup_password", words("Password of the backup"), least)
        self._second = PasswordField(self._look, "backup_again", words("The same once more"))
        for field in (self._first, self._second):
            lines.addWidget(field)
        layout.addWidget(self._passwords)
        self._card_told = text_label(
            self._look,
            words(
                "Without the card it does not open on another computer. Keep the card elsewhere, on paper."
            ),
            "note",
            "text2",
        )
        self._card_told.setObjectName("card_told")
        layout.addWidget(self._card_told)
        self._by_password.setChecked(True)
        self._show_secret()
        return card

    def _show_secret(self) -> None:
        by_password = self._by_password.isChecked()
        self._passwords.setVisible(by_password)
        self._card_told.setVisible(not by_password)

    # --- what is wanted -----------------------------------------------------------------------------

    def wanted(self) -> Wanted | None:
        """What was chosen; None where something is missing, which then has the focus and its sentence."""
        words = self._look.words
        self._say_place("" if self._folder else words("Choose where the backup goes first."))
        wrong: list[QWidget] = [] if self._folder else [self._other]
        if self._by_password.isChecked():
            wrong += self._wrong_passwords()
        if wrong or self._folder is None:
            give_focus(wrong[0])
            return None
        return Wanted(self._folder, self._first.text if self._by_password.isChecked() else None)

    def _wrong_passwords(self) -> list[QWidget]:
        short, other = "", ""
        if len(self._first.text) < SHORTEST:
            short = self._desk.sentences(InputError(problem("store.password_short", least=SHORTEST)))
        elif self._first.text != self._second.text:
            other = self._look.words("These two are not the same. Type it once more.")
        self._first.show_error(short)
        self._second.show_error(other)
        pairs = ((self._first.line, short), (self._second.line, other))
        return [line for line, sentence in pairs if sentence]

    def clear(self) -> None:
        """Let nothing that was typed stand there any longer."""
        self._first.clear()
        self._second.clear()
