"""Another store in the place of the one that is open: a backup, the copy of a day, or what was put aside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.errors import InputError, MerchantGuardError, problem

if TYPE_CHECKING:
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.services.swap_store import Compared, Kept, StoreCopy, Swapped
    from merchant_guard.services.workspace import Workspace

ENDING = ".mgbak"
_ASKS = {"backup.password_needed", "backup.password_wrong", "backup.card_needed"}


class Restoring(QObject):
    """What was chosen to be put back, and what is known of it; one thing at a time."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.kept: Kept | None = None
        """What lies in the data folder; None until somebody has looked."""
        self.begin_anew()

    def begin_anew(self) -> None:
        """Nothing is chosen."""
        self.file: Path | None = None
        self.copy: StoreCopy | None = None
        self.asks = ""
        """What opens the backup that was chosen: `password`, `card`, empty while nothing is asked."""
        self.problem = ""
        self.is_reading = False
        self.seen: Compared | None = None
        self._typed = ""

    # --- choosing -----------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the page, with nothing chosen."""
        self.begin_anew()
        self._desk.go(Screen.RESTORE)

    def take(self, file: Path) -> None:
        """Look into a backup that was chosen or dropped."""
        if self.is_reading or not self._desk.is_open or self._desk.is_sample:
            return
        self.begin_anew()
        self.file = file
        self._look(lambda workspace: _compare_backup(workspace, file, ""))

    def give(self, typed: str) -> None:
        """Try what was typed: the password of the backup, or the digits of the card."""
        file = self.file
        if self.is_reading or file is None:
            return
        if not typed.strip():
            code = "backup.no_card" if self.asks == "card" else "backup.no_password"
            self.problem = self._desk.sentences(InputError(problem(code)))
            self._show()
            return
        self._typed = typed
        self._look(lambda workspace: _compare_backup(workspace, file, typed))

    def choose_day(self, copy: StoreCopy) -> None:
        """Look into the copy of a day."""
        if self.is_reading:
            return
        self.begin_anew()
        self.copy = copy
        self._look(partial(_compare_copy, copy))

    def look_for_copies(self) -> None:
        """Find out what lies in the data folder."""

        def work(workspace: Workspace) -> Kept:
            from merchant_guard.services.swap_store import kept_here  # noqa: PLC0415 (seldom)

            return kept_here(workspace)

        def found(kept: Kept) -> None:
            self.kept = kept
            self.changed.emit()

        self._desk.in_store(work, found, self._desk.tell_failure)

    def _look(self, work: Callable[[Workspace], Compared]) -> None:
        self.is_reading, self.problem, self.seen = True, "", None
        self._show()

        def seen(compared: Compared) -> None:
            self.is_reading, self.asks, self.seen = False, "", compared
            self._show()

        self._desk.in_store(work, seen, self._on_unreadable)

    def _on_unreadable(self, error: BaseException) -> None:
        self.is_reading = False
        if not isinstance(error, MerchantGuardError):
            self._show()
            raise error
        code = error.problems[0].code
        if code in _ASKS:
            self.asks = "card" if code == "backup.card_needed" else "password"
        # Nothing was typed wrong yet: the page asks, and needs no sentence for that.
        is_asking = code in _ASKS and not self._typed
        self.problem = "" if is_asking else self._desk.sentences(error)
        if not self.asks:
            self.file, self.copy = None, None
        self._show()

    def _show(self) -> None:
        if self._desk.screen is Screen.RESTORE:
            self.changed.emit()
        else:
            self._desk.go(Screen.RESTORE)

    # --- putting it there ---------------------------------------------------------------------------

    def put_back(self) -> None:
        """Put what was chosen in the place of the store, which is kept aside."""
        file, copy, typed, moment = self.file, self.copy, self._typed, datetime.now().astimezone()
        words = self._desk.look.words("It is back. What was here before is kept aside")

        def work(workspace: Workspace) -> Swapped:
            from merchant_guard.services import swap_store  # noqa: PLC0415 (seldom)

            if copy is not None:
                return swap_store.restore_day(workspace, copy.path, moment)
            if file is None:
                raise LookupError("nothing was chosen")
            return swap_store.restore_backup(workspace, file, typed, moment)

        self._swap(work, words)

    def take_back(self, aside: Path) -> None:
        """Put what was put aside in its place again."""
        moment = datetime.now().astimezone()

        def work(workspace: Workspace) -> Swapped:
            from merchant_guard.services.swap_store import take_back  # noqa: PLC0415 (seldom)

            return take_back(workspace, aside, moment)

        self._swap(work, self._desk.look.words("It is as it was before"))

    def _swap(self, work: Callable[[Workspace], Swapped], said: str) -> None:
        desk = self._desk
        if desk.screen is not Screen.RESTORE:
            desk.go(Screen.RESTORE)  # a page that may still have something to save is left first
        desk.waiting.emit(desk.look.words("Putting it back …"))

        def failed(error: BaseException) -> None:
            desk.waiting.emit("")
            desk.tell_failure(error)

        desk.in_store(work, partial(self._on_swapped, said), failed)

    def _on_swapped(self, said: str, swapped: Swapped) -> None:
        desk = self._desk
        desk.waiting.emit("")
        self.begin_anew()
        self.kept = None
        desk.open_anew(swapped.opened)
        if swapped.error is not None:
            self.problem = desk.sentences(swapped.error)
            desk.go(Screen.RESTORE)
            return
        if desk.check is not None:
            desk.go(Screen.HOME)
        if swapped.aside is None:
            desk.said.emit(said)
        else:
            desk.undo_offered.emit(said, partial(self.take_back, swapped.aside))


def is_backup(file: Path) -> bool:
    """Whether a file is called like a backup."""
    return file.suffix.lower() == ENDING


def holds_backup(mime: QMimeData) -> bool:
    """Whether a backup is dragged, and nothing else."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return len(files) == 1 and is_backup(files[0])


def _compare_backup(workspace: Workspace, file: Path, typed: str) -> Compared:
    from merchant_guard.services.swap_store import compare_backup  # noqa: PLC0415 (seldom)

    return compare_backup(workspace, file, typed)


def _compare_copy(copy: StoreCopy, workspace: Workspace) -> Compared:
    from merchant_guard.services.swap_store import compare_copy  # noqa: PLC0415 (seldom)

    return compare_copy(workspace, copy.path)
