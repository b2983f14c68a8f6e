"""Somebody comes to inspect: what to do step by step, which papers are at hand, and a rehearsal of it all."""

from dataclasses import dataclass

from merchant_guard.domain.applicability import ALWAYS, Condition, Facts
from merchant_guard.domain.question import Citation
from merchant_guard.domain.rehearsal import RehearsalTest
from merchant_guard.domain.suggestions import RecentRule, ShareRule
from merchant_guard.domain.text import Text

EVERYBODY: frozenset[str] = frozenset()
"""Where visitors are named and none is: it is meant for all of them."""


MOST_TESTS = 10
"""As many tests as fit ten minutes; what inspectors do most stands first in the content."""


@dataclass(frozen=True, slots=True)
class VisitNote:
    """A sentence that stands beside the papers, with the law it rests on."""

    text: Text
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: an authority at the door, or somebody on the telephone.

    `authority` is the option of the register of inspections, None where there is nothing to enter there;
    `paper` the folder made for them.
    """

    id: str
    label: Text
    lead: Text
    authority: str | None = None
    paper: str | None = None
    notes: tuple[VisitNote, ...] = ()
    applies_when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class VisitWay:
    """What a step says to some visitors, or to all that no earlier way is for."""

    title: Text
    lines: tuple[Text, ...]
    citations: tuple[Citation, ...] = ()
    visitors: frozenset[str] = EVERYBODY


@dataclass(frozen=True, slots=True)
class VisitStep:
    """One step of a visit. `notes_it` is the one in which the visit is written down."""

    id: str
    ways: tuple[VisitWay, ...]
    notes_it: bool = False

    def way(self, visitor_id: str) -> VisitWay | None:
        """What it says to a visitor; None where that one has no such step."""
        return next((way for way in self.ways if is_for(way.visitors, visitor_id)), None)


@dataclass(frozen=True, slots=True)
class Finished:
    """The self-check was finished."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """The self-check says that all these ticks of a question are done."""

    question: str
    ticks: frozenset[str]


Readiness = Finished | Ticked | ShareRule | RecentRule


@dataclass(frozen=True, slots=True)
class Mend:
    """The one step to something that is missing: the first paper that fits, a register, or a question.

    Where none is named it is the self-check.
    """

    papers: tuple[str, ...] = ()
    register: str | None = None
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """Something inspectors ask for. It is at hand as soon as one of `ready` shows it."""

    id: str
    title: Text
    ready: tuple[Readiness, ...]
    mend: Mend
    visitors: frozenset[str] = EVERYBODY
    applies_when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class InspectionGuide:
    """Everything the content says of a visit."""

    visitors: tuple[Visitor, ...] = ()
    steps: tuple[VisitStep, ...] = ()
    notes: tuple[VisitNote, ...] = ()
    materials: tuple[Material, ...] = ()
    tests: tuple[RehearsalTest, ...] = ()

    def visitors_for(self, facts: Facts) -> tuple[Visitor, ...]:
        """Who may come to a shop, the first one most likely."""
        return tuple(one for one in self.visitors if one.applies_when.holds(facts))

    def ways_for(self, visitor_id: str) -> tuple[tuple[VisitStep, VisitWay], ...]:
        """The steps that a visitor has, with what they say."""
        said = ((step, step.way(visitor_id)) for step in self.steps)
        return tuple((step, way) for step, way in said if way is not None)

    def tests_for(self, facts: Facts) -> tuple[RehearsalTest, ...]:
        """What is rehearsed in a shop."""
        return tuple(one for one in self.tests if one.applies_when.holds(facts))[:MOST_TESTS]


def is_for(visitors: frozenset[str], visitor_id: str) -> bool:
    """Whether something is meant for a visitor."""
    return not visitors or visitor_id in visitors
