"""The foot of the print page: what to do with the paper shown, and where it was saved."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.page_footer import PageFooter
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.paper import PageSize

WIDEST = 16_777_215
"""As wide as Qt lets a widget be."""


class PaperFoot(PageFooter):
    """The one primary button is whatever puts the paper into the person's hands."""

    print_wanted = Signal()
    save_wanted = Signal()
    picture_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, look: Look, title: str, size: PageSize, side: int) -> None:
        super().__init__(pinned=True, side=side, width=WIDEST)
        self._look, self._title, self._size = look, title, size
        self._has_printer = False
        self._saved: Path | None = None
        self._fill()

    def show_printer(self, has_printer: bool) -> None:
        """Offer to print, or first of all to save."""
        self._has_printer = has_printer
        self._fill()

    def show_saved(self, place: Path) -> None:
        """Say where the file lies; a screen reader hears it with the button that leads there."""
        self._saved = place
        self._fill()
        if open_folder := self.findChild(QPushButton, "open_folder"):
            open_folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        empty(self.row)
        holder = QWidget()
        row = WrapRow(holder, gap=10)
        for made in self._buttons():
            row.addWidget(made)
        if self._saved is not None:
            row.begin_tail()
            for widget in self._say_saved(self._saved):
                row.addWidget(widget)
        self.row.addWidget(holder)

    def _buttons(self) -> Iterator[QWidget]:
        words = self._look.words
        if self._has_printer:
            yield self._button("print", words("Print"), "printer", self.print_wanted, "primary")
            yield self._button("save", words("Save as PDF"), "file-down", self.save_wanted)
        else:
            save = words("Save as PDF") if self._size.is_label else words("Save a PDF for the print shop")
            yield self._button("save", save, "file-down", self.save_wanted, "primary")
        yield self._button("copy_picture", words("Copy picture"), "image", self.picture_wanted, "plain")
        yield self._button("copy_file", words("Copy file"), "copy", self.file_wanted, "plain")

    def _button(self, name: str, words: str, picture: str, wanted: Signal, kind: str = "") -> QWidget:
        accessible = f"{words} · {self._title}"
        return button(self._look, words, name, wanted.emit, kind=kind, picture=picture, accessible=accessible)

    def _say_saved(self, place: Path) -> Iterator[QWidget]:
        words = self._look.words
        said = (
            words("Saved to the desktop")
            if place.parent == Path(desktop_folder())
            else words("Saved: {file}")
        )
        said = said.format(file=place.name)
        label = text_label(self._look, said, "note", "ok", wrap=False)
        label.setObjectName("saved")
        label.setToolTip(str(place))
        open_folder = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(place.parent)))
        name = words("Open the folder")
        yield label
        yield button(self._look, name, "open_folder", open_folder, kind="link", accessible=f"{said} · {name}")


def desktop_folder() -> str:
    """Where people look for a file first."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
