"""The foot of the print page: what to do with the paper shown, and where it was saved."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.saving import saved_words
from merchant_guard.desktop.sending import Sending
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.format_menu import format_button
from merchant_guard.desktop.widgets.page_footer import PageFooter
from merchant_guard.desktop.widgets.send_button import send_button
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.services.paper_formats import PaperFormat

WIDEST = 16_777_215
"""As wide as Qt lets a widget be."""


class FootPaper(NamedTuple):
    """What the buttons are about: a paper, in which formats it can be saved, and how it goes into a chat."""

    title: str
    is_label: bool
    formats: tuple[PaperFormat, ...]
    send: Callable[[], Sending | None] | None


class PaperFoot(PageFooter):
    """The one primary button is whatever puts the paper into the person's hands."""

    print_wanted = Signal()
    save_wanted = Signal(str)
    """In which format."""
    elsewhere_wanted = Signal()

    def __init__(self, look: Look, paper: FootPaper, side: int) -> None:
        super().__init__(pinned=True, side=side, width=WIDEST)
        self._look, self._paper = look, paper
        self._has_printer = False
        self._saved: Sequence[Path] = ()
        self._fill()

    def begin(self, paper: FootPaper, has_printer: bool) -> None:
        """Offer what there is for another paper; nothing of it is saved yet."""
        self._paper, self._has_printer, self._saved = paper, has_printer, ()
        self._fill()

    def show_printer(self, has_printer: bool) -> None:
        """Offer to print, or first of all to save."""
        self._has_printer = has_printer
        self._fill()

    def show_saved(self, places: Sequence[Path]) -> None:
        """Say where the file lies; a screen reader hears it with the button that leads there."""
        self._saved = places
        self._fill()
        if open_folder := self.findChild(QPushButton, "open_folder"):
            give_focus(open_folder)

    def _fill(self) -> None:
        empty(self.row)
        holder = QWidget()
        row = WrapRow(holder, gap=10)
        for made in self._buttons():
            row.addWidget(made)
        if self._saved:
            row.begin_tail()
            for widget in saved_words(self._look, self._saved[0], len(self._saved)):
                row.addWidget(widget)
            elsewhere = self._look.words("Save elsewhere")
            row.addWidget(self._button("save_elsewhere", elsewhere, "", self.elsewhere_wanted.emit, "link"))
        self.row.addWidget(holder)

    def _buttons(self) -> Iterator[QWidget]:
        words, paper = self._look.words, self._paper
        if self._has_printer:
            yield self._button("print", words("Print"), "printer", self.print_wanted.emit, "primary")
            yield self._button("save", words("Save as PDF"), "file-down", self._save_pdf)
        else:
            save = words("Save as PDF") if paper.is_label else words("Save a PDF for the print shop")
            yield self._button("save", save, "file-down", self._save_pdf, "primary")
        others = [one for one in paper.formats if one is not PaperFormat.PDF]
        if others:
            yield format_button(self._look, paper.title, others, self.save_wanted.emit)
        if paper.send is not None:
            accessible = f"{words('Copy for WeChat')} · {paper.title}"
            yield send_button(self._look, "send", paper.send, kind="plain", accessible=accessible)

    def _save_pdf(self) -> None:
        self.save_wanted.emit(PaperFormat.PDF.value)

    def _button(
        self, name: str, words: str, picture: str, do: Callable[[], object], kind: str = ""
    ) -> QWidget:
        accessible = f"{words} · {self._paper.title}"
        return button(self._look, words, name, do, kind=kind, picture=picture, accessible=accessible)
