"""Copies of kept files that may leave this computer: pictures smaller, turned upright, and bare of all else.

A photo says where and when it was taken, and by which phone. A copy says nothing but what is to be seen.
"""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from merchant_guard.domain.evidence import MOST_PIXELS, MediaType

LONGEST_SIDE = 2000
"""Pixels; a printed page of text can still be read in it."""

_FORMATS = {MediaType.JPEG: "JPEG", MediaType.PNG: "PNG", MediaType.WEBP: "WEBP"}
_OPTIONS: dict[MediaType, dict[str, int | bool]] = {
    MediaType.JPEG: {"quality": 88, "optimize": True},
    MediaType.PNG: {"optimize": True},
    MediaType.WEBP: {"quality": 88},
}
_UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
"""What Pillow raises for bytes that are no whole picture, or one larger than anybody's photo."""


class UnreadablePictureError(ValueError):
    """The bytes are no picture that can be decoded."""


@dataclass(frozen=True, slots=True)
class OutgoingCopy:
    """A copy that may leave. A PDF `is_stripped` of nothing: what it says of itself stays in it."""

    data: bytes
    is_stripped: bool


def outgoing_copy(data: bytes, media_type: MediaType) -> OutgoingCopy:
    """Make a copy that may leave, of the same kind as the file. Raises UnreadablePictureError."""
    if not media_type.is_picture:
        return OutgoingCopy(data, is_stripped=False)
    try:
        picture = _bare(_small(data, media_type), media_type)
    except _UNREADABLE as error:
        raise UnreadablePictureError from error
    buffer = BytesIO()
    picture.save(buffer, _FORMATS[media_type], **_OPTIONS[media_type])
    return OutgoingCopy(buffer.getvalue(), is_stripped=True)


def _small(data: bytes, media_type: MediaType) -> Image.Image:
    """Decode a picture, no larger than it has to be, as the camera was held, in the colours of screens."""
    image: Image.Image = Image.open(BytesIO(data), formats=(_FORMATS[media_type],))
    # Before anything is decoded: a small file can claim to be an enormous picture.
    if image.width * image.height > MOST_PIXELS:
        raise UnreadablePictureError
    if media_type is not MediaType.JPEG:
        image = _with_true_colours(image)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    # Turned first: who changes the colours forgets how the camera was held.
    return _in_screen_colours(ImageOps.exif_transpose(image))


def _with_true_colours(image: Image.Image) -> Image.Image:
    """A picture whose pixels are colours: palettes and bits cannot be made smaller smoothly."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value * (1 / 256)).convert("L")  # 16 bits of grey
    has_alpha = "transparency" in image.info or image.mode in ("LA", "PA", "RGBA", "La", "RGBa")
    return image.convert("RGBA" if has_alpha else "L" if image.mode in ("1", "L") else "RGB")


def _in_screen_colours(image: Image.Image) -> Image.Image:
    """The picture in sRGB, which is what a picture without a profile is taken for."""
    profile = image.info.get("icc_profile")
    mode = image.mode if image.mode in ("L", "RGBA") else "RGB"
    if profile and image.mode != "L":
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            turned = None  # a broken profile says nothing about the colours
        if turned is not None:
            return turned
    return image.convert(mode)


def _bare(image: Image.Image, media_type: MediaType) -> Image.Image:
    """The pixels and nothing else: what an image carries along would be written into its file."""
    mode = "RGB" if media_type is MediaType.JPEG and image.mode == "RGBA" else image.mode
    bare = Image.new(mode, image.size)
    bare.paste(image.convert(mode))
    return bare
