"""`plan.pdf`: the remediation plan on A4, with the answers it was made of inside."""

from datetime import date

from merchant_guard.documents.pdf import PdfFile, write_pdf
from merchant_guard.documents.plan_answers import plan_answers
from merchant_guard.documents.plan_paper import plan_paper
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.localization import Language


def plan_pdf(assessment: Assessment, plan: RemediationPlan, checked_on: date, language: Language) -> PdfFile:
    """Print the plan."""
    paper = plan_paper(assessment, plan, checked_on, language)
    return write_pdf(paper, attached=plan_answers(assessment, checked_on))
