"""Duties of the year: what comes round, what an entry of a register asks for, and when each falls due.

A duty says its force and its source like everything else. Nothing is piled up: a duty has one day on which it
is due next, and what was not done in time stays overdue until it is done or left out with a reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from merchant_guard.domain.applicability import ALWAYS, Condition, Facts
from merchant_guard.domain.intervals import Interval, near_quiet_day
from merchant_guard.domain.legal_hold import LegalHold, legal_holds
from merchant_guard.domain.question import Citation, Force
from merchant_guard.domain.registers.book import Book, DutyRecord, Outcome
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Match, Register
from merchant_guard.domain.shop import WorkRhythm
from merchant_guard.domain.text import Text
from merchant_guard.domain.workdays import next_day_of_year

NOT_LATER = Interval()
ASK_AGAIN = Interval(months=1)
"""What is done only once and was left out is asked again this long after."""
AFTER_A_HOLD = Interval(days=7)
"""What waited for the end of a legal hold falls due this long after it."""


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
_AT_ONCE = frozenset({DutyKind.INCIDENT, DutyKind.INSPECTION, DutyKind.REQUEST, DutyKind.LEAVER})
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


@dataclass(frozen=True, slots=True)
class DueItem:
    """A duty with its next day. `hold` is what forbids it for now; such a duty is never late."""

    duty: Duty
    due: date
    entry: Entry | None = None
    hold: LegalHold | None = None

    @property
    def id(self) -> str:
        """The duty's id, with that of the entry it is about."""
        return self.duty.id if self.entry is None else f"{self.duty.id}:{self.entry.id}"

    def overdue_days(self, today: date) -> int:
        """How many days it is late, 0 when it is not."""
        return 0 if self.hold else max(0, (today - self.due).days)

    @property
    def lead(self) -> int:
        """How many days ahead it is spoken of.

        What comes round is spoken of from the Monday of its week, as tasks are: one that was just done would
        else be there again at once. Nothing is too old before its day.
        """
        if isinstance(self.duty.rule, PerEntry):
            return self.duty.rule.lead
        return 0 if self.duty.kind is DutyKind.CONTENT else self.due.weekday()

    def is_near(self, today: date) -> bool:
        """Whether it is to be spoken of today."""
        return self.hold is None and (self.due - today).days <= self.lead


@dataclass(frozen=True, slots=True)
class DutyYear:
    """What the days of duties depend on. `since` is the day duties began, None before that.

    `content_checked_on` is the day on which the law behind the questions was checked; `self_checks` are the
    days on which self-checks were finished.
    """

    facts: Facts
    book: Book
    registers: Mapping[str, Register]
    rhythm: WorkRhythm
    since: date | None
    content_checked_on: date
    self_checks: tuple[date, ...] = ()


def due_items(duties: Sequence[Duty], year: DutyYear) -> tuple[DueItem, ...]:
    """Return every duty that applies with its next day, the soonest first; those on hold come last.

    They begin with the day in `since`, but for what cannot wait for a self-check: leaks, inspections, what
    customers ask for, the accounts of who has left. Of the same day
    what presses comes first, then they stand in the order of the content: a leak is stopped before it is
    reported, and reported before people are told.
    """
    holds = legal_holds(year.book, year.registers)
    found = [
        _held(item, holds)
        for duty in duties
        if duty.applies_when.holds(year.facts) and (year.since is not None or duty.kind in _AT_ONCE)
        for item in _items(duty, year)
    ]
    places = {duty.id: place for place, duty in enumerate(duties)}

    def order(item: DueItem) -> tuple[object, ...]:
        duty = item.duty
        is_leak = duty.kind is DutyKind.INCIDENT
        return item.hold is not None, item.due, not is_leak, not duty.is_pressing, places[duty.id], item.id

    return tuple(sorted(found, key=order))


def records_of(duty: Duty, entry: Entry | None, book: Book) -> list[DutyRecord]:
    """What was done or skipped by hand of a duty and counts, about one entry or the whole shop."""
    entry_id = entry.id if entry else None
    found = (one for one in book.records if one.duty_id == duty.id and one.entry_id == entry_id)
    return [one for one in found if duty.counts(one)]


