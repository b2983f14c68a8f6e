"""Remediation actions: what to do about a gap, for the shop's own set-up."""

from dataclasses import dataclass
from enum import StrEnum

from merchant_guard.domain.applicability import ALWAYS, Condition, Facts
from merchant_guard.domain.question import Citation, Force
from merchant_guard.domain.text import Text

ASK_TODAY = "ask.today"
"""The action that gathers what must be found out today (red lines)."""
ASK_LATER = "ask.later"
"""The action that gathers the other things to find out."""
MINUTES_PER_INQUIRY = 5
"""Our own estimate for one question put to somebody."""


class Cost(StrEnum):
    """What an action costs, as a band in yuan."""

    FREE = "free"
    UNDER_100 = "under_100"
    UNDER_500 = "under_500"
    OVER_500 = "over_500"


@dataclass(frozen=True, slots=True)
class MenuSource:
    """For which product, when and how surely a menu path was checked. `checked_on` is a month, YYYY-MM."""

    product: Text
    checked_on: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; `when` keeps it for the shops it fits, `fallback` for those who got stuck."""

    text: Text
    when: Condition = ALWAYS
    menu: MenuSource | None = None
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """A remediation: at most thirty minutes of one person's time.

    `recurrence` says how often it must be done again, None for once; `after` names actions that come before
    it in a plan that has both; `deadline` is the last (month, day) by which it is wanted. `destroys` names
    the kinds of records it destroys, which a legal hold forbids.
    """

    id: str
    title: Text
    why: Text
    steps: tuple[Step, ...]
    minutes: int
    cost: Cost
    role: str
    proof: Text
    force: Force
    papers: tuple[str, ...] = ()
    recurrence: str | None = None
    citations: tuple[Citation, ...] = ()
    after: tuple[str, ...] = ()
    deadline: tuple[int, int] | None = None
    destroys: frozenset[str] = frozenset()

    def steps_for(self, facts: Facts) -> tuple[Step, ...]:
        """The steps that fit a shop, at most five by the rule of the content."""
        return tuple(step for step in self.steps if step.when.holds(facts))
