"""The container of a backup, `.mgbak`: what is in it is sealed, and what it says of itself is checked.

An ordinary zip archive, nothing in it packed:

    manifest.json            what this backup is: format, version, moment, app, schema, check of the key,
                             the lock its key lies under (or null), and name, size and SHA-256 of every
                             other member
    manifest.seal            HMAC-SHA256 of manifest.json under a key made from the store's, in hex
    store.db                 the encrypted database
    attachments/<id>.sealed  the sealed files

Nothing of it can be read without the key of the store: with the backup's password, with the recovery card, or
on the computer it comes from.
"""

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NamedTuple, Protocol

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.incoming_file import MIB
from merchant_guard.exchange.json_text import parse_json
from merchant_guard.exchange.stored_zip import (
    BrokenZipError,
    CrowdedZipError,
    Limits,
    LockedZipError,
    PackedZipError,
    StoredZip,
    is_zip,
    open_stored,
)

ENDING = ".mgbak"
FORMAT = "merchant-guard/backup"
VERSION = 1
STORE = "store.db"
MOST_MEMBERS = 20_000
"""Files in a backup: thirty years of a photo for every working day need half of it."""
MOST_BYTES = 3 * 1024 * MIB
"""Bytes of all members together."""

_MANIFEST, _SEAL = "manifest.json", "manifest.seal"
_LARGEST_MANIFEST = 4 * MIB
_SEAL_LENGTH = 64
_ATTACHMENT = re.compile(r"attachments/([a-z2-7]{26})\.sealed")
_DAMAGES = (
    BrokenZipError,
    LockedZipError,
    PackedZipError,
    AttributeError,
    KeyError,
    OverflowError,
    TypeError,
    ValueError,
)
_LONGEST_TEXT = 100
_PIECE = MIB


class SupportsWrite(Protocol):
    """Takes pieces of a file."""

    def write(self, data: bytes, /) -> object:
        """Take the next piece."""


class Member(NamedTuple):
    """A file in a backup: bytes, and what they add up to."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. `check` tells its key from others; `lock` is as JSON has it.

    `text` are the bytes that `seal` stands for; until that was compared, nothing here is more than a claim.
    """

    made_at: datetime
    app: str
    schema: int
    check: str
    lock: Mapping[str, Any] | None
    members: Mapping[str, Member]
    text: bytes
    seal: str

    @property
    def attachments(self) -> tuple[str, ...]:
        """The ids of the sealed files."""
        return tuple(found.group(1) for name in self.members if (found := _ATTACHMENT.fullmatch(name)))


class BackupReader:
    """An open backup whose manifest was read; its members are checked as they are taken out."""

    def __init__(self, archive: StoredZip, manifest: Manifest) -> None:
        self._archive, self.manifest = archive, manifest

    def take_out(self, name: str, target: SupportsWrite) -> None:
        """Write a member into an open file. Raises InputError `backup.damaged`, OSError of the target."""
        sum_ = hashlib.sha256()
        with _telling_damage():
            for piece in self._archive.pieces(name):
                sum_.update(piece)
                target.write(piece)
        if sum_.hexdigest() != self.manifest.members[name].sha256:
            raise InputError(problem("backup.damaged"))


def attachment_name(evidence_id: str) -> str:
    """What the sealed file of a piece of evidence is called in a backup."""
    return f"attachments/{evidence_id}.sealed"


@contextmanager
def open_backup(path: Path) -> Iterator[BackupReader]:
    """Open a backup and check everything that can be checked without its key.

    Raises InputError: `file.…` as for every file, `backup.not_one`, `backup.newer`, `backup.damaged`,
    `backup.too_big`; SystemProblemError when the disk does not give it.
    """
    if not is_zip(path):
        raise InputError(problem("backup.not_one"))
    with ExitStack() as stack:
        with _telling_damage():
            archive = stack.enter_context(open_stored(path, Limits(MOST_MEMBERS, MOST_BYTES)))
            reader = BackupReader(archive, _checked(archive))
        yield reader


