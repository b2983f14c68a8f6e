"""A shop as a `.zip` with the photos and PDFs it keeps as proof; nothing in it is encrypted.

A zip without packing, so that its members are as large as they say and equal shops give equal bytes:

    self-check.json          the answer file, which tells of every file: kind, name, SHA-256, size, moment
    files/<id>.<ending>      the original bytes; the ending is jpg, png, webp or pdf
"""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.evidence import Evidence, MediaType
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.exchange.answer_file import AnswerFile, read_answer_file
from merchant_guard.exchange.evidence_file import LARGEST_EVIDENCE, EvidenceFile, checked_evidence
from merchant_guard.exchange.incoming_file import LARGEST_ANSWER_FILE, MIB
from merchant_guard.exchange.place import printable
from merchant_guard.exchange.stored_zip import (
    BrokenZipError,
    CrowdedZipError,
    Limits,
    LockedZipError,
    PackedZipError,
    StoredZip,
    is_zip,
    open_stored,
    write_member,
)

ENDING = ".zip"
ANSWERS = "self-check.json"
MOST_FILES = 10_000
MOST_BYTES = 3 * 1024 * MIB
"""Bytes of all members together, as in a backup."""

_LIMITS = Limits(MOST_FILES + 1, MOST_BYTES)
_ENDINGS: Mapping[MediaType, str] = {
    MediaType.JPEG: "jpg",
    MediaType.PNG: "png",
    MediaType.WEBP: "webp",
    MediaType.PDF: "pdf",
}
_CODES: Mapping[type[Exception], str] = {
    BrokenZipError: "shop_zip.damaged",
    LockedZipError: "shop_zip.locked",
    PackedZipError: "shop_zip.packed",
}


@dataclass(frozen=True, slots=True)
class ShopZip:
    """An open zip whose answers were read.

    `missing` are the ids of files that are told of and not in it; `extra` counts members nothing tells of,
    which stay unread.
    """

    file: AnswerFile
    missing: frozenset[str]
    extra: int
    _archive: StoredZip

    @property
    def there(self) -> tuple[Evidence, ...]:
        """The files that are told of and in it."""
        return tuple(one for one in self.file.files if one.id not in self.missing)

    def read(self, evidence: Evidence) -> EvidenceFile:
        """Return a file that is there.

        Raises InputError `shop_zip.file_changed` for other bytes than were told of, `shop_zip.damaged`, and
        `evidence.…` as for every file that is given as proof.
        """
        name = file_name(evidence)
        if self._archive.sizes[name] != evidence.size or evidence.size > LARGEST_EVIDENCE:
            raise _changed(name)
        with _telling_problems():
            data = self._archive.read(name)
        if hashlib.sha256(data).hexdigest() != evidence.sha256:
            raise _changed(name)
        checked = checked_evidence(data, evidence.name)
        if checked.media_type is not evidence.media_type:
            raise _changed(name)
        return checked


def file_name(evidence: Evidence) -> str:
    """What a file is called in a zip."""
    return f"files/{evidence.id}.{_ENDINGS[evidence.media_type]}"


@contextmanager
def open_shop_zip(path: Path, bank: QuestionBank) -> Iterator[ShopZip]:
    """Open a zip and read its answers.

    Raises InputError: `file.…` as for every file, `shop_zip.not_one`, `shop_zip.damaged`, `shop_zip.locked`,
    `shop_zip.packed`, `shop_zip.too_big`, and what `read_answer_file` raises; SystemProblemError when the
    disk does not give it.
    """
    if not is_zip(path):
        raise _not_one(path)
    with ExitStack() as stack:
        with _telling_problems():
            archive = stack.enter_context(open_stored(path, _LIMITS))
            if ANSWERS not in archive.sizes:
                raise _not_one(path)
            answers = _answers(archive)
        file = read_answer_file(answers, bank)
        names = {file_name(one): one.id for one in file.files}
        missing = frozenset(id_ for name, id_ in names.items() if name not in archive.sizes)
        extra = sum(1 for name in archive.sizes if name != ANSWERS and name not in names)
        yield ShopZip(file, missing, extra, archive)


def write_shop_zip(file: IO[bytes], answers: bytes, files: Iterable[tuple[Evidence, bytes]]) -> None:
    """Write a zip into an open file, to be read by `open_shop_zip`.

    Raises OSError; InputError `shop_zip.too_big` for more than `MOST_FILES` files or `MOST_BYTES`.
    """
    written = len(answers)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        write_member(archive, ANSWERS, answers)
        for number, (evidence, data) in enumerate(files, start=1):
            written += len(data)
            if number > MOST_FILES or written > MOST_BYTES:
                raise too_big()
            write_member(archive, file_name(evidence), data)


def too_big() -> InputError:
    """What is said of more than fits into a zip."""
    return InputError(problem("shop_zip.too_big", count=MOST_FILES, gib=MOST_BYTES // (1024 * MIB)))


def _answers(archive: StoredZip) -> bytes:
    if archive.sizes[ANSWERS] > LARGEST_ANSWER_FILE:
        raise InputError(problem("file.too_big", limit=f"{LARGEST_ANSWER_FILE / MIB:g}"))
    return archive.read(ANSWERS)


@contextmanager
def _telling_problems() -> Iterator[None]:
    try:
        yield
    except CrowdedZipError as error:
        raise too_big() from error
    except tuple(_CODES) as error:
        raise InputError(problem(_CODES[type(error)])) from error


def _not_one(path: Path) -> InputError:
    return InputError(problem("shop_zip.not_one", file=printable(path.name)))


def _changed(name: str) -> InputError:
    return InputError(problem("shop_zip.file_changed", file=name))
