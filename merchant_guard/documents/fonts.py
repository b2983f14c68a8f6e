"""The fonts of our papers: which font has a character, how wide it is, and which characters none has.

The two main fonts hold the 8,105 characters of 通用规范汉字表. The rest of the Han characters, and the rare
ones, lie in two more files that are only opened when a character asks for them.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from unicodedata import category

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from merchant_guard.system import resources

LATIN, LATIN_BOLD = "NotoSans-Regular", "NotoSans-Bold"
HAN, HAN_BOLD = "NotoSansSC-Regular", "NotoSansSC-Bold"
MORE_HAN = ("NotoSansSC-Rest", "RareHan")
"""Opened only when needed; they have one weight."""

MISSING_WIDTH = 0.9
"""Width, in ems, of the box drawn for a character that no font has."""


class _EmbeddedFont(TTFont):  # type: ignore[misc]
    """A TrueType font whose text copies out as typed.

    reportlab writes code points above U+FFFF into the ToUnicode map as five digits, which readers take for
    other characters; PDF (ISO 32000-1, 9.10.3) wants UTF-16BE there.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            high = [code for code in subset if code > 0xFFFF]
            if high:
                self._write_as_utf16(doc, number, high)

    def _write_as_utf16(self, doc: Any, number: int, codes: list[int]) -> None:
        base_name = doc.idToObject["BasicFonts"].dict[self._internal_name(doc, number)].BaseFont
        stream = doc.idToObject[f"toUnicodeCMap:{base_name}"]
        for code in codes:
            pair = chr(code).encode("utf-16-be").hex().upper()
            stream.content = stream.content.replace(f"> <{code:05X}>", f"> <{pair}>")

    def _internal_name(self, doc: Any, number: int) -> str:
        return f"{doc.fontMapping[self.fontName].lstrip('/')}+{number}"


@lru_cache(maxsize=8)
def _face(name: str) -> Any:
    """Register a font once in a process and return its face (reportlab's metrics)."""
    font = _EmbeddedFont(name, str(resources.path(f"fonts/{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font.face


class _Widths(dict[str, float]):
    """Character → width in ems, found when first asked for; `fonts` then says which font has it, if any."""

    def __init__(self, first_fonts: tuple[str, ...]) -> None:
        super().__init__()
        self.first_fonts = first_fonts
        self.fonts: dict[str, str | None] = {}
        self.in_first: set[str] = set()

    def __missing__(self, char: str) -> float:
        for name in (*self.first_fonts, *MORE_HAN):
            face = _face(name)
            if ord(char) in face.charToGlyph:
                self.fonts[char] = name
                if name == self.first_fonts[0]:
                    self.in_first.add(char)
                self[char] = face.charWidths[ord(char)] / 1000
                return self[char]
        self.fonts[char] = None
        self[char] = 0.0 if _is_invisible(char) else MISSING_WIDTH
        return self[char]


def _is_invisible(char: str) -> bool:
    """Joiners, variation selectors and combining marks that no font has draw nothing of their own."""
    return category(char) in ("Cf", "Mn", "Me", "Cc")


@dataclass
class FontStack:
    """The fonts of one language, with the characters a paper asked for in vain (`unprintable`)."""

    language: str
    unprintable: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        # In English the Latin font sets quotation marks and dashes; the Han font gives them a full square.
        latin_first = self.language == "en"
        regular = (LATIN, HAN) if latin_first else (HAN,)
        bold = (LATIN_BOLD, HAN_BOLD, HAN) if latin_first else (HAN_BOLD, HAN)
        self._widths = {False: _Widths(regular), True: _Widths(bold)}

    def width(self, text: str, bold: bool = False) -> float:
        """Width of a text in ems."""
        return sum(map(self._widths[bold].__getitem__, text))

    def runs(self, text: str, bold: bool) -> list[tuple[str | None, str]]:
        """Split a text into runs of one font; None where a box is drawn for each character."""
        widths = self._widths[bold]
        if widths.in_first.issuperset(text):
            return [(widths.first_fonts[0], text)]
        runs: list[tuple[str | None, str]] = []
        for char in text:
            width = widths[char]
            font = widths.fonts[char]
            if font is None and not width:
                continue
            if font is None:
                self.unprintable.add(char)
            if runs and runs[-1][0] == font:
                runs[-1] = (font, runs[-1][1] + char)
            else:
                runs.append((font, char))
        return runs

    @property
    def main_font(self) -> str:
        """The font a page starts with, so that no font outside our own is named in the file."""
        name = self._widths[False].first_fonts[0]
        _face(name)
        return name
