"""Photos and PDFs a person hands us as proof: told by their first bytes, never by their names."""

from dataclasses import dataclass
from pathlib import Path

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.evidence import MOST_PIXELS, MediaType
from merchant_guard.exchange.incoming_file import MIB, read_beginning
from merchant_guard.exchange.picture_size import BrokenPictureError, picture_size
from merchant_guard.exchange.place import printable

LARGEST_EVIDENCE = 20 * MIB
"""Bytes. A phone's photo has 2 to 8 MB, a scanned agreement of ten pages less than 20."""
LONGEST_NAME = 100
"""Characters of a file's name that are kept."""

# ISO media files name their brand after "ftyp"; these are what phones call HEIC and AVIF.
_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1"}


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that may be kept: what it is, what it was called, its bytes as they came."""

    media_type: MediaType
    name: str
    data: bytes


def read_evidence_file(path: Path) -> EvidenceFile:
    """Read a file. Raises InputError and SystemProblemError (`file.…`, `evidence.…`)."""
    return checked_evidence(read_beginning(path, LARGEST_EVIDENCE + 1), path.name)


def checked_evidence(data: bytes, name: str) -> EvidenceFile:
    """Take bytes that were pasted or read.

    Raises InputError: `evidence.empty`, `evidence.too_big`, `evidence.heic`, `evidence.other_type`,
    `evidence.cut_off`, `evidence.too_many_pixels`. Whether a PDF opens is not known here.
    """
    called = _short(name)
    if not data:
        raise InputError(problem("evidence.empty", file=called))
    if len(data) > LARGEST_EVIDENCE:
        raise InputError(problem("evidence.too_big", file=called, limit=LARGEST_EVIDENCE // MIB))
    media_type = _media_type(data)
    if media_type is None:
        code = "evidence.heic" if _is_heic(data) else "evidence.other_type"
        raise InputError(problem(code, file=called))
    if media_type.is_picture:
        _check_picture(data, media_type, called)
    return EvidenceFile(media_type, called, data)


def _media_type(data: bytes) -> MediaType | None:
    if data.startswith(b"\xff\xd8\xff"):
        return MediaType.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return MediaType.PNG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return MediaType.WEBP
    return MediaType.PDF if data.startswith(b"%PDF-") else None


def _is_heic(data: bytes) -> bool:
    return data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS


def _check_picture(data: bytes, media_type: MediaType, called: str) -> None:
    try:
        width, height = picture_size(data, media_type)
    except BrokenPictureError as error:
        raise InputError(problem("evidence.cut_off", file=called)) from error
    if width * height > MOST_PIXELS:
        raise InputError(problem("evidence.too_many_pixels", file=called))


def _short(name: str) -> str:
    """A name that is safe to print; a long one keeps its beginning and its ending."""
    clean = printable(name).strip()
    if len(clean) <= LONGEST_NAME:
        return clean
    return f"{clean[: LONGEST_NAME - 13]}…{clean[-12:]}"
