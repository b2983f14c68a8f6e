"""Our own drawings: simple pictograms as data, drawn as black lines and areas on every kind of page.

`resources/drawings/<name>.json` holds `width` and `height` of its grid (y downwards, the line of a pencil is
about 3 of 100) and `shapes`, drawn in turn. Each is a `line` [x, y, x, y, …], a `polygon` of such places, a
`rect` [x, y, width, height] or a `circle` [x, y, radius]; `pen` is the width of its line (3 unless said, 0
for none), `fill` makes it `black`, or `white` to stand before what was drawn before.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from merchant_guard.system import resources

PEN = 3.0
Place = tuple[float, float]


class Shape(NamedTuple):
    """A line through places, closed or not, or a circle round its one place."""

    points: tuple[Place, ...]
    radius: float = 0.0
    is_closed: bool = False
    line: float = PEN
    fill: str = ""

    @property
    def is_filled(self) -> bool:
        """Whether it covers what was drawn before it."""
        return bool(self.fill)

    @property
    def is_black(self) -> bool:
        """Whether what it covers becomes black."""
        return self.fill == "black"


class Drawing(NamedTuple):
    """A drawing on a grid of its own."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@lru_cache(maxsize=64)
def drawing(name: str) -> Drawing:
    """Read a drawing. Raises FileNotFoundError for one there is not, ValueError for one that is damaged."""
    plain = json.loads(resources.read_text(f"drawings/{name}.json"))
    return Drawing(
        float(plain["width"]), float(plain["height"]), tuple(_shape(one) for one in plain["shapes"])
    )


def _shape(plain: Mapping[str, Any]) -> Shape:
    pen, fill = float(plain.get("pen", PEN)), str(plain.get("fill", ""))
    if fill not in ("", "black", "white"):
        raise ValueError(plain)
    match plain:
        case {"line": [*numbers]}:
            return Shape(_places(numbers), line=pen, fill=fill)
        case {"polygon": [*numbers]}:
            return Shape(_places(numbers), is_closed=True, line=pen, fill=fill)
        case {"rect": [x, y, width, height]}:
            corners = (x, y, x + width, y, x + width, y + height, x, y + height)
            return Shape(_places(corners), is_closed=True, line=pen, fill=fill)
        case {"circle": [x, y, radius]}:
            return Shape(_places((x, y)), float(radius), is_closed=True, line=pen, fill=fill)
        case _:
            raise ValueError(plain)


def _places(numbers: Sequence[float]) -> tuple[Place, ...]:
    return tuple((float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
