"""Which column of a table is which: by its heading, or without one by what stands in it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median_low

from merchant_guard.exchange.heading_words import Column, Kept, column_of, is_weak_name_heading
from merchant_guard.exchange.listed_people import LeftOut
from merchant_guard.exchange.person_parts import Day, kind_of_word, parts_of
from merchant_guard.exchange.person_reader import FIRST_YEAR_OF_JOINING, Bounds, is_name
from merchant_guard.exchange.person_text import LONGEST_TEXT, cut_number
from merchant_guard.exchange.role_words import has_surname, role_of
from merchant_guard.exchange.spreadsheet import Cell, Row, Rows

_HEADING_WITHIN = 10
"""Rows among which the headings stand; over them there may be a title."""
_LONGEST_HEADING = 15
_SAMPLE = 200
"""Rows that are looked into to know a column without a heading."""

Columns = Mapping[int, Column]
"""Place of a column → what it is. Those not in it are of no known kind."""


@dataclass(slots=True)
class _Looks:
    """What the cells of a column look like."""

    filled: int = 0
    kinds: Counter[Column] = field(default_factory=Counter)
    surnames: int = 0
    years: list[int] = field(default_factory=list)

    def mostly(self, kind: Column) -> bool:
        return 2 * self.kinds[kind] >= self.filled


def columns_of(rows: Rows) -> tuple[Columns, Rows]:
    """Return the columns of a table of plain cells and the rows below its headings."""
    for place, row in enumerate(rows[:_HEADING_WITHIN]):
        if columns := _headings(row):
            return _with_names(columns, rows[place + 1 :]), rows[place + 1 :]
    return _guessed(rows), rows


def _headings(row: Row) -> dict[int, Column] | None:
    """The columns of a row of headings, None for a row that is none."""
    filled = {place: cell for place, cell in enumerate(row) if isinstance(cell, str) and cell}
    known: dict[int, Column] = {}
    for place, cell in filled.items():
        column = column_of(cell) if len(cell) <= _LONGEST_HEADING and not _has_digits(cell) else None
        # 电话客服 is no heading of phone numbers.
        if column is not None and (isinstance(column, Kept) or not role_of(cell)):
            known[place] = column
    weak = [place for place, cell in filled.items() if place not in known and is_weak_name_heading(cell)]
    all_known = len(known) + len(weak) == len(filled)
    if Kept.NAME not in known.values() and weak and (all_known or len(known) > 1):
        known[weak[0]] = Kept.NAME
    if Kept.NAME in known.values() or len(known) > 1:
        return _once(known, filled)
    return None


def _once(known: Mapping[int, Column], filled: Mapping[int, str]) -> dict[int, Column]:
    """Of several columns of names, roles or days one is read: 姓名 before 昵称, 岗位 before 部门."""
    columns: dict[int, Column] = {
        place: LeftOut.OTHER if isinstance(kind, Kept) else kind for place, kind in known.items()
    }
    for kept in Kept:
        places = [place for place, column in known.items() if column is kept]
        if places:
            columns[min(places, key=lambda place: _rank(filled[place]))] = kept
    return columns


def _rank(heading: str) -> int:
    return 0 if "姓名" in heading or "岗" in heading else 2 if "部门" in heading else 1


def _with_names(columns: dict[int, Column], rows: Rows) -> Columns:
    """Headings without one for names: they stand in the column that looks most like it."""
    if Kept.NAME not in columns.values():
        free = {place: looks for place, looks in _all_looks(rows).items() if place not in columns}
        if (place := _place_of_names(free)) is not None:
            columns[place] = Kept.NAME
    return columns


def _guessed(rows: Rows) -> Columns:
    looks = _all_looks(rows)
    columns: dict[int, Column] = {}
    for place, look in looks.items():
        kind, count = look.kinds.most_common(1)[0] if look.kinds else (LeftOut.OTHER, 0)
        usable = isinstance(kind, LeftOut) or kind is Kept.NUMBER
        columns[place] = kind if usable and 2 * count >= look.filled else LeftOut.OTHER
    if (names := _place_of_names(looks)) is not None:
        columns[names] = Kept.NAME
    roles = [place for place, look in looks.items() if place != names and look.mostly(Kept.ROLE)]
    if roles:
        columns[max(roles, key=lambda place: looks[place].kinds[Kept.ROLE])] = Kept.ROLE
    return columns | _days(looks)


def _days(looks: Mapping[int, _Looks]) -> dict[int, Column]:
    """Of the columns of days the latest is that of joining, but days before 2010 are birthdays."""
    years = {place: median_low(look.years) for place, look in looks.items() if look.years}
    days: dict[int, Column] = {
        place: LeftOut.BIRTHDAY if years[place] < FIRST_YEAR_OF_JOINING else LeftOut.OTHER
        for place in years
        if looks[place].mostly(Kept.JOINED)
    }
    joined = [place for place, kind in days.items() if kind is LeftOut.OTHER]
    return days | ({max(joined, key=lambda place: years[place]): Kept.JOINED} if joined else {})


def _place_of_names(looks: Mapping[int, _Looks]) -> int | None:
    places = [place for place, look in looks.items() if look.kinds[Kept.NAME] and look.mostly(Kept.NAME)]
    return max(places, key=lambda at: (looks[at].surnames + looks[at].kinds[Kept.NAME], -at), default=None)


def _all_looks(rows: Rows) -> dict[int, _Looks]:
    found: dict[int, _Looks] = {}
    for row in rows[:_SAMPLE]:
        for place, cell in enumerate(row):
            if cell != "":
                _look_at(cell, found.setdefault(place, _Looks()))
    return dict(sorted(found.items()))


def _look_at(cell: Cell, looks: _Looks) -> None:
    looks.filled += 1
    if isinstance(cell, str) and len(cell) > LONGEST_TEXT:
        return
    parts = [Day(cell)] if isinstance(cell, date) else list(parts_of(cell))
    day = next((part for part in parts if isinstance(part, Day)), None)
    kind = next((part for part in parts if isinstance(part, LeftOut)), None)
    if kind is not None:
        looks.kinds[kind] += 1
    elif day is not None:
        looks.kinds[Kept.JOINED] += 1
        looks.years += [day.day.year] if day.day else []
    elif isinstance(cell, str):
        _look_at_words(cut_number(cell)[1], looks)


def _look_at_words(words: str, looks: _Looks) -> None:
    if words.isdecimal() and len(words) <= 4:
        looks.kinds[Kept.NUMBER] += 1
    elif role_of(words):
        looks.kinds[Kept.ROLE] += 1
    elif is_name(words, Bounds.BARE):
        looks.kinds[Kept.NAME] += 1
        looks.surnames += has_surname(words)
    elif kind := kind_of_word(words):
        looks.kinds[kind] += 1


def _has_digits(words: Sequence[str]) -> bool:
    return any(char.isdigit() for char in words)
