"""The ways back into a store that does not open: the card, a backup, a sound copy of what is damaged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from merchant_guard.domain.errors import MerchantGuardError

if TYPE_CHECKING:
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.desktop.opening import Opening
    from merchant_guard.services.look_at_backup import SeenBackup
    from merchant_guard.services.mend_store import FoundCopy
    from merchant_guard.services.open_store import OpenedStore
    from merchant_guard.services.workspace import Workspace

_NEEDS_A_SECRET = {"backup.password_needed", "backup.card_needed", "backup.password_wrong"}


class Rescue:
    """What was given to open the store with; `changed` of the opening tells when it is another."""

    def __init__(self, opening: Opening, desk: Desk) -> None:
        self._opening, self._desk = opening, desk
        self.forget_all()

    def forget_all(self) -> None:
        """Nothing was given."""
        self.problem = ""
        """What is wrong with the card or backup that was given last."""
        self.typed: list[str] = []
        """The groups of the card typed so far: the page may be built anew meanwhile."""
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

    def choose_way(self, way: str) -> None:
        """Show another way back."""
        self.way, self.problem = way, ""
        self._opening.show()

    # --- the card -----------------------------------------------------------------------------------

    def use_card(self, typed: str) -> None:
        """Open the store with what was typed from its card."""
        opening, folder = self._opening, self._opening.data_folder

        def work() -> OpenedStore:
            from merchant_guard.services.recover import open_with_card  # noqa: PLC0415 (seldom)

            open_with_card(folder, typed)
            opening.forget_key()
            return opening.open_store()

        opening.attempt(work, self._teller(self._desk.look.words("Your data is open again")))

    # --- a damaged store ----------------------------------------------------------------------------

    def look_for_copy(self) -> None:
        """Look for the newest sound copy, then show what was found."""
        opening, folder, password = self._opening, self._opening.data_folder, self._opening.password

        def work() -> FoundCopy | None:
            from merchant_guard.services.mend_store import newest_copy  # noqa: PLC0415 (seldom)

            try:
                return newest_copy(folder, password)
            except MerchantGuardError:
                return None  # why the store does not open is what is told

        def found(copy: FoundCopy | None) -> None:
            self.copy, opening.is_trying = copy, False
            opening.show()

        opening.submit(work, found)

    def use_copy(self) -> None:
        """Put the newest sound copy in the place of a damaged store."""
        opening, found, password = self._opening, self.copy, self._opening.password
        if found is None:
            return
        aside: list[Path] = []

        def work() -> OpenedStore:
            from merchant_guard.services.mend_store import put_copy_back  # noqa: PLC0415 (seldom)

            moment = datetime.now().astimezone()
            aside.append(put_copy_back(opening.data_folder, found, moment, password))
            return opening.open_store()

        def then() -> None:
            words = self._desk.look.words("Your data is as on {day}; the damaged file is kept aside")
            said = words.format(day=f"{found.made_at:%Y-%m-%d %H:%M}")
            self._desk.undo_offered.emit(said, partial(self._take_back, aside[0]))

        opening.attempt(work, then)

    def _take_back(self, aside: Path) -> None:
        """Take the copy out again and the damaged file back in."""
        opening = self._opening

        def work(workspace: Workspace) -> None:
            from merchant_guard.services.mend_store import take_back  # noqa: PLC0415 (seldom)

            take_back(workspace, aside, datetime.now().astimezone())

        self._desk.in_store(work, lambda _nothing: opening.try_again(), opening.on_failed)
        opening.wait_for_damaged()

    # --- a backup -----------------------------------------------------------------------------------

    def look_at(self, backup: Path, secret: str | None = None) -> None:
        """Look into a backup before it takes the place of anything; `secret` is its password, or the card."""
        opening, folder, password = self._opening, self._opening.data_folder, self._opening.password
        self.backup, self._secret, self.seen = backup, secret, None

        def work() -> SeenBackup:
            from merchant_guard.services.look_at_backup import look_at_backup  # noqa: PLC0415 (seldom)

            return look_at_backup(folder, backup, secret, password)

        def seen(found: SeenBackup) -> None:
            opening.is_trying, self.seen, self.needs_secret = False, found, False
            opening.show()

        opening.submit(work, seen)

    def use_backup(self) -> None:
        """Put the backup that was looked at in the place of the store, which is kept aside."""
        opening, backup, secret = self._opening, self.backup, self._secret
        folder, password = opening.data_folder, opening.password
        if backup is None or self.seen is None:
            return
        words = self._desk.look.words("The backup is in place; what was here before is kept aside")

        def work() -> OpenedStore:
            from merchant_guard.services.look_at_backup import put_seen_back  # noqa: PLC0415 (seldom)

            put_seen_back(folder, backup, secret, datetime.now().astimezone(), password)
            return opening.open_store()

        opening.attempt(work, self._teller(words))

    def leave_backup(self) -> None:
        """Choose another one."""
        self.backup, self._secret, self.seen, self.needs_secret, self.problem = None, None, None, False, ""
        self._opening.show()

    # --- what is told -------------------------------------------------------------------------------

    def refuse(self, error: MerchantGuardError) -> None:
        """Say what is wrong with the card or backup; the store is as it was."""
        codes = {one.code for one in error.problems}
        self.needs_secret = self.backup is not None and bool(codes & _NEEDS_A_SECRET)
        # The sentence of the command line speaks of a variable: the field says here what is wanted.
        is_asking = codes == {"backup.password_needed"}
        self.problem = "" if is_asking else self._desk.sentences(error)
        self._opening.show()

    def _teller(self, words: str) -> Callable[[], object]:
        return lambda: self._desk.said.emit(words)
