"""What leaves says only what is to be seen: no place, no time, no phone, no words hidden in the file."""

import io
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from merchant_guard.domain.evidence import MOST_PIXELS, MediaType
from merchant_guard.storage.outgoing_copy import LONGEST_SIDE, UnreadablePictureError, outgoing_copy
from tests.support.evidence_files import PICTURES, pdf

SECRETS = (b"31.2304", b"Shooter", b"Phone X", b"2026:11:30", b"secret words", b"<x:xmpmeta", b"photoshop")
ORIENTATION, SHOT_AT, MADE_WITH, ARTIST, COMMENT, GPS = 0x0112, 0x9003, 0x0110, 0x013B, 0x9286, 0x8825
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret words/></x:xmpmeta>'
TURNED = 6
"""The camera was held so that the first row of the picture is its right edge."""


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: place, time, person, phone."""
    told = Image.Exif()
    told[ORIENTATION] = orientation
    told[MADE_WITH] = "Phone X"
    told[ARTIST] = "Shooter"
    told.get_ifd(GPS).update({1: "N", 2: (31.0, 13.0, 49.44), 29: "2026:11:30"})
    told.get_ifd(0x8769).update({SHOT_AT: "2026:11:30 09:15:00", COMMENT: b"ASCII\0\0\0secret words 31.2304"})
    return told


def scene(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    """Left half red, right half blue, so that one sees how it lies."""
    image = Image.new("RGB", size, (220, 20, 20))
    image.paste((20, 20, 220), (size[0] // 2, 0, *size))
    return image.convert(mode)


def saved(image: Image.Image, media_type: MediaType, **options: object) -> bytes:
    made = io.BytesIO()
    image.save(made, media_type.name, **options)
    return made.getvalue()


@cache  # the profile holds the time it was made at, and its length when packed goes with that
def photo(media_type: MediaType, orientation: int = 1, size: tuple[int, int] = (60, 40)) -> bytes:
    """A picture with everything in it that a copy must not tell."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options: dict[str, object] = {"exif": exif(orientation), "xmp": XMP, "icc_profile": profile}
    if media_type is MediaType.JPEG:
        options["comment"] = b"secret words"
    if media_type is MediaType.PNG:
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", "secret words")
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        text.add(b"tIME", struct.pack(">HBBBBB", 2026, 11, 30, 9, 15, 0))
        options["pnginfo"] = text
    return saved(scene(size), media_type, **options)


def parts(data: bytes, media_type: MediaType) -> Iterator[bytes]:
    """The names of the parts a file is made of."""
    if media_type is MediaType.JPEG:
        at = 2
        while data[at + 1] != 0xDA:
            yield data[at + 1 : at + 2]
            at += 2 + struct.unpack_from(">H", data, at + 2)[0]
        return
    at = 8 if media_type is MediaType.PNG else 12
    while at < len(data):
        if media_type is MediaType.PNG:
            length, name = struct.unpack_from(">I4s", data, at)
            at += 12 + length
        else:
            name, length = struct.unpack_from("<4sI", data, at)
            at += 8 + length + length % 2
        yield name


