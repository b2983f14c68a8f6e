"""How wide the columns of a table are that holds what people wrote."""

from collections.abc import Sequence

from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.layout import CELL_GAP
from merchant_guard.documents.page_format import A4
from merchant_guard.documents.units import MM

_WIDEST_TITLE = 24.0
"""A longer title goes on in a second line."""
_NARROWEST = 16.0
"""Room to write something in by hand."""
_SPARE = 1.0
"""So that columns do not seem to touch."""


def column_widths(
    columns: Sequence[Sequence[str]], size: float, fonts: FontStack, width: float = A4.body_width / MM
) -> list[float]:
    """Return a width (mm) for each column; `columns` hold the title and all lines below it.

    Narrow columns get what they need. Where not all fit, the wide ones share what is left; where there is
    room left, all get a part of it.
    """
    wanted = [_wanted(title, lines, size, fonts) for title, *lines in columns]
    given = dict.fromkeys(range(len(wanted)), 0.0)
    left, waiting = width, len(wanted)
    for column in sorted(given, key=lambda one: wanted[one]):
        given[column] = min(wanted[column], left / waiting)
        left, waiting = left - given[column], waiting - 1
    return [round(share * width / (width - left), 2) for share in given.values()]


def _wanted(title: str, lines: Sequence[str], size: float, fonts: FontStack) -> float:
    """How wide a column would be if nothing in it were broken."""
    in_title = min(fonts.width(title) * size / MM, _WIDEST_TITLE)
    return (
        max([_NARROWEST, in_title, *(fonts.width(line, bold=True) * size / MM for line in lines)])
        + CELL_GAP / MM
        + _SPARE
    )
