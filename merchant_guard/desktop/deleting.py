"""Deleting everything: what has to be known first, the deed, and what would not go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.errors import InputError, MerchantGuardError

if TYPE_CHECKING:
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.services.delete_everything import BeforeDeleting, Left
    from merchant_guard.services.workspace import Workspace


class Deleting(QObject):
    """What the page shows. After the deed the desk is empty, and nothing is kept anywhere any more."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.before: BeforeDeleting | None = None
        """What stands before it; None until it was looked up."""
        self.left: Left | None = None
        """What would not go; None until all was deleted."""
        self.problem = ""

    def begin(self) -> None:
        """Show the page, and look up what stands before it."""
        self.before, self.left, self.problem = None, None, ""
        desk, today = self._desk, self._desk.today
        desk.go(Screen.DELETE)

        def work(workspace: Workspace) -> BeforeDeleting:
            from merchant_guard.services.delete_everything import before_deleting  # noqa: PLC0415 (once)

            return before_deleting(workspace, today)

        def found(before: BeforeDeleting) -> None:
            self.before = before
            self.changed.emit()

        desk.in_store(work, found, desk.tell_failure)

    def delete(self) -> None:
        """Delete everything, beside the window."""
        desk, today = self._desk, self._desk.today
        desk.waiting.emit(desk.look.words("Deleting …"))
        desk.letting_go.emit()

        def work(workspace: Workspace) -> Left:
            from merchant_guard.services.delete_everything import delete_everything  # noqa: PLC0415 (once)

            return delete_everything(workspace, today)

        desk.in_store(work, self._on_deleted, self._on_failed)

    def _on_deleted(self, left: Left) -> None:
        desk = self._desk
        desk.waiting.emit("")
        self.left = left
        desk.preferences.keep_nowhere()
        desk.close()
        desk.go(Screen.DELETE)

    def _on_failed(self, error: BaseException) -> None:
        desk = self._desk
        desk.waiting.emit("")
        if not isinstance(error, MerchantGuardError):
            raise error
        self.problem = desk.sentences(error)
        if isinstance(error, InputError):
            self.changed.emit()
            return
        # Nothing could be deleted, but the store was let go.
        desk.close()
        desk.opening.try_again()
        desk.save_failed.emit(self.problem)
