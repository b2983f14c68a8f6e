"""What a person chose about the window, and where that is kept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from merchant_guard.desktop.background import Background, Failed
from merchant_guard.system.settings import Settings


class Preferences:
    """The settings in force. Changes are saved by the background worker once a folder is known."""

    def __init__(self, background: Background, settings: Settings, failed: Failed) -> None:
        self._background, self._failed = background, failed
        self.settings = settings
        self._folder: Path | None = None
        self.touched = ""
        """The control that was changed last; it has the focus again when the page is built anew."""

    @property
    def folder(self) -> Path | None:
        """Where the settings are kept; None while nothing is kept."""
        return self._folder

    def keep_in(self, folder: Path, settings: Settings) -> None:
        """Go on with the settings of a data folder; every change is saved there from now on."""
        self._folder, self.settings = folder, settings

    def keep_nowhere(self) -> None:
        """Save nothing any more: the folder was deleted."""
        self._folder = None

    def choose(self, settings: Settings) -> None:
        """Take other settings and save them."""
        if settings == self.settings:
            return
        self.settings = settings
        if self._folder is not None:
            self._background.submit(_saver(self._folder, settings), lambda _nothing: None, self._failed)


def _saver(folder: Path, settings: Settings) -> Callable[[], Any]:
    from merchant_guard.services.keep_settings import keep_settings  # noqa: PLC0415 (not for the first paint)

    return partial(keep_settings, folder, settings)


def is_dark(theme: str) -> bool:
    """Whether a theme is dark now; `system` is as the system says."""
    if theme == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme == "dark"
