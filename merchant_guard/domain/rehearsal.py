"""The rehearsal of an inspection: the tests that inspectors make, tried one by one before they come."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from merchant_guard.domain.applicability import ALWAYS, Condition
from merchant_guard.domain.text import Text

if TYPE_CHECKING:  # the question bank holds the tests, and the plan names the bank
    from collections.abc import Mapping

    from merchant_guard.domain.plan import PlanItem, RemediationPlan

REGISTER, KIND = "checks", "inspection_rehearsal"
"""Where a rehearsal is kept: the register, and the option of its field `kind`."""


class TestResult(StrEnum):
    """How a test came out."""

    __test__ = False

    GOOD = "good"
    MEND = "mend"


@dataclass(frozen=True, slots=True)
class RehearsalTest:
    """One test: how it is made, what is seen when all is well, and what to do `now` where it is not.

    `actions` are those of the plan that mend it, the most fitting first.
    """

    __test__ = False

    id: str
    title: Text
    how: tuple[Text, ...]
    good: Text
    now: Text
    actions: tuple[str, ...]
    applies_when: Condition = ALWAYS

    def item_in(self, plan: RemediationPlan) -> PlanItem | None:
        """The open row of the plan that mends it, None where there is none."""
        found = {item.remedy.action.id: item for item in plan.open_items}
        return next((found[one] for one in self.actions if one in found), None)


@dataclass(frozen=True)
class Rehearsal:
    """A rehearsal under way: the tests of the shop, what came out so far, and the test that is being made."""

    tests: tuple[RehearsalTest, ...]
    results: Mapping[str, TestResult] = field(default_factory=dict)
    place: int = 0

    @property
    def here(self) -> RehearsalTest:
        """The test that is being made. Raises IndexError where a shop has none."""
        return self.tests[self.place]

    @property
    def is_last(self) -> bool:
        """Whether no test comes after this one."""
        return self.place >= len(self.tests) - 1

    @property
    def is_complete(self) -> bool:
        """Whether every test was made."""
        return all(one.id in self.results for one in self.tests)

    @property
    def good(self) -> tuple[RehearsalTest, ...]:
        """What came out well."""
        return self._with(TestResult.GOOD)

    @property
    def to_mend(self) -> tuple[RehearsalTest, ...]:
        """What has to be mended."""
        return self._with(TestResult.MEND)

    def with_result(self, result: TestResult) -> Rehearsal:
        """The rehearsal after the test that is being made came out."""
        return replace(self, results={**self.results, self.here.id: result})

    def at(self, place: int) -> Rehearsal:
        """The rehearsal at another test."""
        return replace(self, place=max(0, min(place, len(self.tests) - 1)))

    def _with(self, result: TestResult) -> tuple[RehearsalTest, ...]:
        return tuple(one for one in self.tests if self.results.get(one.id) is result)


def found(rehearsal: Rehearsal) -> str | None:
    """The option of the register's field `found`; all is well only where all was tried."""
    if rehearsal.to_mend:
        return "open"
    return "all_well" if rehearsal.is_complete else None
