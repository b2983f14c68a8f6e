"""Files kept as proof: what is known of them in the database, their bytes sealed in `attachments/`."""

import base64
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from merchant_guard.domain.errors import InputError, SystemProblemError, problem
from merchant_guard.domain.evidence import Evidence, MediaType, is_id
from merchant_guard.storage import data_folder
from merchant_guard.storage.database import Database
from merchant_guard.system.files import write_whole
from merchant_guard.system.problems import FileProblemError

ATTACHMENTS_NAME = "attachments"

_ID_BYTES = 16
_COLUMNS = "id, media_type, name, sha256, size, imported_at"
_REFERENCES = "SELECT reference FROM evidence UNION ALL SELECT reference FROM entry_evidence"
_UNUSED = f"id NOT IN ({_REFERENCES})"


class AttachmentStore:
    """The sealed files of a data folder. Every method may raise SystemProblemError (`store.…`).

    The row is there before its file and goes after it, so a file that nobody knows of cannot come about; what
    an interrupted saving leaves is found by `unused`.
    """

    def __init__(self, database: Database, folder: Path) -> None:
        self._database, self._folder = database, folder

    def save(self, evidence: Evidence, data: bytes) -> None:
        """Keep a file; it is on the disk when this returns, or nothing of it is kept."""
        from merchant_guard.storage.sealed_file import seal  # noqa: PLC0415 (only who keeps files pays)

        sealed = seal(data, evidence.id, self._database.key)
        moment = evidence.imported_at.astimezone(UTC).isoformat(timespec="seconds")
        about = (evidence.id, evidence.media_type, evidence.name, evidence.sha256, evidence.size, moment)
        with self._database.transaction() as connection:
            connection.execute(f"INSERT INTO attachment ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", about)  # noqa: S608
        try:
            self._write(evidence.id, sealed)
        except SystemProblemError:
            self.delete(evidence.id)
            raise

    def write_anew(self, evidence_id: str, data: bytes) -> None:
        """Put the bytes of a file that is known back in their place; they are those its row tells of."""
        from merchant_guard.storage.sealed_file import seal  # noqa: PLC0415

        self._write(evidence_id, seal(data, evidence_id, self._database.key))

    def load(self, evidence_id: str) -> tuple[Evidence, bytes]:
        """Return a file as it came.

        Raises InputError `evidence.only_named` and `evidence.elsewhere` for references to no file here,
        SystemProblemError `attachment.missing` and `attachment.damaged` (changed, cut off, or another file in
        its place).
        """
        from merchant_guard.storage.sealed_file import BrokenSealError, unseal  # noqa: PLC0415

        evidence = self._about(evidence_id)
        with data_folder.file_problems(self._folder):
            try:
                sealed = self._path(evidence_id).read_bytes()
            except FileNotFoundError as error:
                raise SystemProblemError(problem("attachment.missing", file=evidence.name)) from error
        try:
            return evidence, unseal(sealed, evidence_id, self._database.key)
        except BrokenSealError as error:
            raise SystemProblemError(problem("attachment.damaged", file=evidence.name)) from error

    def about(self, evidence_id: str) -> Evidence | None:
        """Return what is known of a file, None for a reference to no file here."""
        rows = self._rows(evidence_id)
        return _evidence(rows[0]) if rows else None

    def place_of(self, evidence_id: str) -> Path:
        """Where the sealed file of something kept here lies; it may be missing."""
        return self._path(self._about(evidence_id).id)

    def list(self) -> tuple[Evidence, ...]:
        """Return what is known of every file, the oldest first."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM attachment ORDER BY imported_at, id")  # noqa: S608
        return tuple(_evidence(row) for row in rows)

    def delete(self, evidence_id: str) -> None:
        """Forget a file; it is gone when this returns. One that is not there is no problem."""
        # A reference that came from outside may be any text, and must never become a path.
        if not self._rows(evidence_id):
            return
        with data_folder.file_problems(self._folder):
            self._path(evidence_id).unlink(missing_ok=True)
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM attachment WHERE id = ?", (evidence_id,))

    def is_used(self, evidence_id: str) -> bool:
        """Whether an answer, a plan item or an entry of a register refers to a file."""
        sql = f"SELECT 1 FROM ({_REFERENCES}) WHERE reference = ? LIMIT 1"  # noqa: S608
        return bool(self._database.rows(sql, (evidence_id,)))

    def unused(self, before: datetime) -> Sequence[str]:
        """Return the ids of files kept before a moment to which nothing refers."""
        moment = before.astimezone(UTC).isoformat(timespec="seconds")
        sql = f"SELECT id FROM attachment WHERE imported_at < ? AND {_UNUSED}"  # noqa: S608
        return [evidence_id for (evidence_id,) in self._database.rows(sql, (moment,))]

    def _about(self, evidence_id: str) -> Evidence:
        rows = self._rows(evidence_id)
        if not rows:
            if is_id(evidence_id):
                raise InputError(problem("evidence.elsewhere"))
            raise InputError(problem("evidence.only_named", file=evidence_id))
        return _evidence(rows[0])

    def _rows(self, evidence_id: str) -> Sequence[Sequence[Any]]:
        sql = f"SELECT {_COLUMNS} FROM attachment WHERE id = ?"  # noqa: S608
        return self._database.rows(sql, (evidence_id,))

    def _path(self, evidence_id: str) -> Path:
        return self._folder / ATTACHMENTS_NAME / f"{evidence_id}.sealed"

    def _write(self, evidence_id: str, sealed: bytes) -> None:
        path = self._path(evidence_id)
        with data_folder.file_problems(self._folder):
            data_folder.prepare_folder(path.parent)
            try:
                write_whole(path, sealed)
            except FileProblemError as refused:
                raise refused.__cause__ or refused from None
            data_folder.sync_folder(path.parent)


def new_evidence_id() -> str:
    """Return 26 random letters and digits: what refers to a file says nothing of it."""
    return base64.b32encode(os.urandom(_ID_BYTES)).decode().rstrip("=").lower()


def _evidence(row: Sequence[Any]) -> Evidence:
    evidence_id, media_type, name, sha256, size, imported_at = row
    moment = datetime.fromisoformat(imported_at)
    return Evidence(evidence_id, MediaType(media_type), name, sha256, size, moment)
