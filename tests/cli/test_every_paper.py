"""Every paper of every sample shop on every page it can be set on, one process for each shop.

Each is made as a PDF for each shop; as a Word file and as pictures for one shop, the shops taking turns.
With MERCHANT_GUARD_EVERY_PAPER set (`make papers`) every shop gets every paper in every format.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest
from docx import Document
from pypdf import PdfReader

from merchant_guard.domain.paper import PageSize
from merchant_guard.services.shop_papers import ListedPaper, list_papers
from tests.support import every_paper
from tests.support.banned import BANNED, UNFILLED
from tests.support.command_line import shell
from tests.support.real_content import bank
from tests.support.shops import SAMPLES
from tests.support.word_files import words_in

ALL_FORMATS = bool(os.environ.get("MERCHANT_GUARD_EVERY_PAPER"))
POINTS_PER_MM = 72 / 25.4
PNG = b"\x89PNG\r\n\x1a\n"
SCRIPT = (sys.executable, every_paper.__file__)


class Made(NamedTuple):
    """A file that the command says it wrote."""

    place: Path

    @property
    def size(self) -> PageSize:
        return PageSize(self.place.parent.name)

    @property
    def paper_id(self) -> str:
        """The longest id with which the name begins: `camera-sign-2`."""
        return max((one for one in ids() if self.place.stem.startswith(one)), key=len)


@cache
def papers() -> tuple[ListedPaper, ...]:
    return list_papers(bank(), "zh")


def ids() -> tuple[str, ...]:
    return tuple(paper.id for paper in papers())


def in_turn(shop: Path) -> tuple[str, ...]:
    """The papers that this shop gets in every format."""
    return ids() if ALL_FORMATS else ids()[SAMPLES.index(shop) :: len(SAMPLES)]


def wanted(shop: Path) -> set[tuple[str, PageSize, str]]:
    """Which papers there must be, on which pages and in which formats."""
    return {
        (paper.id, size, ending)
        for paper in papers()
        for size in paper.sizes
        for ending in (".pdf", *(_more(size) if paper.id in in_turn(shop) else ()))
    }


def _more(size: PageSize) -> Sequence[str]:
    return (".png",) if size.is_label else (".docx", ".png")


def test_every_paper_is_made_in_every_format_for_one_shop_at_least() -> None:
    assert {one for shop in SAMPLES for one in in_turn(shop)} == set(ids())


@pytest.mark.parametrize("shop", SAMPLES, ids=lambda shop: shop.stem)
def test_every_paper_of_a_shop_is_whole_and_exact_and_says_nothing_it_must_not(
    shop: Path, tmp_path: Path
) -> None:
    rest = [one for one in ids() if one not in in_turn(shop)]
    orders = [f"pdf {' '.join(rest)}", f"pdf,docx,png {' '.join(in_turn(shop))}"]
    said = shell(str(shop), str(tmp_path), *orders, start=SCRIPT, seconds=300)
    assert (said.code, said.err) == (0, "")
    made = [Made(Path(line)) for line in said.out.splitlines()]
    assert {(one.paper_id, one.size, one.place.suffix) for one in made} == wanted(shop)
    faults = [f"{one.size} {one.place.name}: {fault}" for one in made for fault in _faults(one)]
    assert faults == []


def _faults(made: Made) -> Iterator[str]:
    data = made.place.read_bytes()
    if made.place.suffix == ".png":
        yield from [] if data.startswith(PNG) else ["is no picture"]
        return
    if made.place.suffix == ".docx":
        said = words_in(Document(str(made.place)).element.body)
    else:
        yield from _pdf_faults(PdfReader(made.place), made.size)
        drawn = pypdfium2.PdfDocument(data)
        said = "".join(page.get_textpage().get_text_range() for page in drawn)
    yield from [] if said.strip() else ["is empty"]
    yield from (f"says {word}" for word in (*UNFILLED, *BANNED) if word in "".join(said.split()))


def _pdf_faults(reader: PdfReader, size: PageSize) -> Iterator[str]:
    box = [side * POINTS_PER_MM for side in size.millimetres]
    for page in reader.pages:
        for shown in (page.mediabox, page.cropbox):
            if [float(shown.width), float(shown.height)] != pytest.approx(box, abs=0.1 * POINTS_PER_MM):
                yield f"has a page of {shown}"
        fonts: Any = page["/Resources"].get("/Font", {})  # type: ignore[index]
        yield from (f"lacks the font {name}" for name in fonts if not _is_embedded(fonts[name]))


def _is_embedded(font: Any) -> bool:
    descendants = font.get_object().get("/DescendantFonts", [])
    return bool(descendants) and all(
        "/FontFile2" in one.get_object()["/FontDescriptor"] for one in descendants
    )