def _items(duty: Duty, year: DutyYear) -> Iterator[DueItem]:
    if isinstance(duty.rule, PerEntry):
        for entry in year.book.of(duty.rule.register):
            if due := _day_for_entry(duty, duty.rule, entry, year.book):
                yield DueItem(duty, due, entry)
    elif year.since is not None and (due := _day_for_shop(duty, duty.rule, year, year.since)):
        yield DueItem(duty, due)


# --- the whole shop -----------------------------------------------------------------------------------


def _day_for_shop(duty: Duty, rule: Recurring, year: DutyYear, since: date) -> date | None:
    if duty.kind is DutyKind.CONTENT:
        since = year.content_checked_on
    if rule.needs is not None:
        known = [*rule.needs.days(year.book)]
        if not known:
            return None
        since = max(since, min(known))
    acts = sorted(
        [day for settling in rule.settled_by for day in settling.days(year.book)]
        + [record.counts_from for record in records_of(duty, None, year.book)]
        + (list(year.self_checks) if duty.kind is DutyKind.SELF_CHECK else [])
    )
    if rule.each_year_on is not None:
        return _next_deadline(rule.each_year_on, since, acts)
    if not acts:
        first = rule.first.after(since) if rule.first is not None else date(since.year, 12, 31)
        if duty.kind is DutyKind.CONTENT:
            return first
        span = rule.first or Interval(days=(first - since).days)
        return near_quiet_day(first, year.rhythm, since, span, is_limit=rule.is_limit)
    if rule.every is None:
        return _asked_again(duty, rule, year)
    last = acts[-1]
    return near_quiet_day(rule.every.after(last), year.rhythm, last, rule.every, is_limit=rule.is_limit)


def _asked_again(duty: Duty, rule: Recurring, year: DutyYear) -> date | None:
    """When what is done only once comes back: never once it is done, some time after it was left out."""
    records = records_of(duty, None, year.book)
    written = any(True for settling in rule.settled_by for _day in settling.days(year.book))
    if written or any(one.outcome is Outcome.DONE for one in records):
        return None
    return ASK_AGAIN.after(max(one.counts_from for one in records)) if records else None


def _next_deadline(day_of_year: tuple[int, int], since: date, acts: Sequence[date]) -> date:
    """The first deadline that nothing settles; an act settles the earliest open one, a year ahead at most."""
    due = next_day_of_year(day_of_year, since)
    for act in acts:
        opens = Interval(months=-12).after(due)
        if act > opens:
            due = next_day_of_year(day_of_year, Interval(days=1).after(due))
    return due


# --- one entry ----------------------------------------------------------------------------------------


def _day_for_entry(duty: Duty, rule: PerEntry, entry: Entry, book: Book) -> date | None:
    is_spared = rule.unless is not None and entry.matches(rule.unless)
    if not entry.matches(rule.only) or is_spared or entry.day(rule.over) is not None:
        return None
    start = _start(rule, entry, book)
    if start is None:
        return None
    acts = [day for day in (entry.day(rule.settled_by),) if day]
    if rule.also_by is not None:
        acts += rule.also_by.days(book, entry)
    acts += [record.counts_from for record in records_of(duty, entry, book) if record.due >= start]
    if acts:
        return rule.again.after(max(acts)) if rule.again is not None else None
    due = rule.plus.after(start)
    return max(due, entry.entered_on) if rule.counts_from_entry else due


def _start(rule: PerEntry, entry: Entry, book: Book) -> date | None:
    if rule.after is None:
        return entry.entered_on
    link, _, far = rule.after.partition(".")
    if not far:
        return entry.day(link) or (entry.entered_on if rule.or_entered else None)
    other = book.entries.get(entry.said(link))
    return other.day(far) if other is not None and other.struck is None else None


# --- holds --------------------------------------------------------------------------------------------


def _held(item: DueItem, holds: Sequence[LegalHold]) -> DueItem:
    """The item while evidence must stay; after that, not sooner than a week on."""
    covering = [hold for hold in holds if hold.covers(item.duty.destroys)]
    if not covering:
        return item
    ended = max((hold.release.on for hold in covering if hold.release), default=date.min)
    due = max(item.due, AFTER_A_HOLD.after(ended)) if item.due <= ended else item.due
    return replace(item, due=due, hold=next((hold for hold in covering if hold.is_in_force), None))
