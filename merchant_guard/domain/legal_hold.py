"""Legal hold: while a matter is open, what it concerns is evidence and is not destroyed.

PIPL art 63 stands behind it (nobody may refuse or obstruct those who inspect). A hold is ended by a signed
entry only, not by closing the matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.registers.book import Book, HoldRelease
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import HoldRule, Match, Register

LONG_OVER = Interval(months=1)
"""A matter that was over so long before it was written down is only told for the record.

One that ended yesterday may still become a complaint or a lawsuit, and a wrong day here would end a hold
that nobody signed for.
"""
EVERYTHING: frozenset[str] = frozenset()
"""What a hold concerns when it concerns all records."""


@dataclass(frozen=True, slots=True)
class LegalHold:
    """The hold an entry brings. `concerns` are kinds of records, empty for all of them."""

    entry: Entry
    since: date
    concerns: frozenset[str]
    is_closed: bool
    """Whether the matter itself is over, so that somebody may want to end the hold."""
    release: HoldRelease | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether nobody has signed that it is over."""
        return self.release is None

    def covers(self, kinds: frozenset[str]) -> bool:
        """Whether records of one of these kinds must stay."""
        return bool(kinds) and (self.concerns == EVERYTHING or not self.concerns.isdisjoint(kinds))


def legal_holds(book: Book, registers: Mapping[str, Register]) -> tuple[LegalHold, ...]:
    """Return every hold there is or was, the latest first."""
    found = (
        _hold(entry, register, book) for register in registers.values() for entry in book.of(register.id)
    )
    return tuple(sorted((hold for hold in found if hold), key=lambda hold: hold.since, reverse=True))


def holds_in_force(book: Book, registers: Mapping[str, Register]) -> tuple[LegalHold, ...]:
    """Return the holds nobody has ended. They stand before anything that deletes or destroys."""
    return tuple(hold for hold in legal_holds(book, registers) if hold.is_in_force)


def may_be_struck(entry: Entry, book: Book, registers: Mapping[str, Register]) -> bool:
    """Whether an entry may be crossed out: not while the hold it brings is in force."""
    return not any(hold.entry.id == entry.id for hold in holds_in_force(book, registers))


def may_be_deleted(entry: Entry, book: Book, registers: Mapping[str, Register], today: date) -> bool:
    """Whether an entry was written today and may go without a trace, as a slip of the pen.

    What brings a legal hold, has a log, or what something was signed or settled about, is only ever crossed
    out.
    """
    has_trace = entry.id in book.releases or entry.id in book.logs
    is_spoken_of = has_trace or any(one.entry_id == entry.id for one in book.records)
    brings_hold = any(hold.entry.id == entry.id for hold in legal_holds(book, registers))
    return entry.entered_on == today and not is_spoken_of and not brings_hold


def _hold(entry: Entry, register: Register, book: Book) -> LegalHold | None:
    rule = register.holds
    if rule is None or not _ever_matched(entry, rule.only) or _was_over_before(entry, register, rule):
        return None
    # What once was said to be concerned stays so: a hold gets smaller by a signature, not by a correction.
    concerns = entry.ever_chosen(rule.concerns) if entry.chosen(rule.concerns) else EVERYTHING
    if not concerns and not rule.all_unless_said:
        return None
    since = min(entry.day(register.event) or entry.entered_on, entry.entered_on)
    is_closed = entry.day(rule.ends) is not None
    return LegalHold(entry, since, concerns, is_closed, book.releases.get(entry.id))


def _ever_matched(entry: Entry, match: Match) -> bool:
    return all(not entry.ever_chosen(field_id).isdisjoint(options) for field_id, options in match.items())


def _was_over_before(entry: Entry, register: Register, rule: HoldRule) -> bool:
    """Whether it was long over before anybody wrote it down here: an old matter, told for the record."""
    began, closed = entry.day(register.event), entry.day(rule.ends)
    if began is None or closed is None or not began <= closed:
        return False
    was_long_over = LONG_OVER.after(closed) <= entry.entered_on
    return was_long_over and entry.written_on(rule.ends) == entry.entered_on
