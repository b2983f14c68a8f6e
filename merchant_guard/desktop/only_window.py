"""One window over a data folder: who starts it once more hands over what they want to see, and ends.

The lock is the system's own on `window.lock`, so a window that was killed, or lost its power, holds nothing.
Only Qt's core is needed, and nothing is shown: a second start ends before it has loaded a font.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QFileSystemWatcher, QLockFile, QObject

LOCK_NAME, REQUEST_NAME = "window.lock", "window.request"
_LARGEST_REQUEST = 200
"""Bytes. It names a screen."""
_TRY = 200
"""Milliseconds for which a lock is tried once."""


class OnlyWindow:
    """The right to show a folder's window. Where the folder takes no lock there is none to keep."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)
        self._calls: _Calls | None = None

    def take(self) -> bool:
        """Take the right unless another window has it; the lock of one that is gone is taken over."""
        if not _is_there(self._folder):
            return True  # opening the data will say what is wrong with the folder
        if self._try() is not QLockFile.LockError.LockFailedError:
            return True
        # Its owner may be gone and its number another's by now. The system lets no file go that is held.
        self._lock.removeStaleLockFile()
        return self._try() is not QLockFile.LockError.LockFailedError

    def hand_over(self, screen: str | None, patience: int = 15_000) -> bool:
        """Have the window that is open come up, on a screen where one is named.

        Returns False once that is done; True where the other window has gone meanwhile and the right is ours.
        Raises TimeoutError when nobody answers within `patience` milliseconds, and OSError.
        """
        request = self._folder / REQUEST_NAME
        aside = request.with_name(f"{REQUEST_NAME}.{os.getpid()}")
        aside.write_text(json.dumps({"show": screen}), "ascii")
        aside.replace(request)
        waited = QElapsedTimer()
        waited.start()
        while request.exists():
            if self._try() is not QLockFile.LockError.LockFailedError:
                request.unlink(missing_ok=True)
                return True
            if waited.hasExpired(patience):
                request.unlink(missing_ok=True)
                raise TimeoutError
        return False

    def answer(self, come_up: Callable[[str | None], object]) -> None:
        """From now on do what a later start asks for: come up, on a screen where one is named."""
        if self._lock.isLocked():
            self._calls = _Calls(self._folder, come_up)

    def release(self) -> None:
        """Give the right back, and leave nothing of it in the folder."""
        if self._calls is not None:
            self._calls.stop()
            self._calls = None
        self._lock.unlock()

    def _try(self) -> QLockFile.LockError:
        self._lock.tryLock(_TRY)
        return self._lock.error()


class _Calls(QObject):
    """Sees requests as soon as they are written."""

    def __init__(self, folder: Path, come_up: Callable[[str | None], object]) -> None:
        super().__init__()
        self._request, self._come_up = folder / REQUEST_NAME, come_up
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(lambda _folder: self._look())
        self._look()

    def stop(self) -> None:
        """Look no more."""
        self._watcher.removePaths(self._watcher.directories())

    def _look(self) -> None:
        try:
            with self._request.open("rb") as file:
                text = file.read(_LARGEST_REQUEST)
            # Taken away first: that it is gone is the answer.
            self._request.unlink()
        except OSError:
            return
        self._come_up(_screen(text))


def _screen(text: bytes) -> str | None:
    """The screen that a request names; None where it names none, or says nothing that can be understood."""
    try:
        wanted = json.loads(text)["show"]
    except (ValueError, KeyError, TypeError):
        return None
    return wanted if isinstance(wanted, str) else None


def _is_there(folder: Path) -> bool:
    """Make the folder for its owner alone where there is none."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return True
