"""Photos and PDFs from outside: known by their bytes, within limits, a sentence for everything else."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.evidence import MediaType
from merchant_guard.exchange.evidence_file import (
    LARGEST_EVIDENCE,
    LONGEST_NAME,
    MOST_PIXELS,
    checked_evidence,
    read_evidence_file,
)
from merchant_guard.exchange.picture_size import BrokenPictureError, picture_size
from merchant_guard.localization.sentences import sentence
from tests.support.evidence_files import JPEG, PICTURES, PNG, WEBP, heic, held_upright, pdf, picture

LOSSLESS, WITH_ALPHA = picture("WEBP", lossless=True), picture("WEBP", exif=b"Exif\x00\x00")


@contextmanager
def refused(code: str, **params: object) -> Iterator[None]:
    with pytest.raises(InputError) as caught:
        yield
    (problem,) = caught.value.problems
    assert (problem.code, problem.params) == (code, params)
    assert sentence("zh", code, params)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (JPEG, MediaType.JPEG),
        (picture("JPEG", progressive=True), MediaType.JPEG),
        (held_upright(), MediaType.JPEG),
        (JPEG + b"what a phone adds at the end", MediaType.JPEG),
        (PNG, MediaType.PNG),
        (WEBP, MediaType.WEBP),
        (LOSSLESS, MediaType.WEBP),
        (WITH_ALPHA, MediaType.WEBP),
        (pdf(), MediaType.PDF),
    ],
)
@pytest.mark.parametrize("name", ["照片.jpg", "照片.exe", "no ending"])
def test_a_file_is_what_its_bytes_say_whatever_it_is_called(
    data: bytes, media_type: MediaType, name: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    file = read_evidence_file(tmp_path / name)
    assert (file.media_type, file.name, file.data) == (media_type, name, data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "evidence.empty"),
        (heic(), "evidence.heic"),
        (heic(b"mif1"), "evidence.heic"),
        (heic(b"hevc"), "evidence.heic"),
        (heic(b"isom"), "evidence.other_type"),  # a video
        (picture("GIF"), "evidence.other_type"),
        (picture("BMP"), "evidence.other_type"),
        (picture("TIFF"), "evidence.other_type"),
        (b"PK\x03\x04" + bytes(40), "evidence.other_type"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "evidence.other_type"),
        (b"MZ" + bytes(80), "evidence.other_type"),
        (b" " + JPEG, "evidence.other_type"),
        (JPEG[:-2], "evidence.cut_off"),
        (held_upright()[:-2], "evidence.cut_off"),
        (JPEG[:40], "evidence.cut_off"),
        (PNG[:-8], "evidence.cut_off"),
        (PNG[:20], "evidence.cut_off"),
        (WEBP[:-1], "evidence.cut_off"),
        (WEBP[:14], "evidence.cut_off"),
    ],
)
def test_what_cannot_be_kept_is_told_in_one_sentence(data: bytes, code: str) -> None:
    with refused(code, file="照片.jpg"):
        checked_evidence(data, "照片.jpg")


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    place = tmp_path / "扫描.pdf"
    fitting = pdf() + bytes(LARGEST_EVIDENCE - len(pdf()))
    place.write_bytes(fitting)
    assert read_evidence_file(place).data == fitting
    place.write_bytes(fitting + b"\x00")
    with refused("evidence.too_big", file="扫描.pdf", limit=20):
        read_evidence_file(place)


def test_what_claims_to_be_huge_is_refused_without_decoding_it() -> None:
    wide = MOST_PIXELS // 8192
    assert checked_evidence(claiming_to_be(wide, 8192), "a.png").media_type is MediaType.PNG
    with refused("evidence.too_many_pixels", file="a.png"):
        checked_evidence(claiming_to_be(wide + 1, 8192), "a.png")


def claiming_to_be(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is so large."""
    return PNG[:16] + struct.pack(">II", width, height) + PNG[24:]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  照片 (1).jpg ", "照片 (1).jpg"),
        ("a\u202egpj.exe", "a\N{REPLACEMENT CHARACTER}gpj.exe"),
        ("half \ud800 letter.png", "half \N{REPLACEMENT CHARACTER} letter.png"),
    ],
)
def test_names_are_kept_so_that_they_can_be_shown(given: str, kept: str) -> None:
    assert checked_evidence(PNG, given).name == kept


def test_a_long_name_keeps_its_beginning_and_its_ending() -> None:
    name = checked_evidence(PNG, "很" * 300 + "-结尾.png").name
    assert len(name) == LONGEST_NAME
    assert name.startswith("很很")
    assert name.endswith("-结尾.png")


@pytest.mark.parametrize("code", ["file.folder", "file.missing"])
def test_folders_and_missing_files_are_told(code: str, tmp_path: Path) -> None:
    place = tmp_path if code == "file.folder" else tmp_path / "gone.jpg"
    with refused(code, file=str(place)):
        read_evidence_file(place)


@given(size=st.tuples(st.integers(1, 300), st.integers(1, 300)), media_type=st.sampled_from(sorted(PICTURES)))
def test_the_size_of_a_picture_is_what_it_is(size: tuple[int, int], media_type: MediaType) -> None:
    assert picture_size(PICTURES[media_type](size=size), media_type) == size


@given(data=st.data(), media_type=st.sampled_from(sorted(PICTURES)))
def test_a_picture_cut_off_anywhere_is_broken(data: st.DataObject, media_type: MediaType) -> None:
    whole = PICTURES[media_type]()
    cut = whole[: data.draw(st.integers(0, len(whole) - 2))]
    with pytest.raises(BrokenPictureError):
        picture_size(cut, media_type)


@given(data=st.data(), media_type=st.sampled_from(sorted(PICTURES)))
def test_a_damaged_picture_has_a_size_or_is_broken(data: st.DataObject, media_type: MediaType) -> None:
    damaged = bytearray(PICTURES[media_type]())
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), min_size=1, max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))
    try:
        width, height = picture_size(bytes(damaged), media_type)
    except BrokenPictureError:
        return
    assert width > 0
    assert height > 0
