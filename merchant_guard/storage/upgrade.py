"""Bringing a database file up to the version of this app, with a copy of the old file kept."""

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.storage import data_folder
from merchant_guard.storage.connection import Connection, connect, transaction
from merchant_guard.storage.keys import StoreKey

Migration = Callable[[Connection], None]
"""Takes the schema one version further, statement by statement; it neither begins nor commits.

Foreign keys are off while it runs, so that a table can be rebuilt, and checked afterwards.
"""


def version_of(connection: Connection) -> int:
    """The version of the schema in the file; 0 for a new one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def upgrade(
    connection: Connection, migrations: Sequence[Migration], keep_copy: Callable[[int], object] | None = None
) -> None:
    """Run the migrations that are missing, all of them or none.

    `keep_copy` is called before the first one with the version found, while nobody else can write; what it
    raises stops the upgrade.
    """
    if version_of(connection) == len(migrations):
        return
    with transaction(connection):
        # Read again: another window may have been first.
        version = version_of(connection)
        if keep_copy is not None and version < len(migrations):
            keep_copy(version)
        for number, migrate in enumerate(migrations[version:], start=version + 1):
            migrate(connection)
            connection.execute(f"PRAGMA user_version = {number}")
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise RuntimeError(f"a migration from version {version} left a reference to nothing")


def copy_path(folder: Path, version: int) -> Path:
    """Where the copy of a file of this version stands. To go back, it takes the place of `store.db`."""
    return folder / data_folder.BACKUPS_NAME / f"store-version-{version}.db"


def keep_verified_copy(folder: Path, key: StoreKey, version: int) -> Path:
    """Copy the store with the same key into `backups/`, read the copy back whole, and return its place.

    It takes the place of an older copy of the same version. Raises SystemProblemError `store.copy_failed`
    when the copy does not read back, OSError and the errors of SQLCipher.
    """
    path = copy_path(folder, version)
    data_folder.prepare_folder(path.parent)
    aside = data_folder.new_file_aside(path)
    try:
        _copy(folder / data_folder.STORE_NAME, aside, key)
        if not _reads_back(aside, key, version):
            raise SystemProblemError(problem("store.copy_failed", folder=str(path.parent)))
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    data_folder.sync_folder(path.parent)
    return path


def _copy(path: Path, aside: Path, key: StoreKey) -> None:
    with closing(connect(path, key, "ro")) as source, closing(connect(aside, key, "rw")) as copy:
        source.backup(copy)
        # One file that stands for itself, without a journal beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def _reads_back(path: Path, key: StoreKey, version: int) -> bool:
    """Whether every page in use carries its seal, the tables hang together and the version is right."""
    with closing(connect(path, key, "ro")) as copy:
        return version_of(copy) == version and copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
