"""People in the rows of a table, one each."""

from datetime import date
from typing import TypeGuard

from merchant_guard.exchange.heading_words import Column, Kept, is_nobody
from merchant_guard.exchange.listed_people import Gathering, LeftOut, ListedPerson
from merchant_guard.exchange.name_columns import Columns, columns_of
from merchant_guard.exchange.person_parts import Day, kind_of_word, parts_of
from merchant_guard.exchange.person_reader import FIRST_YEAR_OF_JOINING, Bounds, is_name, shown_role
from merchant_guard.exchange.person_text import LONGEST_TEXT, cut_number, plain
from merchant_guard.exchange.role_words import role_of, split_role
from merchant_guard.exchange.spreadsheet import Cell, Row, Rows

_NOTHING = frozenset(("无", "没有", "暂无", "空", "none", "nil", "n/a", "null"))


def read_table(rows: Rows, gathering: Gathering) -> None:
    """Gather people from the rows of a table with several columns."""
    table = tuple(tuple(_plain(cell) for cell in row) for row in rows)
    columns, body = columns_of(table)
    if Kept.NAME in columns.values():
        for row in body:
            _read_row(row, columns, gathering)


def _plain(cell: Cell) -> Cell:
    # A longer one is not looked into, and need not be made plain.
    return plain(cell) if isinstance(cell, str) and len(cell) <= LONGEST_TEXT else cell


def _read_row(row: Row, columns: Columns, gathering: Gathering) -> None:
    cells = {columns.get(place, LeftOut.OTHER): cell for place, cell in enumerate(row)}
    written = cells.get(Kept.NAME, "")
    heading = written or next((cell for cell in row if cell), "")
    if isinstance(heading, str) and is_nobody(heading):
        return  # a total, a remark, the headings once more
    for place, cell in enumerate(row):
        _count(cell, columns.get(place, LeftOut.OTHER), gathering)
    name = _name(written, gathering)
    if not name:
        _puzzle(row, gathering)
        return
    role, role_as_written = _role(cells.get(Kept.ROLE, ""), gathering)
    if Kept.ROLE not in cells and (found := split_role(name)) and is_name(found[0], Bounds.COLUMN):
        name, role_as_written = found
        role = role_of(role_as_written) or "other"
    gathering.add(ListedPerson(name, role, _joined(cells.get(Kept.JOINED, ""), gathering), role_as_written))


def _name(cell: Cell, gathering: Gathering) -> str:
    if not _is_read(cell):
        return ""
    name = ""
    for part in parts_of(cut_number(cell)[1]):
        if isinstance(part, LeftOut):
            gathering.leave_out(part)
        elif isinstance(part, Day) or (name and len(part) > 1):
            gathering.leave_out(LeftOut.OTHER)
        elif not name and is_name(part, Bounds.COLUMN):
            name = part
    return name


def _role(cell: Cell, gathering: Gathering) -> tuple[str, str]:
    """The id of the role and the word for it; of several (客服/打包) the first that is known."""
    if not _is_read(cell) or cell.lower() in _NOTHING:
        return "other", ""
    words: list[str] = []
    for part in parts_of(cell):
        if isinstance(part, LeftOut | Day):
            gathering.leave_out(part if isinstance(part, LeftOut) else LeftOut.OTHER)
        elif not role_of(part) and (kind := kind_of_word(part)):
            gathering.leave_out(kind)
        elif shown_role(part):
            words.append(part)
    if not words:
        return "other", ""
    word = next((word for word in words if role_of(word)), words[0])
    return role_of(word) or "other", shown_role(word)


def _joined(cell: Cell, gathering: Gathering) -> date | None:
    if isinstance(cell, date):
        return cell
    if not _is_said(cell):
        return None
    parts = list(parts_of(cell)) if _is_read(cell) else []
    day = next((part.day for part in parts if isinstance(part, Day)), None)
    if day is None:
        gathering.unread_days += 1
    return day


def _count(cell: Cell, column: Column, gathering: Gathering) -> None:
    """Count a cell that is not kept, by what its column is and else by what it is."""
    if isinstance(column, Kept) or not (isinstance(cell, date) or _is_said(cell)):
        return
    gathering.leave_out(_kind_of(cell) if column is LeftOut.OTHER else column)


def _kind_of(cell: Cell) -> LeftOut:
    if isinstance(cell, date):
        return LeftOut.BIRTHDAY if cell.year < FIRST_YEAR_OF_JOINING else LeftOut.OTHER
    if not _is_read(cell):
        return LeftOut.OTHER
    known = next((part for part in parts_of(cell) if isinstance(part, LeftOut)), None)
    return known or kind_of_word(cell) or LeftOut.OTHER


def _puzzle(row: Row, gathering: Gathering) -> None:
    words = [cell for cell in row if isinstance(cell, str) and any(char.isalpha() for char in cell)]
    if words:
        gathering.puzzle_over(" ".join(words))


def _is_said(cell: str) -> bool:
    return any(char.isalnum() for char in cell) and cell.lower() not in _NOTHING


def _is_read(cell: Cell) -> TypeGuard[str]:
    return isinstance(cell, str) and cell != "" and len(cell) <= LONGEST_TEXT
