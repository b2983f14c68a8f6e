"""Duties of the year: what comes round, what an entry of a register asks for, and when each falls due.

A duty says its force and its source like everything else. Nothing is piled up: a duty has one day on which it
is due next, and what was not done in time stays overdue until it is done or left out with a reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from merchant_guard.domain.applicability import ALWAYS, Condition
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.question import Citation, Force
from merchant_guard.domain.registers.book import Book, DutyRecord, Outcome
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Match
from merchant_guard.domain.text import Text

NOT_LATER = Interval()


class DutyKind(StrEnum):
    """What sort of thing falls due; reminders name these and nothing else."""

    TASK = "task"
    DESTRUCTION = "destruction"
    FIND_OUT = "find_out"
    REVIEW = "review"
    LOGS = "logs"
    DRILL = "drill"
    TRAINING = "training"
    SELF_CHECK = "self_check"
    AUDIT = "audit"
    MINORS_AUDIT = "minors_audit"
    AGREEMENT = "agreement"
    LEAVER = "leaver"
    CONTRACT = "contract"
    REQUEST = "request"
    INCIDENT = "incident"
    INSPECTION = "inspection"
    RETENTION = "retention"
    CONTENT = "content"


_PRESSING = (DutyKind.INCIDENT, DutyKind.LEAVER)
"""What waits for nothing else that is due by the same day."""
_NEVER_LEFT_OUT = frozenset({DutyKind.LEAVER, DutyKind.AUDIT, DutyKind.MINORS_AUDIT, DutyKind.CONTENT})
"""What no reason puts off: one word would silence it for years, or for ever."""


@dataclass(frozen=True, slots=True)
class Settling:
    """Entries that settle a duty: of a register, matching, with a day in `field`.

    Where `field` is None it is the day of entry. With `link` they settle it for the entries they name there,
    with `filled` only when something stands in that field.
    """

    register: str
    field: str | None
    only: Match
    link: str | None = None
    filled: str | None = None

    def days(self, book: Book, entry: Entry | None = None) -> Iterator[date]:
        """The days on which it was settled, for one entry where a link names it."""
        for one in book.of(self.register):
            names = self.link is None or (entry is not None and entry.id in one.chosen(self.link))
            is_filled = self.filled is None or self.filled in one.values
            day = one.entered_on if self.field is None else one.day(self.field)
            if names and is_filled and one.matches(self.only) and day:
                yield day


@dataclass(frozen=True, slots=True)
class Recurring:
    """A duty of the whole shop.

    `first` is reckoned from the day duties began, None for the end of that year. `every` is None for what is
    done once. `each_year_on` is a (month, day) that is the last one every year. A limit of the law is never
    passed for the sake of a quiet day. `asked_once` is settled for good by any entry of `settled_by`.
    """

    every: Interval | None = None
    first: Interval | None = None
    each_year_on: tuple[int, int] | None = None
    is_limit: bool = False
    settled_by: tuple[Settling, ...] = ()
    needs: Settling | None = None
    """Entries without which the duty does not exist yet, as a period nobody has found out."""


@dataclass(frozen=True, slots=True)
class PerEntry:
    """A duty that entries of a register bring.

    It is due `plus` after the day in `after` (a field, or `link.field` of the entry a link names; None for
    the day of entry, which also stands in for an empty field where `or_entered`), never before the entry was
    written where `counts_from_entry`. It is settled by a day in
    `settled_by`, begins `again` that long after, and is gone when the field `over` has a day. `lead` is how
    many days ahead it is spoken of.
    """

    register: str
    only: Match
    after: str | None = None
    plus: Interval = NOT_LATER
    settled_by: str | None = None
    also_by: Settling | None = None
    again: Interval | None = None
    over: str | None = None
    counts_from_entry: bool = False
    or_entered: bool = False
    lead: int = 7
    unless: Match | None = None
    """Entries like these owe nothing, as the owner owes nobody an agreement."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to be done at its time.

    `destroys` names the kinds of records it destroys, which a legal hold forbids; `register` is where it is
    written down; `badge` and `act` are the words of a row of that register.
    """

    id: str
    kind: DutyKind
    title: Text
    why: Text
    force: Force
    citations: tuple[Citation, ...]
    rule: Recurring | PerEntry
    register: str | None
    minutes: int = 0
    applies_when: Condition = ALWAYS
    destroys: frozenset[str] = frozenset()
    badge: Text | None = None
    act: Text | None = None
    preset: Mapping[str, str] | None = None
    """What is filled in when the duty is written down: of what kind the entry is, never that it was done."""
    papers: tuple[str, ...] = ()
    never_left_out: bool = False

    @property
    def may_be_left_out(self) -> bool:
        """Whether it may be left out this time with a reason."""
        return not self.never_left_out and self.kind not in _NEVER_LEFT_OUT

    @property
    def is_done_by_hand(self) -> bool:
        """Whether saying so settles it; the content is renewed by a new version only."""
        return self.kind not in (DutyKind.CONTENT, DutyKind.SELF_CHECK)

    def counts(self, record: DutyRecord) -> bool:
        """Whether a record of it counts."""
        if record.outcome is Outcome.SKIPPED:
            return self.may_be_left_out
        return self.kind is not DutyKind.CONTENT

    @property
    def is_pressing(self) -> bool:
        """Whether it goes before what else is due that day: an open leak, the accounts of who has left."""
        return self.kind in _PRESSING
