"""Connections to an encrypted database file; the only module that imports SQLCipher."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sqlcipher3 import dbapi2

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.storage.keys import StoreKey

if TYPE_CHECKING:
    # SQLCipher's module has the standard module's interface and no types of its own.
    from sqlite3 import Connection
else:
    Connection = dbapi2.Connection

__all__ = ["Connection", "connect", "database_problems", "transaction"]

BUSY_SECONDS = 5.0
"""How long one window waits while another one writes."""

_PRIMARY_CODE = 0xFF
_PROBLEMS = {
    dbapi2.SQLITE_NOTADB: "store.unreadable",
    dbapi2.SQLITE_CORRUPT: "store.unreadable",
    dbapi2.SQLITE_FULL: "store.disk_full",
    dbapi2.SQLITE_READONLY: "store.cannot_write",
    dbapi2.SQLITE_CANTOPEN: "store.cannot_write",
    dbapi2.SQLITE_PERM: "store.cannot_write",
    dbapi2.SQLITE_IOERR: "store.cannot_write",
    dbapi2.SQLITE_BUSY: "store.busy",
}


@contextmanager
def database_problems(folder: Path) -> Iterator[None]:
    """Turn what SQLCipher says about the file into SystemProblemError, with the data folder's path.

    Codes `store.unreadable` (damaged, or another key), `store.disk_full`, `store.cannot_write` and
    `store.busy`. Mistakes of ours, such as a broken constraint, pass through as they are.
    """
    try:
        yield
    except dbapi2.DatabaseError as error:
        code = _PROBLEMS.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
        if code is None:
            raise
        raise SystemProblemError(problem(code, folder=str(folder))) from error


def connect(path: Path, key: StoreKey, mode: Literal["ro", "rw"]) -> Connection:
    """Open a file that is there with its raw key, read-only or for work; an empty file becomes a database.

    Nothing is read yet: a wrong key shows at the first question. Raises the errors of SQLCipher.
    """
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection: Connection = dbapi2.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    # It would write its own words about damaged files to stderr, beside our sentence.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.raw.hex()}'\"")
    return connection


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All of it or nothing, one commit at the end; inside another transaction it is part of that one."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
