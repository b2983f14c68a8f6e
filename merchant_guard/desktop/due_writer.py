"""Keeps `due.json` as the desk has it, a little after something changed: reminders read nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from merchant_guard.desktop.desk import Desk
    from merchant_guard.services.open_check import OpenCheck

_REST = 1500
"""Milliseconds without a change. The list is reckoned beside the window, but not between two answers."""


class DueWriter(QObject):
    """Writes the file for the self-check in hand; the sample shop is nobody's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.write)
        desk.check_changed.connect(self._rest.start)

    def write(self) -> None:
        """Write it now."""
        self._rest.stop()
        check, folder = self._desk.check, self._desk.preferences.folder
        if check is not None and folder is not None and not self._desk.is_read_only:
            work = partial(_write, folder, check, self._desk.today)
            self._desk.in_background(work, lambda _nothing: None)

    def finish(self) -> None:
        """Write what waits to be written, as the window closes."""
        if self._rest.isActive():
            self.write()


def _write(folder: Path, check: OpenCheck, today: date) -> None:
    from merchant_guard.services.due_file import write_due_file  # noqa: PLC0415 (not for the first paint)
    from merchant_guard.services.what_is_due import what_is_due  # noqa: PLC0415

    write_due_file(folder, what_is_due(check, today), today, is_finished=check.is_finished)
