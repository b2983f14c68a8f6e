"""The store on its way to the desk: opened beside the window, and what to do where it does not open.

Nothing here ever makes a new store in the place of one that does not open.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from merchant_guard.desktop.due_writer import DueWriter
from merchant_guard.desktop.rescue import Rescue
from merchant_guard.desktop.screens import DUTIES, Screen
from merchant_guard.domain.errors import MerchantGuardError

if TYPE_CHECKING:
    from merchant_guard.desktop.background import Background
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.services.open_store import OpenedStore


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
        self.is_trying = False
        self.rescue = Rescue(self, desk)
        """The ways back in."""

    # --- opening ------------------------------------------------------------------------------------

    def begin(self, background: Background, folder: Path, screen: str | None = None) -> None:
        """Open the store of a data folder, then show the screen asked for."""
        self._background, self.folder = background, folder
        self._screen = Screen(screen) if screen is not None else None
        self.try_again()

    def try_again(self) -> None:
        """Open it as before: what was in the way may be gone."""
        self.attempt(self.open_store)

    def unlock(self, password: str) -> None:
        """Open it with a password."""
        self._password = password
        self.attempt(self.open_store)

    def forget_password(self) -> None:
        """Show the ways back for somebody who has forgotten it."""
        self.trouble, self.sentence, self.rescue.problem = Trouble.FORGOTTEN, "", ""
        self.show()

    def remember_password(self) -> None:
        """Back to the field for the password."""
        self.trouble, self.code, self.sentence = Trouble.LOCKED, "", ""
        self.show()

    # --- for the ways back in -----------------------------------------------------------------------

    @property
    def password(self) -> str | None:
        """The password typed last, until the store is open."""
        return self._password

    @property
    def data_folder(self) -> Path:
        """Where the store lies. Raises LookupError before that was said."""
        if self.folder is None:
            raise LookupError("no data folder was named")
        return self.folder

    def open_store(self) -> OpenedStore:
        """Open it as it stands; only ever beside the window."""
        # Database, content and services are first imported here, beside the window that already shows.
        from merchant_guard.services.open_store import open_store  # noqa: PLC0415

        return open_store(self.data_folder, self._password)

    def attempt(self, work: Callable[[], OpenedStore], then: Callable[[], object] = lambda: None) -> None:
        """Try a way to open the store; `then` is called once it lies on the desk."""

        def done(found: OpenedStore) -> None:
            self._on_opened(found)
            then()

        self.submit(work, done)

    def submit(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run something about the store beside the window; what goes wrong with it is sorted here."""
        if self._background is None:
            raise LookupError("the store is opened by `begin`")
        if self.trouble is not None:  # else nothing shows yet that could change
            self.is_trying, self.rescue.problem = True, ""
            self.changed.emit()
        self._background.submit(work, done, self.on_failed)

    def wait_for_damaged(self) -> None:
        """What lies on the desk goes, and a damaged store comes back."""
        self._desk.close()
        self.trouble, self.is_trying = Trouble.DAMAGED, True
        self.show()

    def forget_key(self) -> None:
        """The password typed last opens nothing any more."""
        self._password = None

    # --- what comes of it ---------------------------------------------------------------------------

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
        self.is_trying, self.trouble, self._password = False, None, None
        self.code = self.sentence = ""
        self.rescue.forget_all()

    def on_failed(self, error: BaseException) -> None:
        """Say what is wrong with what was given, or sort what is wrong with the store."""
        self._collect_garbage()
        self.is_trying = False
        if not isinstance(error, MerchantGuardError):
            self.show()
            self._desk.tell_failure(error)
            return
        code = error.problems[0].code
        if code.startswith(_OF_WHAT_WAS_GIVEN):
            self.rescue.refuse(error)
            return
        self.code, self.sentence = code, self._desk.sentences(error)
        before, self.trouble = self.trouble, _TROUBLES.get(code, Trouble.OTHER)
        if self.trouble is Trouble.DAMAGED and (before is not Trouble.DAMAGED or self.rescue.copy is None):
            self.rescue.look_for_copy()
        else:
            self.show()

    def show(self) -> None:
        """Show the screen of the trouble; one that shows already only hears that something changed."""
        screen = Screen.UNLOCK if self.trouble is Trouble.LOCKED else Screen.RESCUE
        laid = (screen, self.trouble, self.rescue.way, self.rescue.copy)
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
