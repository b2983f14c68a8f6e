"""One incident as its log tells it: since when it is known, what is ticked, and what an act adds to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from merchant_guard.domain.incident import CLOSED, INCIDENTS, NOTICED, IncidentGuide
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.log_line import LogLine

NOTICED_FIELD, CLOSED_FIELD = "noticed_on", "closed_on"


@dataclass(frozen=True)
class IncidentCase:
    """An entry of the register of incidents with its log, in the order in which it was written."""

    entry: Entry
    lines: tuple[LogLine, ...] = ()

    @property
    def is_begun(self) -> bool:
        """Whether anything was written; before that it is nowhere but on the screen."""
        return bool(self.lines or self.entry.written)

    @property
    def is_closed(self) -> bool:
        """Whether the matter is over."""
        return self.entry.day(CLOSED_FIELD) is not None

    @cached_property
    def ticked(self) -> frozenset[str]:
        """The ids of what is ticked by now."""
        return frozenset(self._last_ticks())

    def ticked_at(self, tick_id: str) -> datetime | None:
        """When something was ticked, None where it is not."""
        line = self._last_ticks().get(tick_id)
        return line.happened_at if line else None

    def _last_ticks(self) -> dict[str, LogLine]:
        last = {line.tick: line for line in self.lines if line.tick}
        return {tick: line for tick, line in last.items() if line.done}

    @property
    def noticed_at(self) -> datetime | None:
        """The moment it was noticed; None where no more than the day is known."""
        day = self.noticed_on
        line = self._last_ticks().get(NOTICED)
        moment = line.happened_at if line else self.entry.entered_at
        return moment if moment.date() == day else None

    @property
    def noticed_on(self) -> date:
        """The day it was noticed."""
        return self.entry.day(NOTICED_FIELD) or self.entry.entered_on

    def elapsed(self, now: datetime) -> timedelta:
        """How long it has been known; in whole days where only the day is known, never less than none."""
        since = self.noticed_at
        known = now - since if since else timedelta(days=(now.date() - self.noticed_on).days)
        return max(known, timedelta())

    @property
    def chronicle(self) -> tuple[LogLine, ...]:
        """The log by the time things happened; in one minute as it was written."""
        return tuple(sorted(self.lines, key=lambda line: line.happened_at.replace(second=0, microsecond=0)))

    # --- acts: each gives the incident with lines added, and none ever takes one out --------------------

    def with_lines(self, lines: Iterable[LogLine]) -> "IncidentCase":
        """The incident with lines at the end of its log."""
        return replace(self, lines=(*self.lines, *lines))

    def with_line(self, line: LogLine) -> "IncidentCase":
        """The incident with one more line."""
        return self.with_lines((line,))

    def with_tick(self, guide: IncidentGuide, line: LogLine) -> "IncidentCase":
        """The incident after something was ticked or taken back; the day goes into its field of the entry.

        A day that was there already stays, unless it is that of this tick.
        """
        field, before = guide.field_of(line.tick), self.ticked_at(line.tick)
        after = self.with_line(line)
        if field is None:
            return after
        is_ours = before is not None and self.entry.day(field) == before.date()
        if line.done and self.entry.day(field) is None:
            written = self.entry.with_value(field, line.happened_at.date(), line.written_at)
        elif not line.done and is_ours:
            written = self.entry.with_value(field, None, line.written_at)
        else:
            return after
        return replace(after, entry=written)

    def noticed(self, line: LogLine) -> "IncidentCase":
        """The incident with the moment it was noticed, for the first time or put right."""
        entry = self.entry.with_value(NOTICED_FIELD, line.happened_at.date(), line.written_at)
        return replace(self, entry=entry).with_line(replace(line, tick=NOTICED))

    def closed(self, line: LogLine) -> "IncidentCase":
        """The incident once it is over; the hold it brought goes on until somebody signs."""
        entry = self.entry.with_value(CLOSED_FIELD, line.happened_at.date(), line.written_at)
        return replace(self, entry=entry).with_line(replace(line, tick=CLOSED))


def case_of(book: Book, entry: Entry) -> IncidentCase:
    """An incident with its log."""
    return IncidentCase(entry, book.logs.get(entry.id, ()))


def open_cases(book: Book) -> tuple[IncidentCase, ...]:
    """The incidents that are not over, the latest first."""
    found = [case_of(book, entry) for entry in book.of(INCIDENTS)]
    still = [case for case in found if not case.is_closed]
    return tuple(sorted(still, key=lambda case: (case.noticed_on, case.entry.entered_at), reverse=True))
