"""What falls due: every duty that applies to a shop, with the one day on which it is due next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.duties import Duty, DutyKind, PerEntry, Recurring
from merchant_guard.domain.intervals import Interval, near_quiet_day
from merchant_guard.domain.legal_hold import LegalHold, legal_holds
from merchant_guard.domain.registers.book import Book, DutyRecord, Outcome
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Register
from merchant_guard.domain.shop import WorkRhythm
from merchant_guard.domain.workdays import next_day_of_year

ASK_AGAIN = Interval(months=1)
"""What is done only once and was left out is asked again this long after."""
_AT_ONCE = frozenset({DutyKind.INCIDENT, DutyKind.INSPECTION, DutyKind.REQUEST, DutyKind.LEAVER})
AFTER_A_HOLD = Interval(days=7)
"""What waited for the end of a legal hold falls due this long after it."""


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