def write_backup(file: IO[bytes], manifest: bytes, seal: str, members: Mapping[str, Path]) -> None:
    """Write a backup into an open file, to be read by `open_backup`. Raises OSError."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        archive.writestr(zipfile.ZipInfo(_MANIFEST), manifest)
        archive.writestr(zipfile.ZipInfo(_SEAL), seal)
        for name, path in members.items():
            with path.open("rb") as source, archive.open(zipfile.ZipInfo(name), "w") as target:
                while piece := source.read(_PIECE):
                    target.write(piece)


def manifest_text(  # noqa: PLR0913 (what a manifest says)
    *,
    made_at: datetime,
    app: str,
    schema: int,
    check: str,
    lock: Mapping[str, Any] | None,
    members: Mapping[str, Path],
) -> bytes:
    """The manifest of a backup of these files. Raises OSError, InputError `backup.too_big`."""
    told = {name: _member_of(path) for name, path in members.items()}
    if len(told) + 2 > MOST_MEMBERS or sum(one.size for one in told.values()) > MOST_BYTES:
        raise InputError(problem("backup.too_big", gib=MOST_BYTES // (1024 * MIB)))
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": made_at.isoformat(timespec="seconds"),
        "app": app,
        "schema": schema,
        "check": check,
        "lock": lock,
        "members": {name: one._asdict() for name, one in told.items()},
    }
    return json.dumps(plain, indent=1).encode()


def _member_of(path: Path) -> Member:
    with path.open("rb") as file:
        sum_ = hashlib.file_digest(file, "sha256").hexdigest()
    return Member(path.stat().st_size, sum_)


@contextmanager
def _telling_damage() -> Iterator[None]:
    try:
        yield
    except CrowdedZipError as error:
        raise InputError(problem("backup.too_big", gib=MOST_BYTES // (1024 * MIB))) from error
    except _DAMAGES as error:
        raise InputError(problem("backup.damaged")) from error


def _checked(archive: StoredZip) -> Manifest:
    sizes = archive.sizes
    if _MANIFEST not in sizes:
        raise InputError(problem("backup.not_one"))
    if sizes[_MANIFEST] > _LARGEST_MANIFEST or sizes[_SEAL] != _SEAL_LENGTH:
        raise BrokenZipError
    manifest = _manifest(archive.read(_MANIFEST), archive.read(_SEAL).decode("ascii"))
    if set(sizes) != {_MANIFEST, _SEAL, *manifest.members} or STORE not in manifest.members:
        raise BrokenZipError
    if any(sizes[name] != one.size for name, one in manifest.members.items()):
        raise BrokenZipError
    return manifest


def _manifest(text: bytes, seal: str) -> Manifest:
    plain = parse_json(text)
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise InputError(problem("backup.not_one"))
    if type(plain["version"]) is int and plain["version"] > VERSION:
        raise InputError(problem("backup.newer"))
    if type(plain["schema"]) is not int or not (plain["lock"] is None or isinstance(plain["lock"], dict)):
        raise ValueError
    made_at = datetime.fromisoformat(plain["made_at"])
    if made_at.tzinfo is None:
        raise ValueError
    return Manifest(
        made_at=made_at,
        app=_short(plain["app"]),
        schema=plain["schema"],
        check=_short(plain["check"]),
        lock=plain["lock"],
        members={_name(name): _member(one) for name, one in plain["members"].items()},
        text=text,
        seal=seal,
    )


def _short(text: object) -> str:
    if not isinstance(text, str) or len(text) > _LONGEST_TEXT:
        raise ValueError
    return text


def _name(name: str) -> str:
    """A name that we would give: no other ever becomes a place on the disk."""
    if name != STORE and not _ATTACHMENT.fullmatch(name):
        raise ValueError
    return name


def _member(plain: Mapping[str, Any]) -> Member:
    size, sum_ = plain["size"], plain["sha256"]
    if type(size) is not int or not 0 <= size <= MOST_BYTES or not re.fullmatch("[0-9a-f]{64}", sum_):
        raise ValueError
    return Member(size, sum_)
