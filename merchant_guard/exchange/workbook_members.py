"""A workbook (.xlsx) taken apart and put together anew of what was checked, before anything reads it.

The reader of spreadsheets keeps room for every cell between the first and the last one, so a single cell in
the far corner would end the whole process. That is why the cells are measured first, and why the reader only
gets those members that were measured.
"""

import struct
import zipfile
import zlib
from collections.abc import Collection
from io import BytesIO
from xml.parsers import expat

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.incoming_file import MIB

MOST_MEMBERS = 2000
"""Files in the archive; a workbook full of pictures has some hundreds."""
MOST_UNPACKED = 16 * MIB
"""Bytes of all tables and texts together, so that it does not matter how well they were packed."""
MOST_ROOM = 400_000
"""Rows times columns up to the last cell with something in it, all sheets together."""

_WORKBOOK = "xl/workbook.xml"
_READ = (".xml", ".rels")
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONGEST_NAME = 250
_LOCKED = 0x1
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for archives that are cut off, wrongly counted or overlapping."""
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576


def checked_workbook(data: bytes) -> BytesIO:
    """Return a workbook with only those members that were checked, unpacked.

    Raises InputError: `names.damaged`, `names.locked`, `names.not_a_list` for other archives, and
    `names.too_much` for one that unpacks to more than fits.
    """
    members = _members(data)
    if _WORKBOOK not in members:
        raise InputError(problem("names.not_a_list"))
    whole = BytesIO()
    room = 0
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in members.items():
            needed = _room(content)
            if needed is None:
                continue  # The reader then misses it, or it was of no use for a list.
            room += needed
            _refuse_room(room)
            archive.writestr(zipfile.ZipInfo(name), content)
    whole.seek(0)
    return whole


def _members(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            found = archive.infolist()
            # Some programs write the paths of Windows.
            wanted = {one.filename.replace("\\", "/"): one for one in found if _is_read(one.filename)}
            _refuse_too_much(len(found), wanted.values())
            return {name: archive.read(one) for name, one in wanted.items()}
    except _DAMAGES as error:
        raise InputError(problem("names.damaged")) from error


def _is_read(name: str) -> bool:
    return name.lower().endswith(_READ) and len(name) < _LONGEST_NAME


def _refuse_too_much(count: int, wanted: Collection[zipfile.ZipInfo]) -> None:
    if count > MOST_MEMBERS or sum(one.file_size for one in wanted) > MOST_UNPACKED:
        raise InputError(problem("names.too_much"))
    if any(one.flag_bits & _LOCKED for one in wanted):
        raise InputError(problem("names.locked"))
    if any(one.compress_type not in _PACKINGS for one in wanted):
        raise InputError(problem("names.damaged"))


def _refuse_room(room: int) -> None:
    if room > MOST_ROOM:
        raise InputError(problem("names.too_much"))


def _room(content: bytes) -> int | None:
    """Rows times columns of a sheet, 0 for other members, None for what is no plain XML.

    Raises InputError as soon as it is more than fits.
    """
    if b"\0" in content:
        # UTF-16, in which cells can be hidden from a reader that only knows UTF-8, or the other way round.
        return None
    ruler = _Ruler()
    try:
        ruler.measure(content)
    except (expat.ExpatError, _ForeignError):
        return None
    return ruler.room


class _ForeignError(ValueError):
    """The XML brings its own entities, or cells outside of any sheet."""


class _Ruler:
    """Walks through the XML of a sheet and notes the last row and column that hold something."""

    def __init__(self) -> None:
        self._row = self._column = 0
        self._last_row = self._last_column = 0
        self._in_cell = False

    @property
    def room(self) -> int:
        """Rows times columns up to the last that hold something."""
        return self._last_row * self._last_column

    def measure(self, content: bytes) -> None:
        """Raises InputError for a sheet that needs too much room, ExpatError for what is no XML in UTF-8."""
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.StartDoctypeDeclHandler = self._on_doctype
        parser.Parse(content, True)

    def _on_doctype(self, *_declared: object) -> None:
        raise _ForeignError

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "row":
                self._row = _row_number(attributes["r"]) if "r" in attributes else self._row + 1
                self._column = 0
            case "c":
                self._in_cell = True
                self._column += 1
                if "r" in attributes:
                    self._row, self._column = _place(attributes["r"])
            case "v" | "is" | "f" if self._in_cell:
                self._last_row = max(self._last_row, self._row)
                self._last_column = max(self._last_column, self._column)
                _refuse_room(self.room)

    def _on_end(self, name: str) -> None:
        if name.rpartition(" ")[2] == "c":
            self._in_cell = False


def _place(reference: str) -> tuple[int, int]:
    """Row and column of a cell such as `AB12`, both counted from 1."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
        if not ("A" <= letter.upper() <= "Z" and column <= _LAST_COLUMN):
            raise _ForeignError
    return _row_number(reference[len(letters) :]), column


def _row_number(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= 7 and 0 < int(written) <= _LAST_ROW):
        raise _ForeignError
    return int(written)
