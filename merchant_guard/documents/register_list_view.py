"""A register as a list to hang up, to show and to go on with by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from merchant_guard.documents.blocks import Size
from merchant_guard.documents.column_widths import column_widths
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.page_format import A4
from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.register_view import (
    CellView,
    ChangeView,
    Plain,
    RegisterView,
    RowView,
    register_view,
)
from merchant_guard.localization import Language, translator

Cells = list[list[str]]

BLANK_ROWS = 5
"""Lines at the end to be written by hand."""


def register_list_view(source: PaperSource) -> dict[str, Any]:
    """What the template gets. Raises KeyError where there is no such register."""
    subject, language = source.subject, source.language
    view = register_view(subject.book, source.bank.registers, subject.id, language, subject.near)
    words = translator(language)
    status = [words("Status")] if subject.near is not None else []
    titles = [*(column.title for column in view.in_table), words("Entered on"), *status]
    rows, struck = (
        [_row(row, view, language)[: len(titles)] for row in part] for part in (view.rows, view.struck)
    )
    return {
        "register": view.title,
        "titles": titles,
        "widths": _widths(titles, [*rows, *struck], language),
        "rows": rows,
        "struck": [
            {"cells": cells, "on": row.struck_on.isoformat() if row.struck_on else "", "reason": row.reason}
            for row, cells in zip(view.struck, struck, strict=True)
        ],
        "changes": [_change(change) for change in view.changes],
        "blank_rows": BLANK_ROWS,
    }


def _row(row: RowView, view: RegisterView, language: Language) -> Cells:
    """The cells of an entry, each of one line or more."""
    cells = [_cell(row.cells[column.id], language) for column in view.in_table]
    return [*cells, [row.entered_on.isoformat()], [row.status]]


def _cell(cell: CellView, language: Language) -> list[str]:
    """What stands there, and under it when that was written down, if it was later."""
    lines = [_words(cell.value) or "—"]
    if cell.is_late and cell.written_on:
        words = translator(language)
        lines.append(words("written later, %(day)s") % {"day": cell.written_on.isoformat()})
    return lines


def _change(change: ChangeView) -> dict[str, str]:
    return {
        "name": change.name,
        "field": change.field,
        "before": _words(change.before),
        "after": _words(change.after) or "—",
        "on": change.at.date().isoformat(),
    }


def _words(value: Plain) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _widths(titles: Sequence[str], rows: Sequence[Cells], language: Language) -> list[float]:
    """The widths of the columns by what stands in them."""
    columns = [[title, *(line for row in rows for line in row[at])] for at, title in enumerate(titles)]
    return column_widths(columns, A4.types[Size.NOTE].size, FontStack(language))
