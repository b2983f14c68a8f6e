"""Take in a shop with its photos and PDFs, as `export FILE.zip` wrote it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from merchant_guard.domain.errors import InputError, MerchantGuardError, SystemProblemError, problem
from merchant_guard.domain.evidence import Evidence
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.exchange.shop_zip import ENDING, ShopZip, file_name, open_shop_zip
from merchant_guard.exchange.stored_zip import is_zip
from merchant_guard.services.import_shop import Imported, import_shop
from merchant_guard.services.keep_evidence import refuse_unreadable
from merchant_guard.services.read_answers import refuse_days_to_come
from merchant_guard.services.workspace import Workspace

__all__ = ["ImportedZip", "ShopZip", "holds_zip", "import_zip", "read_zip"]


@dataclass(frozen=True, slots=True)
class ImportedZip:
    """What came in: the shop, and its files, those that were here already among them.

    `missing` files are told of and not in the zip, `extra` counts what else is in it and stayed out.
    """

    shop: Imported
    files: int
    missing: int
    extra: int


def holds_zip(path: Path) -> bool:
    """Whether a file is a zip, or says so by its name. Raises InputError `file.…`."""
    return path.suffix.lower() == ENDING or is_zip(path)


@contextmanager
def read_zip(path: Path, bank: QuestionBank, today: date) -> Iterator[ShopZip]:
    """Open a zip whose every file was read and compared, before any store is touched.

    Raises InputError (`file.…`, `shop_zip.…`, `evidence.…`, and as `read_answers` does); SystemProblemError
    when the disk does not give it. Never on two threads at once.
    """
    with open_shop_zip(path, bank) as opened:
        refuse_days_to_come(opened.file, today)
        for evidence in opened.there:
            refuse_unreadable(opened.read(evidence))
        yield opened


def import_zip(workspace: Workspace, opened: ShopZip, today: date) -> ImportedZip:
    """Save the shop with its files under their ids, all of it or nothing.

    A file that is here already stays, and is written anew where its bytes were lost. Raises as `import_shop`
    does, InputError `shop_zip.other_file` where another file has an id, SystemProblemError (`store.…`).
    """
    with _all_or_nothing(workspace) as kept:
        for evidence in opened.there:
            _keep(workspace, opened, evidence, kept)
        with workspace.database.transaction():
            if any(workspace.attachments.about(one.id) is None for one in opened.there):
                # Until here nothing referred to them, and another window tidies up.
                raise SystemProblemError(problem("store.busy", folder=str(workspace.folder)))
            shop = import_shop(workspace, opened.file, today)
    return ImportedZip(shop, len(opened.there), len(opened.missing), opened.extra)


@contextmanager
def _all_or_nothing(workspace: Workspace) -> Iterator[list[str]]:
    """Delete the files whose ids were noted when what happens inside fails."""
    kept: list[str] = []
    try:
        yield kept
    except BaseException:
        for evidence_id in kept:
            workspace.attachments.delete(evidence_id)
        raise


def _keep(workspace: Workspace, opened: ShopZip, evidence: Evidence, kept: list[str]) -> None:
    """Files come before what refers to them: a process that ends in between leaves some that are unused."""
    attachments = workspace.attachments
    here = attachments.about(evidence.id)
    if here is None:
        data = opened.read(evidence).data
        kept.append(evidence.id)
        attachments.save(evidence, data)
    elif here.sha256 != evidence.sha256:
        raise InputError(problem("shop_zip.other_file", file=file_name(evidence)))
    elif not _is_whole(workspace, evidence.id):
        attachments.write_anew(evidence.id, opened.read(evidence).data)


def _is_whole(workspace: Workspace, evidence_id: str) -> bool:
    try:
        workspace.attachments.load(evidence_id)
    except MerchantGuardError:
        return False
    return True
