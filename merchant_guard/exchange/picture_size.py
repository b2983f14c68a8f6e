"""How large a picture is, read from its bytes without decoding it, and whether its end has arrived."""

import struct
from struct import unpack_from

from merchant_guard.domain.evidence import MediaType

Size = tuple[int, int]
"""Width and height in pixels."""

_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_BARE = frozenset((0x01, *range(0xD0, 0xD9)))
_JPEG_SCAN, _JPEG_END = 0xDA, b"\xff\xd9"
_PNG_FIRST = 8


class BrokenPictureError(ValueError):
    """The bytes begin like a picture and do not go on like one, or stop before its end."""


def picture_size(data: bytes, media_type: MediaType) -> Size:
    """Return width and height. Raises BrokenPictureError for a picture that is damaged or cut off."""
    readers = {MediaType.JPEG: _jpeg, MediaType.PNG: _png, MediaType.WEBP: _webp}
    try:
        width, height = readers[media_type](data)
    except (struct.error, IndexError) as error:
        raise BrokenPictureError from error
    if width < 1 or height < 1:
        raise BrokenPictureError
    return width, height


def _jpeg(data: bytes) -> Size:
    """Walk the segments up to the scan; its end must stand after it (thumbnails before it have one too)."""
    size, at = (0, 0), 2
    while True:
        if data[at] != 0xFF:
            raise BrokenPictureError
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        at += 2
        if marker in _JPEG_BARE:
            continue
        if marker in _JPEG_SIZES:
            height, width = unpack_from(">HH", data, at + 3)
            size = (width, height)
        if marker == _JPEG_SCAN:
            break
        at += max(2, unpack_from(">H", data, at)[0])
    if data.find(_JPEG_END, at) < 0:
        raise BrokenPictureError
    return size


def _png(data: bytes) -> Size:
    """Walk the chunks to the last one."""
    length, kind, width, height = unpack_from(">I4sII", data, _PNG_FIRST)
    if (length, kind) != (13, b"IHDR"):
        raise BrokenPictureError
    at = _PNG_FIRST
    while kind != b"IEND":
        length, kind = unpack_from(">I4s", data, at)
        at += 12 + length
    if at > len(data):
        raise BrokenPictureError
    return width, height


def _webp(data: bytes) -> Size:
    """Read the first chunk, which is one of three kinds."""
    total, kind = unpack_from("<4xI4x4s", data)
    if total + 8 > len(data):
        raise BrokenPictureError
    if kind == b"VP8X":
        wide, high = unpack_from("<I", data, 24)[0], unpack_from("<I", data, 26)[0]
        return (wide & 0xFFFFFF) + 1, (high >> 8) + 1
    if kind == b"VP8L":
        bits = unpack_from("<I", data, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        wide, high = unpack_from("<HH", data, 26)
        return wide & 0x3FFF, high & 0x3FFF
    raise BrokenPictureError
