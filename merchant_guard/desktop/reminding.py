"""Reminders as the window has them: offered once, switched, tried. Nothing is set without a press."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from functools import partial
from typing import TYPE_CHECKING, Any

from merchant_guard.domain.errors import MerchantGuardError

if TYPE_CHECKING:
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.services.set_reminders import Standing

Done = Callable[["Standing | None"], object]
"""Called with how reminders stand, None when that did not work and was told."""


class Reminding:
    """What a page does about reminders. Programs of the system run beside the window."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def is_chosen(self) -> bool | None:
        """What the owner chose; None while nobody was asked."""
        return self._desk.preferences.settings.remind

    @property
    def at(self) -> str:
        """From what time on, as HH:MM."""
        return self._desk.preferences.settings.remind_at

    @property
    def is_to_be_offered(self) -> bool:
        """Whether it is time to ask: something falls due, and nobody has been asked."""
        desk = self._desk
        is_own = desk.preferences.folder is not None and desk.check is not None and not desk.is_read_only
        is_new = self.is_chosen is None and sys.platform in ("win32", "linux")
        return is_own and is_new and desk.open_check.is_finished and bool(desk.ledger.items)

    def look_up(self, done: Done) -> None:
        """Ask the system how reminders stand."""
        if (folder := self._desk.preferences.folder) is not None:
            from merchant_guard.services.set_reminders import standing  # noqa: PLC0415 (not for the first paint)

            self._ask(partial(standing, folder), done)

    def turn_on(self, done: Done, at: str | None = None) -> None:
        """Have the system remind, from a time on; the choice is kept once the system has taken it."""
        if (folder := self._desk.preferences.folder) is None:
            return
        from merchant_guard.services.set_reminders import turn_on  # noqa: PLC0415

        chosen = at or self.at

        def taken(found: Standing | None) -> None:
            if found is not None:
                self._choose(remind=True, remind_at=chosen)
                words = self._desk.look.words
                at_login = words("This computer has no timer for it, so it looks each time you log in.")
                told = words("Reminders come from {time} on").format(time=chosen)
                self._desk.said.emit(at_login if found.scheduler == "xdg_autostart" else told)
            done(found)

        language = self._desk.look.language
        self._ask(partial(turn_on, folder, time.fromisoformat(chosen), language), taken)

    def turn_off(self, done: Done) -> None:
        """Take everything out of the system again; from this moment on nothing is shown."""
        self.decline()
        if (folder := self._desk.preferences.folder) is not None:
            from merchant_guard.services.set_reminders import turn_off  # noqa: PLC0415

            self._ask(partial(turn_off, folder), done)

    def decline(self) -> None:
        """Keep that no reminders are wanted; nothing was set."""
        self._choose(remind=False)

    def set_time(self, at: str, done: Done) -> None:
        """Take another time; where reminders are on, the system is told."""
        if self.is_chosen:
            self.turn_on(done, at)
        else:
            self._choose(remind_at=at)

    def try_now(self, done: Callable[[bool], object]) -> None:
        """Really show a notification; `done` hears whether the system took it, a refusal is told."""
        from merchant_guard.services.set_reminders import try_now  # noqa: PLC0415

        def tried(outcome: Any) -> None:
            is_refused = isinstance(outcome, MerchantGuardError)
            if is_refused:
                self._desk.tell_failure(outcome)
            done(not is_refused)

        self._desk.in_background(partial(_outcome, partial(try_now, self._desk.look.language)), tried)

    def _ask(self, work: Callable[[], Standing], done: Done) -> None:
        def answered(outcome: Any) -> None:
            is_told = isinstance(outcome, MerchantGuardError)
            if is_told:
                self._desk.tell_failure(outcome)
            done(None if is_told else outcome)

        self._desk.in_background(partial(_outcome, work), answered)

    def _choose(self, **changes: Any) -> None:
        preferences = self._desk.preferences
        preferences.choose(replace(preferences.settings, **changes))


def _outcome(work: Callable[[], Any]) -> Any:
    """What came of it, or the problem: the page has to hear of both."""
    try:
        return work()
    except MerchantGuardError as error:
        return error
