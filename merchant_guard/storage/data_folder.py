"""The data folder: the names in it, and files that only their owner reads and that are never half written."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from merchant_guard.domain.errors import SystemProblemError, problem

STORE_NAME = "store.db"
KEY_NAME = "store.key"
BACKUPS_NAME = "backups"

_OWNER_FOLDER = 0o700
_OWNER_FILE = 0o600
_OTHERS = 0o077
_IS_POSIX = os.name == "posix"


@contextmanager
def file_problems(folder: Path) -> Iterator[None]:
    """Turn what the system says about our files into SystemProblemError.

    Codes `store.disk_full` and `store.cannot_write`, with the data folder's path.
    """
    try:
        yield
    except OSError as error:
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        code = "store.disk_full" if is_full else "store.cannot_write"
        raise SystemProblemError(problem(code, folder=str(folder))) from error


def holds_store(folder: Path) -> bool:
    """Whether a store stands here, even one of which only the journal is left."""
    return any((folder / name).exists() for name in (STORE_NAME, f"{STORE_NAME}-wal"))


def prepare_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter, or narrow the one that is there. Raises OSError."""
    folder.mkdir(mode=_OWNER_FOLDER, parents=True, exist_ok=True)
    narrow(folder)


def narrow(path: Path) -> None:
    """Take a file or folder, if it is there, from everybody but its owner.

    On POSIX; Windows keeps the folders of a user to that user by itself. Raises OSError.
    """
    if not _IS_POSIX or not path.exists():
        return
    mode = path.stat().st_mode & 0o7777
    if mode & _OTHERS:
        path.chmod(mode & ~_OTHERS)


def new_file_aside(path: Path, data: bytes = b"") -> Path:
    """Write a new owner-only file beside `path`, safely on the disk, and return its place. Raises OSError."""
    aside = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(aside, flags, _OWNER_FILE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return aside


def copy_file(source: Path, target: Path) -> None:
    """Copy a file as an owner-only one, safely on the disk; half a copy is removed. Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        with source.open("rb") as read, os.fdopen(os.open(target, flags, _OWNER_FILE), "wb") as written:
            shutil.copyfileobj(read, written, 1 << 20)
            written.flush()
            os.fsync(written.fileno())
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def put_in_place(aside: Path, path: Path) -> bool:
    """Give a finished file its name unless something has that name; return whether it got it.

    Raises OSError. Whoever else starts the app at the same moment wins or loses as a whole.
    """
    try:
        os.link(aside, path)
    except FileExistsError:
        return False
    finally:
        aside.unlink()
    sync_folder(path.parent)
    return True


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk. Windows does so by itself. Raises OSError."""
    if not _IS_POSIX:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
