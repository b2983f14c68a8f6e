"""What services work with: the content and the owner's store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.services.load_content import load_content
from merchant_guard.storage.attachment_store import AttachmentStore
from merchant_guard.storage.database import Database, open_database
from merchant_guard.storage.keys import KeyKeeper
from merchant_guard.storage.moved_mark import moved_on
from merchant_guard.storage.register_store import RegisterStore
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open store with the content it speaks of."""

    bank: QuestionBank
    database: Database
    shops: ShopStore
    checks: SelfCheckStore
    registers: RegisterStore
    attachments: AttachmentStore
    keys: KeyKeeper
    folder: Path
    moved_on: date | None
    """The day on which the store was moved to another computer; None where it is at home here."""


def open_for_window(folder: Path, password: str | None = None) -> Workspace:
    """Open the store of a data folder for as long as the window lives, on the thread that will use it."""
    return workspace_over(folder, open_database(folder, password=password))


def workspace_over(folder: Path, database: Database) -> Workspace:
    """What services work with over an open store. Raises SystemProblemError (`store.…`)."""
    return Workspace(
        load_content(),
        database,
        ShopStore(database),
        SelfCheckStore(database),
        RegisterStore(database),
        AttachmentStore(database, folder),
        KeyKeeper(folder, database.key),
        folder,
        moved_on(folder),
    )


@contextmanager
def open_workspace(folder: Path, password: str | None = None) -> Iterator[Workspace]:
    """Open the store of a data folder, made where there is none, and close it at the end.

    Raises SystemProblemError (`store.…`) when it cannot be opened, InputError (`store.password_…`) without
    the right password.
    """
    workspace = open_for_window(folder, password)
    with workspace.database:
        yield workspace
