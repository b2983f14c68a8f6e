"""Files a person hands us: read whole, up to a limit, with a sentence for whatever is in the way."""

import errno
from pathlib import Path

from merchant_guard.domain.errors import InputError, SystemProblemError, problem
from merchant_guard.exchange.place import printable

MIB = 1024 * 1024
LARGEST_ANSWER_FILE = 8 * MIB
"""Bytes. Ten years of registers of a busy outlet (6,000 entries) need half of it."""

_NO_SUCH_FILE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM}


def read_file(path: Path, limit: int = LARGEST_ANSWER_FILE) -> bytes:
    """Read a file of at most `limit` bytes.

    Raises InputError when it is missing, a folder, not an ordinary file, closed to this account or too big;
    SystemProblemError when the disk does not give it.
    """
    return within(read_beginning(path, limit + 1), limit)


def read_beginning(path: Path, count: int) -> bytes:
    """Read the first `count` bytes of a file, all of a shorter one. Raises as `read_file` does."""
    try:
        if path.is_dir():
            raise InputError(problem("file.folder", file=printable(str(path))))
        # Opening a pipe would wait for its other end for ever.
        if path.exists() and not path.is_file():
            raise InputError(problem("file.not_ordinary", file=printable(str(path))))
        with path.open("rb") as file:
            return file.read(count)
    except ValueError as error:  # a name that no system takes, such as one with a zero byte
        raise InputError(problem("file.missing", file=printable(str(path)))) from error
    except OSError as error:
        raise _explained(path, error) from error


def within(data: bytes, limit: int) -> bytes:
    """Return the data unless there are more than `limit` bytes of it; then raise InputError."""
    if len(data) > limit:
        raise InputError(problem("file.too_big", limit=f"{limit / MIB:g}"))
    return data


def _explained(path: Path, error: OSError) -> InputError | SystemProblemError:
    if error.errno in _NO_SUCH_FILE:
        return InputError(problem("file.missing", file=printable(str(path))))
    if error.errno in _NOT_ALLOWED:
        return InputError(problem("file.not_allowed", file=printable(str(path))))
    return SystemProblemError(problem("file.not_read", file=printable(str(path))))
