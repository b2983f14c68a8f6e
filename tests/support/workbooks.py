"""Workbooks (.xlsx) written for a test, and taken apart to be damaged."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import xlsxwriter

Cells = Sequence[Sequence[object]]
SHEET = "xl/worksheets/sheet1.xml"


def workbook(*sheets: Cells, hidden: Iterable[int] = ()) -> bytes:
    """A workbook with these sheets; days are written as Excel does, everything else as it is."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy/m/d"})
    for number, rows in enumerate(sheets or [[]]):
        sheet = book.add_worksheet()
        if number in hidden:
            sheet.hide()
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(row, column, cell, day)
                elif cell != "":
                    sheet.write(row, column, cell)
    book.close()
    return file.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """What a workbook is packed of."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one member changed; the change must find something to change."""
    parts = members(data)
    before = parts[name]
    parts[name] = change(before)
    assert parts[name] != before
    return packed(parts)
