"""Disks that run full and folders that are not one's own, made by the system itself."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """The system itself breaks off writing, as it does when a disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def somebody_else(folder: Path) -> Iterator[None]:
    """What happens inside happens as somebody who may look into a folder and not write there."""
    if os.geteuid():
        folder.chmod(0o500)
        try:
            yield
        finally:
            folder.chmod(0o700)
        return
    closed = [one for one in folder.parents if one != one.parent and not one.stat().st_mode & 0o001]
    before = [one.stat().st_mode & 0o777 for one in closed]
    for one in (folder, *closed):
        one.chmod(0o755)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        for one, mode in zip(closed, before, strict=True):
            one.chmod(mode)
