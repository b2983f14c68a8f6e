"""Make the remediation plan of an assessed self-check."""

from dataclasses import dataclass
from datetime import date

from merchant_guard.domain import plan as remediation
from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.comparison import Comparison
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.services.compare_checks import compare_with_previous


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A plan with the assessment and the check it came from.

    Beside it the duties, where they are known, and the comparison with the check before, where there is one.
    """

    assessment: Assessment
    plan: RemediationPlan
    checked_on: date
    duties: tuple[DueItem, ...] = ()
    comparison: Comparison | None = None


def make_plan(
    assessment: Assessment, check: SelfCheck, today: date, duties: tuple[DueItem, ...] = ()
) -> MadePlan:
    """Make the plan of an assessment; a check without a date counts as made today."""
    checked_on = check.checked_on or today
    plan = remediation.make_plan(assessment, today, checked_on, check.progress)
    return MadePlan(assessment, plan, checked_on, duties, compare_with_previous(assessment, check))
