"""Who can open the data, as the window has it: where the key is, changing that, and the recovery card."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from merchant_guard.domain.errors import MerchantGuardError

if TYPE_CHECKING:
    from datetime import date

    from merchant_guard.desktop.desk import Desk
    from merchant_guard.services.keep_key import KeyStanding
    from merchant_guard.services.workspace import Workspace

Done = Callable[[str], object]
"""Called with what is wrong in words, empty when it was done."""


class Keeping(QObject):
    """What pages know of the key and do about it. Passwords pass through and are kept nowhere."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.standing: KeyStanding | None = None
        """How the key is kept; None before the store is open."""
        self.has_keyring: bool | None = None
        """Whether there is a keyring to move into; None while nobody has looked."""
        self.unfolded = ""
        """The form that the settings show: `password`, `no_password`, `file`, or none."""

    def take(self, standing: KeyStanding | None) -> None:
        """Go on with how the key is kept now."""
        self.standing = standing
        self.changed.emit()

    # --- what is to be offered ----------------------------------------------------------------------

    @property
    def lies_bare(self) -> bool:
        """Whether the key lies in a file without anybody having chosen that."""
        from merchant_guard.services.keep_key import KeyPlace  # noqa: PLC0415 (not for the first paint)

        return self._is_own and self.standing is not None and self.standing.place is KeyPlace.BARE_FILE

    @property
    def has_no_way_back(self) -> bool:
        """Whether there is a result to lose, and neither a recovery card nor a backup with a password."""
        from merchant_guard.services.ways_back import has_one  # noqa: PLC0415 (not for the first paint)

        desk = self._desk
        if not self._is_own or self.standing is None:
            return False
        has_result = desk.open_check.is_finished or desk.open_check.previous is not None
        return has_result and not has_one(desk.preferences.settings, self.standing.check)

    @property
    def card_made_on(self) -> date | None:
        """When the recovery card was made last; None where nobody knows of one."""
        from merchant_guard.services.ways_back import WayBack, made_on  # noqa: PLC0415

        if self.standing is None:
            return None
        return made_on(self._desk.preferences.settings, WayBack.CARD, self.standing.check)

    def note_card(self) -> None:
        """Remember that a card was made today, and nothing else of it."""
        from merchant_guard.services.ways_back import WayBack, with_made  # noqa: PLC0415

        if self.standing is not None:
            preferences, today = self._desk.preferences, self._desk.today
            preferences.choose(with_made(preferences.settings, WayBack.CARD, self.standing.check, today))
            self.changed.emit()

    @property
    def _is_own(self) -> bool:
        return self._desk.check is not None and not self._desk.is_sample

    # --- changing it --------------------------------------------------------------------------------

    def look_up(self) -> None:
        """Ask how the key is kept, and whether there is a keyring; `changed` tells when it is known."""

        def work(workspace: Workspace) -> tuple[KeyStanding, bool]:
            from merchant_guard.services.keep_key import has_keyring, standing  # noqa: PLC0415

            return standing(workspace), has_keyring()

        def found(pair: tuple[KeyStanding, bool]) -> None:
            self.has_keyring = pair[1]
            self.take(pair[0])

        if self._desk.is_open:
            self._desk.in_store(work, found, self._desk.tell_failure)

    def set_password(self, new: str, current: str | None, done: Done) -> None:
        """Have the store open with this password only, from now on."""
        from merchant_guard.services.keep_key import set_password  # noqa: PLC0415

        words = self._desk.look.words("The password is set")
        self._change(partial(set_password, new=new, current=current), words, done)

    def remove_password(self, current: str, done: Done) -> None:
        """Have the store open without a password again."""
        from merchant_guard.services.keep_key import remove_password  # noqa: PLC0415

        words = self._desk.look.words("No password any more")
        self._change(partial(remove_password, current=current), words, done)

    def use_keyring(self, done: Done) -> None:
        """Move the key into the keyring of the system."""
        from merchant_guard.services.keep_key import use_keyring  # noqa: PLC0415

        self._change(use_keyring, self._desk.look.words("The key is in the keyring now"), done)

    def keep_in_file(self, done: Done) -> None:
        """Let the key lie in the file: somebody chose that."""
        from merchant_guard.services.keep_key import keep_in_file  # noqa: PLC0415

        self._change(keep_in_file, self._desk.look.words("The key stays in its file"), done)

    def _change(self, work: Callable[[Workspace], KeyStanding], said: str, done: Done) -> None:
        def changed(standing: KeyStanding) -> None:
            self.unfolded = ""
            done("")
            self.take(standing)
            self._desk.said.emit(said)

        def failed(error: BaseException) -> None:
            if not isinstance(error, MerchantGuardError):
                raise error
            done(self._desk.sentences(error))

        self._desk.in_store(work, changed, failed)
