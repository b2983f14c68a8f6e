"""The verdict of a self-check as it is said today."""

from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.plan import RemediationPlan, red_lines_left
from merchant_guard.localization.labels import verdict_sentence


def verdict(look: Look, assessment: Assessment, plan: RemediationPlan) -> str:
    """The verdict with the red lines that the plan has mended since taken off."""
    left = red_lines_left(assessment, plan)
    word = "red_lines_mended" if assessment.open_red_lines and not left else assessment.verdict
    return verdict_sentence(look.language, word, left, assessment.score.answers_missing)
