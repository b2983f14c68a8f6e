"""Risk to people, by the four levels of impact and likelihood of GB/T 39335-2020.

It rates what a gap can do to the people whose information is held, not how likely a penalty is.
"""

from dataclasses import dataclass
from enum import StrEnum

from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.question import Question

LOWEST, HIGHEST = 1, 4
LEAST_LIKELIHOOD = 2


class Risk(StrEnum):
    """The band a gap falls into."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    SEVERE = "severe"

    @property
    def rank(self) -> int:
        """0 for low, 3 for severe."""
        return tuple(Risk).index(self)


@dataclass(frozen=True, slots=True)
class Rating:
    """Impact and likelihood (1–4) of a question for one shop, and whether the law demands the measure."""

    impact: int
    likelihood: int
    is_law: bool

    @property
    def band(self) -> Risk:
        """The band of impact × likelihood; what the law demands is never low."""
        product = self.impact * self.likelihood
        if product <= 2:
            band = Risk.LOW
        elif product <= 6:
            band = Risk.MEDIUM
        elif product <= 9:
            band = Risk.HIGH
        else:
            band = Risk.SEVERE
        return Risk.MEDIUM if self.is_law and band is Risk.LOW else band

    @property
    def removable(self) -> int:
        """The points a full answer takes away: what likelihood above the least can be removed."""
        return self.impact * (self.likelihood - 1)


def rate(question: Question, facts: Facts) -> Rating:
    """Rate a question for a shop, with the modifiers that hold for it."""
    fitting = [modifier for modifier in question.modifiers if modifier.when.holds(facts)]
    impact = question.impact + sum(modifier.impact for modifier in fitting)
    likelihood = question.likelihood + sum(modifier.likelihood for modifier in fitting)
    return Rating(
        min(max(impact, LOWEST), HIGHEST),
        min(max(likelihood, LEAST_LIKELIHOOD), HIGHEST),
        question.force.is_law,
    )
