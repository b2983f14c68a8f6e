"""A backup is looked at before it takes the place of anything: whose it is, and of when."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from merchant_guard.domain.errors import MerchantGuardError
from merchant_guard.services.restore import Secret, StagedBackup, key_here, put_back, staged
from merchant_guard.storage.keys import StoreKey


class SeenBackup(NamedTuple):
    """What is in a backup: names of its shops, how many kept files, when it was made and written to last."""

    shops: tuple[str, ...]
    files: int
    made_at: datetime
    last_change: datetime | None


def look_at_backup(folder: Path, file: Path, secret: str | None, password: str | None) -> SeenBackup:
    """Read a backup whole and change nothing; `secret` is its password or the digits of the card.

    `password` opens the store that stands here. Raises InputError (`file.…`, `backup.…`, `card.…`) and
    SystemProblemError (`store.…`).
    """
    with staged(folder, file, _secret(folder, secret, password)) as backup:
        return _seen(backup)


def put_seen_back(
    folder: Path, file: Path, secret: str | None, moment: datetime, password: str | None
) -> Path | None:
    """Put a backup in the place of the store; return where that one lies now, None where there was none.

    Nobody may have the store open. A store whose key is gone gives way to the backup with its own key. Raises
    as looking does.
    """
    given = _secret(folder, secret, password)
    with staged(folder, file, given) as backup:
        return put_back(folder, backup, moment, given.here)


def _secret(folder: Path, secret: str | None, password: str | None) -> Secret:
    given = Secret(here=_key(folder, password))
    return given.typed(secret) if secret else given


def _key(folder: Path, password: str | None) -> StoreKey | None:
    """The key of the store that stands here, where it can be had."""
    try:
        return key_here(folder, password)
    except MerchantGuardError:
        return None


def _seen(backup: StagedBackup) -> SeenBackup:
    return SeenBackup(backup.shops, len(backup.attachments), backup.made_at, backup.last_change)
