"""Pages as PNG files: read back by a library that had no part in writing them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from merchant_guard.documents.blocks import PageBreak, Paragraph, Words
from merchant_guard.documents.page_format import A4, LABEL_76X130, LABEL_100X180, PageFormat
from merchant_guard.documents.pages import PagePicture, UnreadablePdfError, page_picture
from merchant_guard.documents.pdf import write_pdf
from merchant_guard.documents.png import LABEL_DPI, PAGE_DPI, pages_as_png, png
from tests.support.papers import paper


def pdf(page: PageFormat) -> bytes:
    blocks = Paragraph((Words("第一页的话"),)), PageBreak(), Paragraph((Words("第二页", bold=True),))
    return write_pdf(paper(*blocks), page).data


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("page", "size", "mode", "dpi"),
    [
        (A4, (1654, 2339), "L", PAGE_DPI),
        (LABEL_100X180, (800, 1440), "1", LABEL_DPI),
        (LABEL_76X130, (608, 1040), "1", LABEL_DPI),
    ],
    ids=["A4", "100x180", "76x130"],
)
def test_every_page_is_a_picture_of_its_size(
    page: PageFormat, size: tuple[int, int], mode: str, dpi: float
) -> None:
    pictures = pages_as_png(pdf(page), page)
    assert len(pictures) == 2
    for data in pictures:
        image = opened(data)
        assert (image.format, image.size, image.mode) == ("PNG", size, mode)
        assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)
    assert pictures[0] != pictures[1]


def test_a_page_is_drawn_dot_by_dot_as_it_is_shown() -> None:
    shown = page_picture(pdf(A4), 0, PAGE_DPI)
    image = opened(pages_as_png(pdf(A4), A4)[0])
    rows = [shown.pixels[start : start + shown.width] for start in range(0, len(shown.pixels), shown.stride)]
    assert image.tobytes() == b"".join(rows)


def test_a_label_is_drawn_dot_by_dot_as_it_is_printed() -> None:
    shown = page_picture(pdf(LABEL_76X130), 0, LABEL_DPI, smooth=False)
    image = opened(pages_as_png(pdf(LABEL_76X130), LABEL_76X130)[0]).convert("L")
    rows = [shown.pixels[start : start + shown.width] for start in range(0, len(shown.pixels), shown.stride)]
    assert image.tobytes() == b"".join(rows)


@given(st.integers(1, 20), st.integers(1, 5), st.integers(0, 7), st.data())
def test_black_and_white_pictures_of_any_width_are_whole(
    width: int, height: int, more: int, data: st.DataObject
) -> None:
    stride = width + more
    pixels = data.draw(
        st.lists(st.sampled_from([0, 255]), min_size=stride * height, max_size=stride * height)
    )
    picture = PagePicture(width, height, stride, bytes(pixels))
    image = opened(png(picture, 203, black_and_white=True)).convert("L")
    rows = [picture.pixels[row * stride : row * stride + width] for row in range(height)]
    assert image.tobytes() == b"".join(rows)


def test_the_same_page_is_the_same_file_and_holds_nothing_else() -> None:
    first, again = (pages_as_png(pdf(A4), A4) for _ in range(2))
    assert first == again
    assert set(opened(first[0]).info) == {"dpi"}


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(UnreadablePdfError):
        pages_as_png(b"no PDF", A4)
