"""How a list of people comes to the register of staff: pasted, chosen as a file, or dropped on the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from merchant_guard.desktop.pages.page import Page

if TYPE_CHECKING:
    from merchant_guard.desktop.pages.names_panel import NamesPanel

_ENDINGS = (".xlsx", ".csv", ".txt", ".xls", ".et")
"""What may be dropped. Old spreadsheets are among them: who drops one is told how to save it anew."""


class NamesWay:
    """Opens the panel in which a list is looked at before it is taken in."""

    def __init__(self, page: Page, show_staff: Callable[[], object]) -> None:
        self._page, self._show_staff = page, show_staff

    def takes(self, mime: QMimeData) -> bool:
        """Whether a table was dropped."""
        return bool(self._tables(mime))

    def _tables(self, mime: QMimeData) -> list[Path]:
        places = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        return [place for place in places if place.suffix.lower() in _ENDINGS]

    def open(self) -> NamesPanel:
        """Show the empty panel."""
        from merchant_guard.desktop.pages.names_panel import NamesPanel  # noqa: PLC0415 (rarely wanted)

        self._show_staff()
        panel = NamesPanel(self._page.desk)
        panel.closed.connect(partial(self._page.panel_wanted.emit, None))
        self._page.panel_wanted.emit(panel)
        return panel

    def open_with(self, mime: QMimeData) -> None:
        """Show the panel with the table that was dropped."""
        self.open().read_file(self._tables(mime)[0])
