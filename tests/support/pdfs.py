"""Reading a PDF back: what stands where, what copies out, and which glyph is drawn for what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from merchant_guard.documents.units import MM

_TEXT = re.compile(
    rb"/(?P<font>F\d+) [\d.]+ Tf|(?P<x>[\d.-]+) (?P<y>[\d.-]+) Td <(?P<codes>[0-9A-F]*)> Tj|(?P<begin>\bBT\b)"
)
"""`Td` moves on from where the text before began, `BT` begins anew."""
_MAPPED = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n")


class Run(NamedTuple):
    """Text shown in one piece: the page it stands on (from 0), its place in mm, its font and its codes."""

    page: int
    x: float
    y: float
    font: "Font"
    codes: tuple[int, ...]

    @property
    def text(self) -> str:
        return "".join(self.font.characters[code] for code in self.codes)


@dataclass(frozen=True, eq=False)
class Font:
    """An embedded font: its name in the file and what each of its codes copies out as."""

    dictionary: DictionaryObject

    @property
    def name(self) -> str:
        return str(self.dictionary["/BaseFont"])

    @property
    def descriptor(self) -> Any:
        return self.dictionary["/DescendantFonts"][0]["/FontDescriptor"]

    @cached_property
    def characters(self) -> dict[int, str]:
        mapped = _MAPPED.findall(self.dictionary["/ToUnicode"].get_data())
        return {int(code, 16): bytes.fromhex(char.decode()).decode("utf-16-be") for code, char in mapped}

    @cached_property
    def outlines(self) -> Any:
        """Glyph number → outline, as fontTools reads the embedded file."""
        font = TTFont(BytesIO(self.descriptor["/FontFile2"].get_data()))
        numbers = range(font["maxp"].numGlyphs)
        font.setGlyphOrder([f"glyph{number}" for number in numbers])
        return [font["glyf"][f"glyph{number}"] for number in numbers]


class Pdf:
    """A PDF file, read with libraries that had no part in writing it."""

    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(BytesIO(data))
        self._drawn = pdfium.PdfDocument(data)
        self.edges = cache(self._edges)

    @property
    def pages(self) -> int:
        return len(self.reader.pages)

    @cached_property
    def fonts(self) -> dict[str, Font]:
        resources: Any = self.reader.pages[0]["/Resources"]
        return {label.lstrip("/"): Font(font.get_object()) for label, font in resources["/Font"].items()}

    @cached_property
    def runs(self) -> Sequence[Run]:
        """All text in the order in which it is drawn."""
        return [run for number, page in enumerate(self.reader.pages) for run in self._runs_of(number, page)]

    def _runs_of(self, number: int, page: Any) -> Iterator[Run]:
        content = page.get_contents().get_data()
        font = ""
        shown, x, y = 0, 0.0, 0.0
        for match in _TEXT.finditer(content):
            if match["font"]:
                font = match["font"].decode()
                continue
            if match["begin"]:
                x, y = 0.0, 0.0
                continue
            shown += 1
            x, y = x + float(match["x"]), y + float(match["y"])
            codes = match["codes"].decode()
            numbers = tuple(int(codes[place : place + 4], 16) for place in range(0, len(codes), 4))
            yield Run(number, x / MM, y / MM, self.fonts[font], numbers)
        assert shown == content.count(b"Tj"), "text is shown in a way this reader does not know"

    def text(self, *pages: int) -> str:
        """What copies out of some pages, or of all, without white space."""
        return squeezed("".join(self._texts[page] for page in pages or range(self.pages)))

    @cached_property
    def _texts(self) -> Sequence[str]:
        texts = [""] * self.pages
        for run in self.runs:
            texts[run.page] += run.text
        return texts

    def lines(self, page: int) -> list[str]:
        """The text of a page as a reader of our own choice finds it, line by line."""
        found: str = self._drawn[page].get_textpage().get_text_range()
        return found.splitlines()

    def _edges(self, page: int) -> list[tuple[float, float, float, float]]:
        """Left, bottom, right and top, in mm, of everything drawn on a page."""
        return [tuple(edge / MM for edge in one.get_bounds()) for one in self._drawn[page].get_objects()]

    @property
    def bookmarks(self) -> list[tuple[int, str]]:
        """Level and words of every bookmark, from the top."""
        return list(_flat(self.reader.outline, 0))


def _flat(outline: Any, level: int) -> Iterator[tuple[int, str]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry, level + 1)
        else:
            yield level, entry.title


def squeezed(text: str) -> str:
    """A text without its white space: lines of a page end where lines of the text did not."""
    return "".join(text.split())
