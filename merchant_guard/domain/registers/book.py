"""The book: all registers of a shop with their entries, duties settled by hand, and holds that were ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.domain.registers.register import STAFF
from merchant_guard.domain.shop import StaffMember

ROLE_UNSAID = "other"
"""The role of somebody of whom none was said."""


class Outcome(StrEnum):
    """What became of a duty that fell due."""

    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class DutyRecord:
    """A duty that was done or skipped by hand.

    `due` is the day it had fallen due, `on` the day it was done or left out; `entry_id` says about which
    entry, None for the whole shop.
    """

    duty_id: str
    entry_id: str | None
    due: date
    outcome: Outcome
    on: date
    written_at: datetime
    reason: str = ""

    @property
    def counts_from(self) -> date:
        """The day from which the next time is reckoned; what is left out ahead of its day ends with it."""
        return max(self.on, self.due) if self.outcome is Outcome.SKIPPED else self.on

    @property
    def is_late(self) -> bool:
        """Whether it was written down on a later day than it was done."""
        return self.written_at.date() > self.on


@dataclass(frozen=True, slots=True)
class HoldRelease:
    """Somebody signed that what an entry concerns may be destroyed again."""

    entry_id: str
    on: date
    signed_by: str
    reason: str
    written_at: datetime


@dataclass(frozen=True)
class Book:
    """Everything the registers hold.

    `entries` go by id in the order they were entered, those crossed out among them; `evidence` and `logs`,
    the lines of incidents in the order they were written, by entry id.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    records: tuple[DutyRecord, ...] = ()
    releases: Mapping[str, HoldRelease] = field(default_factory=dict)
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    logs: Mapping[str, tuple[LogLine, ...]] = field(default_factory=dict)

    @cached_property
    def by_register(self) -> Mapping[str, tuple[Entry, ...]]:
        """Register id → its entries that count, in the order they were entered."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            if entry.struck is None:
                found.setdefault(entry.register, []).append(entry)
        return {register: tuple(entries) for register, entries in found.items()}

    def of(self, register_id: str) -> tuple[Entry, ...]:
        """The entries of a register that count."""
        return self.by_register.get(register_id, ())

    def struck_of(self, register_id: str) -> tuple[Entry, ...]:
        """The entries of a register that were crossed out."""
        return tuple(one for one in self.entries.values() if one.register == register_id and one.struck)

    @property
    def staff(self) -> tuple[StaffMember, ...]:
        """The people who work here now."""
        return tuple(
            StaffMember(entry.said("name"), entry.said("role") or ROLE_UNSAID, entry.day("joined"))
            for entry in self.of(STAFF)
            if entry.said("name") and entry.day("left_on") is None
        )

    def with_entry(self, entry: Entry) -> "Book":
        """The book after an entry came or changed."""
        return replace(self, entries={**self.entries, entry.id: entry})

    def without(self, entry_id: str) -> "Book":
        """The book without an entry that was written by mistake."""
        return replace(
            self,
            entries={key: one for key, one in self.entries.items() if key != entry_id},
            evidence={key: references for key, references in self.evidence.items() if key != entry_id},
        )

    def renamed(self, ids: Mapping[str, str]) -> "Book":
        """The book with other ids for some entries, wherever they are named."""
        if not ids:
            return self
        return Book(
            {ids.get(key, key): entry.renamed(ids) for key, entry in self.entries.items()},
            tuple(
                replace(one, entry_id=ids.get(one.entry_id, one.entry_id) if one.entry_id else None)
                for one in self.records
            ),
            {
                ids.get(key, key): replace(one, entry_id=ids.get(key, key))
                for key, one in self.releases.items()
            },
            {ids.get(key, key): references for key, references in self.evidence.items()},
            {ids.get(key, key): lines for key, lines in self.logs.items()},
        )

    def with_record(self, record: DutyRecord) -> "Book":
        """The book after a duty was done or skipped."""
        return replace(self, records=(*self.records, record))

    def without_record(self, record: DutyRecord) -> "Book":
        """The book after that was taken back."""
        return replace(self, records=tuple(one for one in self.records if one != record))

    def with_release(self, release: HoldRelease) -> "Book":
        """The book after a hold was ended."""
        return replace(self, releases={**self.releases, release.entry_id: release})

    def with_evidence(self, entry_id: str, references: tuple[str, ...]) -> "Book":
        """The book after evidence of an entry came or went."""
        return replace(self, evidence={**self.evidence, entry_id: references})

    def with_lines(self, entry_id: str, lines: tuple[LogLine, ...]) -> "Book":
        """The book after lines were added at the end of a log."""
        if not lines:
            return self
        return replace(self, logs={**self.logs, entry_id: (*self.logs.get(entry_id, ()), *lines)})
