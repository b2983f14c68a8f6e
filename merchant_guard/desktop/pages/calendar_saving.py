"""存进日历: the tasks and duties as a calendar file, where it lies, and how it comes into a telephone."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import column, empty
from merchant_guard.desktop.saving import saved_words, usual_folder
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.localization import Language
from merchant_guard.services.open_check import OpenCheck


class CalendarSaving:
    """A button, and a note that shows once the file is saved; the page puts each where it has room."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        look = desk.look
        said = look.words("Save to the calendar")
        self.button = button(look, said, "save_calendar", self._save, picture="calendar-plus")
        self.note = QWidget()
        self.note.setObjectName("calendar_note")
        self._lines = column(self.note, (0, 4, 0, 4), 0)
        self.note.hide()

    def _save(self) -> None:
        """To where people look for files, beside the window; nothing of the sample shop is remembered."""
        desk, check = self._desk, self._desk.open_check
        if not desk.plan.open_items and not check.due:
            desk.said.emit(desk.look.words("Nothing is to be done yet, so there is nothing for a calendar."))
            return
        write = partial(_write, desk.today, desk.look.language, usual_folder())
        if desk.is_read_only:
            desk.in_background(lambda: write(check, None), self._show_saved)
        else:
            desk.in_store(
                lambda workspace: write(check, workspace.folder), self._show_saved, desk.tell_failure
            )

    def _show_saved(self, place: Path) -> None:
        """Say where it lies and what to do with it."""
        look = self._desk.look
        words, leads = saved_words(look, place)
        self._desk.said.emit(words.accessibleName())
        if not isValid(self.note):
            return
        empty(self._lines)
        saved = QWidget()
        row = WrapRow(saved)
        for part in (words, leads):
            row.addWidget(part)
        how = look.words(
            "Send it to yourself and open it on the telephone with the calendar; Outlook and WPS take it in "
            "too. When the plan changes, save it once more."
        )
        for line in (saved, text_label(look, how, "note", "text2")):
            self._lines.addWidget(line)
            line.show()
        self.note.show()


def _write(today: date, language: Language, folder: Path, check: OpenCheck, memory: Path | None) -> Path:
    from merchant_guard.services.save_calendar import save_calendar  # noqa: PLC0415 (not for the first paint)

    return save_calendar(check, today, language, folder, memory)
