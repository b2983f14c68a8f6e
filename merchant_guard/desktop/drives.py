"""Disks a backup can go to: another one than that of the data comes first, and what can be pulled out."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_PULLED_OUT = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where Linux and macOS put sticks and disks that come and go."""


@dataclass(frozen=True, slots=True)
class Drive:
    """A disk with its own name, which may be empty, and whether the data itself lies on it."""

    root: Path
    name: str
    has_data: bool = False


def find_drives(data: Path) -> tuple[Drive, ...]:
    """Return the disks a backup of the data can be proposed for, others before its own. Reads the disks."""
    own = QStorageInfo(str(data))
    drives = [
        Drive(Path(one.rootPath()), one.name(), has_data=one.device() == own.device())
        for one in QStorageInfo.mountedVolumes()
        if one.isValid() and one.isReady() and not one.isReadOnly() and _is_for_people(one)
    ]
    return tuple(sorted(drives, key=lambda one: (one.has_data, str(one.root))))


def shares_disk(data: Path, folder: Path) -> bool:
    """Whether a folder lies on the disk of the data: what breaks that takes both. Reads the disk."""
    return QStorageInfo(str(folder)).device() == QStorageInfo(str(data)).device()


def _is_for_people(one: QStorageInfo) -> bool:
    """Windows gives each disk a letter, all of them people's but that of the system; others have places."""
    if sys.platform == "win32":
        return one.rootPath() != QStorageInfo.root().rootPath()
    return f"{one.rootPath()}/".startswith(_PULLED_OUT)
