"""Pictures of pages: their size to the dot, black and white for labels, and never a page there is not."""

import pytest

from merchant_guard.documents.blocks import PageBreak, Paragraph, Words
from merchant_guard.documents.page_format import A4, LABEL_100X180, PageFormat
from merchant_guard.documents.pages import (
    PagePicture,
    UnreadablePdfError,
    page_count,
    page_picture,
    page_picture_within,
)
from merchant_guard.documents.pdf import write_pdf
from tests.support import evidence_files
from tests.support.papers import paper

LABEL_DPI = 203.2


def pdf(page: PageFormat = A4) -> bytes:
    blocks = Paragraph((Words("第一页的话"),)), PageBreak(), Paragraph((Words("第二页", bold=True),))
    return write_pdf(paper(*blocks), page).data


def rows(picture: PagePicture) -> list[bytes]:
    starts = range(0, picture.stride * picture.height, picture.stride)
    return [picture.pixels[start : start + picture.width] for start in starts]


@pytest.mark.parametrize(
    ("page", "dpi", "size"),
    [
        (A4, 72, (596, 842)),
        (A4, 300, (2481, 3508)),
        (LABEL_100X180, LABEL_DPI, (800, 1440)),
        (LABEL_100X180, 2 * LABEL_DPI, (1600, 2880)),
    ],
    ids=str,
)
def test_a_page_has_as_many_dots_as_its_size_says(
    page: PageFormat, dpi: float, size: tuple[int, int]
) -> None:
    picture = page_picture(pdf(page), 0, dpi)
    assert (picture.width, picture.height) == size
    assert picture.stride >= picture.width
    assert len(picture.pixels) == picture.stride * picture.height


def test_a_picture_shows_black_words_on_white_paper() -> None:
    picture = rows(page_picture(pdf(), 0, 100))
    assert {dot for row in picture[:50] for dot in row} == {255}
    assert min(dot for row in picture for dot in row) < 40


def test_a_label_is_drawn_in_black_and_white_only() -> None:
    assert {
        dot for row in rows(page_picture(pdf(LABEL_100X180), 0, LABEL_DPI, smooth=False)) for dot in row
    } == {
        0,
        255,
    }


def test_each_page_has_its_own_picture() -> None:
    data = pdf()
    assert page_count(data) == 2
    assert page_picture(data, 0, 72) != page_picture(data, 1, 72)


@pytest.mark.parametrize("number", [-1, 2])
def test_a_page_there_is_not_is_refused(number: int) -> None:
    with pytest.raises(IndexError):
        page_picture(pdf(), number, 72)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no PDF at all", evidence_files.pdf(password="1234")])
def test_what_is_no_pdf_or_locked_is_told(data: bytes) -> None:
    with pytest.raises(UnreadablePdfError):
        page_count(data)
    with pytest.raises(UnreadablePdfError):
        page_picture_within(data, 0, 300)


@pytest.mark.parametrize(
    ("points", "dots"),
    [
        ((200, 100), (300, 150)),
        ((100, 200), (300, 600)),
        ((14400, 14400), (300, 300)),
        ((10, 14400), (1, 900)),
    ],
)
def test_a_foreign_page_is_drawn_within_a_width_whatever_its_size(
    points: tuple[float, float], dots: tuple[int, int]
) -> None:
    drawn = page_picture_within(evidence_files.pdf(size=points), 0, 300)
    assert (drawn.width, drawn.height) == pytest.approx(dots, abs=1)
