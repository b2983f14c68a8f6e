"""Backups for another place as the window has them: made by a press, and moving to another computer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from merchant_guard.domain.errors import MerchantGuardError

if TYPE_CHECKING:
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.services.back_up import Backup
    from merchant_guard.services.workspace import Workspace

TOO_OLD = 30
"""Days after which home reminds of the next backup."""


class Backups(QObject):
    """One at a time. `problem` is the sentence for the last one, `made` where it lies; one of both is empty.

    Passwords pass through and are kept nowhere.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.is_working = False
        self.problem = ""
        self.made: Backup | None = None

    # --- what there is ------------------------------------------------------------------------------

    @property
    def last_on(self) -> date | None:
        """The day of the last backup; None where nobody knows of one."""
        try:
            return date.fromisoformat(self._desk.preferences.settings.backed_up_on or "")
        except ValueError:
            return None

    @property
    def days_ago(self) -> int | None:
        """How many days the last backup is old."""
        return None if self.last_on is None else max(0, (self._desk.today - self.last_on).days)

    @property
    def is_old(self) -> bool:
        """Whether it is time for another."""
        return self.days_ago is not None and self.days_ago > TOO_OLD

    @property
    def folder(self) -> Path | None:
        """Where backups go, where that was to be remembered."""
        remembered = self._desk.preferences.settings.backup_folder
        return Path(remembered) if remembered else None

    @property
    def is_shown(self) -> bool:
        """Whether there is something of one's own here that can be backed up."""
        desk = self._desk
        return desk.check is not None and desk.preferences.folder is not None and not desk.is_read_only

    # --- making one ---------------------------------------------------------------------------------

    def forget_last(self) -> None:
        """A page begins: what came of the last one was seen."""
        self.problem, self.made = "", None

    def back_up(self, folder: Path, password: str | None, remember: bool) -> None:
        """Make one; without a password it opens with the recovery card, or on this computer."""
        self._write(folder, password, partial(self._on_made, folder, remember))

    def move(self, folder: Path, password: str | None) -> None:
        """Make one for another computer; once it is there, this copy is only to be looked at."""
        today = self._desk.today

        def mark(workspace: Workspace) -> None:
            from merchant_guard.services.move_away import mark_moved  # noqa: PLC0415 (seldom)

            mark_moved(workspace.folder, today)

        def marked(_none: None) -> None:
            self._desk.moved_on = today
            self._show_read_only()

        def made(backup: Backup) -> None:
            self._on_made(folder, False, backup)
            self._desk.in_store(mark, marked, self._desk.tell_failure)

        self._write(folder, password, made)

    def stay_here(self) -> None:
        """The data is worked with here after all."""

        def take_mark(workspace: Workspace) -> None:
            from merchant_guard.services.move_away import stay_here  # noqa: PLC0415 (seldom)

            stay_here(workspace.folder)

        def stays(_none: None) -> None:
            self._desk.moved_on = None
            self._show_read_only()
            self._desk.said.emit(self._desk.look.words("You can go on working here"))

        self._desk.in_store(take_mark, stays, self._desk.tell_failure)

    def _write(self, folder: Path, password: str | None, made: Callable[[Backup], object]) -> None:
        if self.is_working:
            return
        self.is_working, self.problem, self.made = True, "", None
        self.changed.emit()

        def work(workspace: Workspace) -> Backup:
            from merchant_guard.services.back_up import back_up  # noqa: PLC0415 (not for the first paint)
            from merchant_guard.services.backup_place import check_place  # noqa: PLC0415

            check_place(workspace.folder, folder)
            return back_up(workspace, folder, datetime.now().astimezone(), password)

        self._desk.in_store(work, made, self._on_failed)

    def _on_made(self, folder: Path, remember: bool, backup: Backup) -> None:
        desk = self._desk
        settings = replace(
            desk.preferences.settings,
            backed_up_on=desk.today.isoformat(),
            backup_folder=str(folder) if remember else None,
        )
        if backup.has_password and desk.keeping.standing is not None:
            from merchant_guard.services.ways_back import WayBack, with_made  # noqa: PLC0415

            settings = with_made(settings, WayBack.BACKUP, desk.keeping.standing.check, desk.today)
        desk.preferences.choose(settings)
        self.is_working, self.made = False, backup
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.is_working = False
        if isinstance(error, MerchantGuardError):
            self.problem = self._desk.sentences(error)
        self.changed.emit()
        if not isinstance(error, MerchantGuardError):
            raise error

    def _show_read_only(self) -> None:
        """Have every control know whether it may change something."""
        self._desk.check_changed.emit()
        self._desk.went.emit(self._desk.screen)
