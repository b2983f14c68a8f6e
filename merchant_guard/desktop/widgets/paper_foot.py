"""The foot of the print page: what to do with the paper shown, and where it was saved."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.saving import saved_words
from merchant_guard.desktop.sending import Sending
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.page_footer import PageFooter
from merchant_guard.desktop.widgets.send_button import send_button
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.paper import PageSize

WIDEST = 16_777_215
"""As wide as Qt lets a widget be."""


class PaperFoot(PageFooter):
    """The one primary button is whatever puts the paper into the person's hands."""

    print_wanted = Signal()
    save_wanted = Signal()
    elsewhere_wanted = Signal()

    def __init__(
        self, look: Look, title: str, size: PageSize, side: int, send: Callable[[], Sending | None] | None
    ) -> None:
        super().__init__(pinned=True, side=side, width=WIDEST)
        self._look, self._title, self._size = look, title, size
        self._send = send
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
            give_focus(open_folder)

    def _fill(self) -> None:
        empty(self.row)
        holder = QWidget()
        row = WrapRow(holder, gap=10)
        for made in self._buttons():
            row.addWidget(made)
        if self._saved is not None:
            row.begin_tail()
            for widget in saved_words(self._look, self._saved):
                row.addWidget(widget)
            elsewhere = self._look.words("Save elsewhere")
            row.addWidget(self._button("save_elsewhere", elsewhere, "", self.elsewhere_wanted, "link"))
        self.row.addWidget(holder)

    def _buttons(self) -> Iterator[QWidget]:
        words = self._look.words
        if self._has_printer:
            yield self._button("print", words("Print"), "printer", self.print_wanted, "primary")
            yield self._button("save", words("Save as PDF"), "file-down", self.save_wanted)
        else:
            save = words("Save as PDF") if self._size.is_label else words("Save a PDF for the print shop")
            yield self._button("save", save, "file-down", self.save_wanted, "primary")
        if self._send is not None:
            accessible = f"{words('Copy for WeChat')} · {self._title}"
            yield send_button(self._look, "send", self._send, kind="plain", accessible=accessible)

    def _button(self, name: str, words: str, picture: str, wanted: Signal, kind: str = "") -> QWidget:
        accessible = f"{words} · {self._title}"
        return button(self._look, words, name, wanted.emit, kind=kind, picture=picture, accessible=accessible)
