"""Breaking text into lines: Chinese by character with its rules about line ends, Latin by word.

Measures are points. One pass over the text; what cannot break is an atom.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from merchant_guard.documents.blocks import Badge, Bar, Blank, CheckBox, Inline, Words
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.units import MM

_NO_LINE_START = re.escape("、。，．：；？！…—～·）〕】〉》」』”’％‰℃°,.:;?!)]}%")
_NO_LINE_END = re.escape("（〔【〈《「『“‘￥¥$([{#")
_LATIN = r"[0-9A-Za-z\u00c0-\u024f'’\-_/@&+*=~^|\\<>\"`]+"
_SPACE = r" \t\u00a0"
_ATOM = re.compile(rf"\n|[{_SPACE}]+|[{_NO_LINE_END}]*(?:{_LATIN}|[^\n{_SPACE}])[{_NO_LINE_START}]*")
_CLOSERS = re.compile(rf"[{_NO_LINE_START}]+")

CHECK_BOX = 5 * MM
SMALL_CHECK_BOX = 4 * MM
BAR = 34 * MM
BADGE_PADDING = 0.32
"""Space on either side of a badge's word, in ems of its type."""
BADGE_SCALE = 0.78


class Piece(NamedTuple):
    """Something set on a line: what, and how wide it is in points."""

    inline: Inline
    width: float


class Line(NamedTuple):
    """Pieces from left to right."""

    pieces: tuple[Piece, ...]

    @property
    def width(self) -> float:
        """The width used, in points."""
        return sum(piece.width for piece in self.pieces)


def break_lines(inlines: Sequence[Inline], size: float, width: float, fonts: FontStack) -> list[Line]:
    """Break inlines into lines no wider than `width`; at least one line, if only an empty one.

    A word longer than a line is broken where the line ends.
    """
    setter = _LineSetter(size, width, fonts)
    for inline in inlines:
        if isinstance(inline, Words):
            setter.add_words(inline)
        else:
            setter.add_solid(inline)
    return setter.finish()


def piece_width(inline: Inline, size: float, fonts: FontStack) -> float:
    """Width in points of an inline that never breaks; 0 for a blank that fills the line."""
    match inline:
        case Words(text=text, bold=bold):
            return fonts.width(text, bold) * size
        case Badge(text=text):
            type_size = size * BADGE_SCALE
            return (fonts.width(text, bold=True) + 2 * BADGE_PADDING) * type_size + 0.55 * size
        case CheckBox():
            return CHECK_BOX
        case Bar():
            return BAR
        case Blank(width=blank_width):
            return (blank_width or 0) * MM


class _LineSetter:
    """Fills lines with atoms. Text of one weight is gathered until the weight changes or the line ends."""

    def __init__(self, size: float, width: float, fonts: FontStack) -> None:
        self._size, self._width, self._fonts = size, width, fonts
        self._lines: list[Line] = []
        self._line: list[Piece] = []
        self._text: list[str] = []
        self._bold = False
        self._used = 0.0

    def finish(self) -> list[Line]:
        if self._line or self._text or not self._lines:
            self._end_line()
        return self._lines

    def add_words(self, words: Words) -> None:
        text = words.text
        if words.bold is not self._bold:
            self._end_text()
            self._bold = words.bold
        width = self._measure(text)
        at_indent = text[:1].isspace() and not self._line_started
        if self._used + width <= self._width and "\n" not in text and not at_indent:
            self._put(text, width)
            return
        if closers := _CLOSERS.match(text):
            # They belong to what stands before them, even past the line's end.
            self._put(closers.group(), self._measure(closers.group()))
            text = text[closers.end() :]
        for match in _ATOM.finditer(text):
            self._add_atom(match.group())

    def add_solid(self, inline: Inline) -> None:
        width = piece_width(inline, self._size, self._fonts)
        if isinstance(inline, Blank) and inline.width is None:
            width = max(self._width - self._used, 0)
        if self._line_started and self._used + width > self._width:
            self._end_line()
        self._end_text()
        self._line.append(Piece(inline, width))
        self._used += width

    @property
    def _line_started(self) -> bool:
        return bool(self._text or self._line)

    def _measure(self, text: str) -> float:
        return self._fonts.width(text, self._bold) * self._size

    def _add_atom(self, atom: str) -> None:
        if atom == "\n":
            self._end_line()
        elif atom.isspace():
            if self._line_started:
                self._put(" " * len(atom), self._measure(" ") * len(atom))
        else:
            self._add_unbroken(atom)

    def _add_unbroken(self, atom: str) -> None:
        width = self._measure(atom)
        if self._used + width > self._width and self._line_started:
            self._end_line()
        if width <= self._width:
            self._put(atom, width)
            return
        for char in atom:
            width = self._measure(char)
            if self._used + width > self._width and self._line_started:
                self._end_line()
            self._put(char, width)

    def _put(self, text: str, width: float) -> None:
        self._text.append(text)
        self._used += width

    def _end_text(self) -> None:
        if text := "".join(self._text):
            self._line.append(Piece(Words(text, self._bold), self._measure(text)))
        self._text = []

    def _end_line(self) -> None:
        while self._text and self._text[-1].isspace():
            self._text.pop()
        self._end_text()
        self._lines.append(Line(tuple(self._line)))
        self._line, self._used = [], 0.0
