"""What opens beside the print page: the shop's details, who has signed, the law behind a paper."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from merchant_guard.desktop.pages.page import Page
from merchant_guard.desktop.paper_choice import PaperChoice
from merchant_guard.domain.question import Citation

Do = Callable[[], object]


class PaperBeside:
    """`redo` makes the paper again, `list_again` looks anew at what is offered."""

    def __init__(self, page: Page, choice: PaperChoice, redo: Do, list_again: Do) -> None:
        self._page, self._choice, self._redo, self._list_again = page, choice, redo, list_again

    def ask_details(self) -> None:
        """Show what the chosen paper prints of the shop, to be filled in."""
        from merchant_guard.desktop.pages.shop_details_panel import (  # noqa: PLC0415 (rarely wanted)
            ShopDetailsPanel,
        )

        wanted = self._choice.details()
        details = [one for one in self._choice.bank.paper_details if one.detail.id in wanted]
        panel = ShopDetailsPanel(self._page.desk, details)
        panel.changed.connect(self._on_changed)
        panel.closed.connect(self.close)
        self._page.panel_wanted.emit(panel)

    def ask_who_signed(self) -> None:
        """Once agreements went out to be signed, ask who has signed; quietly, beside the page."""
        people = self._choice.waiting_for_signature()
        if not people or self._page.desk.is_read_only:
            return
        from merchant_guard.desktop.pages.who_signed_panel import WhoSignedPanel  # noqa: PLC0415 (rarely asked)

        before = self._page.desk.ledger.book
        panel = WhoSignedPanel(self._page.desk, people)
        panel.closed.connect(self.close)
        panel.gone.connect(lambda: QTimer.singleShot(0, self._page, lambda: self._on_signed(before)))
        self._page.panel_wanted.emit(panel)

    def open_law(self, citation: Citation) -> None:
        """Show an article."""
        from merchant_guard.desktop.panels.law_chip import Wanted  # noqa: PLC0415 (rarely looked up)
        from merchant_guard.desktop.panels.law_panel import LawPanel  # noqa: PLC0415

        panel = LawPanel(self._page.look, self._choice.bank.laws, Wanted(citation))
        self._page.panel_wanted.emit(panel)

    def close(self) -> None:
        """Put away what stands there."""
        self._page.panel_wanted.emit(None)

    def _on_changed(self) -> None:
        if isValid(self._page):
            self._redo()

    def _on_signed(self, before: object) -> None:
        """Who has signed is not waiting any more."""
        page = self._page
        if isValid(page) and page.isVisible() and page.desk.ledger.book is not before:
            self._list_again()
