"""How a list of people comes to the register of staff: pasted, chosen as a file, or dropped on the page."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData

from merchant_guard.desktop.pages.page import Page

_ENDINGS = (".xlsx",)


class NamesWay:
    """Opens the panel in which a list is looked at before it is taken in."""

    def __init__(self, page: Page, show_staff: Callable[[], object]) -> None:
        self._page, self._show_staff = page, show_staff

    def takes(self, mime: QMimeData) -> bool:
        """Whether a table was dropped."""
        return bool(self._tables(mime))

    def _tables(self, mime: QMimeData) -> list[str]:
        places = (url.toLocalFile() for url in mime.urls() if url.isLocalFile())
        return [place for place in places if place.lower().endswith(_ENDINGS)]

    def open(self) -> None:
        """Show the empty panel."""

    def open_with(self, mime: QMimeData) -> None:
        """Show the panel with the table that was dropped."""
