"""`plan.pdf`: the remediation plan on A4, with the answers it was made of inside."""

from datetime import date

from merchant_guard.documents.markup import parse
from merchant_guard.documents.pdf import PdfFile, write_pdf
from merchant_guard.documents.plan_answers import plan_answers
from merchant_guard.documents.plan_view import PlanView
from merchant_guard.documents.templates import fill
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.localization import Language


def plan_pdf(assessment: Assessment, plan: RemediationPlan, checked_on: date, language: Language) -> PdfFile:
    """Print the plan: summary, list, steps, question sheet, what mending early is worth, law."""
    view = PlanView(assessment, plan, checked_on, language).plain()
    return write_pdf(parse(fill("plan.xml", language, view)), attached=plan_answers(assessment, checked_on))
