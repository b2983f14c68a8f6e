"""The store of a data folder: opened through one door, in one piece or with a sentence why not."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.storage import data_folder
from merchant_guard.storage.connection import Connection, connect, database_problems, transaction
from merchant_guard.storage.copies import keep_verified_copy, version_copy_name
from merchant_guard.storage.keys import StoreKey, store_key
from merchant_guard.storage.migrations import MIGRATIONS
from merchant_guard.storage.upgrade import Migration, upgrade, version_of


class Database:
    """An open store. Made by `open_database`, used and closed by the thread that opened it."""

    def __init__(self, folder: Path, key: StoreKey, connection: Connection) -> None:
        self._folder = folder
        self._connection = connection
        self.key = key
        """What opens it, and seals the files beside it."""

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return what a question to the database answers. Raises SystemProblemError (`store.…`)."""
        with database_problems(self._folder):
            return self._connection.execute(sql, parameters).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Change the store: all of what happens inside or nothing, on the disk at the end.

        Transactions inside it become part of it. Raises SystemProblemError (`store.…`).
        """
        with database_problems(self._folder), transaction(self._connection):
            yield self._connection

    def close(self) -> None:
        """Close the store; nothing can be asked of it afterwards."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_database(
    folder: Path, migrations: Sequence[Migration] = MIGRATIONS, password: str | None = None
) -> Database:
    """Open the store of a data folder; make folder, key and store where there are none yet.

    The password is for a store that has one, and for a new one that shall have one. A store of an older
    version is brought up to date after a verified copy of it was put into `backups/`.
    Raises SystemProblemError, having changed nothing: `store.key_missing`, `store.keyring_refused`,
    `store.newer`, `store.unreadable` (damaged, or another key), `store.copy_failed`, `store.disk_full`,
    `store.cannot_write`, `store.busy`; InputError `store.password_needed`, `store.password_wrong` and
    `store.password_short`.
    """
    with data_folder.file_problems(folder), database_problems(folder):
        data_folder.prepare_folder(folder)
        key = store_key(folder, password)
        if not data_folder.holds_store(folder):
            _make_store(folder, key, migrations)
    return open_with_key(folder, key, migrations)


def open_with_key(folder: Path, key: StoreKey, migrations: Sequence[Migration] = MIGRATIONS) -> Database:
    """Open the store that stands in a folder with a key that is known. Raises as `open_database` does."""
    with data_folder.file_problems(folder), database_problems(folder):
        for end in ("", "-wal", "-shm"):
            data_folder.narrow(folder / (data_folder.STORE_NAME + end))
        _look_over(folder, key, len(migrations))
        return Database(folder, key, _open_for_work(folder, key, migrations))


def _make_store(folder: Path, key: StoreKey, migrations: Sequence[Migration]) -> None:
    """Make a new store aside and give it its name when it is whole: an empty `store.db` is never ours."""
    path = folder / data_folder.STORE_NAME
    aside = data_folder.new_file_aside(path)
    try:
        with closing(connect(aside, key, "rw")) as connection:
            upgrade(connection, migrations)
            # Set here, not by whoever opens it first: changing it takes a lock that nobody waits for.
            connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        aside.unlink()
        raise
    data_folder.put_in_place(aside, path)


def _look_over(folder: Path, key: StoreKey, newest: int) -> None:
    """Read the whole store before anything may write to it: what we cannot read we do not touch."""
    path = folder / data_folder.STORE_NAME
    unreadable = SystemProblemError(problem("store.unreadable", folder=str(folder)))
    if not path.exists():
        raise unreadable
    with closing(connect(path, key, "ro")) as connection:
        version = version_of(connection)
        if version > newest:
            raise SystemProblemError(problem("store.newer", folder=str(folder)))
        if version < 1 or connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise unreadable


def _open_for_work(folder: Path, key: StoreKey, migrations: Sequence[Migration]) -> Connection:
    connection = connect(folder / data_folder.STORE_NAME, key, "rw")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        upgrade(connection, migrations, lambda old: keep_verified_copy(folder, key, version_copy_name(old)))
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection
