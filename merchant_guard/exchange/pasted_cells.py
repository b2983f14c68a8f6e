"""Cells as a spreadsheet program puts them on the clipboard: tabs between them, some in quotation marks."""

import csv

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.spreadsheet import Rows, checked_rows


def pasted_rows(text: str, separator: str) -> Rows:
    """Return the rows that hold something; a cell in quotation marks may hold line ends and separators.

    Quotation marks that do not come in pairs are part of what was written. Raises InputError
    `names.too_much` for a cell of a hundred thousand characters, `names.too_many_rows` and
    `names.too_many_columns`.
    """
    lines = text.splitlines(keepends=True)
    if text.count('"') % 2:
        table = csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
    else:
        table = csv.reader(lines, delimiter=separator)
    try:
        return checked_rows([cell.strip() for cell in line] for line in table)
    except csv.Error as error:
        raise InputError(problem("names.too_much")) from error
