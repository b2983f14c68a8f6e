"""Which kind of installation this is, and the exact command that starts its window without a console."""

import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from merchant_guard.system.paths import usual_place

PROGRAM = "merchant-guard"
WINDOWS_PROGRAM = "MerchantGuard.exe"
PACKAGE_FOLDER = "/opt/merchant-guard/"
PACKAGE_LINK = f"/usr/bin/{PROGRAM}"


class InstallationKind(StrEnum):
    """The ways of getting the app."""

    SOURCE = "source"
    DEB = "deb"
    TAR = "tar"
    WINDOWS = "windows"


class Installation(NamedTuple):
    """How the app came here. `program` begins every command of it, with full paths."""

    kind: InstallationKind
    program: tuple[str, ...]

    def command(self, *words: str, folder: str | os.PathLike[str] | None = None) -> tuple[str, ...]:
        """The whole command for some words; a data folder that is not the usual one is named in it."""
        if folder is None or os.path.abspath(folder) == os.path.abspath(usual_place()):  # noqa: PTH100
            return (*self.program, *words)
        return (*self.program, *words, "--home", os.path.abspath(folder))  # noqa: PTH100


def this_installation(
    executable: str = sys.executable,
    platform: str = sys.platform,
    *,
    frozen: bool = getattr(sys, "frozen", False),
    exists: Callable[[str], bool] = os.path.exists,
) -> Installation:
    """Find out how the app that is running was installed.

    Frozen on Linux, it lies below /opt where the package put it, with a link that stays from one version to
    the next; anywhere else somebody unpacked it. The Windows setup starts Python by a program of its own.
    Everything else is a source tree or a Python environment.
    """
    here: PurePath = PureWindowsPath(executable) if platform == "win32" else PurePosixPath(executable)
    if platform == "win32":
        return _on_windows(here, exists)
    if frozen:
        if str(here).startswith(PACKAGE_FOLDER) and exists(PACKAGE_LINK):
            return Installation(InstallationKind.DEB, (PACKAGE_LINK,))
        return Installation(InstallationKind.TAR, (str(here.with_name(PROGRAM)),))
    return _source(here, PROGRAM, here, exists)


def _on_windows(here: PurePath, exists: Callable[[str], bool]) -> Installation:
    own = str(here.with_name(WINDOWS_PROGRAM))
    if exists(own):
        return Installation(InstallationKind.WINDOWS, (own,))
    # Python's own program without a console, where it is there.
    quiet = here.with_name("pythonw.exe")
    return _source(here, f"{PROGRAM}.exe", quiet if exists(str(quiet)) else here, exists)


def _source(here: PurePath, name: str, python: PurePath, exists: Callable[[str], bool]) -> Installation:
    entry = str(here.with_name(name))
    program = (entry,) if exists(entry) else (str(python), "-m", "merchant_guard")
    return Installation(InstallationKind.SOURCE, program)
