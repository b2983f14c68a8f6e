"""Archives (.zip) from outside that hold plain members only: measured before anything of them is read.

What is not packed cannot be a bomb: all members together are never larger than the file. Names of members are
only ever compared, no member becomes a place on the disk, and archives in archives are bytes like any other.
"""

import struct
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.exchange.incoming_file import read_beginning
from merchant_guard.exchange.place import printable

BEGINNING = b"PK\x03\x04"

_END_RECORD = struct.Struct("<4s4H2LH")
_END_MARK, _LARGE_MARK = b"PK\x05\x06", b"PK\x06\x07"
_LARGE_LOCATOR_LENGTH = 20
_LOCKED = 0x1
_PER_MEMBER = 200
"""Bytes of the directory for each member; ours take 46 and the name twice."""
_DAMAGES = (
    zipfile.BadZipFile,
    struct.error,
    AttributeError,
    EOFError,
    KeyError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    TypeError,
    ValueError,
)
_PIECE = 1024 * 1024


class BrokenZipError(Exception):
    """No archive, or one that is cut off, wrongly counted, overlapping or has a name twice."""


class CrowdedZipError(Exception):
    """More members or bytes than fit."""


class LockedZipError(Exception):
    """Something in it is encrypted."""


class PackedZipError(Exception):
    """Something in it is packed, as only another program does it."""


class Limits(NamedTuple):
    """The most members of an archive, and bytes of all of them."""

    members: int
    size: int


def is_zip(path: Path) -> bool:
    """Whether a file begins like an archive. Raises as `read_beginning` does."""
    return read_beginning(path, len(BEGINNING)) == BEGINNING


@contextmanager
def open_stored(path: Path, limits: Limits) -> Iterator["StoredZip"]:
    """Open an archive and check its directory.

    Raises BrokenZipError, CrowdedZipError, LockedZipError, PackedZipError; SystemProblemError when the disk
    does not give it.
    """
    with ExitStack() as stack:
        with _telling_problems(path):
            file = stack.enter_context(path.open("rb"))
            archive = StoredZip(path, *_opened(file, limits))
        yield archive


class StoredZip:
    """An open archive; what is read of a member is never more than its directory said."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, sizes: dict[str, int]) -> None:
        self._path, self._archive = path, archive
        self.sizes = sizes
        """Bytes of every member, by its name."""

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a member, piece by piece.

        Raises BrokenZipError, KeyError for a name it has not, SystemProblemError when the disk does not give
        them.
        """
        left = self.sizes[name]
        with _telling_problems(self._path):
            member = self._archive.open(name)
        with member:
            while left > 0:
                with _telling_problems(self._path):
                    piece = member.read(min(left, _PIECE))
                if not piece:
                    raise BrokenZipError
                left -= len(piece)
                yield piece
            with _telling_problems(self._path):
                member.read(1)  # Only at its end is the checksum compared.

    def read(self, name: str) -> bytes:
        """All bytes of a member. Raises as `pieces` does."""
        return b"".join(self.pieces(name))


def write_member(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a member that says nothing of when, where or by whom it was written. Raises OSError."""
    about = zipfile.ZipInfo(name)
    about.create_system = 3
    about.external_attr = 0o600 << 16
    archive.writestr(about, data, zipfile.ZIP_STORED)


@contextmanager
def _telling_problems(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SystemProblemError(problem("file.not_read", file=printable(str(path)))) from error
    except _DAMAGES as error:
        raise BrokenZipError from error


def _opened(file: IO[bytes], limits: Limits) -> tuple[zipfile.ZipFile, dict[str, int]]:
    _refuse_crowds(file, limits)
    archive = zipfile.ZipFile(file)
    infos = archive.infolist()
    sizes = {one.filename: one.file_size for one in infos}
    if any(one.flag_bits & _LOCKED for one in infos):
        raise LockedZipError
    if any(one.compress_type != zipfile.ZIP_STORED for one in infos):
        raise PackedZipError
    end = file.seek(0, 2)
    if len(sizes) != len(infos) or any(one.file_size != one.compress_size for one in infos):
        raise BrokenZipError
    if any(not 0 <= one.header_offset < end for one in infos):
        raise BrokenZipError
    if sum(sizes.values()) > end:
        raise BrokenZipError  # members lie over one another
    return archive, sizes


def _refuse_crowds(file: IO[bytes], limits: Limits) -> None:
    """Look at how many members there are before the list of them is read into memory."""
    end = file.seek(0, 2)
    file.seek(max(0, end - _END_RECORD.size - _LARGE_LOCATOR_LENGTH))
    tail = file.read(_END_RECORD.size + _LARGE_LOCATOR_LENGTH)
    mark, _disk, _first, _here, count, directory, _start, comment = _END_RECORD.unpack(
        tail[-_END_RECORD.size :]
    )
    if mark != _END_MARK or comment:
        raise BrokenZipError
    if tail.startswith(_LARGE_MARK):
        raise CrowdedZipError  # the counts stand elsewhere, as for more than 65,535 members or 4 GiB
    if count > limits.members or directory > limits.members * _PER_MEMBER:
        raise CrowdedZipError
    if end > limits.size + directory + limits.members * _PER_MEMBER:
        raise CrowdedZipError
    file.seek(0)
