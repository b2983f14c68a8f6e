"""What must be kept, from when until when: records that the law or a habit of proof wants for years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from merchant_guard.domain.duties import Duty, DutyKind, PerEntry
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.question import Citation, Force
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Match
from merchant_guard.domain.text import Text

OWN_PAPERS = "own_papers"
"""Papers about the shop itself, as forms it filled in: only a hold on all records covers them."""


@dataclass(frozen=True, slots=True)
class KeepRule:
    """Entries of a register whose papers are kept for `period` after the day in `since`.

    Without such a day, as for a period prescribed elsewhere, they are kept as long as the entry stands.
    `records` is the kind of records they are, as legal holds name them; `ended` is what there is to do once
    the period is over.
    """

    id: str
    register: str
    only: Match
    since: str | None
    period: Interval
    records: str
    title: Text
    ended: Text
    why: Text
    force: Force
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What must not be thrown away; `until` is the last day, None while the matter goes on."""

    rule: KeepRule
    entry: Entry
    until: date | None


def kept_records(rules: Sequence[KeepRule], book: Book, today: date) -> tuple[Kept, ...]:
    """Return what must still be kept on a day, what may go first at the top."""
    found = [kept for kept in _all(rules, book) if kept.until is None or kept.until >= today]
    return tuple(sorted(found, key=lambda kept: (kept.until or date.max, kept.rule.id, kept.entry.id)))


def ending_duty(rule: KeepRule) -> Duty:
    """The duty to clear away what need not be kept any longer, from the day after its period."""
    day_after = Interval(rule.period.months, rule.period.days + 1)
    return Duty(
        id=f"keep.{rule.id}",
        kind=DutyKind.RETENTION,
        title=rule.ended,
        why=rule.why,
        force=rule.force,
        citations=rule.citations,
        rule=PerEntry(rule.register, rule.only, after=rule.since, plus=day_after),
        register=rule.register,
        destroys=frozenset((rule.records,)),
    )


def _all(rules: Sequence[KeepRule], book: Book) -> Iterator[Kept]:
    for rule in rules:
        for entry in book.of(rule.register):
            if entry.matches(rule.only):
                since = entry.day(rule.since)
                yield Kept(rule, entry, None if since is None else rule.period.after(since))
