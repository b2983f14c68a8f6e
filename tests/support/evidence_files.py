"""Photos and PDFs as people hand them in, small and made here; and those that are none."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256

from PIL import Image
from pypdf import PdfWriter

from merchant_guard.domain.evidence import Evidence, MediaType
from merchant_guard.storage.attachment_store import new_evidence_id

MOMENT = datetime(2026, 11, 30, 9, 15, tzinfo=UTC)


def picture(kind: str = "JPEG", size: tuple[int, int] = (24, 16), **options: object) -> bytes:
    """A picture in the format Pillow calls `kind`."""
    made = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(made, kind, **options)
    return made.getvalue()


def held_upright(size: tuple[int, int] = (24, 16)) -> bytes:
    """A photo whose camera was turned by a quarter: it is as wide as it is stored high."""
    made = io.BytesIO()
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(made, "JPEG", exif=exif)
    return made.getvalue()


def photo_with_place(size: tuple[int, int] = (24, 16)) -> bytes:
    """A photo that says where and when it was taken, as those of phones do."""
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x0110] = "Phone X"
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 13.0, 49.44), 29: "2026:11:30"})
    exif.get_ifd(0x8769).update({0x9003: "2026:11:30 09:15:00"})
    Image.linear_gradient("L").resize(size).convert("RGB").save(made, "JPEG", exif=exif)
    return made.getvalue()


def pdf(pages: int = 1, password: str = "", size: tuple[float, float] = (200, 100)) -> bytes:
    """A PDF of empty pages, locked where there is a password."""
    writer, made = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(*size)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()


def heic(brand: bytes = b"heic") -> bytes:
    """How a photo of a phone begins that is not JPEG."""
    return b"\x00\x00\x00\x18ftyp" + brand + b"\x00\x00\x00\x00mif1" + brand + bytes(64)


def evidence(data: bytes, name: str = "子账号名单.jpg", media_type: MediaType = MediaType.JPEG) -> Evidence:
    """What is known of a file when it is kept."""
    return Evidence(new_evidence_id(), media_type, name, sha256(data).hexdigest(), len(data), MOMENT)


JPEG, PNG, WEBP = picture(), picture("PNG"), picture("WEBP")
PICTURES: dict[MediaType, Callable[..., bytes]] = {
    MediaType.JPEG: lambda **given: picture("JPEG", **given),
    MediaType.PNG: lambda **given: picture("PNG", **given),
    MediaType.WEBP: lambda **given: picture("WEBP", **given),
}
