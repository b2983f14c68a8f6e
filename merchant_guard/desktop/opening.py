"""The store on its way to the desk: opened beside the window, and what to do where it does not open.

Nothing here ever makes a new store in the place of one that does not open.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from merchant_guard.desktop.due_writer import DueWriter
from merchant_guard.desktop.screens import DUTIES, Screen
from merchant_guard.domain.errors import MerchantGuardError

if TYPE_CHECKING:
    from merchant_guard.desktop.background import Background
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.services.look_at_backup import SeenBackup
    from merchant_guard.services.mend_store import FoundCopy
    from merchant_guard.services.open_store import OpenedStore
    from merchant_guard.services.workspace import Workspace


class Trouble(Enum):
    """Why the store is not open, by what can be done about it."""

    LOCKED = "locked"
    FORGOTTEN = "forgotten"
    KEY_MISSING = "key_missing"
    KEYRING = "keyring"
    DAMAGED = "damaged"
    OTHER = "other"


_TROUBLES = {
    "store.password_needed": Trouble.LOCKED,
    "store.password_wrong": Trouble.LOCKED,
    "store.key_missing": Trouble.KEY_MISSING,
    "store.keyring_refused": Trouble.KEYRING,
    "store.unreadable": Trouble.DAMAGED,
}
_OF_WHAT_WAS_GIVEN = ("card.", "backup.", "file.")
"""Beginnings of codes that speak of a card or a backup, not of the store."""
_NEEDS_A_SECRET = {"backup.password_needed", "backup.card_needed", "backup.password_wrong"}


class Opening(QObject):
    """What is known while the store is not open; pages show it and say what to try.

    The password is forgotten as soon as the store is open, and never leaves this object but to open it.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._background: Background | None = None
        self._screen: Screen | None = None
        self._password: str | None = None
        self._has_collected = False
        self._laid: tuple[object, ...] = ()
        self._writer: DueWriter | None = None
        self.folder: Path | None = None
        self.trouble: Trouble | None = None
        """None before the first try has ended, and once the store is open."""
        self.code = ""
        self.sentence = ""
        """What was said about the store last, its code and in words; for a wrong password too."""
        self.problem = ""
        """What is wrong with the card or backup that was given last."""
        self.typed: list[str] = []
        """The groups of the card typed so far: the page may be built anew meanwhile."""
        self.is_trying = False
        self.way = "card"
        """The way back that the screen shows: `card` or `backup`."""
        self.copy: FoundCopy | None = None
        """For a damaged store the newest sound copy of it; None where there is none."""
        self.backup: Path | None = None
        self.needs_secret = False
        """Whether the backup chosen asks for its password, or the digits of the card."""
        self.seen: SeenBackup | None = None
        """What is in the backup that was chosen."""
        self._secret: str | None = None

    # --- opening ------------------------------------------------------------------------------------

    def begin(self, background: Background, folder: Path, screen: str | None = None) -> None:
        """Open the store of a data folder, then show the screen asked for."""
        self._background, self.folder = background, folder
        self._screen = Screen(screen) if screen is not None else None
        self.try_again()

    def try_again(self) -> None:
        """Open it as before: what was in the way may be gone."""
        self._try(self._open)

    def unlock(self, password: str) -> None:
        """Open it with a password."""
        self._password = password
        self._try(self._open)

    def forget_password(self) -> None:
        """Show the ways back for somebody who has forgotten it."""
        self.trouble, self.sentence, self.problem = Trouble.FORGOTTEN, "", ""
        self._show()

    def remember_password(self) -> None:
        """Back to the field for the password."""
        self.trouble, self.code, self.sentence = Trouble.LOCKED, "", ""
        self._show()

    # --- ways back ----------------------------------------------------------------------------------

    def choose_way(self, way: str) -> None:
        """Show another way back."""
        self.way, self.problem = way, ""
        self._show()

    def use_card(self, typed: str) -> None:
        """Open the store with what was typed from its card."""
        words = self._desk.look.words("Your data is open again")

        def work() -> OpenedStore:
            from merchant_guard.services.recover import open_with_card  # noqa: PLC0415 (seldom)

            open_with_card(self._folder, typed)
            self._password = None
            return self._open()

        self._try(work, partial(self._tell, words))

    def use_copy(self) -> None:
        """Put the newest sound copy in the place of a damaged store."""
        found, password = self.copy, self._password
        if found is None:
            return

        def work() -> OpenedStore:
            from merchant_guard.services.mend_store import put_copy_back  # noqa: PLC0415 (seldom)

            aside.append(put_copy_back(self._folder, found, datetime.now().astimezone(), password))
            return self._open()

        def then() -> None:
            words = self._desk.look.words("Your data is as on {day}; the damaged file is kept aside")
            said = words.format(day=f"{found.made_at:%Y-%m-%d %H:%M}")
            self._desk.undo_offered.emit(said, partial(self._take_back, aside[0]))

        aside: list[Path] = []
        self._try(work, then)

    def _take_back(self, aside: Path) -> None:
        """Take the copy out again and the damaged file back in."""

        def work(workspace: Workspace) -> None:
            from merchant_guard.services.mend_store import take_back  # noqa: PLC0415 (seldom)

            take_back(workspace, aside, datetime.now().astimezone())

        self._desk.in_store(work, lambda _nothing: self.try_again(), self._on_failed)
        self._desk.close()
        self.trouble, self.is_trying = Trouble.DAMAGED, True
        self._show()

    def look_at(self, backup: Path, secret: str | None = None) -> None:
        """Look into a backup before it takes the place of anything; `secret` is its password, or the card."""
        self.backup, self._secret, self.seen = backup, secret, None
        self._begin_trying()

        def work() -> SeenBackup:
            from merchant_guard.services.look_at_backup import look_at_backup  # noqa: PLC0415 (seldom)

            return look_at_backup(self._folder, backup, secret, self._password)

        def seen(found: SeenBackup) -> None:
            self.is_trying, self.seen, self.needs_secret = False, found, False
            self._show()

        self._submit(work, seen, self._on_failed)

    def use_backup(self) -> None:
        """Put the backup that was looked at in the place of the store, which is kept aside."""
        backup, secret, password = self.backup, self._secret, self._password
        if backup is None or self.seen is None:
            return
        words = self._desk.look.words("The backup is in place; what was here before is kept aside")

        def work() -> OpenedStore:
            from merchant_guard.services.look_at_backup import put_seen_back  # noqa: PLC0415 (seldom)

            put_seen_back(self._folder, backup, secret, datetime.now().astimezone(), password)
            return self._open()

        self._try(work, partial(self._tell, words))

    def leave_backup(self) -> None:
        """Choose another one."""
        self.backup, self._secret, self.seen, self.needs_secret, self.problem = None, None, None, False, ""
        self._show()

    # --- what comes of it ---------------------------------------------------------------------------

    @property
    def _folder(self) -> Path:
        if self.folder is None:
            raise LookupError("no data folder was named")
        return self.folder

    def _open(self) -> OpenedStore:
        # Database, content and services are first imported here, beside the window that already shows.
        from merchant_guard.services.open_store import open_store  # noqa: PLC0415

        return open_store(self._folder, self._password)

    def _try(self, work: Callable[[], OpenedStore], then: Callable[[], object] = lambda: None) -> None:
        self._begin_trying()

        def done(found: OpenedStore) -> None:
            self._on_opened(found)
            then()

        self._submit(work, done, self._on_failed)

    def _begin_trying(self) -> None:
        if self.trouble is None:
            return  # nothing shows yet that could change
        self.is_trying, self.problem = True, ""
        self.changed.emit()

    def _submit(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> None:
        if self._background is None:
            raise LookupError("the store is opened by `begin`")
        self._background.submit(work, done, failed)

    def _on_opened(self, found: OpenedStore) -> None:
        desk = self._desk
        self.forget_all()
        if self._writer is None:
            self._writer = DueWriter(desk)
            if application := QCoreApplication.instance():
                application.aboutToQuit.connect(self._writer.finish)
        desk.keeping.take(found.key)
        desk.open(found.workspace, found.check, found.draft)
        if self._screen is not None and desk.check is not None:
            self._go_straight_to(self._screen)
        desk.proofs.forget_unused()
        self._collect_garbage()

    def forget_all(self) -> None:
        """Nothing is known any more, and no password."""
        self.is_trying, self.trouble, self._password, self._secret = False, None, None, None
        self.code = self.sentence = self.problem = ""
        self.copy, self.backup, self.seen, self.typed = None, None, None, []
        self.way, self.needs_secret = "card", False

    def _on_failed(self, error: BaseException) -> None:
        self._collect_garbage()
        self.is_trying = False
        if not isinstance(error, MerchantGuardError):
            self._show()
            self._desk.tell_failure(error)
            return
        code = error.problems[0].code
        if code.startswith(_OF_WHAT_WAS_GIVEN):
            self._refuse(error)
            return
        self.code, self.sentence = code, self._desk.sentences(error)
        before, self.trouble = self.trouble, _TROUBLES.get(code, Trouble.OTHER)
        if self.trouble is Trouble.DAMAGED and (before is not Trouble.DAMAGED or self.copy is None):
            self._look_for_copy()
        else:
            self._show()

    def _refuse(self, error: MerchantGuardError) -> None:
        """Say what is wrong with the card or backup; the store is as it was."""
        codes = {one.code for one in error.problems}
        self.needs_secret = self.backup is not None and bool(codes & _NEEDS_A_SECRET)
        # The sentence of the command line speaks of a variable: the field says here what is wanted.
        is_asking = codes == {"backup.password_needed"}
        self.problem = "" if is_asking else self._desk.sentences(error)
        self._show()

    def _look_for_copy(self) -> None:
        password = self._password

        def work() -> FoundCopy | None:
            from merchant_guard.services.mend_store import newest_copy  # noqa: PLC0415 (seldom)

            return newest_copy(self._folder, password)

        def found(copy: FoundCopy | None) -> None:
            self.copy = copy
            self._show()

        def failed(error: BaseException) -> None:
            self._show()
            if not isinstance(error, MerchantGuardError):
                raise error

        self._submit(work, found, failed)

    def _show(self) -> None:
        """Show the screen of the trouble; one that shows already only hears that something changed."""
        screen = Screen.UNLOCK if self.trouble is Trouble.LOCKED else Screen.RESCUE
        laid = (screen, self.trouble, self.way, self.copy)
        if self.trouble is None:
            return
        if self._desk.screen is screen and laid == self._laid:
            self.changed.emit()
        else:
            self._laid = laid
            self._desk.go(screen)

    def _go_straight_to(self, screen: Screen) -> None:
        """Show a screen somebody asked for from outside, as by a click on a reminder."""
        if screen is Screen.REGISTERS:
            self._desk.go_to_register(DUTIES)
        else:
            self._desk.go(screen)

    def _collect_garbage(self) -> None:
        if self._background is not None and not self._has_collected:
            self._has_collected = True
            self._background.collect_garbage()

    def _tell(self, words: str) -> None:
        self._desk.said.emit(words)
