"""Registers as a spreadsheet: a sheet for each, and one for what was changed after it had been written."""

from collections.abc import Iterator, Sequence
from datetime import date

from merchant_guard.documents.register_view import ChangeView, RegisterView, RowView
from merchant_guard.documents.spreadsheet import Cell, Sheet, spreadsheet
from merchant_guard.domain.registers.register import FieldKind
from merchant_guard.localization import Language, Translate, translator


def register_xlsx(views: Sequence[RegisterView], language: Language, made_on: date) -> bytes:
    """Write registers into a spreadsheet. The same registers on the same day make the same bytes."""
    words = translator(language)
    sheets = [*(_register(view, words) for view in views), _changes(views, words)]
    return spreadsheet(words("Registers"), sheets, language, made_on)


def _register(view: RegisterView, words: Translate) -> Sheet:
    struck = [words("Crossed out"), words("Crossed out on"), words("Reason")] if view.struck else []
    titles = [*_titles(view, words), words("Entered on"), words("Files kept"), *struck]
    return Sheet(
        name=view.title,
        titles=titles,
        rows=[_row(row, view, words) for row in (*view.rows, *view.struck)],
        struck=len(view.struck),
    )


def _titles(view: RegisterView, words: Translate) -> Iterator[str]:
    for column in view.columns:
        yield column.title
        if column.kind is FieldKind.ACT:
            yield words("Written down on")
            yield words("Written later")


def _row(row: RowView, view: RegisterView, words: Translate) -> list[Cell]:
    cells: list[Cell] = []
    for column in view.columns:
        cell = row.cells[column.id]
        cells.append(cell.value)
        if column.kind is FieldKind.ACT:
            cells += [cell.written_on or "", words("written later") if cell.is_late else ""]
    cells += [row.entered_on, row.files or ""]
    return [*cells, words("crossed out"), row.struck_on, row.reason] if row.struck_on else cells


def _changes(views: Sequence[RegisterView], words: Translate) -> Sheet:
    titles = [
        words("Register"),
        words("Which entry"),
        words("Which field"),
        words("Said before"),
        words("Changed to"),
        words("Changed at"),
    ]
    rows = [_change(view, change) for view in views for change in view.changes]
    return Sheet(words("Changes"), titles, rows or [[words("Nothing was changed.")]])


def _change(view: RegisterView, change: ChangeView) -> list[Cell]:
    return [view.title, change.name, change.field, change.before, change.after, change.at]
