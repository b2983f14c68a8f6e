"""The incident in hand: begun in one click, written with the first act, its log only ever added to."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from merchant_guard.desktop.screens import Screen
from merchant_guard.localization import mark
from merchant_guard.system.clock import moment_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from merchant_guard.desktop.desk import Desk
    from merchant_guard.domain.applicability import Facts
    from merchant_guard.domain.incident import IncidentGuide, ToTell
    from merchant_guard.domain.incident_case import IncidentCase
    from merchant_guard.domain.legal_hold import LegalHold
    from merchant_guard.services.workspace import Workspace

STILL_THE_SAME = timedelta(minutes=30)
"""Who comes back so soon, as from printing the card, has the same thing on their mind."""


class Incidents(QObject):
    """Which incident is shown, and what is written about it.

    One that was begun by opening its page is nowhere but here until something is done: who pressed the wrong
    button leaves no trace.
    """

    changed = Signal()
    """Another incident is shown, or what is shown has changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._shown: str | None = None
        self._fresh: IncidentCase | None = None
        self.note = ""
        """What is being typed for the log."""
        self.clock: Callable[[], datetime] = lambda: moment_on(desk.today)
        """What time it is."""

    # --- what is there ------------------------------------------------------------------------------

    @property
    def guide(self) -> IncidentGuide:
        """What is to be done, and who is told."""
        return self._desk.open_check.bank.incident

    @property
    def facts(self) -> Facts:
        """What is known of the shop."""
        return self._desk.open_check.known_facts

    @property
    def open_ones(self) -> tuple[IncidentCase, ...]:
        """The incidents that are not over, the latest first."""
        from merchant_guard.domain.incident_case import open_cases  # noqa: PLC0415 (not for the first paint)

        return open_cases(self._desk.ledger.book)

    @property
    def case(self) -> IncidentCase | None:
        """The incident shown; None while one of several is to be chosen."""
        from merchant_guard.domain.incident_case import case_of  # noqa: PLC0415

        entry = self._desk.ledger.book.entries.get(self._shown or "")
        return case_of(self._desk.ledger.book, entry) if entry and not entry.struck else self._fresh

    def hold(self, case: IncidentCase) -> LegalHold | None:
        """What it forbids to destroy, while that is in force."""
        return next((one for one in self._desk.ledger.holds if one.entry.id == case.entry.id), None)

    def who_is_told(self, case: IncidentCase) -> tuple[ToTell, ...]:
        """Who is to be told of it."""
        return self.guide.who_is_told(self.facts, case.entry, case.ticked)

    # --- which one is shown -------------------------------------------------------------------------

    def come(self) -> None:
        """Show the page: the open incident, a new one where there is none, or those to choose from."""
        self._shown = None
        self._arrive()
        self._desk.go(Screen.INCIDENT)

    def arrive(self) -> None:
        """What the page shows when nothing was chosen before, as when the window begins with it."""
        if self.case is None:
            self._arrive()

    def _arrive(self) -> None:
        open_ones = self.open_ones
        if len(open_ones) == 1:
            self._shown = open_ones[0].entry.id
        elif not open_ones:
            self._begin()
        else:
            self._fresh = None

    def choose(self, entry_id: str) -> None:
        """Show one of several."""
        self._shown, self.note = entry_id, ""
        self.changed.emit()

    def show(self, entry_id: str) -> None:
        """Show the page with an incident that is known."""
        self.choose(entry_id)
        self._desk.go(Screen.INCIDENT)

    def begin_another(self) -> None:
        """Show a new one beside those that are open."""
        self._shown, self._fresh, self.note = None, None, ""
        self._begin()
        self.changed.emit()

    def _begin(self) -> None:
        """A new one from this moment, unless one was begun just now."""
        from merchant_guard.domain.incident import INCIDENTS  # noqa: PLC0415
        from merchant_guard.domain.incident_case import IncidentCase  # noqa: PLC0415
        from merchant_guard.services.keep_book import new_entry  # noqa: PLC0415

        now = self.clock()
        if self._fresh is None or not timedelta() <= now - self._fresh.entry.entered_at <= STILL_THE_SAME:
            self._fresh = IncidentCase(new_entry(INCIDENTS, now))

    # --- acts ---------------------------------------------------------------------------------------

    def tick(self, tick_id: str, done: bool) -> None:
        """Note that something was done, or is so, now; or take that back, in a line of its own."""
        from merchant_guard.domain.registers.log_line import LogLine  # noqa: PLC0415

        case, now = self._to_write()
        if case is None or (tick_id in case.ticked) is done:
            return
        words = self.guide.title_of(tick_id).pick(self._desk.look.language)
        if not done:
            words = self._desk.look.words("Taken back: {what}").format(what=words)
        self._keep(case.with_tick(self.guide, LogLine(words, now, now, tick_id, done)))

    def write(self, text: str, happened_at: datetime | None = None) -> None:
        """Add words to the log; they happened now where no other moment is said."""
        from merchant_guard.domain.registers.log_line import LogLine  # noqa: PLC0415

        case, now = self._to_write()
        if case is not None:
            self.note = ""
            self._keep(case.with_line(LogLine(text, happened_at or now, now)))

    def put_right_when(self, happened_at: datetime) -> None:
        """Note that it was noticed at another moment than was written."""
        from merchant_guard.domain.registers.log_line import LogLine  # noqa: PLC0415

        case, now = self._to_write()
        if case is not None:
            words = self._desk.look.words("Put right: noticed at this time")
            self._keep(case.noticed(LogLine(words, happened_at, now)))

    def close(self) -> None:
        """Note that the matter is over; what it forbids to destroy stays."""
        from merchant_guard.domain.registers.log_line import LogLine  # noqa: PLC0415

        case, now = self._to_write()
        if case is not None and not case.is_closed:
            words = self._desk.look.words("The matter is over")
            self._keep(case.closed(LogLine(words, now, now)))

    def begin_writing(self) -> str | None:
        """Make sure that the incident is in its register, for its form and papers; its id."""
        if self.case is None or self.case.is_begun:
            return self.case.entry.id if self.case else None
        case, _now = self._to_write()
        if case is None:
            return None
        self._keep(case)
        return case.entry.id

    def _to_write(self) -> tuple[IncidentCase | None, datetime]:
        """The incident to be written in; a new one begins with the moment it was noticed."""
        from merchant_guard.domain.registers.log_line import LogLine  # noqa: PLC0415

        case, now = self.case, self.clock()
        if case is None or self._desk.refuses_change():
            return None, now
        if not case.is_begun:
            noticed = self._desk.look.words("Noticed that information may have got out")
            case = case.noticed(LogLine(noticed, case.entry.entered_at, now))
        return case, now

    def _keep(self, case: IncidentCase) -> None:
        """Show it at once, and save what is new in it."""
        from merchant_guard.services.keep_incident import IncidentKeeper  # noqa: PLC0415

        desk, entry = self._desk, case.entry
        book = desk.ledger.book
        lines = case.lines[len(book.logs.get(entry.id, ())) :]
        shop_id = desk.open_check.shop_id
        if not book.entries.get(entry.id):
            desk.said.emit(desk.look.words(mark("Noted. Nothing is destroyed until this is over.")))
        self._shown, self._fresh = entry.id, None

        def save(workspace: Workspace) -> None:
            IncidentKeeper(workspace, shop_id).add(entry, lines)

        desk.keep_book(book.with_entry(entry).with_lines(entry.id, lines), save)
        desk.ledger.changed.emit()
        self.changed.emit()
