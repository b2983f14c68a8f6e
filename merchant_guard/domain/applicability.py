"""Conditions over the profile and earlier answers: which questions, ticks and steps fit a shop."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions may look at: the profile, and the choices of the questions that show so far."""

    profile: Mapping[str, object]
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldIs:
    """A yes/no field has this value; a field not asked yet counts as no."""

    field: str
    value: bool

    def holds(self, facts: Facts) -> bool:
        """Compare with the profile."""
        return bool(facts.profile.get(self.field, False)) is self.value


@dataclass(frozen=True, slots=True)
class FieldAmong:
    """A choice field has one of these options (for several choices: at least one of them)."""

    field: str
    options: frozenset[str]

    def holds(self, facts: Facts) -> bool:
        """Compare with the profile."""
        value = facts.profile.get(self.field)
        if isinstance(value, str):
            return value in self.options
        return isinstance(value, frozenset) and not self.options.isdisjoint(value)


@dataclass(frozen=True, slots=True)
class FieldBetween:
    """A count lies between these bounds, both included; a field not asked yet lies nowhere."""

    field: str
    low: int | None
    high: int | None

    def holds(self, facts: Facts) -> bool:
        """Compare with the profile."""
        value = facts.profile.get(self.field)
        if not isinstance(value, int) or isinstance(value, bool):
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class AnswerAmong:
    """An earlier question that shows has been answered with one of these choices."""

    question: str
    choices: frozenset[str]

    def holds(self, facts: Facts) -> bool:
        """Compare with the answers."""
        return facts.choices.get(self.question) in self.choices


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; with no parts it always holds."""

    parts: tuple["Condition", ...]

    def holds(self, facts: Facts) -> bool:
        """Ask every part."""
        return all(part.holds(facts) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]

    def holds(self, facts: Facts) -> bool:
        """Ask the parts until one holds."""
        return any(part.holds(facts) for part in self.parts)


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part holds."""

    parts: tuple["Condition", ...]

    def holds(self, facts: Facts) -> bool:
        """Ask the parts until one holds."""
        return not any(part.holds(facts) for part in self.parts)


FieldCondition = FieldIs | FieldAmong | FieldBetween
Leaf = FieldCondition | AnswerAmong
Condition = Leaf | AllOf | AnyOf | NoneOf

ALWAYS: Condition = AllOf(())


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Walk down to the parts that look at the profile or at an answer."""
    if isinstance(condition, AllOf | AnyOf | NoneOf):
        for part in condition.parts:
            yield from leaves(part)
    else:
        yield condition


def questions_read(condition: Condition) -> frozenset[str]:
    """Return the ids of the questions whose answers the condition looks at."""
    return frozenset(leaf.question for leaf in leaves(condition) if isinstance(leaf, AnswerAmong))
