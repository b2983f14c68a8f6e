"""The sheets of a workbook (.xlsx) as rows of words and days, within limits."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import islice

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.workbook_members import checked_workbook

MOST_ROWS = 2000
MOST_COLUMNS = 50
MOST_TEXT = 1_000_000
"""Characters of all cells or lines; two thousand people with much about each have half of it."""
MOST_SHEETS = 20
"""Sheets that are looked at; one may be named in a workbook a thousand times."""

Cell = str | date
"""Words as they stand there, or a day; nothing is an empty string."""
Row = tuple[Cell, ...]
Rows = tuple[Row, ...]
RawSheet = Sequence[Sequence[object]]
"""Rows as the library gives them, those without anything left out."""


def read_sheets(data: bytes) -> tuple[RawSheet, ...]:
    """Return the sheets of a workbook that can be seen and hold something.

    Raises InputError (`names.damaged`, `names.locked`, `names.not_a_list`, `names.too_much`).
    """
    # A compiled library, which most runs of the app do without.
    from python_calamine import CalamineError  # noqa: PLC0415

    whole = checked_workbook(data)
    try:
        return tuple(_sheets(whole))
    except CalamineError as error:
        raise InputError(problem("names.damaged")) from error
    except BaseException as error:
        # What Rust calls a panic, as for a day before all calendars: its class cannot be imported.
        if type(error).__module__ == "pyo3_runtime":
            raise InputError(problem("names.damaged")) from error
        raise


def rows_of(sheet: RawSheet) -> Rows:
    """Return the rows of a sheet. Raises InputError as `checked_rows` does."""
    return checked_rows([_cell(value) for value in row] for row in sheet)


def checked_rows(cells: Iterable[Sequence[Cell]]) -> Rows:
    """Return the rows that hold something.

    Raises InputError `names.too_many_rows`, `names.too_many_columns` and `names.too_much`.
    """
    rows: list[Row] = []
    text = 0
    for row in cells:
        filled = [place for place, cell in enumerate(row) if cell != ""]
        if not filled:
            continue
        if len(rows) == MOST_ROWS:
            raise InputError(problem("names.too_many_rows", limit=MOST_ROWS))
        if filled[-1] >= MOST_COLUMNS:
            raise InputError(problem("names.too_many_columns", limit=MOST_COLUMNS))
        text += sum(len(cell) for cell in row if isinstance(cell, str))
        if text > MOST_TEXT:
            raise InputError(problem("names.too_much"))
        rows.append(tuple(row[: filled[-1] + 1]))
    return tuple(rows)


def _sheets(workbook: BytesIO) -> Iterator[RawSheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook  # noqa: PLC0415

    book = load_workbook(workbook)
    seen = (
        number
        for number, about in enumerate(book.sheets_metadata)
        if (about.typ, about.visible) == (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible)
    )
    for number in islice(seen, MOST_SHEETS):
        rows = book.get_sheet_by_index(number).iter_rows()
        if filled := [row for row in rows if any(cell != "" for cell in row)]:
            yield filled


def _cell(value: object) -> Cell:
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case float() if value.is_integer() and abs(value) < 1e20:
            # Excel keeps every number as a float; those of phones and cards have no fraction.
            return str(int(value))
        case _:
            return str(value).strip()
