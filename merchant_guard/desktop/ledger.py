"""The registers on the desk: what is written in them, what falls due, and what must not be destroyed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from merchant_guard.localization import mark
from merchant_guard.system.clock import moment_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from merchant_guard.desktop.desk import Desk
    from merchant_guard.domain.due import DueItem
    from merchant_guard.domain.evidence import Evidence, Subject
    from merchant_guard.domain.keeping import Kept
    from merchant_guard.domain.legal_hold import LegalHold
    from merchant_guard.domain.registers.book import Book, DutyRecord, Outcome
    from merchant_guard.domain.registers.entry import Entry
    from merchant_guard.domain.registers.register import Register, Value
    from merchant_guard.domain.shop import StaffMember
    from merchant_guard.services.keep_book import BookKeeper
    from merchant_guard.services.workspace import Workspace


class Ledger(QObject):
    """Writes in the registers of the shop in hand; `changed` comes when they hold something else.

    Like every change on the desk a line shows at once and is saved in its turn.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._begun: dict[str, Entry] = {}
        """Entries in which nothing is written yet; they are nowhere else."""

    # --- what is there ------------------------------------------------------------------------------

    @property
    def registers(self) -> Mapping[str, Register]:
        """The registers there are, by id, in their order."""
        return self._desk.open_check.bank.registers

    @property
    def book(self) -> Book:
        """What they hold."""
        return self._desk.open_check.book

    @property
    def items(self) -> tuple[DueItem, ...]:
        """What falls due, the soonest first."""
        return self._desk.open_check.due

    @property
    def near(self) -> tuple[DueItem, ...]:
        """What is to be spoken of now."""
        return tuple(item for item in self.items if item.is_near(self._desk.today))

    def items_of(self, entry: Entry) -> tuple[DueItem, ...]:
        """What falls due about one entry."""
        return tuple(item for item in self.items if item.entry is not None and item.entry.id == entry.id)

    @property
    def holds(self) -> tuple[LegalHold, ...]:
        """The legal holds in force."""
        return self._desk.open_check.holds

    def must_stay(self, subject: Subject, evidence: Evidence | None) -> bool:
        """Whether a file belongs to a matter on hold; one that came today may still be taken back."""
        if subject.kind != "entry" or not any(hold.entry.id == subject.id for hold in self.holds):
            return False
        return evidence is None or evidence.imported_at.astimezone().date() != self._desk.today

    @property
    def kept(self) -> tuple[Kept, ...]:
        """What must not be thrown away yet."""
        return self._desk.open_check.kept_records(self._desk.today)

    def entry(self, entry_id: str) -> Entry | None:
        """An entry, also one in which nothing is written yet."""
        return self.book.entries.get(entry_id) or self._begun.get(entry_id)

    # --- writing ------------------------------------------------------------------------------------

    def new_entry(self, register_id: str, preset: Mapping[str, str] | None = None) -> Entry:
        """Begin an entry; it comes into being with the first thing written in it.

        `preset` says of what kind it is, never that something was done.
        """
        from merchant_guard.services.keep_book import new_entry  # noqa: PLC0415 (not for the first paint)

        moment = moment_on(self._desk.today)
        entry = new_entry(register_id, moment)
        for field_id, value in (preset or {}).items():
            entry = entry.with_value(field_id, value, moment)
        self._begun = {entry.id: entry}
        return entry

    def write(self, entry_id: str, field_id: str, value: Value | None) -> None:
        """Write something into a field; None empties it."""
        entry = self.entry(entry_id)
        if entry is None or self._desk.refuses_change():
            return
        changed = entry.with_value(field_id, value, moment_on(self._desk.today))
        if changed is not entry:
            self._begun.pop(entry_id, None)
            self._keep_entries([changed])

    def may_delete(self, entry_id: str) -> bool:
        """Whether an entry was written today and may go without a trace, as a slip of the pen."""
        from merchant_guard.domain.legal_hold import may_be_deleted  # noqa: PLC0415

        entry = self.book.entries.get(entry_id)
        return entry is not None and may_be_deleted(entry, self.book, self.registers, self._desk.today)

    def may_strike(self, entry_id: str) -> bool:
        """Whether an entry may be crossed out: not while the hold it brings is in force."""
        from merchant_guard.domain.legal_hold import may_be_struck  # noqa: PLC0415

        entry = self.book.entries.get(entry_id)
        return entry is not None and may_be_struck(entry, self.book, self.registers)

    def delete(self, entry_id: str) -> None:
        """Delete an entry that was written by mistake, with the way back."""
        if self._desk.refuses_change() or not self.may_delete(entry_id):
            return
        entry, evidence = self.book.entries[entry_id], self.book.evidence.get(entry_id, ())
        self._take(self.book.without(entry_id), lambda keeper: keeper.delete(entry_id))
        self._offer_undo(mark("Record deleted"), partial(self._put_back, entry, evidence))

    def strike(self, entry_id: str, reason: str) -> None:
        """Cross an entry out: it stays readable, and counts no more."""
        if not self._desk.refuses_change() and self.may_strike(entry_id):
            entry = self.book.entries[entry_id]
            self._keep_entries([entry.crossed_out(reason, moment_on(self._desk.today))])

    def add_staff(self, people: Sequence[StaffMember]) -> None:
        """Take a list of people into the register of staff, all of them or none."""
        from merchant_guard.services.keep_book import staff_entries  # noqa: PLC0415

        if not self._desk.refuses_change():
            self._keep_entries(staff_entries(self.book, people, moment_on(self._desk.today)))

    # --- duties and holds ---------------------------------------------------------------------------

    def settle(self, item: DueItem, outcome: Outcome, on: date, reason: str = "") -> None:
        """Note that a duty was done, or is left out this time, with the way back."""
        from merchant_guard.domain.registers.book import DutyRecord, Outcome  # noqa: PLC0415

        if self._desk.refuses_change():
            return
        entry_id = item.entry.id if item.entry else None
        moment = moment_on(self._desk.today)
        record = DutyRecord(item.duty.id, entry_id, item.due, outcome, on, moment, reason)
        self._take(self.book.with_record(record), lambda keeper: keeper.save_record(record))
        words = mark("Noted as done") if outcome is Outcome.DONE else mark("Left out this time")
        self._offer_undo(words, partial(self._take_back, record))

    def end_hold(self, hold: LegalHold, on: date, signed_by: str, reason: str) -> None:
        """Note who signed that what a matter concerns may be destroyed again."""
        from merchant_guard.domain.registers.book import HoldRelease  # noqa: PLC0415

        if self._desk.refuses_change():
            return
        moment = moment_on(self._desk.today)
        release = HoldRelease(hold.entry.id, on, signed_by, reason, moment)
        self._take(self.book.with_release(release), lambda keeper: keeper.save_release(release))

    def _put_back(self, entry: Entry, evidence: tuple[str, ...]) -> None:
        book = self.book.with_entry(entry).with_evidence(entry.id, evidence)
        self._take(book, lambda keeper: keeper.put_back(entry, evidence))

    def _take_back(self, record: DutyRecord) -> None:
        self._take(self.book.without_record(record), lambda keeper: keeper.delete_record(record))

    # --- keeping ------------------------------------------------------------------------------------

    def _keep_entries(self, entries: Sequence[Entry]) -> None:
        book = self.book
        for entry in entries:
            book = book.with_entry(entry)
        self._take(book, lambda keeper: keeper.save(entries))

    def _take(self, book: Book, change: Callable[[BookKeeper], object]) -> None:
        """Show the book at once, and save what changed in it."""
        from merchant_guard.services.keep_book import BookKeeper  # noqa: PLC0415

        shop_id = self._desk.open_check.shop_id

        def save(workspace: Workspace) -> None:
            change(BookKeeper(workspace, shop_id))

        self._desk.keep_book(book, save)
        self.changed.emit()

    def _offer_undo(self, words: str, undo: Callable[[], object]) -> None:
        self._desk.undo_offered.emit(self._desk.look.words(words), undo)
