"""Pages as PNG files, in shades of grey, or black and white for a label printer."""

import zlib
from collections.abc import Iterator
from struct import pack

from merchant_guard.documents.page_format import PageFormat
from merchant_guard.documents.pages import PagePicture, page_count, page_picture

PAGE_DPI = 200
LABEL_DPI = 203.2
"""A waybill printer has eight dots a millimetre."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY = 0
_PLAIN_ROW = b"\0"
"""Before each row: its bytes are what they are, not the difference to the row above."""
_METRE = 39.37
"""In inches."""
_IS_BLACK_BELOW = 128
_BITS = bytes(b"01"[level >= _IS_BLACK_BELOW] for level in range(256))
"""A digit for each level of grey."""


def pages_as_png(pdf: bytes, page: PageFormat) -> tuple[bytes, ...]:
    """Draw every page as a file of its own. Not for two threads at once; raises UnreadablePdfError."""
    dpi = LABEL_DPI if page.is_label else PAGE_DPI
    drawn = (page_picture(pdf, number, dpi, smooth=not page.is_label) for number in range(page_count(pdf)))
    return tuple(png(picture, dpi, black_and_white=page.is_label) for picture in drawn)


def png(picture: PagePicture, dpi: float, *, black_and_white: bool = False) -> bytes:
    """Write a picture down. The same picture makes the same bytes, with no day or name in them."""
    depth = 1 if black_and_white else 8
    dots = round(dpi * _METRE)
    rows = b"".join(_PLAIN_ROW + (_packed(row) if black_and_white else row) for row in _rows(picture))
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", pack(">IIBBBBB", picture.width, picture.height, depth, _GREY, 0, 0, 0)),
            _chunk(b"pHYs", pack(">IIB", dots, dots, 1)),
            _chunk(b"IDAT", zlib.compress(rows, 6)),
            _chunk(b"IEND", b""),
        )
    )


def _rows(picture: PagePicture) -> Iterator[bytes]:
    for start in range(0, picture.stride * picture.height, picture.stride):
        yield picture.pixels[start : start + picture.width]


def _packed(row: bytes) -> bytes:
    """Eight dots a byte, the first in the highest bit, white for what fills the last byte up."""
    digits = row.translate(_BITS) + b"1" * (-len(row) % 8)
    return int(digits, 2).to_bytes(len(digits) // 8, "big")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
