"""Measures of an A4 page of our papers, in points from the lower left corner, and the type sizes."""

from typing import NamedTuple

from merchant_guard.documents.blocks import Size
from merchant_guard.documents.units import MM

WIDTH, HEIGHT = 210 * MM, 297 * MM
MARGIN = 18 * MM
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
BODY_WIDTH = RIGHT - LEFT
HEAD_RULE = HEIGHT - 32.5 * MM
BODY_TOP = HEIGHT - 35 * MM
BODY_BOTTOM = 31.5 * MM
FOOT_RULE = 28.5 * MM

GREY = 0.93
"""A 7 % grey: the only grey area there is, so that any printer shows it as paper with a tint."""
HAIRLINE = 0.5
FAINT = 0.75
"""Gray level of the hairlines between rows."""


class Type(NamedTuple):
    """A type size and the height of its line, in points."""

    size: float
    leading: float

    @property
    def baseline(self) -> float:
        """From the top of the line down to the baseline."""
        return (self.leading - self.size) / 2 + 0.87 * self.size


TYPES = {
    Size.NOTE: Type(9.5, 14.5),
    Size.BODY: Type(10, 16),
    Size.TASK: Type(11.5, 18),
    Size.LEAD: Type(12, 19),
    Size.HEADING: Type(15, 22),
    Size.TITLE: Type(21, 28),
    Size.SCORE: Type(34, 42),
}
