"""Run a self-check: from a shop and its answers to an assessment."""

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.findings import Assessment, assess
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.sheet import lay_out
from merchant_guard.domain.shop import Shop


def run_self_check(bank: QuestionBank, shop: Shop, check: SelfCheck) -> Assessment:
    """Assess the answers of one self-check."""
    return assess(lay_out(bank, shop, check.answers))
