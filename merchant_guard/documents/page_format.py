"""The pages our papers are set on: measures in points from the lower left corner, and type sizes."""

from collections.abc import Mapping
from typing import NamedTuple

from merchant_guard.documents.blocks import Size
from merchant_guard.documents.units import MM

COLUMN_GAP = 8 * MM
"""Between columns beside each other."""


def column_width(width: float, count: int) -> float:
    """How wide each of so many columns is."""
    return (width - (count - 1) * COLUMN_GAP) / count


class Type(NamedTuple):
    """A type size and the height of its line, in points."""

    size: float
    leading: float

    @property
    def baseline(self) -> float:
        """From the top of the line down to the baseline."""
        return (self.leading - self.size) / 2 + 0.87 * self.size


class PageFormat(NamedTuple):
    """A page: where its running lines and its body stand, how large its type is, how fine its lines may be.

    `tint` is the gray level of bands and `faint` that of the rules between rows (0 is black, 1 white);
    `least_line` is the width below which the printer would lose a line. A page that is not `is_numbered` has
    a number only where there are several.
    """

    name: str
    width: float
    height: float
    margin: float
    title_baseline: float
    meta_baseline: float
    head_rule: float
    body_top: float
    body_bottom: float
    foot_rule: float
    foot_baselines: tuple[float, float]
    types: Mapping[Size, Type]
    tint: float
    faint: float
    hairline: float
    least_line: float = 0.0
    is_numbered: bool = True

    @property
    def left(self) -> float:
        """The left edge of everything."""
        return self.margin

    @property
    def right(self) -> float:
        """The right edge of everything."""
        return self.width - self.margin

    @property
    def is_label(self) -> bool:
        """Whether it is for a waybill printer."""
        return self.least_line > 0

    @property
    def body_width(self) -> float:
        """The width of the body."""
        return self.right - self.left


A4 = PageFormat(
    name="a4",
    width=210 * MM,
    height=297 * MM,
    margin=18 * MM,
    title_baseline=(297 - 23.5) * MM,
    meta_baseline=(297 - 29.3) * MM,
    head_rule=(297 - 32.5) * MM,
    body_top=(297 - 35) * MM,
    body_bottom=25.5 * MM,
    foot_rule=23 * MM,
    foot_baselines=(18.5 * MM, 13.8 * MM),
    types={
        Size.NOTE: Type(9.5, 14),
        Size.BODY: Type(10, 16),
        Size.TASK: Type(11.5, 18),
        Size.LEAD: Type(12, 19),
        Size.HEADING: Type(15, 22),
        Size.TITLE: Type(21, 28),
        Size.SCORE: Type(34, 42),
        Size.SIGN: Type(60, 76),
    },
    tint=0.93,
    faint=0.75,
    hairline=0.5,
)
"""Black on white for any printer; the 7 % grey of bands is the only grey area there is."""

_LINE = 0.4 * MM


def _label(width: int, height: int) -> PageFormat:
    """A waybill label of so many millimetres.

    Pure black, no areas, no line under 0.4 mm. All have the same type: a smaller one holds less, and what it
    does not hold goes on to the next label.
    """
    return PageFormat(
        name=f"label-{width}x{height}",
        width=width * MM,
        height=height * MM,
        margin=4.5 * MM,
        title_baseline=(height - 11.5) * MM,
        meta_baseline=(height - 17.5) * MM,
        head_rule=(height - 20.5) * MM,
        body_top=(height - 21.5) * MM,
        body_bottom=14.5 * MM,
        foot_rule=13.5 * MM,
        foot_baselines=(9.2 * MM, 4.9 * MM),
        types={
            Size.NOTE: Type(9.5, 13),
            Size.BODY: Type(11.5, 15.5),
            Size.TASK: Type(15, 20),
            Size.LEAD: Type(11.5, 15.5),
            Size.HEADING: Type(15, 20),
            Size.TITLE: Type(21, 28),
            Size.SCORE: Type(34, 42),
            Size.SIGN: Type(34, 42),
        },
        tint=1.0,
        faint=0.0,
        hairline=_LINE,
        least_line=_LINE,
        is_numbered=False,
    )


LABEL_100X180 = _label(100, 180)
"""800 × 1440 dots of a thermal printer."""
LABEL_100X150 = _label(100, 150)
LABEL_76X130 = _label(76, 130)

FORMATS: Mapping[str, PageFormat] = {
    page.name: page for page in (A4, LABEL_100X180, LABEL_100X150, LABEL_76X130)
}
"""Every page there is, by its name."""
