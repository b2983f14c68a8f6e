"""A register as a spreadsheet where people look for files, and the word that says where it lies."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.saving import saved_words, usual_folder
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.wrap_row import WrapRow


class SheetSaving(QWidget):
    """A button, and in its place where the sheet lies once it is saved."""

    def __init__(self, desk: Desk, register_id: str) -> None:
        super().__init__()
        self._desk, self._register_id = desk, register_id
        self._row = WrapRow(self)
        look = desk.look
        self._button = button(
            look, look.words("Save as a sheet"), "save_sheet", self._save, kind="link", picture="download"
        )
        self._row.addWidget(self._button)

    def _save(self) -> None:
        """To where people look for files, beside the window."""
        desk = self._desk
        check, register_id, folder = desk.open_check, self._register_id, usual_folder()
        language, today = desk.look.language, desk.today

        def work() -> Path:
            from merchant_guard.services.export_register import (  # noqa: PLC0415 (not for the first paint)
                make_spreadsheet,
                save_spreadsheet_in,
            )

            sheet = make_spreadsheet(check.book, check.bank, [register_id], language, today)
            return save_spreadsheet_in(sheet, folder)

        desk.in_background(work, partial(self._show_saved))

    def _show_saved(self, place: Path) -> None:
        if not isValid(self):
            return
        had_focus = self._button.hasFocus()
        empty(self._row)
        words, leads = saved_words(self._desk.look, place)
        for part in (words, leads):
            self._row.addWidget(part)
            part.show()
        if had_focus:
            give_focus(leads)