PICTURE_PARTS = {
    MediaType.JPEG: {b"\xe0", b"\xdb", b"\xc0", b"\xc2", b"\xc4", b"\xdd"},
    MediaType.PNG: {b"IHDR", b"IDAT", b"IEND"},
    MediaType.WEBP: {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"},
}
EVERY_KIND = pytest.mark.parametrize("media_type", list(PICTURES))


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def nearly(colour: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(have - want) < 40 for have, want in zip(colour, wanted, strict=False))


@EVERY_KIND
def test_a_copy_is_made_of_the_picture_alone(media_type: MediaType) -> None:
    data = photo(media_type)
    assert {word for word in SECRETS if word in data} >= {
        b"Phone X",
        b"Shooter",
        b"2026:11:30",
        b"secret words",
    }
    before = sha256(data).hexdigest()
    copy = outgoing_copy(data, media_type)
    assert copy.is_stripped
    assert set(parts(copy.data, media_type)) <= PICTURE_PARTS[media_type]
    assert [word for word in SECRETS if word in copy.data] == []
    image = opened(copy.data)
    assert dict(image.getexif()) == {}
    assert set(image.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "dpi",
        "loop",
        "background",
    }
    assert sha256(data).hexdigest() == before


@EVERY_KIND
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_copy_lies_as_the_camera_was_held(media_type: MediaType, orientation: int) -> None:
    copy = opened(outgoing_copy(photo(media_type, orientation), media_type).data)
    assert copy.size == ((60, 40) if orientation < 5 else (40, 60))
    red = {1: (5, 20), 2: (55, 20), 3: (55, 20), 4: (5, 20), 5: (20, 5), 6: (20, 5), 7: (20, 55), 8: (20, 55)}
    assert nearly(copy.convert("RGB").getpixel(red[orientation]), (220, 20, 20))


@EVERY_KIND
@pytest.mark.parametrize(
    ("size", "smaller"),
    [((2600, 130), (2000, 100)), ((100, 2500), (80, 2000)), ((1999, 10), (1999, 10)), ((9, 2000), (9, 2000))],
)
def test_a_copy_is_no_larger_than_has_to_be_shown(
    media_type: MediaType, size: tuple[int, int], smaller: tuple[int, int]
) -> None:
    copy = opened(outgoing_copy(photo(media_type, size=size), media_type).data)
    assert copy.format == media_type.name
    assert copy.size == smaller
    assert max(copy.size) <= LONGEST_SIDE


def test_a_turned_photo_is_measured_as_it_is_seen() -> None:
    copy = opened(outgoing_copy(photo(MediaType.JPEG, TURNED, (2600, 130)), MediaType.JPEG).data)
    assert copy.size == (100, 2000)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_pictures_of_every_depth_keep_their_light_and_dark(mode: str) -> None:
    grey = Image.linear_gradient("L").resize((64, 64))
    if mode == "I;16":
        image = grey.convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        image = grey.convert(mode)
    copy = opened(outgoing_copy(saved(image, MediaType.PNG), MediaType.PNG).data).convert("L")
    top, bottom = (sum(copy.crop((0, y, 64, y + 8)).tobytes()) / 512 for y in (0, 56))
    assert top < 60
    assert bottom > 195


def test_what_is_seen_through_stays_so_and_a_palette_too() -> None:
    clear = scene(mode="RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    copy = opened(outgoing_copy(saved(clear, MediaType.PNG), MediaType.PNG).data)
    assert copy.mode == "RGBA"
    assert copy.getchannel("A").getextrema() == clear.getchannel("A").getextrema()
    spotted = scene(mode="P")
    data = saved(spotted, MediaType.PNG, transparency=spotted.getpixel((0, 0)))
    assert opened(outgoing_copy(data, MediaType.PNG).data).convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_colours_of_print_become_colours_of_screens() -> None:
    data = saved(scene(mode="CMYK"), MediaType.JPEG)
    copy = opened(outgoing_copy(data, MediaType.JPEG).data)
    assert copy.mode == "RGB"
    assert nearly(copy.getpixel((5, 20)), (220, 20, 20))


def swapped_profile() -> bytes:
    """A profile in which red and blue have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"----", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"----", b"bXYZ", 1)


@EVERY_KIND
def test_colours_of_another_profile_are_brought_over_before_it_goes(media_type: MediaType) -> None:
    data = saved(scene(), media_type, icc_profile=swapped_profile())
    copy = opened(outgoing_copy(data, media_type).data)
    assert "icc_profile" not in copy.info
    assert nearly(copy.convert("RGB").getpixel((5, 20)), (20, 20, 220))


def test_a_broken_profile_is_left_aside() -> None:
    data = saved(scene(), MediaType.JPEG, icc_profile=b"no profile at all")
    copy = opened(outgoing_copy(data, MediaType.JPEG).data)
    assert nearly(copy.getpixel((5, 20)), (220, 20, 20))


def test_a_moving_picture_leaves_as_its_first_view() -> None:
    data = saved(scene(), MediaType.PNG, save_all=True, append_images=[scene().rotate(180)])
    copy = opened(outgoing_copy(data, MediaType.PNG).data)
    assert getattr(copy, "n_frames", 1) == 1
    assert nearly(copy.convert("RGB").getpixel((5, 20)), (220, 20, 20))


def test_a_pdf_leaves_as_it_is_and_says_so() -> None:
    data = pdf(2)
    copy = outgoing_copy(data, MediaType.PDF)
    assert (copy.data, copy.is_stripped) == (data, False)


def huge_png(width: int, height: int) -> bytes:
    """A small file that claims to be an enormous picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("height", [8193, 16_000, 2_000_000])
def test_what_claims_to_be_huge_is_not_decoded(height: int) -> None:
    assert 8192 * height > MOST_PIXELS
    with pytest.raises(UnreadablePictureError):
        outgoing_copy(huge_png(8192, height), MediaType.PNG)


@EVERY_KIND
def test_bytes_of_another_kind_are_no_picture(media_type: MediaType) -> None:
    other = MediaType.PNG if media_type is not MediaType.PNG else MediaType.JPEG
    for data in (b"", b"nothing", PICTURES[other]()):
        with pytest.raises(UnreadablePictureError):
            outgoing_copy(data, media_type)


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow says what is damaged, and goes on
@given(data=st.data(), media_type=st.sampled_from(list(PICTURES)))
def test_a_damaged_picture_becomes_a_clean_copy_or_none(data: st.DataObject, media_type: MediaType) -> None:
    whole = photo(media_type)
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    try:
        copy = outgoing_copy(damaged, media_type)
    except UnreadablePictureError:
        return
    assert set(parts(copy.data, media_type)) <= PICTURE_PARTS[media_type]
