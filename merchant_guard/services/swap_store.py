"""While the window is open: another store in the place of its own, looked at first and taken back after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from merchant_guard.domain.errors import MerchantGuardError
from merchant_guard.services.keep_check import open_to_work
from merchant_guard.services.keep_key import standing
from merchant_guard.services.open_store import OpenedStore
from merchant_guard.services.restore import Secret, put_back, staged
from merchant_guard.services.workspace import Workspace, workspace_over
from merchant_guard.services.write_file import telling_problems_of
from merchant_guard.storage.copies import Copies, PutAside, StoreCopy
from merchant_guard.storage.database import open_with_key
from merchant_guard.storage.last_change import Written, written, written_in

Put = Callable[[], Path | None]
"""Puts something in the place of a store that is closed; returns where that one lies now."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What would take the store's place: when it was made, its shops, and what either lacks of the other.

    `lacks` is what was written down here and is not in it, by table; `brings` the other way round. Both
    moments of the last change are None where nothing was ever written down.
    """

    made_at: datetime
    shops: tuple[str, ...]
    last_change: datetime | None
    last_change_here: datetime | None
    lacks: Mapping[str, int]
    brings: Mapping[str, int]

    @property
    def is_older(self) -> bool:
        """Whether what is here is newer: it has all that is in the other and more, or was written in last."""
        if bool(self.lacks) is not bool(self.brings):
            return bool(self.lacks)
        here, there = self.last_change_here, self.last_change
        return here is not None and (there is None or there < here)

    @property
    def is_newer(self) -> bool:
        """Whether it is newer than what is here."""
        if bool(self.lacks) is not bool(self.brings):
            return bool(self.brings)
        here, there = self.last_change_here, self.last_change
        return there is not None and (here is None or here < there)


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies in the data folder to be put back: the copies of days, and what was put aside."""

    days: tuple[StoreCopy, ...]
    aside: tuple[PutAside, ...]


@dataclass(frozen=True, slots=True)
class Swapped:
    """The store that is open afterwards, where the one before lies; or why it is still the one before."""

    opened: OpenedStore
    aside: Path | None
    error: MerchantGuardError | None = None


def kept_here(workspace: Workspace) -> Kept:
    """List what could be put back."""
    copies = _copies(workspace)
    return Kept(copies.list(), copies.put_aside())


def compare_backup(workspace: Workspace, file: Path, typed: str) -> Compared:
    """Read a backup whole and say what is in it; nothing changes. `typed` is its password, or the card.

    Raises InputError (`file.…`, `backup.…`, `card.…`) and SystemProblemError (`store.…`).
    """
    with staged(workspace.folder, file, _secret(workspace, typed)) as backup:
        return _compared(workspace, backup.made_at, backup.shops, backup.written)


def compare_copy(workspace: Workspace, copy: Path) -> Compared:
    """Say what is in a copy of this store. Raises SystemProblemError (`store.…`)."""
    there = written_in(copy, workspace.database.key)
    with telling_problems_of(copy):
        made_at = datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
    return _compared(workspace, made_at, (), there)


def restore_backup(workspace: Workspace, file: Path, typed: str, moment: datetime) -> Swapped:
    """Put what a backup holds in the place of the open store. Of problems only the outcome tells."""
    secret = _secret(workspace, typed)

    def put() -> Path | None:
        with staged(workspace.folder, file, secret) as backup:
            return put_back(workspace.folder, backup, moment, secret.here)

    return _swap(workspace, put)


def restore_day(workspace: Workspace, copy: Path, moment: datetime) -> Swapped:
    """Put the copy of a day in the place of the open store."""
    return _swap(workspace, lambda: _copies(workspace).put_back(copy, moment))


def take_back(workspace: Workspace, aside: Path, moment: datetime) -> Swapped:
    """Put what was put aside in the place of the open store again."""
    return _swap(workspace, lambda: _copies(workspace).take_back(aside, moment))


def _secret(workspace: Workspace, typed: str) -> Secret:
    """A backup of this computer opens without anything typed."""
    secret = Secret(here=workspace.database.key)
    return secret.typed(typed) if typed else secret


def _swap(workspace: Workspace, put: Put) -> Swapped:
    """Close, put, open again what stands there then, with the key it had: nobody types a password twice."""
    folder = workspace.folder
    key = workspace.database.key
    workspace.database.close()
    aside, error = None, None
    try:
        aside = put()
    except MerchantGuardError as refused:
        error = refused
    return Swapped(_opened(workspace_over(folder, open_with_key(folder, key))), aside, error)


def _opened(workspace: Workspace) -> OpenedStore:
    try:
        check = open_to_work(workspace)
        return OpenedStore(workspace, check, workspace.shops.load_draft(), standing(workspace))
    except BaseException:
        workspace.database.close()
        raise


def _compared(workspace: Workspace, made_at: datetime, shops: tuple[str, ...], there: Written) -> Compared:
    here = written(workspace.database)
    return Compared(made_at, shops, there.last, here.last, here.missing_in(there), there.missing_in(here))


def _copies(workspace: Workspace) -> Copies:
    return Copies(workspace.folder, workspace.database.key)
