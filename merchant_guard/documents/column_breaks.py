"""Where columns break that stand on one page, for writers that cannot be trusted to make them equal.

LibreOffice leaves columns of unequal length, and sends what follows to the next page, where their headings
are held to what is below them; so the Word file says itself where the next column begins.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from merchant_guard.documents.blocks import Block, Columns
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.layout import BlockHeight, block_heights, lay_out
from merchant_guard.documents.page_format import A4


def column_breaks(blocks: Sequence[Block], place: int, fonts: FontStack) -> frozenset[int]:
    """The numbers of the blocks in the columns at a place with which a further column begins.

    None where the columns go on over pages: there only the program that shows them knows.
    """
    columns = blocks[place]
    if not isinstance(columns, Columns):
        raise TypeError(columns)
    if _pages(blocks[: place + 1], fonts) > max(_pages(blocks[:place], fonts), 1):
        return frozenset()
    return frozenset(_breaks(block_heights(columns, fonts, A4), columns.beside))


def _pages(blocks: Sequence[Block], fonts: FontStack) -> int:
    return len(lay_out(blocks, fonts, A4))


def _breaks(heights: Sequence[BlockHeight], count: int) -> Iterator[int]:
    """Those before which a break makes the columns most alike, never between what is kept together."""
    reached = list(accumulate(one.height for one in heights))
    allowed = [number for number in range(1, len(heights)) if not heights[number - 1].keep]
    for column in range(1, count):
        wanted = reached[-1] * column / count if reached else 0.0
        if allowed:
            best = min(allowed, key=lambda number: abs(reached[number - 1] - wanted))
            yield best
            allowed = [number for number in allowed if number > best]
