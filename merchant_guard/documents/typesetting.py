"""Breaking text into lines: Chinese by character with its rules about line ends, Latin by word.

Measures are points. A line is filled as far as it goes, then ends at the last place where it may; the last
line but one gives a character to the last where that would have one alone.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import category

from merchant_guard.documents.blocks import Badge, Bar, Blank, CheckBox, Inline, Picture, Words
from merchant_guard.documents.drawings import drawing
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.units import MM

_NO_LINE_START = frozenset("、。，．：；？！…—～·）〕］｝】〗〉》」』”’％‰℃°,.:;?!)]}%")
_CLOSING = "".join(_NO_LINE_START)
_NO_LINE_END = frozenset("（〔［｛【〖〈《「『“‘￥¥$([{#")
_LETTERS = ((0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x370, 0x52F), (0x1E00, 0x1FFF))
_IN_WORDS = frozenset("'’\"-‐‑‒–_/@&+*=~^|\\<>`").union(
    chr(code) for first, last in _LETTERS for code in range(first, last + 1)
)
"""Between two of these no line ends: letters, digits and what joins them."""
_SPACES = " \u3000"
"""They hang over the end of a line."""
_NO_BREAK_SPACE = "\u00a0"
_CLINGING = ("Mn", "Mc", "Me", "Cf")
"""Marks that are set on what stands before them, and joiners."""

BAR = 26 * MM
BADGE_PADDING = 0.32
"""Space on either side of a badge's word, in ems of its type."""
BADGE_SCALE = 0.78
_SOLID = "\ufffc"
"""Stands in the text for a badge, a box or a blank."""
_FILLING_BLANK = Blank()
_FULL_ENOUGH = 4
"""As many characters a line keeps that gives one to the last line."""
_OVER_BOX = 1.0
"""Over and under a lettered box, in points."""
_HAIR = 0.001
"""Less than any printer shows: what adding up many widths may be off by."""


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

    def height(self, leading: float) -> float:
        """The height in points: that of its type, or what a picture or a lettered box in it needs."""
        return max([leading, *(_height(piece.inline) for piece in self.pieces)])


def break_lines(inlines: Sequence[Inline], size: float, width: float, fonts: FontStack) -> list[Line]:
    """Break inlines into lines no wider than `width`; at least one line, if only an empty one.

    A word longer than a line is broken where the line ends.
    """
    lines = [_whole(inlines, size, fonts)]
    if lines[0].width > width or any(isinstance(one, Words) and "\n" in one.text for one in inlines):
        run = _Run(inlines, size, fonts)
        lines = [run.line(*ends) for ends in run.ends(width)]
    return [_with_filled_blank(line, width) for line in lines] if _FILLING_BLANK in inlines else lines


def shorten(text: str, size: float, width: float, fonts: FontStack) -> str:
    """A text that fits one line, ending in … where something was left out."""
    if fonts.width(text) * size <= width:
        return text
    fitting = accumulate(fonts.widths(text), initial=fonts.width("…"))
    count = bisect_right([used * size for used in fitting], width) - 1
    return text[: max(count, 0)].rstrip() + "…"


def piece_width(inline: Inline, size: float, fonts: FontStack) -> float:
    """Width in points of an inline that never breaks; 0 for a blank that fills the line."""
    match inline:
        case Words(text=text, bold=bold):
            return fonts.width(text, bold) * size
        case Badge(text=text):
            type_size = size * BADGE_SCALE
            return (fonts.width(text, bold=True) + 2 * BADGE_PADDING) * type_size + 0.55 * size
        case CheckBox(side=side, width=box_width):
            return (box_width or side) * MM
        case Picture(name=name, height=height):
            return height * drawing(name).width / drawing(name).height * MM
        case Bar():
            return BAR
        case Blank(width=blank_width):
            return (blank_width or 0) * MM


def _whole(inlines: Sequence[Inline], size: float, fonts: FontStack) -> Line:
    """Everything on one line, which is what most cells need."""
    return Line(tuple(Piece(inline, piece_width(inline, size, fonts)) for inline in inlines))


def _height(inline: Inline) -> float:
    """The height in points of what makes its line higher."""
    match inline:
        case Picture(height=height):
            return height * MM
        case CheckBox(side=side, letter=letter) if letter:
            return side * MM + 2 * _OVER_BOX
        case _:
            return 0.0


