"""Slabs on pages: one under the other, in one column or in several, those that belong together together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from merchant_guard.documents.page_format import COLUMN_GAP, PageFormat, column_width
from merchant_guard.documents.units import MM

if TYPE_CHECKING:
    # Measuring pages needs nothing of what draws them, which is heavy.
    from merchant_guard.documents.painter import Painter

Draw = Callable[["Painter", float, float], None]
"""Draws at a left and a top (points)."""

_OVER_COLUMNS = 2 * MM
_STEP = 6.0
"""By how much (points) columns are made longer until all fits in them."""
_HAIR = 0.001
"""What adding up many heights may be off by, in points."""


class Slab(NamedTuple):
    """Something that never breaks: its height, the space over it (dropped at a column's top), its drawing.

    `keep` holds it on the page of the next slab; `head` goes before it where it begins a page.
    """

    height: float
    draw: Draw
    space: float = 0.0
    keep: bool = False
    head: "Slab | None" = None


class Placed(NamedTuple):
    """A slab with the place of its upper left corner."""

    slab: Slab
    left: float
    top: float


@dataclass
class Page:
    """What stands between head and foot of a page."""

    placed: list[Placed] = field(default_factory=list)


class BlockTooHighError(ValueError):
    """A block that never breaks is higher than a label (less a table's head): it has to say less."""


class Flow:
    """Pages being filled from the top."""

    def __init__(self, page: PageFormat) -> None:
        self.pages = [Page()]
        self._page = page
        self._y = page.body_top

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append(Page())
        self._y = self._page.body_top

    def put(self, slabs: Sequence[Slab], follow: float = 0.0) -> None:
        """Put slabs on one under the other; `follow` is what has to fit under the last where it is kept."""
        filling = _Filling(self._page, [self._page.left], self._y, is_empty=not self.pages[-1].placed)
        filling.fill(slabs, follow)
        self._take(filling)

    def put_columns(self, slabs: Sequence[Slab], count: int) -> None:
        """Put slabs into columns beside each other, on the last page of about the same length."""
        if self.pages[-1].placed:
            self._y -= _OVER_COLUMNS
        width = column_width(self._page.body_width, count)
        lefts = [self._page.left + number * (width + COLUMN_GAP) for number in range(count)]
        filling = _Filling(self._page, lefts, self._y)
        filling.fill(slabs)
        self._take(filling.balanced())

    def _take(self, filling: "_Filling") -> None:
        self.pages[-1].placed += filling.sheets[0]
        self.pages += [Page(sheet) for sheet in filling.sheets[1:]]
        self._y = filling.deepest


class _Filling:
    """Columns from a place on one page, going on over further pages."""

    def __init__(
        self,
        page: PageFormat,
        lefts: Sequence[float],
        top: float,
        floor: float | None = None,
        is_empty: bool = True,
    ) -> None:
        self.sheets: list[list[Placed]] = [[]]
        self.deepest = top
        self._page, self._lefts, self._top = page, lefts, top
        self._floor = page.body_bottom if floor is None else floor
        self._column, self._y, self._is_empty = 0, top, is_empty
        self._is_fresh = is_empty and top == page.body_top
        """Whether nothing is gained by going on: the column is as high as any, and only a head is in it."""

    def fill(self, slabs: Sequence[Slab], follow: float = 0.0) -> None:
        """Put slabs in, those that are kept together into one column where a column can hold them."""
        for chain in _chains(slabs):
            wanted = _height(chain) + (follow if chain[-1].keep else 0.0)
            for slab in chain:
                needed = max(wanted, slab.space + slab.height)
                while self._y - needed < self._floor and not self._is_fresh:
                    self._go_on(slab.head)
                wanted = 0.0
                self._put(slab)
                self._is_fresh = False

    def balanced(self) -> "_Filling":
        """The same with the columns of the last page as short as they can be."""
        last = [placed.slab for placed in self.sheets[-1]]
        top, heights = self._top, [_height(chain) for chain in _chains(last)]
        floor = top - max(sum(heights) / len(self._lefts), *heights, 0.0)
        while floor > self._page.body_bottom:
            shorter = _Filling(self._page, self._lefts, top, floor)
            shorter.fill(last)
            if len(shorter.sheets) == 1 and shorter.deepest > self._page.body_bottom - _HAIR:
                shorter.sheets = [*self.sheets[:-1], *shorter.sheets]
                return shorter
            floor -= _STEP
        return self

    def _go_on(self, head: Slab | None) -> None:
        """Begin the next column, on the next page where this one has no more."""
        self._column = (self._column + 1) % len(self._lefts)
        if self._column == 0:
            self.sheets.append([])
            self._top = self.deepest = self._page.body_top
        self._y, self._is_empty = self._top, True
        self._is_fresh = self._top == self._page.body_top
        if head is not None:
            self._put(head)

    def _put(self, slab: Slab) -> None:
        top = self._y - (0.0 if self._is_empty else slab.space)
        if top - slab.height < self._page.body_bottom - _HAIR:
            raise BlockTooHighError
        self.sheets[-1].append(Placed(slab, self._lefts[self._column], top))
        self._y, self._is_empty = top - slab.height, False
        self.deepest = min(self.deepest, self._y)


def _chains(slabs: Sequence[Slab]) -> Iterator[list[Slab]]:
    """Group each slab with those it keeps after it."""
    chain: list[Slab] = []
    for slab in slabs:
        chain.append(slab)
        if not slab.keep:
            yield chain
            chain = []
    if chain:
        yield chain


def first_height(slabs: Sequence[Slab]) -> float:
    """How high what comes first and stays together is."""
    return _OVER_COLUMNS + _height(next(_chains(slabs), []))


def _height(chain: Sequence[Slab]) -> float:
    return sum(slab.space + slab.height for slab in chain)
