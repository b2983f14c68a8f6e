"""Putting a backup back: laid out beside the store first and looked at, then put in its place, undoable."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from merchant_guard.domain.errors import InputError, SystemProblemError, problem
from merchant_guard.domain.recovery_card import key_of_card
from merchant_guard.exchange.backup_file import STORE, BackupReader, Manifest, attachment_name, open_backup
from merchant_guard.services.staging import STAGING
from merchant_guard.storage import data_folder
from merchant_guard.storage.attachment_store import ATTACHMENTS_NAME
from merchant_guard.storage.database import open_with_key
from merchant_guard.storage.key_lock import WrongPasswordError, unlock_key
from merchant_guard.storage.key_record import check_of, lock_from
from merchant_guard.storage.keys import StoreKey, keep_anew, store_key
from merchant_guard.storage.last_change import Written, written
from merchant_guard.storage.moved_mark import take_mark
from merchant_guard.storage.restoring import change_key, change_seal, put_in_place_of_store
from merchant_guard.storage.sealed_manifest import is_sealed
from merchant_guard.storage.shop_store import ShopStore

_DIGITS_OF_A_CARD = 60
"""More than any password has."""


@dataclass(frozen=True, slots=True)
class Secret:
    """What opens a backup: its password, the digits of the card, or the key of the store here."""

    password: str | None = None
    card: str | None = None
    here: StoreKey | None = None

    def typed(self, text: str) -> "Secret":
        """The same with what somebody typed: so many digits are a card, anything else is a password."""
        if sum(character.isdecimal() for character in text) >= _DIGITS_OF_A_CARD:
            return replace(self, card=text)
        return replace(self, password=text)


@dataclass(frozen=True, slots=True)
class StagedBackup:
    """A backup laid out beside the store, whole and readable, not yet in its place."""

    stage: Path
    key: StoreKey
    made_at: datetime
    shops: tuple[str, ...]
    written: Written
    attachments: tuple[str, ...]

    @property
    def last_change(self) -> datetime | None:
        """When somebody wrote something down in it for the last time; None in an empty one."""
        return self.written.last


def key_here(folder: Path, password: str | None = None) -> StoreKey | None:
    """The key of the store that stands in a folder; None where none stands, or its key is gone.

    Raises InputError `store.password_…`, SystemProblemError `store.keyring_refused`.
    """
    if not data_folder.holds_store(folder):
        return None
    try:
        with data_folder.file_problems(folder):
            return store_key(folder, password)
    except SystemProblemError as error:
        if [one.code for one in error.problems] == ["store.key_missing"]:
            return None
        raise


@contextmanager
def staged(folder: Path, file: Path, secret: Secret) -> Iterator[StagedBackup]:
    """Lay a backup out in a folder of its own in the data folder, and remove that at the end.

    Nothing else in the data folder changes. Raises InputError (`file.…`, `backup.…`, `card.…`) and
    SystemProblemError (`store.…`).
    """
    with open_backup(file) as reader, data_folder.file_problems(folder):
        key = _key_of(reader.manifest, secret)
        stage = folder / f"{STAGING}{os.urandom(4).hex()}"
        try:
            _take_out(reader, stage)
            with open_with_key(stage, key) as database:
                shops = tuple(shop.name for shop in ShopStore(database).list())
                changes = written(database)
            manifest = reader.manifest
            yield StagedBackup(stage, key, manifest.made_at, shops, changes, manifest.attachments)
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def put_back(
    folder: Path, backup: StagedBackup, moment: datetime, here: StoreKey | None, password: str | None = None
) -> Path | None:
    """Put a staged backup in the place of the store; return where the old store lies now, None without one.

    Nobody may have the store open. It goes under the key that opens the store here. Where no store stands it
    gets a new one, under the password if one is given; where one stands whose key is gone, the backup's own.
    Raises SystemProblemError (`store.…`), InputError `store.password_short`.
    """
    with data_folder.file_problems(folder):
        data_folder.prepare_folder(folder)
        key = here or _key_for_new_store(folder, backup.key, moment, password)
        fresh = backup.stage / STORE
        change_key(fresh, backup.key, key)
        _put_files(folder, backup, key)
        aside = put_in_place_of_store(folder, fresh, key, moment)
        # Whatever was moved away from here has come back.
        take_mark(folder)
        return aside


def _key_of(manifest: Manifest, secret: Secret) -> StoreKey:
    key = _opened_key(manifest, secret)
    if not is_sealed(manifest.text, manifest.seal, key):
        raise InputError(problem("backup.damaged"))
    return key


def _opened_key(manifest: Manifest, secret: Secret) -> StoreKey:
    if secret.card is not None:
        raw = key_of_card(secret.card)
        if check_of(raw) != manifest.check:
            raise InputError(problem("card.other_data"))
        return StoreKey(raw)
    if secret.here is not None and check_of(secret.here.raw) == manifest.check:
        return secret.here
    if manifest.lock is None:
        raise InputError(problem("backup.card_needed"))
    if secret.password is None:
        raise InputError(problem("backup.password_needed"))
    try:
        return StoreKey(unlock_key(lock_from(dict(manifest.lock)), secret.password))
    except WrongPasswordError:
        raise InputError(problem("backup.password_wrong")) from None
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(problem("backup.damaged")) from error


def _take_out(reader: BackupReader, stage: Path) -> None:
    data_folder.prepare_folder(stage.parent)
    data_folder.prepare_folder(stage)
    data_folder.prepare_folder(stage / ATTACHMENTS_NAME)
    for name in reader.manifest.members:
        with os.fdopen(os.open(stage / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            reader.take_out(name, target)


def _put_files(folder: Path, backup: StagedBackup, key: StoreKey) -> None:
    """The files come before the store that speaks of them; under the same id lies the same file."""
    data_folder.prepare_folder(folder / ATTACHMENTS_NAME)
    for evidence_id in backup.attachments:
        sealed = backup.stage / attachment_name(evidence_id)
        if key != backup.key:
            change_seal(sealed, evidence_id, backup.key, key)
        sealed.replace(folder / ATTACHMENTS_NAME / sealed.name)
    data_folder.sync_folder(folder / ATTACHMENTS_NAME)


def _key_for_new_store(folder: Path, key: StoreKey, moment: datetime, password: str | None) -> StoreKey:
    """Have a key for a folder in which none opens anything; an old key file goes with its store."""
    record = folder / data_folder.KEY_NAME
    if not record.exists() and not data_folder.holds_store(folder):
        return store_key(folder, password)
    if record.exists():
        aside = folder / data_folder.BACKUPS_NAME / f"store-before-{moment:%Y-%m-%dT%H-%M-%S}.key"
        data_folder.prepare_folder(aside.parent)
        data_folder.copy_file(record, aside)
    keep_anew(folder, key)
    return key
