"""What to do when information may have got out: steps with their ticks, and who is to be told of it.

PIPL art 57 stands behind it: remedy at once, tell the authority always, and the people unless what was done
effectively averts the harm.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import Enum

from merchant_guard.domain.applicability import ALWAYS, Condition, Facts
from merchant_guard.domain.question import Citation, Force
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Match
from merchant_guard.domain.text import Text

INCIDENTS = "incidents"
"""The register whose entries are incidents."""
NOTICED, CLOSED = "noticed", "closed"
"""What lines stand for beside the ticks of the content: it was noticed then, it was closed then."""


@dataclass(frozen=True, slots=True)
class IncidentTick:
    """Something to be done, or for a `finding` to be found true.

    `field` is that of the entry which takes the day. `only` and `never` look at what the entry says.
    """

    id: str
    title: Text
    applies_when: Condition = ALWAYS
    only: Match | None = None
    never: Match | None = None
    field: str | None = None
    finding: bool = False


@dataclass(frozen=True, slots=True)
class IncidentStep:
    """A step. `asks` is the one at which kinds and numbers are written down, `tells` that of the tellings."""

    id: str
    title: Text
    about: Text
    force: Force
    citations: tuple[Citation, ...]
    ticks: tuple[IncidentTick, ...] = ()
    asks: bool = False
    tells: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to ring: a number that is the same everywhere, or the detail of the shop with the local one."""

    use: Text
    number: str | None = None
    detail: str | None = None
    never: Match | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """Somebody to be told. Its id is that of its tick, `done` the words of the line when that is ticked.

    `also_when` names a finding that brings it beside the profile, `binds_when` one without which it is not
    demanded yet, `spared_by` one with which it need not be done, `spared` what is then said.
    """

    id: str
    who: Text
    done: Text
    say: Text
    force: Force
    applies_when: Condition = ALWAYS
    also_when: str | None = None
    binds_when: str | None = None
    spared_by: str | None = None
    spared: Text | None = None
    field: str | None = None
    calls: tuple[Call, ...] = ()
    papers: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class Standing(Enum):
    """How binding it is to tell somebody, as things are known now."""

    NOW = "now"
    IF_FOUND = "if_found"
    SPARED = "spared"
    ADVISED = "advised"


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody to be told in one incident."""

    telling: Telling
    standing: Standing
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class IncidentGuide:
    """All of it. For entries of `silent_for` nothing is asked about how it happened; `silence` says why."""

    steps: tuple[IncidentStep, ...]
    tellings: tuple[Telling, ...]
    silent_for: Match
    silence: Text

    def is_silent(self, entry: Entry) -> bool:
        """Whether nothing may be asked about how it happened; what was once said to be so stays so."""
        return any(
            not entry.ever_chosen(field).isdisjoint(options) for field, options in self.silent_for.items()
        )

    @property
    def tick_ids(self) -> frozenset[str]:
        """Everything a line of a log may stand for."""
        ticks = (tick.id for step in self.steps for tick in step.ticks)
        return frozenset((*ticks, *(telling.id for telling in self.tellings), NOTICED, CLOSED))

    def step_of(self, tick_id: str) -> IncidentStep | None:
        """The step a tick stands in; None for what is no tick, or of another year."""
        if any(telling.id == tick_id for telling in self.tellings):
            return next(step for step in self.steps if step.tells)
        return next((step for step in self.steps if any(tick.id == tick_id for tick in step.ticks)), None)

    def field_of(self, tick_id: str) -> str | None:
        """The field of the entry that takes the day of a tick."""
        ticks = {tick.id: tick.field for step in self.steps for tick in step.ticks}
        return ticks.get(tick_id) or next((one.field for one in self.tellings if one.id == tick_id), None)

    def title_of(self, tick_id: str) -> Text:
        """What is written in the log when something is ticked. Raises KeyError."""
        for step in self.steps:
            for tick in step.ticks:
                if tick.id == tick_id:
                    return tick.title
        for telling in self.tellings:
            if telling.id == tick_id:
                return telling.done
        raise KeyError(tick_id)

    def ticks(
        self, step: IncidentStep, facts: Facts, entry: Entry, ticked: Set[str]
    ) -> tuple[IncidentTick, ...]:
        """What there is to do in a step for this shop and incident; what is ticked always shows."""
        return tuple(
            tick
            for tick in step.ticks
            if tick.id in ticked or (tick.applies_when.holds(facts) and _fits(entry, tick.only, tick.never))
        )

    def who_is_told(self, facts: Facts, entry: Entry, ticked: Set[str]) -> tuple[ToTell, ...]:
        """Who is to be told, in the order in which it is urgent."""
        return tuple(self._to_tell(facts, entry, ticked))

    def _to_tell(self, facts: Facts, entry: Entry, ticked: Set[str]) -> Iterator[ToTell]:
        for telling in self.tellings:
            found = telling.also_when in ticked or telling.id in ticked
            if found or telling.applies_when.holds(facts):
                calls = tuple(call for call in telling.calls if _fits(entry, None, call.never))
                yield ToTell(telling, _standing(telling, ticked), calls)

    def open_in(self, step: IncidentStep, facts: Facts, entry: Entry, ticked: Set[str]) -> tuple[str, ...]:
        """The ids of what is still to be ticked before a step is done; findings are not waited for."""
        if step.tells:
            told = self.who_is_told(facts, entry, ticked)
            wanted = [one.telling.id for one in told if one.standing is Standing.NOW]
        else:
            wanted = [tick.id for tick in self.ticks(step, facts, entry, ticked) if not tick.finding]
        return tuple(tick_id for tick_id in wanted if tick_id not in ticked)


NO_GUIDE = IncidentGuide((), (), {}, Text("", ""))
"""That of a bank which says nothing about incidents."""


def _standing(telling: Telling, ticked: Set[str]) -> Standing:
    if not telling.force.is_law:
        return Standing.ADVISED
    if telling.spared_by in ticked:
        return Standing.SPARED
    if telling.binds_when is not None and telling.binds_when not in ticked:
        return Standing.IF_FOUND
    return Standing.NOW


def _fits(entry: Entry, only: Match | None, never: Match | None) -> bool:
    shut_out = any(entry.matches({field: options}) for field, options in (never or {}).items())
    return not shut_out and entry.matches(only or {})
