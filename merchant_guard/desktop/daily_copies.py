"""A copy of the store for every day on which it changed: a while after opening, and as the window closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from merchant_guard.domain.errors import MerchantGuardError

if TYPE_CHECKING:
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.services.workspace import Workspace

REST = 4000
"""Milliseconds after opening, in which home shows and the first answers are saved."""


class DailyCopies(QObject):
    """Keeps them beside the window. `problem` is the sentence of the first that could not be kept."""

    failed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.problem = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.keep)
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self._finish)

    def begin(self) -> None:
        """A store was opened; without settings of its own there is nobody whose data it is."""
        if self._desk.preferences.folder is not None:
            self._rest.start()

    def keep(self) -> None:
        """Keep the copy of today."""
        self._rest.stop()
        desk, today = self._desk, self._desk.today
        if not desk.is_open:
            return

        def work(workspace: Workspace) -> None:
            from merchant_guard.services.mend_store import keep_copy_of_day  # noqa: PLC0415 (not for the first paint)

            keep_copy_of_day(workspace, today)

        desk.in_store(work, lambda _none: None, self._on_failed)

    def put_aside(self) -> None:
        """Somebody has read the sentence."""
        self.problem = ""
        self.failed.emit()

    def _finish(self) -> None:
        if self._desk.preferences.folder is not None:
            self.keep()

    def _on_failed(self, error: BaseException) -> None:
        """What was saved is saved; that there is no copy of it is said once, and calmly."""
        if not isinstance(error, MerchantGuardError):
            self._desk.tell_failure(error)
        self.problem = self._desk.sentences(error)
        self.failed.emit()
