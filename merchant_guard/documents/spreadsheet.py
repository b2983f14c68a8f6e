"""Spreadsheets: sheets of words, counts and days, in which words are never formulas."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from xlsxwriter import Workbook

from merchant_guard.localization import Language, Translate, translator

MOST_CHARACTERS = 32_767
"""As many as a cell of a spreadsheet holds."""
LONGEST_NAME = 31
"""Characters of a sheet's name."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_NARROWEST, _WIDEST = 6, 44
"""Widths of columns, in digits of the type they are set in."""
_WIDEST_TITLE = 14
"""A longer title goes on in a second line instead of making its column wider."""
_LINE = 16.5
"""Points a line takes in a cell of our type; only Excel reckons it by itself when it opens a file."""
_HIGHEST = 409.0
"""Points of the highest row there may be."""
_FIRST_YEAR = 1901
"""Spreadsheets know no earlier days, and not all of 1900 alike."""
_UNWRITABLE = dict.fromkeys(
    (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)
"""What XML cannot hold; the doors for input refuse it already."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

Cell = str | int | date | datetime
"""What a cell holds; empty words leave it empty."""


class Sheet(NamedTuple):
    """A sheet: its name, the titles of its columns, its rows, and how many at the end are crossed out."""

    name: str
    titles: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    struck: int = 0


def spreadsheet(title: str, sheets: Sequence[Sheet], language: Language, made_on: date) -> bytes:
    """Write sheets into a file. The same sheets on the same day make the same bytes."""
    names = sheet_names([sheet.name for sheet in sheets])
    buffer = BytesIO()
    look = {"font_size": 10, **({"font_name": "微软雅黑"} if language == "zh" else {})}
    with Workbook(buffer, {**_OPTIONS, "default_format_properties": look}) as book:
        book.set_properties({"title": title, "created": datetime.combine(made_on, time())})
        writer = _SheetWriter(book, translator(language), made_on)
        for sheet, name in zip(sheets, names, strict=True):
            writer.write(sheet, name)
    return buffer.getvalue()


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Return names that a spreadsheet takes: short, without its special characters, each only once."""
    taken: list[str] = []
    for title in titles:
        clean = " ".join(title.translate(_NOT_IN_NAMES).split()).strip("'") or "-"
        ends = ("", *(f" ({number})" for number in range(2, len(taken) + 3)))
        fitting = (clean[: LONGEST_NAME - len(end)] + end for end in ends)
        known = {name.casefold() for name in (*taken, "History")}  # a name of the spreadsheet's own
        taken.append(next(name for name in fitting if name.casefold() not in known))
    return taken


class _SheetWriter:
    """Writes the sheets of one book."""

    def __init__(self, book: Any, words: Translate, made_on: date) -> None:
        self._book, self._words, self._made_on = book, words, made_on
        text = {"valign": "top", "num_format": "@", "text_wrap": True}
        day = {"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"}
        self._title = book.add_format({**text, "bold": True, "bg_color": "#EDEDED", "bottom": 1})
        looks: dict[type, dict[str, Any]] = {
            str: text,
            date: day,
            datetime: {**day, "num_format": "yyyy-mm-dd hh:mm"},
            int: {"valign": "top", "num_format": "0", "align": "left"},
        }
        self._looks = {
            struck: {
                kind: book.add_format({**look, "font_strikeout": struck}) for kind, look in looks.items()
            }
            for struck in (False, True)
        }

    def write(self, content: Sheet, name: str) -> None:
        """Write a sheet: its title row stays in sight and is printed on every page."""
        sheet = self._book.add_worksheet(name)
        widths = [
            _width(title, [row[column] for row in content.rows if column < len(row)])
            for column, title in enumerate(content.titles)
        ]
        for column, (title, width) in enumerate(zip(content.titles, widths, strict=True)):
            sheet.write_string(0, column, title, self._title)
            sheet.set_column(column, column, width)
        first_struck = len(content.rows) - content.struck
        for number, row in enumerate((content.titles, *content.rows)):
            if (lines := _lines(row, widths)) > 1:
                sheet.set_row(number, min(lines * _LINE, _HIGHEST))
        for number, row in enumerate(content.rows):
            for column, cell in enumerate(row):
                self._write_cell(sheet, (number + 1, column), cell, struck=number >= first_struck)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(content.rows), len(content.titles) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self._set_up_printing(sheet, content.name)

    def _write_cell(self, sheet: Any, place: tuple[int, int], cell: Cell, *, struck: bool) -> None:
        if isinstance(cell, date) and cell.year < _FIRST_YEAR:
            cell = cell.isoformat()
        looks = self._looks[struck]
        match cell:
            case "":
                return  # an empty text would not count as empty
            case datetime():
                sheet.write_datetime(*place, cell, looks[datetime])
            case date():
                sheet.write_datetime(*place, cell, looks[date])
            case int():
                sheet.write_number(*place, cell, looks[int])
            case _:
                sheet.write_string(*place, writable(cell), looks[str])

    def _set_up_printing(self, sheet: Any, title: str) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        printed = self._words("printed on %(day)s") % {"day": self._made_on.isoformat()}
        sheet.set_header(f"&L&B{title.replace('&', '&&')}&R{printed}")
        sheet.set_footer(f"&C{self._words('Page {page} of {pages}').format(page='&P', pages='&N')}")


def writable(text: str) -> str:
    """Return a text as a cell holds it: whole where it fits, ending in … where it does not."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNWRITABLE)
    return clean if len(clean) <= MOST_CHARACTERS else f"{clean[: MOST_CHARACTERS - 1]}…"


def _width(title: str, cells: Iterable[Cell]) -> int:
    """How wide a column is for what stands in it."""
    widest = max((_digits(cell) for cell in cells), default=0)
    return max(_NARROWEST, min(max(widest, min(_digits(title), _WIDEST_TITLE)) + 2, _WIDEST))


def _lines(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """On how many lines the cell of a row stands that needs the most."""
    cells = zip(row, widths, strict=False)
    return max(
        (sum(_wrapped(line, width) for line in str(cell).splitlines()) for cell, width in cells), default=1
    )


def _wrapped(line: str, width: int) -> int:
    return max(-(-_digits(line) // (width - 1)), 1)


def _digits(cell: Cell) -> int:
    """How wide something is in digits; Chinese characters are two wide."""
    match cell:
        case datetime():
            return 16
        case date():
            return 10
        case _:
            lines = str(cell).splitlines() or [""]
            return max(sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in lines)
