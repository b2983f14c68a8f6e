"""A field for a day, typed as 2026-12-01."""

import re
import unicodedata
from datetime import date

from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.line_over import LineOver

_WRITTEN = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def typed_day(text: str) -> date | None:
    """Read a day as people type it: 2026-12-01, 2026/12/1 or in full-width digits. None for anything else."""
    parts = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if parts is None:
        return None
    try:
        return date(*(int(part) for part in parts.groups()))
    except ValueError:
        return None


class DayEdit(LineOver):
    """A line for a day."""

    def __init__(
        self, look: Look, name: str, accessible: str, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, accessible, day.isoformat(), parent)

    @property
    def day(self) -> date | None:
        """The day typed, None while it is none."""
        return typed_day(self.text())
