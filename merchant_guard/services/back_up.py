"""A backup for another place: the whole store with its files in one `.mgbak`, under a password of its own."""

from datetime import datetime
from pathlib import Path
from typing import IO, NamedTuple

from merchant_guard import version
from merchant_guard.exchange.backup_file import (
    ENDING,
    STORE,
    attachment_name,
    manifest_text,
    open_backup,
    write_backup,
)
from merchant_guard.services.workspace import Workspace
from merchant_guard.services.write_file import telling_problems, telling_problems_of
from merchant_guard.storage.copies import Copies
from merchant_guard.storage.key_lock import lock_key
from merchant_guard.storage.key_record import check_of, plain_lock
from merchant_guard.storage.keys import checked_password
from merchant_guard.storage.migrations import MIGRATIONS
from merchant_guard.storage.sealed_manifest import seal_of
from merchant_guard.system.files import write_whole_by


class Backup(NamedTuple):
    """A backup that was written and read back. `missing` files were not there to go into it."""

    path: Path
    files: int
    missing: int
    has_password: bool


def back_up(workspace: Workspace, folder: Path, moment: datetime, password: str | None = None) -> Backup:
    """Write a backup of an open store into a folder and read it back; it is there whole, or not at all.

    Without a password it opens only with the recovery card, or beside the key of this computer. What was
    backed up there on the same day gives way to it. Raises InputError `store.password_short`,
    `backup.too_big`, and as writing files does; SystemProblemError (`store.…`, `write.…`).
    """
    key, lock = workspace.database.key, None
    if password is not None:
        lock = plain_lock(lock_key(key.raw, checked_password(password)))
    target = folder / f"MerchantGuard-{moment.date().isoformat()}{ENDING}"
    with Copies(workspace.folder, key).fresh() as copy, telling_problems_of(target):
        files = {one.id: workspace.attachments.place_of(one.id) for one in workspace.attachments.list()}
        there = {attachment_name(id_): place for id_, place in files.items() if place.exists()}
        members = {STORE: copy, **there}
        manifest = manifest_text(
            made_at=moment,
            app=version(),
            schema=len(MIGRATIONS),
            check=check_of(key.raw),
            lock=lock,
            members=members,
        )

        def write(file: IO[bytes]) -> None:
            write_backup(file, manifest, seal_of(manifest, key), members)

        with telling_problems():
            write_whole_by(target, write)
    _read_back(target)
    return Backup(target, len(there), len(files) - len(there), password is not None)


class _Nowhere:
    """Takes what is written and keeps nothing of it."""

    def write(self, data: bytes) -> int:
        return len(data)


def _read_back(path: Path) -> None:
    """Raise InputError `backup.damaged` when what the disk took is not what was written."""
    with open_backup(path) as reader:
        for name in reader.manifest.members:
            reader.take_out(name, _Nowhere())
