"""The remediation plan in blocks, whatever file is made of it."""

from datetime import date

from merchant_guard.documents.blocks import Paper
from merchant_guard.documents.markup import parse
from merchant_guard.documents.plan_view import PlanView
from merchant_guard.documents.templates import fill
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.localization import Language


def plan_paper(assessment: Assessment, plan: RemediationPlan, checked_on: date, language: Language) -> Paper:
    """Put the plan into blocks: summary, list, steps, question sheet, what mending early is worth, law."""
    view = PlanView(assessment, plan, checked_on, language).plain()
    return parse(fill("plan.xml", language, view))
