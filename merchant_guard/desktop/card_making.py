"""The recovery card on its way to paper or into a file. It is made anew each time and kept nowhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.printing import Printer, print_paper, printer_for
from merchant_guard.domain.errors import MerchantGuardError
from merchant_guard.domain.paper import PageSize
from merchant_guard.services.make_card import SIZES, make_card, save_card_at
from merchant_guard.services.make_papers import MadePaper, picture_of
from merchant_guard.services.paper_formats import PaperFormat
from merchant_guard.services.workspace import Workspace

if TYPE_CHECKING:
    from merchant_guard.documents.pages import PagePicture

_SCREEN_DPI = 144
_ON_SCREEN = PageSize.LABEL_100X150
"""The page whose card is shown: on it there is nothing but the card."""
Made = TypeVar("Made")


class CardMaking(QObject):
    """`found` comes once it is known which printers there are, `made` with the place of a file, or None."""

    found = Signal()
    made = Signal(object)
    drawn = Signal(object)
    """The picture of the card, to be copied by hand."""

    def __init__(self, desk: Desk, find: Callable[[], tuple[Printer, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.printers: tuple[Printer, ...] = ()
        self.size = SIZES[0]
        desk.in_background(find, lambda printers: self._take(printers) if isValid(self) else None)

    def _take(self, printers: tuple[Printer, ...]) -> None:
        """Where only labels can be printed, the card is a label."""
        self.printers = printers
        usual = [size for size in SIZES if self.printer_of(size) is not None]
        self.size = usual[0] if usual else self.size
        self.found.emit()

    @property
    def printer(self) -> Printer | None:
        """The printer for the page that is chosen; None where none fits."""
        return self.printer_of(self.size)

    def printer_of(self, size: PageSize) -> Printer | None:
        """The printer for a page; None where none fits."""
        return printer_for(size, self.printers, self._desk.preferences.settings.printers)

    def print_card(self, printer: Printer) -> None:
        """Print it; what the printer's own queue keeps is not ours to empty."""
        words = self._desk.look.words("Sent to {printer}").format(printer=printer.name)

        def printed(_nothing: None) -> None:
            self._desk.said.emit(words)
            self._end(None)

        self._make(lambda card: print_paper(card, printer.name), printed)

    def save_card(self, wanted: PaperFormat, place: Path) -> None:
        """Save it where the person said."""
        self._make(lambda card: save_card_at(card, wanted, place), self._end)

    def draw(self) -> None:
        """Draw it, to be looked at."""

        def drawn(picture: "PagePicture") -> None:
            if isValid(self):
                self.drawn.emit(picture)

        self._make(lambda card: picture_of(card, 0, _SCREEN_DPI), drawn, _ON_SCREEN)

    def note_copied(self) -> None:
        """Somebody has copied the digits by hand."""
        self._desk.said.emit(self._desk.look.words("Good. Keep it outside the shop."))
        self._end(None)

    def _make(
        self,
        use: Callable[[MadePaper], Made],
        done: Callable[[Made], object],
        on_page: PageSize | None = None,
    ) -> None:
        desk, size = self._desk, on_page or self.size
        shop = "" if desk.check is None or desk.is_sample else desk.check.shop.name
        make = partial(make_card, shop=shop, size=size, language=desk.look.language, today=desk.today)

        def work(workspace: Workspace) -> Made:
            return use(make(workspace))

        def failed(error: BaseException) -> None:
            if not isinstance(error, MerchantGuardError):
                raise error
            desk.tell_failure(error)

        desk.in_store(work, done, failed)

    def _end(self, place: Path | None) -> None:
        self._desk.keeping.note_card()
        if isValid(self):
            self.made.emit(place)
