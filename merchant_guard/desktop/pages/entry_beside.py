"""What stands beside the registers: the form of an entry, in its place a file of it, or the law."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.entry_form import EntryForm
from merchant_guard.desktop.pages.page import Page
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.question import Citation
from merchant_guard.domain.registers.entry import Entry


class EntryBeside:
    """Knows which form is open. `reopen` shows an entry again after something stood in its place."""

    def __init__(self, page: Page, reopen: Callable[[str], object]) -> None:
        self._page, self._reopen = page, reopen
        self._form: EntryForm | None = None

    def open(self, entry: Entry, field_id: str) -> None:
        """Show the form of an entry; what was typed in another one is handed in."""
        page, desk = self._page, self._page.desk
        if self._form is not None:
            self._form.fields.take()
        desk.open_register = (entry.register, entry.id)
        form = EntryForm(desk, entry, field_id)
        form.closed.connect(self.close)
        form.gone.connect(partial(self._on_gone, form))
        form.looked_at.connect(partial(self._look_at, entry.id))
        self._form = form
        page.panel_wanted.emit(form)

    def close(self) -> None:
        """Put away what stands there."""
        self._page.panel_wanted.emit(None)

    def _on_gone(self, form: EntryForm) -> None:
        """The form shows no more: put away, or the page is built anew, or something else is in its place."""
        if self._form is form:
            self._form = None
            desk = self._page.desk
            QTimer.singleShot(0, desk, partial(_forget_entry, desk, self._page, form.entry_id))

    def _look_at(self, entry_id: str, reference: str) -> None:
        from merchant_guard.desktop.panels.evidence_panel import EvidencePanel  # noqa: PLC0415 (rarely looked at)

        if self._form is not None:
            self._form.fields.take()
            self._form = None
        panel = EvidencePanel(self._page.desk, reference, partial(self._reopen, entry_id))
        self._page.panel_wanted.emit(panel)

    def open_law(self, item: DueItem, citation: Citation) -> None:
        """Show the law behind a duty."""
        from merchant_guard.desktop.panels.law_chip import Wanted  # noqa: PLC0415 (rarely looked up)
        from merchant_guard.desktop.panels.law_panel import LawPanel  # noqa: PLC0415

        laws = self._page.desk.open_check.bank.laws
        wanted = Wanted(citation, item.duty.force)
        self._page.panel_wanted.emit(LawPanel(self._page.look, laws, wanted))


def _forget_entry(desk: Desk, page: Page, entry_id: str) -> None:
    """Once a form was put away, or the page left, no entry is open; a page built anew opens it again."""
    is_built_anew = desk.screen is Screen.REGISTERS and not (isValid(page) and page.isVisible())
    if desk.open_register[1] == entry_id and not is_built_anew:
        desk.open_register = (desk.open_register[0], None)
