"""An entry of a register: what is written, when each part was written, and what stood there before."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise

from merchant_guard.domain.registers.register import Match, Value

ONE_GO = timedelta(minutes=10)
"""Who changes a word again within this time is still writing, not correcting."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value as it was written; None where it was emptied. `at` has its time zone."""

    value: Value | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """Something that stood in an entry and stands there no more."""

    field: str
    before: Value
    after: Value | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Struck:
    """An entry crossed out: it stays readable, counts no more, and says why."""

    at: datetime
    reason: str


@dataclass(frozen=True)
class Entry:
    """One entry. `written` holds for each field what was written, the oldest first."""

    id: str
    register: str
    entered_at: datetime
    written: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)
    struck: Struck | None = None

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """Field id → what stands there now; empty fields are not in it."""
        latest = ((key, history[-1].value) for key, history in self.written.items() if history)
        return {key: value for key, value in latest if value not in (None, "", frozenset())}

    @property
    def entered_on(self) -> date:
        """The day on which the entry was begun."""
        return self.entered_at.date()

    def day(self, field_id: str | None) -> date | None:
        """The day in a field, None where there is none."""
        value = self.values.get(field_id or "")
        return value if isinstance(value, date) else None

    def said(self, field_id: str) -> str:
        """The words, option or link in a field, empty where there is none."""
        value = self.values.get(field_id, "")
        return value if isinstance(value, str) else ""

    def chosen(self, field_id: str) -> frozenset[str]:
        """The option or options in a field."""
        value = self.values.get(field_id)
        if isinstance(value, str):
            return frozenset((value,))
        return value if isinstance(value, frozenset) else frozenset()

    def ever_chosen(self, field_id: str) -> frozenset[str]:
        """Every option that was written in a field, also those corrected since."""
        values = [written.value for written in self.written.get(field_id, ())]
        options = [frozenset((one,)) if isinstance(one, str) else one for one in values]
        return frozenset().union(*(one for one in options if isinstance(one, frozenset)))

    def matches(self, match: Match) -> bool:
        """Whether it has one of the options in every field named."""
        return all(not self.chosen(field_id).isdisjoint(options) for field_id, options in match.items())

    def written_on(self, field_id: str) -> date | None:
        """The day on which what stands in a field was written."""
        history = self.written.get(field_id)
        return history[-1].at.date() if history and field_id in self.values else None

    def is_late(self, field_id: str) -> bool:
        """Whether a day was written down on a later day than it says: such entries are marked 补记."""
        day, on = self.day(field_id), self.written_on(field_id)
        return day is not None and on is not None and on > day

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What was changed after it had been written, the oldest first."""
        found = [
            Correction(field_id, before.value, after.value, after.at)
            for field_id, history in self.written.items()
            for before, after in pairwise(history)
            if before.value not in (None, "", frozenset())
        ]
        return tuple(sorted(found, key=lambda correction: correction.at))

    def with_value(self, field_id: str, value: Value | None, moment: datetime) -> "Entry":
        """The entry after something was written into a field.

        Within one go the later words take the place of the earlier ones; after that both stay.
        """
        history = self.written.get(field_id, ())
        now = value if value not in ("", frozenset()) else None
        if now == (history[-1].value if history else None):
            return self
        if history and abs(moment - history[-1].at) <= ONE_GO:
            history = history[:-1]
        if now != (history[-1].value if history else None):
            history = (*history, Written(now, moment))
        return replace(self, written={**self.written, field_id: history})

    def renamed(self, ids: Mapping[str, str]) -> "Entry":
        """The entry with another id, and naming others by theirs."""
        written = {
            field_id: tuple(replace(one, value=_renamed(one.value, ids)) for one in history)
            for field_id, history in self.written.items()
        }
        return replace(self, id=ids.get(self.id, self.id), written=written)

    def crossed_out(self, reason: str, moment: datetime) -> "Entry":
        """The entry crossed out."""
        return replace(self, struck=Struck(moment, reason))


def _renamed(value: Value | None, ids: Mapping[str, str]) -> Value | None:
    """Ids are random enough that nobody types one by chance."""
    if isinstance(value, str):
        return ids.get(value, value)
    return frozenset(ids.get(one, one) for one in value) if isinstance(value, frozenset) else value
