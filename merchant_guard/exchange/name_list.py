"""A list of people somebody hands us: a spreadsheet, cells that were copied, a 接龙, or a line for each.

Of everyone only name, role and day of joining are read. Whatever else such lists hold (ID numbers, phones,
bank cards, wages) never leaves this room; it is counted, so that its owner can be told.
"""

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.heading_words import Kept, column_of
from merchant_guard.exchange.incoming_file import MIB, within
from merchant_guard.exchange.listed_people import Gathering, LeftOut, ListedPerson, NameList
from merchant_guard.exchange.name_lines import looks_like_chain, read_lines
from merchant_guard.exchange.name_table import read_table
from merchant_guard.exchange.pasted_cells import pasted_rows
from merchant_guard.exchange.person_text import plain
from merchant_guard.exchange.spreadsheet import Rows, read_sheets, rows_of

__all__ = ["LARGEST_LIST", "LeftOut", "ListedPerson", "NameList", "read_name_bytes", "read_name_text"]

LARGEST_LIST = 5 * MIB
"""Bytes. Two thousand people with fifty columns take a third of it."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MARKUP = (b"<html", b"<table", b"<!doctype", b"<?xml", b"<meta")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SPREADSHEET_ENDINGS = (".xlsx", ".xlsm", ".xls", ".et", ".ett", ".ods", ".numbers")


def read_name_bytes(data: bytes, ending: str = "") -> NameList:
    """Read a file; `ending` is that of its name, such as `.xlsx`, and only helps to say what is wrong.

    Raises InputError with one problem: `file.too_big` and `names.…`.
    """
    within(data, LARGEST_LIST)
    if data.startswith(_ZIP):
        return _from_workbook(data)
    _refuse_old_spreadsheets(data, ending.lower())
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(problem("names.not_utf8")) from error
    return read_name_text(text)


def read_name_text(text: str) -> NameList:
    """Read what was pasted: cells, a 接龙 or lines. Raises InputError with one problem, as above."""
    try:
        within(text.encode(), LARGEST_LIST)
    except UnicodeEncodeError as error:  # half of a character, as a clipboard may hold
        raise InputError(problem("names.not_utf8")) from error
    text = text.removeprefix("\ufeff").strip("\n\r \0")
    if not text.strip():
        raise InputError(problem("names.empty"))
    gathering = Gathering()
    separator = _separator(text)
    if separator:
        _read_rows(pasted_rows(text, separator), gathering)
    else:
        read_lines(text.splitlines(), gathering)
    return _whole(gathering)


def _from_workbook(data: bytes) -> NameList:
    sheets = read_sheets(data)
    if not sheets:
        raise InputError(problem("names.empty"))
    for sheet in sheets:
        gathering = Gathering()
        _read_rows(rows_of(sheet), gathering)
        if gathering.people:
            return gathering.as_list(other_sheets=len(sheets) - 1)
    raise InputError(problem("names.nobody"))


def _read_rows(rows: Rows, gathering: Gathering) -> None:
    if _is_one_column(rows):
        cells = [str(cell) for row in rows for cell in row if cell != ""]
        read_lines((line for cell in cells for line in cell.splitlines()), gathering)
    else:
        read_table(rows, gathering)


def _is_one_column(rows: Rows) -> bool:
    return len({place for row in rows for place, cell in enumerate(row) if cell != ""}) < 2


def _separator(text: str) -> str | None:
    """What stands between the cells of a table, None for lines."""
    if looks_like_chain(text):
        return None
    if "\t" in text:
        return "\t"
    # Tables are also handed on as lines with commas; their headings tell.
    headings = [column_of(plain(word)) for word in text.split("\n", 1)[0][:1000].split(",")]
    return "," if len(headings) > 1 and Kept.NAME in headings else None


def _whole(gathering: Gathering) -> NameList:
    if not gathering.people:
        raise InputError(problem("names.nobody"))
    return gathering.as_list()


def _refuse_old_spreadsheets(data: bytes, ending: str) -> None:
    if not data:
        raise InputError(problem("names.empty"))
    if data.startswith(_OLE):
        raise InputError(problem("names.locked" if _LOCKED in data else "names.old_format"))
    if data.lstrip()[:20].lower().startswith(_MARKUP):
        # What many websites hand out as .xls is a web page.
        raise InputError(problem("names.old_format"))
    if ending in _SPREADSHEET_ENDINGS or (b"\0" in data and not data.startswith(_UTF_16)):
        raise InputError(problem("names.not_a_list"))
