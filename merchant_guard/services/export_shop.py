"""Write one shop out of the store: into an answer file, or into a zip with its photos and PDFs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import IO, NamedTuple

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.errors import InputError, SystemProblemError, problem
from merchant_guard.domain.evidence import Evidence
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.shop import Shop
from merchant_guard.exchange.answer_writer import write_answer_file
from merchant_guard.exchange.shop_zip import MOST_FILES, too_big, write_shop_zip
from merchant_guard.services.workspace import Workspace
from merchant_guard.services.write_file import telling_problems, write_file
from merchant_guard.system.files import write_whole_by

MOST_NAMED = 6
"""As many shops as a sentence lists."""
_LOST = ("attachment.missing", "attachment.damaged")


@dataclass(frozen=True, slots=True)
class Exported:
    """What went out: the shop's name, how many answers and files; `missing` files were damaged or gone."""

    name: str
    answers: int
    files: int = 0
    missing: int = 0


def export_shop(workspace: Workspace, shop_id: str | None, target: Path) -> Exported:
    """Write a shop with all its self-checks and registers as plain JSON.

    Raises InputError when there is no shop, or several and none was named.
    """
    held = _held(workspace, shop_id)
    write_file(target, _answers(workspace, held))
    return Exported(held.shop.name, len(held.check.answers))


def export_zip(workspace: Workspace, shop_id: str | None, target: Path) -> Exported:
    """Write a shop with the files it keeps as proof, their bytes as they came; nothing is encrypted.

    What the store has lost of them is told of in the zip and counted. Raises as `export_shop` does, and
    InputError `shop_zip.too_big`.
    """
    held = _held(workspace, shop_id)
    wanted = set(_references(held))
    files = sorted((one for one in workspace.attachments.list() if one.id in wanted), key=lambda one: one.id)
    if len(files) > MOST_FILES:
        raise too_big()
    written = _Written(workspace, files)

    def write(file: IO[bytes]) -> None:
        write_shop_zip(file, _answers(workspace, held, files), written)

    with telling_problems():
        write_whole_by(target, write)
    return Exported(held.shop.name, len(held.check.answers), written.count, len(files) - written.count)


class _Held(NamedTuple):
    """A shop as the store has it."""

    shop: Shop
    check: SelfCheck
    book: Book
    since: date | None


class _Written:
    """The files that can be read, one after the other, counted."""

    def __init__(self, workspace: Workspace, files: Sequence[Evidence]) -> None:
        self._workspace, self._files, self.count = workspace, files, 0

    def __iter__(self) -> Iterator[tuple[Evidence, bytes]]:
        for evidence in self._files:
            try:
                found = self._workspace.attachments.load(evidence.id)
            except SystemProblemError as error:
                if error.problems[0].code not in _LOST:
                    raise
                continue
            self.count += 1
            yield found


def _held(workspace: Workspace, shop_id: str | None) -> _Held:
    chosen = shop_id or _only_shop(workspace)
    book, since = workspace.registers.load(chosen), workspace.registers.load_since(chosen)
    shop = replace(workspace.shops.load(chosen), staff=book.staff)
    checks = workspace.checks.list(chosen)
    check = workspace.checks.load(checks[0].id) if checks else SelfCheck()
    return _Held(shop, check, book, since)


def _answers(workspace: Workspace, held: _Held, files: Sequence[Evidence] = ()) -> bytes:
    return write_answer_file(held.shop, held.check, workspace.bank, held.book, held.since, files=files)


def _references(held: _Held) -> Iterator[str]:
    """Everything that is named as proof, in all years and registers."""
    check: SelfCheck | None = held.check
    while check is not None:
        for answer in check.answers.values():
            yield from answer.evidence
        for progress in check.progress.values():
            yield from progress.proof
        for waiting in check.waiting.values():
            yield from waiting
        check = check.previous
    for references in held.book.evidence.values():
        yield from references


def _only_shop(workspace: Workspace) -> str:
    shops = workspace.shops.list()
    if not shops:
        raise InputError(problem("export.no_shop"))
    if len(shops) > 1:
        listed = [f"{shop.id} ({shop.name})" for shop in shops[:MOST_NAMED]]
        more = ["…"] if len(shops) > MOST_NAMED else []
        raise InputError(problem("export.several_shops", shops=", ".join([*listed, *more])))
    return shops[0].id