class _Run:
    """A paragraph's text with the place of every character, counted in points from its beginning."""

    def __init__(self, inlines: Sequence[Inline], size: float, fonts: FontStack) -> None:
        self._inlines = inlines
        self._text = "".join(inline.text if isinstance(inline, Words) else _SOLID for inline in inlines)
        widths: list[float] = []
        for inline in inlines:
            if isinstance(inline, Words):
                widths.extend(fonts.widths(inline.text, inline.bold))
            else:
                widths.append(piece_width(inline, size, fonts) / size)
        self._places = [place * size for place in accumulate(widths, initial=0.0)]

    def ends(self, width: float) -> Iterator[tuple[int, int]]:
        """First and last place of each line."""
        start = 0
        for part in self._text.split("\n"):
            yield from self._ends_in(start, start + len(part), width)
            start += len(part) + 1

    def line(self, start: int, end: int) -> Line:
        """The pieces of a line, without the spaces it ends in."""
        end = start + len(self._text[start:end].rstrip(_SPACES))
        pieces: list[Piece] = []
        first = 0
        for inline in self._inlines:
            last = first + (len(inline.text) if isinstance(inline, Words) else 1)
            begin, stop = max(first, start), min(last, end)
            if begin < stop:
                part = Words(self._text[begin:stop], inline.bold) if isinstance(inline, Words) else inline
                pieces.append(Piece(part, self._places[stop] - self._places[begin]))
            first = last
        return Line(tuple(pieces))

    def _ends_in(self, start: int, end: int, width: float) -> Iterator[tuple[int, int]]:
        """The lines of a stretch of text in which no line end was typed."""
        stops = [start]
        while True:
            full = bisect_right(self._places, self._places[start] + width + _HAIR, lo=start) - 1
            fitting = max(full, start + 1)
            start = self._stop(start, fitting, end) if fitting < end else end
            stops.append(start)
            if start == end:
                break
        if len(stops) > 2 and self._is_alone(stops[-2], end):
            stops[-2] = self._earlier(stops[-3], stops[-2], end, width)
        return pairwise(stops)

    def _is_alone(self, start: int, end: int) -> bool:
        """Whether a last line holds one character, or a badge, and what clings to it."""
        text = self._text[start:end].strip(_SPACES)
        return bool(text) and text[0] not in _IN_WORDS and not text[1:].strip(_CLOSING)

    def _earlier(self, start: int, stop: int, end: int, width: float) -> int:
        """Where the line before may end one step sooner; where it ends now, if that would leave it short."""
        text, places = self._text, self._places
        sooner = next((at for at in range(stop - 1, start, -1) if _may_end(text, at)), stop)
        fits = places[end] - places[sooner] <= width + _HAIR
        return sooner if fits and sooner - start >= _FULL_ENOUGH else stop

    def _stop(self, start: int, fitting: int, end: int) -> int:
        """Where a line ends that has no room for more than the first `fitting` characters of the text."""
        text = self._text
        if text[fitting] in _SPACES:
            over = end - len(text[fitting:end].lstrip(_SPACES))
            if over == end or _may_end(text, over):
                return over
        places = range(fitting, start, -1)
        good = next((at for at in places if _may_end(text, at)), None)
        return good or next((at for at in places if _may_split(text, at)), fitting)


def _may_end(text: str, at: int) -> bool:
    """Whether a line may end before the character at a place."""
    before, after = text[at - 1], text[at]
    if after in _SPACES or not _may_split(text, at):
        return False
    if after not in _IN_WORDS or before in _SPACES:
        return True
    return before not in _IN_WORDS and not _is_point_in_word(text, at - 1)


def _may_split(text: str, at: int) -> bool:
    """Whether a word too long for a line may be split at a place: the marks stay with what they mark."""
    before, after = text[at - 1], text[at]
    clings = after in _NO_LINE_START or (after > "\u02ff" and category(after) in _CLINGING)
    return not clings and before not in _NO_LINE_END and _NO_BREAK_SPACE not in (before, after)


def _is_point_in_word(text: str, at: int) -> bool:
    """3.14, 10:30, 1,000 and plan.json stay whole; a comma between words does not join them."""
    before, after = text[at - 1 : at], text[at + 1]
    if text[at] in ".:":
        return before in _IN_WORDS
    return text[at] == "," and before.isdigit() and after.isdigit()


def _with_filled_blank(line: Line, width: float) -> Line:
    """A blank without a width of its own takes what the line leaves."""
    left = width - line.width
    pieces = (
        Piece(piece.inline, max(left, 0.0)) if piece.inline == _FILLING_BLANK else piece
        for piece in line.pieces
    )
    return Line(tuple(pieces))
