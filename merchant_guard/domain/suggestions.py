"""What a register says about a question: a suggestion with its reason, never an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from merchant_guard.domain.duties import Settling
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.question import Choice
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Match
from merchant_guard.domain.text import Text


@dataclass(frozen=True, slots=True)
class ShareRule:
    """Of the entries that match and are not over, how many have a day in `field`.

    `within` makes days older than that count no more, `begun` leaves out entries without a day there (who is
    still here has no account to close), `also_by` are entries elsewhere that say the same, `unless` leaves
    out those that match (the owner signs no agreement with himself).
    """

    register: str
    only: Match
    over: str | None
    field: str
    within: Interval | None = None
    begun: str | None = None
    also_by: Settling | None = None
    unless: Match | None = None


@dataclass(frozen=True, slots=True)
class RecentRule:
    """Whether something was written down lately: a matching entry with a day in `field` within a span."""

    register: str
    only: Match
    field: str
    within: Interval


@dataclass(frozen=True, slots=True)
class SuggestionRule:
    """What the answer to a question may lean on, and the ticks it speaks of.

    The sentences may name {count}, {missing}, {total} and {day}. One that is None is not said.
    """

    id: str
    rule: ShareRule | RecentRule
    ticks: tuple[str, ...]
    all_there: Text | None
    some: Text | None
    none: Text | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence about what is written down, and what it points to.

    `choice` is None where the register says only part of what the question asks; `done` and `open` are ticks.
    """

    reason: Text
    choice: Choice | None
    done: frozenset[str]
    open: frozenset[str]


def suggest(rule: SuggestionRule, book: Book, today: date) -> Suggestion | None:
    """Return what the book suggests on a day; None where it holds nothing to go by."""
    if isinstance(rule.rule, ShareRule):
        return _share(rule, rule.rule, book, today)
    return _recent(rule, rule.rule, book, today)


def share_of(share: ShareRule, book: Book, today: date) -> tuple[int, int]:
    """How many entries have the day in question, and how many there are."""
    entries = [
        entry
        for entry in book.of(share.register)
        if entry.matches(share.only)
        and not (share.unless and entry.matches(share.unless))
        and entry.day(share.over) is None
        and (share.begun is None or entry.day(share.begun))
    ]
    return sum(_counts(entry, share, book, today) for entry in entries), len(entries)


def last_day(recent: RecentRule, book: Book) -> date | None:
    """The last day that matching entries name, None where none does."""
    return max(_days(recent, book), default=None)


def _share(rule: SuggestionRule, share: ShareRule, book: Book, today: date) -> Suggestion | None:
    there, total = share_of(share, book, today)
    if not total:
        return None
    named = {"total": total, "count": there, "missing": total - there}
    return _say(rule, there, total, named)


def _counts(entry: Entry, share: ShareRule, book: Book, today: date) -> bool:
    days = [day for day in (entry.day(share.field),) if day]
    if share.also_by is not None:
        days += share.also_by.days(book, entry)
    return bool(days) and (share.within is None or share.within.after(max(days)) >= today)


def _recent(rule: SuggestionRule, recent: RecentRule, book: Book, today: date) -> Suggestion | None:
    days = _days(recent, book)
    last = last_day(recent, book)
    if last is None:
        return None
    is_recent = recent.within.after(last) >= today
    return _say(rule, int(is_recent), 1, {"day": last.isoformat(), "total": len(days)})


def _days(recent: RecentRule, book: Book) -> list[date]:
    entries = (entry for entry in book.of(recent.register) if entry.matches(recent.only))
    return [day for entry in entries if (day := entry.day(recent.field))]


def _say(rule: SuggestionRule, there: int, total: int, named: Mapping[str, object]) -> Suggestion | None:
    ticks = frozenset(rule.ticks)
    if there == total:
        words, choice, done = rule.all_there, None, ticks
    elif there:
        words, choice, done = rule.some, Choice.PARTLY, frozenset[str]()
    else:
        words, choice, done = rule.none, None, frozenset[str]()
    if words is None:
        return None
    reason = words.filled(**named)
    return Suggestion(reason, choice, done, ticks - done)
