"""The fonts of our papers: which font has a character, how wide it is, and which characters none has.

The two main fonts hold the 8,105 characters of 通用规范汉字表. The rest of the Han characters, and the rare
ones, lie in two more files that are only opened when a character asks for them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import category

from merchant_guard.documents.truetype import TrueTypeFile
from merchant_guard.system import resources

LATIN, LATIN_BOLD = "NotoSans-Regular", "NotoSans-Bold"
HAN, HAN_BOLD = "NotoSansSC-Regular", "NotoSansSC-Bold"
MORE_HAN = ("NotoSansSC-Rest", "RareHan")
"""Opened only when needed; they have one weight."""

MISSING_WIDTH = 0.9
"""Width, in ems, of the box drawn for a character that no font has."""

_SELECTORS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""Variation selectors and fillers, which are of no category of their own."""
_DRAWN_FORMATS = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
"""Arabic and other number signs: format characters that are drawn."""


@lru_cache(maxsize=6)
def font_file(name: str) -> TrueTypeFile:
    """Read a font, once in a process."""
    return TrueTypeFile(resources.path(f"fonts/{name}.ttf"))


def is_invisible(char: str) -> bool:
    """Whether a character draws nothing of its own: joiners, direction marks, selectors, controls."""
    if _SELECTORS.match(char):
        return True
    return category(char) in ("Cf", "Cc") and not _DRAWN_FORMATS.match(char)


class _Widths(dict[str, float]):
    """Character → width in ems, found when first asked for; `fonts` then says which font has it, if any.

    Invisible characters have no width and no font.
    """

    def __init__(self, first_fonts: tuple[str, ...]) -> None:
        super().__init__()
        self.first_fonts = first_fonts
        self.fonts: dict[str, str | None] = {}
        self.in_first: set[str] = set()

    def __missing__(self, char: str) -> float:
        self.fonts[char] = name = None if is_invisible(char) else self._font_of(char)
        if name is None:
            self[char] = 0.0 if is_invisible(char) else MISSING_WIDTH
        else:
            file = font_file(name)
            self[char] = file.advance(file.glyph(char)) / 1000
        if name == self.first_fonts[0]:
            self.in_first.add(char)
        return self[char]

    def _font_of(self, char: str) -> str | None:
        return next((name for name in (*self.first_fonts, *MORE_HAN) if font_file(name).glyph(char)), None)


@lru_cache(maxsize=4)
def _widths(first_fonts: tuple[str, ...]) -> _Widths:
    """What was found out about characters serves every later paper."""
    return _Widths(first_fonts)


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
        self._widths = {False: _widths(regular), True: _widths(bold)}

    def width(self, text: str, bold: bool = False) -> float:
        """Width of a text in ems."""
        return sum(self.widths(text, bold))

    def widths(self, text: str, bold: bool = False) -> Iterator[float]:
        """Width of each character of a text in ems."""
        return map(self._widths[bold].__getitem__, text)

    def runs(self, text: str, bold: bool) -> list[tuple[str | None, str]]:
        """Split a text into runs of one font; None where a box is drawn for each character."""
        widths = self._widths[bold]
        if widths.in_first.issuperset(text):
            return [(widths.first_fonts[0], text)] if text else []
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
