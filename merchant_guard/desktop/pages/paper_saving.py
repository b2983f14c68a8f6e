"""A paper into files: to where people look for them, or to where somebody says."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from merchant_guard.desktop.pages.page import Page
from merchant_guard.desktop.widgets.format_menu import format_words
from merchant_guard.services.make_papers import MadePaper
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.paper_formats import PaperFormat
from merchant_guard.services.save_papers import save_at, save_in_folder, stem

_NAMES = {PaperFormat.PDF: "PDF", PaperFormat.DOCX: "Word", PaperFormat.PNG: "PNG"}


class PaperSaving(QObject):
    """Saves what is shown; `saved` comes with the files. `folder` says where people look for files."""

    saved = Signal(object)

    def __init__(self, page: Page, folder: Callable[[], Path]) -> None:
        super().__init__(page)
        self._page, self._folder = page, folder
        self._last = PaperFormat.PDF

    def save(self, paper: MadePaper, made: MadePlan, wanted: str) -> None:
        """Save to where people look for files first; the page then says where that is."""
        self._last = PaperFormat(wanted)
        self._later(partial(save_in_folder, paper, self._last, self._folder(), made))

    def ask_where(self, paper: MadePaper, made: MadePlan) -> None:
        """Ask where, for the format saved last; the dialog is the system's own, and nothing waits for it."""
        wanted = self._last
        dialog = QFileDialog(self._page, format_words(self._page.look, wanted))
        dialog.setObjectName("save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{_NAMES[wanted]} (*.{wanted})")
        dialog.setDefaultSuffix(wanted.value)
        dialog.setDirectory(str(self._folder().parent))
        dialog.selectFile(f"{stem(paper, made)}.{wanted}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda place: self.save_to(paper, place))
        dialog.open()

    def save_to(self, paper: MadePaper, place: str) -> None:
        """Save where somebody said."""
        if place:
            self._later(partial(save_at, paper, self._last, Path(place)))

    def _later(self, work: Callable[[], Sequence[Path]]) -> None:
        """Write beside the window; when it is done the page may be gone."""
        self._page.desk.in_background(work, lambda places: self.saved.emit(places) if isValid(self) else None)
