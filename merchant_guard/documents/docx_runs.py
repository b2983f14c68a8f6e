"""What stands in a line of a Word file: words, boxed words, boxes to tick, lines to write on, bars."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from merchant_guard.documents.blocks import Badge, BadgeLook, Bar, Blank, CheckBox, Inline, Picture, Words
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.printable import printable
from merchant_guard.documents.typesetting import BADGE_SCALE, break_lines, piece_width
from merchant_guard.documents.units import MM
from merchant_guard.documents.wordml import Element, eighths, element, half_points, text, twips

SIGN_FONT = "Segoe UI Symbol"
"""Has the boxes and squares; where it is not installed, Word and WPS take the font that has them."""
_BOX_EMS = 0.72
"""How wide the box of a check box is, in ems of its type."""
_AFTER_BOX = -0.12
"""Taken, in ems, from the space that fonts leave beside the box."""
_SQUARES = 10
_SQUARE_SIZE = 7.5
_BEFORE_BADGE = 0.25
"""Added to the space before a boxed word, in ems."""
_SPARE = 4.0
"""Millimetres by which Word may set the same words wider."""
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the direction of what follows; the PDF has them not, and here they would turn our words."""


Draw = Callable[[Picture], Element]
"""Puts a picture into the file and returns the element that shows it."""


def no_pictures(picture: Picture) -> Element:
    """Where there are only words. Raises ValueError."""
    raise ValueError(picture.name)


class Setting(NamedTuple):
    """What inlines are set in: the type size (points), the room (mm), whether the words are Chinese.

    `has_stops` is for lines that begin at the left, where tab stops are what they are.
    """

    size: float
    width: float
    is_chinese: bool
    draw: Draw = no_pictures
    has_stops: bool = True

    @property
    def fonts(self) -> FontStack:
        """The fonts of the PDF, whose letters are about as wide as those of Word."""
        return FontStack("zh" if self.is_chinese else "en")


class Stop(NamedTuple):
    """A tab stop (mm); what follows a line to write on stands after it, not in its place."""

    place: float
    align: str = "right"


class SetInlines(NamedTuple):
    """Runs, and the tab stops to which their lines to write on reach."""

    runs: list[Element]
    stops: list[Stop]


def set_inlines(inlines: Sequence[Inline], setting: Setting) -> SetInlines:
    """Turn the inlines of a paragraph into runs."""
    runs: list[Element] = []
    stops: list[Stop] = []
    for number, inline in enumerate(inlines):
        if isinstance(inline, Blank) and setting.has_stops and (inline.width is None or number == 0):
            runs.append(element("r", _look(underlined=True), element("tab")))
            is_followed = inline.width is not None and len(inlines) > 1
            place = min(inline.width or setting.width, setting.width)
            stops.append(Stop(place, "left" if is_followed else "right"))
        elif isinstance(inline, Badge):
            starts_line = _starts_line(inline, inlines[:number], setting)
            runs += _badge(inline, setting, starts_line=starts_line)
        else:
            runs += _runs(inline, setting)
    return SetInlines(runs, stops)


def _runs(inline: Inline, setting: Setting) -> Iterator[Element]:
    """What looks the same wherever it stands."""
    match inline:
        case Words(text=words, bold=bold):
            yield from words_runs(words, setting, bold=bold)
        case CheckBox(letter=letter) if letter:
            yield from _lettered_box(inline, setting)
        case CheckBox():
            size = inline.side * MM / _BOX_EMS
            yield _signs("☑" if inline.ticked else "☐", size, stretched=_AFTER_BOX * size)
        case Blank(width=width):
            yield _line_within(width or setting.width / 2, setting)
        case Picture():
            yield element("r", setting.draw(inline))
        case Bar():
            yield _signs(_squares(inline), _SQUARE_SIZE)


def words_runs(words: str, setting: Setting, *, bold: bool = False, size: float = 0.0) -> Iterator[Element]:
    """Words as they were typed; a line end stays one."""
    for number, line in enumerate(printable(words).translate(_TURNING).split("\n")):
        look = _look(is_chinese=setting.is_chinese, bold=bold, size=size)
        yield element("r", look, element("br") if number else None, text(line))


