"""A list that drops down: one of several, or none of them yet."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QWheelEvent

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.printer_choice import PrinterChoice


class ChoiceList(PrinterChoice):
    """`options` are (id, words); `none` stands first and means that nothing is chosen."""

    def __init__(self, look: Look, name: str, accessible: str, none: str) -> None:
        super().__init__(look, name, accessible)
        self._none = none

    def show_options(
        self, options: Sequence[tuple[str, str]], chosen: str, on_choice: Callable[[str], object]
    ) -> None:
        """Offer options; `on_choice` gets the id, empty for none."""
        for option, words in (("", self._none), *options):
            self.addItem(words, option)
        self.show_chosen(chosen)
        self.activated.connect(lambda _index: on_choice(self.currentData()))

    def show_chosen(self, chosen: str) -> None:
        """Show another as chosen."""
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setToolTip(self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The wheel scrolls the form; what is written does not change by the way."""
        event.ignore()
