"""Writing files so that no half one ever stands under its final name."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from merchant_guard.system.problems import FileProblemError


def write_whole(target: Path, data: bytes) -> None:
    """Write a file aside and rename it into place; what stood there before stays until then.

    Raises FileProblemError when the folder or disk will not have it.
    """

    def write(file: IO[bytes]) -> None:
        file.write(data)

    write_whole_by(target, write)


def write_whole_by(target: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Do as `write_whole` does with what a function writes into the open file, piece by piece."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            _take_place(Path(aside), target)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FileProblemError(target, error) from error
    except ValueError as error:  # a name that no system takes, such as one with a zero byte
        raise FileProblemError(target, OSError(errno.EINVAL, "")) from error


def _take_place(aside: Path, target: Path) -> None:
    try:
        aside.replace(target)
    except PermissionError as error:
        if not target.is_file():
            raise
        # The folder takes files, as one lies aside in it: what refuses is the old file, which a program such
        # as Word holds open. Windows says the same as of a folder that may not be written.
        raise OSError(errno.EBUSY, "") from error


def rename(file: Path, target: Path) -> None:
    """Give a file another name in its folder. Raises FileProblemError."""
    try:
        file.rename(target)
    except OSError as error:
        raise FileProblemError(file, error) from error
