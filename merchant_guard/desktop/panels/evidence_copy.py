"""A copy of a kept file for others to see: where it was saved, and what was taken out of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.saving import saved_words, usual_folder
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.services.keep_evidence import CopyToGive
from merchant_guard.services.write_file import with_ending, write_beside, write_file

Saved = tuple[CopyToGive, Path]


class EvidenceCopy(QWidget):
    """Saves to where people look for files; then also to where they say."""

    def __init__(self, desk: Desk, reference: str) -> None:
        super().__init__()
        self._desk, self._reference = desk, reference
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        words = desk.look.words("Save a copy for others to see")
        made = button(desk.look, words, "give_copy", self._save, picture="file-down")
        layout.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self._told = QVBoxLayout()
        self._told.setSpacing(4)
        layout.addLayout(self._told)

    def _save(self) -> None:
        folder = usual_folder()

        def write(copy: CopyToGive) -> Saved:
            return copy, write_beside(folder / copy.name, copy.data)

        self._desk.proofs.give_copy(self._reference, write, self._show_saved)

    def _save_elsewhere(self, name: str) -> None:
        """Ask where; the dialog is the system's own, and nothing waits for it."""
        dialog = QFileDialog(self, self._desk.look.words("Save a copy for others to see"))
        dialog.setObjectName("copy_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(str(usual_folder().parent))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, place: str) -> None:
        def write(copy: CopyToGive) -> Saved:
            target = with_ending(Path(place), Path(copy.name).suffix.lower())
            write_file(target, copy.data)
            return copy, target

        if place:
            self._desk.proofs.give_copy(self._reference, write, self._show_saved)

    def _show_saved(self, saved: Saved) -> None:
        if not isValid(self):
            return
        copy, place = saved
        look, words = self._desk.look, self._desk.look.words
        empty(self._told)
        label, open_folder = saved_words(look, place)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        told = text_label(look, _what_was_taken_out(words, copy), "caption", "text2")
        told.setObjectName("copy_told")
        again = partial(self._save_elsewhere, copy.name)
        links = QWidget()
        row = WrapRow(links, gap=10)
        row.addWidget(open_folder)
        row.addWidget(button(look, words("Save elsewhere"), "give_copy_elsewhere", again, kind="link"))
        for widget in (label, told, links):
            self._told.addWidget(widget)
        links.show()  # a layout would only show it later, and what is hidden takes no focus
        give_focus(open_folder)


def _what_was_taken_out(words, copy: CopyToGive) -> str:
    if copy.is_stripped:
        return words("Place and time of the photo were taken out; 2000 pixels wide or high at most")
    return words("The PDF was saved as it is: what it says of itself cannot be taken out")
