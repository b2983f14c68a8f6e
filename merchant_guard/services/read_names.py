"""Read a list of people that somebody hands us, for the register of staff."""

from pathlib import Path

from merchant_guard.exchange.incoming_file import read_file
from merchant_guard.exchange.name_list import (
    LARGEST_LIST,
    LeftOut,
    ListedPerson,
    NameList,
    read_name_bytes,
    read_name_text,
)

__all__ = ["LeftOut", "ListedPerson", "NameList", "read_names"]


def read_names(brought: Path | str) -> NameList:
    """Read a file, or text that was pasted: all of it or nothing, and nothing is kept.

    Raises InputError with one problem (`file.…`, `names.…`), SystemProblemError (`file.not_read`).
    """
    if isinstance(brought, str):
        return read_name_text(brought)
    return read_name_bytes(read_file(brought, LARGEST_LIST), brought.suffix)
