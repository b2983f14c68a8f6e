"""The printers of this computer, the one that prints the chosen paper, and a paper through it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.paper_choice import PaperChoice
from merchant_guard.desktop.printing import Printer, print_paper, printer_for
from merchant_guard.services.make_papers import MadePaper

Find = Callable[[], tuple[Printer, ...]]


class PaperPrinting(QObject):
    """`found` comes once it is known which printers there are, `sent` when a paper has gone to one."""

    found = Signal()
    sent = Signal()

    def __init__(self, desk: Desk, choice: PaperChoice, find: Find, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._choice = desk, choice
        self.printers: tuple[Printer, ...] | None = None
        """None until they are found."""
        desk.in_background(find, lambda printers: self._take(printers) if isValid(self) else None)

    def _take(self, printers: tuple[Printer, ...]) -> None:
        self.printers = printers
        self.found.emit()

    @property
    def usual(self) -> Printer | None:
        """The printer for the chosen paper's page, None where none fits."""
        chosen = self._desk.preferences.settings.printers
        return printer_for(self._choice.size, self.printers or (), chosen)

    def remember(self, name: str) -> None:
        """Keep which printer prints pages of this size."""
        settings = self._desk.preferences.settings
        chosen = {**settings.printers, self._choice.size.value: name}
        self._desk.preferences.choose(replace(settings, printers=chosen))

    def print_paper(self, paper: MadePaper, printer: Printer) -> None:
        """Print beside the window."""
        told = self._desk.look.words("Sent to {printer}").format(printer=printer.name)
        work = partial(print_paper, paper, printer.name)
        self._desk.in_background(work, lambda _none: self._tell(told))

    def _tell(self, told: str) -> None:
        self._desk.said.emit(told)
        if isValid(self):
            self.sent.emit()
