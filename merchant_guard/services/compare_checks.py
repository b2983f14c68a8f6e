"""A self-check beside the one before it, both by the questions of today."""

from dataclasses import replace

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.comparison import Comparison
from merchant_guard.domain.findings import Assessment, assess
from merchant_guard.domain.sheet import AnswerSheet, lay_out
from merchant_guard.domain.side_by_side import Side, compare


def assess_previous(sheet: AnswerSheet, before: SelfCheck) -> Assessment:
    """Assess an earlier check of the shop of a sheet, by its own profile where that is known."""
    shop = sheet.shop if before.profile is None else replace(sheet.shop, profile=before.profile)
    return assess(lay_out(sheet.bank, shop, before.answers))


def side_before(before: SelfCheck, assessed: Assessment) -> Side:
    """The earlier check as one side of a comparison."""
    return Side(before.checked_on, assessed, before.answers, before.progress, before.wording)


def compare_with_previous(assessment: Assessment, check: SelfCheck) -> Comparison | None:
    """Compare an assessed check with the one before it; None without one."""
    if check.previous is None:
        return None
    before = side_before(check.previous, assess_previous(assessment.sheet, check.previous))
    return compare(before, Side(check.checked_on, assessment))
