"""Keep photos and files as proof of an answer or of a thing done: take in, show again, take out, put back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from merchant_guard.domain.errors import InputError, MerchantGuardError, SystemProblemError, problem
from merchant_guard.domain.evidence import MOST_EVIDENCE, Evidence, MediaType, Subject, name_to_give
from merchant_guard.exchange.evidence_file import EvidenceFile, checked_evidence, read_evidence_file
from merchant_guard.services.workspace import Workspace
from merchant_guard.storage.attachment_store import new_evidence_id

if TYPE_CHECKING:
    from merchant_guard.documents.pages import PagePicture

UNUSED_STAYS = timedelta(days=1)
"""Younger ones may belong to another window that has not said yet what they prove."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture that came without a file; `name` is what it is called from now on."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as it came, with what is known of it."""

    evidence: Evidence
    data: bytes


class CopyToGive(NamedTuple):
    """A copy for others: what it is called, its bytes, and whether place and time were taken out of it."""

    name: str
    data: bytes
    is_stripped: bool


@dataclass(frozen=True, slots=True)
class EvidenceKeeper:
    """Keeps files in the store. Every function may raise SystemProblemError (`store.…`)."""

    workspace: Workspace

    def add(
        self, check_id: int, subject: Subject, given: Path | Pasted, beside: Sequence[str], moment: datetime
    ) -> Evidence:
        """Keep a file as proof beside those a subject has; all of it is on the disk when this returns.

        The same file a second time is the one there is. Raises InputError (`evidence.…`, `file.…`).
        """
        file = _taken_in(given)
        digest = sha256(file.data).hexdigest()
        known = (evidence for evidence in self.workspace.attachments.list() if evidence.id in beside)
        if same := next((evidence for evidence in known if evidence.sha256 == digest), None):
            return same
        if len(beside) >= MOST_EVIDENCE:
            raise InputError(problem("evidence.too_many", limit=MOST_EVIDENCE))
        second = moment.astimezone(UTC).replace(microsecond=0)
        kept = Evidence(new_evidence_id(), file.media_type, file.name, digest, len(file.data), second)
        self.workspace.attachments.save(kept, file.data)
        try:
            self._add_reference(check_id, subject, kept.id)
        except MerchantGuardError:
            self.workspace.attachments.delete(kept.id)
            raise
        return kept

    def beside(self, check_id: int, subject: Subject) -> tuple[str, ...]:
        """Return what a subject has as evidence so far."""
        if subject.kind == "entry":
            return self.workspace.registers.load_evidence(subject.id)
        return self.workspace.checks.load_evidence(check_id, subject)

    def _add_reference(self, check_id: int, subject: Subject, reference: str) -> None:
        if subject.kind == "entry":
            self.workspace.registers.add_evidence(subject.id, reference)
        else:
            self.workspace.checks.add_evidence(check_id, subject, reference)

    def read(self, reference: str) -> KeptFile:
        """Return a file as it came.

        Raises InputError `evidence.only_named` and `evidence.elsewhere`, SystemProblemError
        `attachment.missing` and `attachment.damaged`.
        """
        return KeptFile(*self.workspace.attachments.load(reference))

    def copy_to_give(self, reference: str) -> CopyToGive:
        """Return a copy that may leave; the kept bytes stay as they are.

        Raises InputError and SystemProblemError as `read` does, for a picture nobody can decode as well.
        """
        # Pillow is heavy; only who gives copies away pays for it.
        from merchant_guard.storage.outgoing_copy import UnreadablePictureError, outgoing_copy  # noqa: PLC0415

        file = self.read(reference)
        try:
            copy = outgoing_copy(file.data, file.evidence.media_type)
        except UnreadablePictureError as error:
            raise SystemProblemError(problem("attachment.damaged", file=file.evidence.name)) from error
        name = name_to_give(file.evidence.name) if copy.is_stripped else file.evidence.name
        return CopyToGive(name, copy.data, copy.is_stripped)

    def take_out(self, reference: str) -> KeptFile | None:
        """Delete a file to which nothing refers any more and return it, so that it can be put back.

        None where something still refers to it, or its file is gone or damaged anyway.
        """
        if self.workspace.attachments.is_used(reference):
            return None
        try:
            taken = self.read(reference)
        except MerchantGuardError:
            # Nothing is lost that could be put back; the row and what is left of the file still go.
            taken = None
        self.workspace.attachments.delete(reference)
        return taken

    def put_back(self, taken: KeptFile) -> None:
        """Keep a file again that was taken out."""
        self.workspace.attachments.save(taken.evidence, taken.data)

    def forget_unused(self, now: datetime) -> None:
        """Delete the files that prove nothing any more, as after a self-check was replaced by another."""
        for evidence_id in self.workspace.attachments.unused(now - UNUSED_STAYS):
            self.workspace.attachments.delete(evidence_id)


def page_of(file: KeptFile, number: int, width: int) -> "PagePicture":
    """Draw a page of a kept PDF, counted from 0, about `width` dots wide. Never on two threads at once.

    Raises SystemProblemError `attachment.damaged` for one that PDFium cannot draw.
    """
    from merchant_guard.documents.pages import UnreadablePdfError, page_picture_within  # noqa: PLC0415

    try:
        return page_picture_within(file.data, number, width)
    except UnreadablePdfError as error:
        raise SystemProblemError(problem("attachment.damaged", file=file.evidence.name)) from error


def pages_of(file: KeptFile) -> int:
    """How many pages a kept file has; a picture is one. Raises SystemProblemError `attachment.damaged`."""
    from merchant_guard.documents.pages import UnreadablePdfError, page_count  # noqa: PLC0415

    try:
        return 1 if file.evidence.media_type.is_picture else page_count(file.data)
    except UnreadablePdfError as error:
        raise SystemProblemError(problem("attachment.damaged", file=file.evidence.name)) from error


def _taken_in(given: Path | Pasted) -> EvidenceFile:
    file = read_evidence_file(given) if isinstance(given, Path) else checked_evidence(given.data, given.name)
    refuse_unreadable(file)
    return file


def refuse_unreadable(file: EvidenceFile) -> None:
    """Raise InputError `evidence.pdf_unreadable` for a PDF that does not open. Never on two threads."""
    if file.media_type is not MediaType.PDF:
        return
    from merchant_guard.documents.pages import UnreadablePdfError, page_count  # noqa: PLC0415

    unreadable = InputError(problem("evidence.pdf_unreadable", file=file.name))
    try:
        pages = page_count(file.data)
    except UnreadablePdfError as error:
        raise unreadable from error
    if not pages:
        raise unreadable