def _look(  # noqa: PLR0913 (all a run may look like, in the order that Word asks for)
    *,
    is_chinese: bool = False,
    font: str = "",
    bold: bool = False,
    white: bool = False,
    stretched: float = 0.0,
    size: float = 0.0,
    underlined: bool = False,
    frame: float = 0.0,
) -> Element | None:
    fonts = {"ascii": font, "hAnsi": font, "eastAsia": font, "cs": font} if font else {}
    # Quotation marks and dashes are of both scripts: this says that ours are the Chinese ones.
    hint = {"hint": "eastAsia"} if is_chinese else {}
    look = element(
        "rPr",
        element("rFonts", **hint, **fonts) if hint or fonts else None,
        element("b") if bold else None,
        element("bCs") if bold else None,
        element("color", val="FFFFFF") if white else None,
        element("spacing", val=twips(stretched)) if stretched else None,
        element("sz", val=half_points(size)) if size else None,
        element("szCs", val=half_points(size)) if size else None,
        element("u", val="single") if underlined else None,
        element("bdr", val="single", sz=eighths(frame), space=0, color="000000") if frame else None,
        element("shd", val="clear", color="auto", fill="000000") if white else None,
    )
    return look if len(look) else None


def _starts_line(badge: Badge, before: Sequence[Inline], setting: Setting) -> bool:
    """Whether a boxed word has no room beside the words before it. Word would break it and its box in two."""
    last = break_lines(before, setting.size, setting.width * MM, setting.fonts)[-1]
    wanted = last.width + piece_width(badge, setting.size, setting.fonts)
    return bool(last.pieces) and wanted > (setting.width - _SPARE) * MM


def _badge(badge: Badge, setting: Setting, *, starts_line: bool) -> Iterator[Element]:
    """A boxed word, with the space before it that it has on paper."""
    if starts_line:
        yield element("r", element("br"))
    else:
        yield element("r", _look(stretched=_BEFORE_BADGE * setting.size), text(" "))
    look = _look(
        is_chinese=setting.is_chinese,
        bold=badge.look is not BadgeLook.LIGHT,
        white=badge.look is BadgeLook.SOLID,
        size=setting.size * BADGE_SCALE,
        frame=0.5 if badge.look is BadgeLook.LIGHT else 1.1,
    )
    yield element("r", look, text(f"\u00a0{printable(badge.text)}\u00a0"))


def _lettered_box(box: CheckBox, setting: Setting) -> Iterator[Element]:
    """A box with the day it is for in its corner, and room for a tick."""
    look = _look(is_chinese=setting.is_chinese, frame=0.9)
    tick = "√" if box.ticked else "\u3000"
    yield element("r", look, text(f"{printable(box.letter)}{tick}"))
    yield element("r", text(" "))


def _signs(signs: str, size: float, stretched: float = 0.0) -> Element:
    return element("r", _look(font=SIGN_FONT, stretched=stretched, size=size), text(signs))


def _line_within(width: float, setting: Setting) -> Element:
    """A line to write on in the midst of words: underlined spaces an em wide, stretched to the width."""
    points = min(width, setting.width) * MM
    spaces = max(int(points / setting.size), 1)
    look = _look(is_chinese=True, stretched=points / spaces - setting.size, underlined=True)
    return element("r", look, text("\u3000" * spaces))


def _squares(bar: Bar) -> str:
    """A measure bar of ten squares: full only where all is done, and with one done where anything is."""
    done, reached = (_share(amount, bar.total) for amount in (bar.done, bar.done + bar.part))
    return "■" * done + "▨" * (reached - done) + "□" * (_SQUARES - reached)


def _share(amount: float, total: float) -> int:
    if amount <= 0:
        return 0
    return _SQUARES if amount >= total else min(max(round(_SQUARES * amount / total), 1), _SQUARES - 1)
