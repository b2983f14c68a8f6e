"""PDF bytes → pictures of its pages, for preview, clipboard and printer alike: what is shown is printed."""

from typing import NamedTuple

import pypdfium2

POINTS_PER_INCH = 72
_HAIR = 1e-6
"""Sizes in a PDF are rounded; without this a page of 800 dots would get one more."""


class PagePicture(NamedTuple):
    """A page in shades of grey: a byte a dot, 0 black, 255 white, `stride` bytes a row from the top."""

    width: int
    height: int
    stride: int
    pixels: bytes


class UnreadablePdfError(Exception):
    """The bytes are no PDF that opens: damaged, or with a password."""


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has. Raises UnreadablePdfError."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdfError from error
    try:
        return len(document)
    finally:
        document.close()


def page_picture_within(pdf: bytes, number: int, width: int) -> PagePicture:
    """Draw a page, counted from 0, about so many dots wide, and never more than three times as high.

    Not for two threads at once. Raises UnreadablePdfError.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
        try:
            points_wide, points_high = document[number].get_size()
        finally:
            document.close()
        points = max(points_wide, points_high / 3, 1)
        return page_picture(pdf, number, width / points * POINTS_PER_INCH)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdfError from error


def page_picture(pdf: bytes, number: int, dpi: float, smooth: bool = True) -> PagePicture:
    """Draw a page, counted from 0, at so many dots an inch.

    Without `smooth` every dot is black or white, as a label printer needs it. Not for two threads at once:
    PDFium keeps state of its own. Raises IndexError for a page there is not.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 0 <= number < len(document):
            raise IndexError(number)
        bitmap = document[number].render(
            scale=dpi / POINTS_PER_INCH * (1 - _HAIR),
            grayscale=True,
            draw_annots=False,
            no_smoothtext=not smooth,
            no_smoothpath=not smooth,
        )
        return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        document.close()
