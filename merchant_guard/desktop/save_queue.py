"""What is changed on the desk, on its way to the disk: one after the other, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from merchant_guard.desktop.background import Background

if TYPE_CHECKING:
    from merchant_guard.services.keep_check import CheckKeeper
    from merchant_guard.services.workspace import Workspace


class SaveQueue(QObject):
    """Brings changes to the store in their order, once it is open.

    `saved` comes when one is on the disk, `failed` with the error when it is not.
    """

    saved = Signal()
    failed = Signal(object)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._keeper: CheckKeeper | None = None
        self._waiting = 0

    @property
    def is_open(self) -> bool:
        """Whether there is a store to save into."""
        return self._keeper is not None

    @property
    def is_empty(self) -> bool:
        """Whether everything asked for is on the disk, or was said not to be."""
        return self._waiting == 0

    def open(self, workspace: Workspace) -> None:
        """Save into this store from now on."""
        from merchant_guard.services.keep_check import CheckKeeper  # noqa: PLC0415 (not for the first paint)

        self._keeper = CheckKeeper(workspace)

    def close(self) -> None:
        """Save nothing more into it; what was asked for before goes its way."""
        self._keeper = None

    def save(self, change: Callable[[CheckKeeper], object]) -> None:
        """Save a change in its turn."""

        def done(_outcome: object) -> None:
            self._waiting -= 1
            self.saved.emit()

        def went_wrong(error: BaseException) -> None:
            self._waiting -= 1
            self.failed.emit(error)

        self._waiting += 1
        self._background.submit(partial(change, self._open_keeper()), done, went_wrong)

    def run(
        self,
        work: Callable[[CheckKeeper], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Run something else with the store, in its turn."""
        self._background.submit(partial(work, self._open_keeper()), done, failed)

    def _open_keeper(self) -> CheckKeeper:
        if self._keeper is None:
            raise LookupError("the store is not open yet")
        return self._keeper
