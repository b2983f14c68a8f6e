"""Plans for tests of what is printed: of made-up banks, and of a shop to which every question applies."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from merchant_guard.documents.pdf import PdfFile
from merchant_guard.documents.plan_json import plan_json
from merchant_guard.documents.plan_pdf import plan_pdf
from merchant_guard.documents.plan_view import PlanView
from merchant_guard.domain.answers import Answer, Answers, Progress
from merchant_guard.domain.findings import Assessment, assess
from merchant_guard.domain.plan import RemediationPlan, make_plan
from merchant_guard.domain.question import Choice
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.sheet import lay_out
from merchant_guard.domain.shop import Shop
from merchant_guard.localization import Language
from tests.support.shops import full_shop

CHECKED_ON = date(2026, 11, 21)
MADE_ON = date(2026, 11, 30)


@dataclass(frozen=True)
class Made:
    """A plan with what it was made of."""

    assessment: Assessment
    plan: RemediationPlan

    def view(self, language: Language = "zh") -> dict[str, Any]:
        return PlanView(self.assessment, self.plan, CHECKED_ON, language).plain()

    def pdf(self, language: Language = "zh") -> PdfFile:
        return plan_pdf(self.assessment, self.plan, CHECKED_ON, language)

    def json(self, language: Language = "zh") -> bytes:
        return plan_json(self.plan, self.assessment.sheet, language)


def made(
    bank: QuestionBank, shop: Shop, answers: Answers, progress: Mapping[str, Progress] | None = None
) -> Made:
    """The plan of these answers, made on a Monday nine days after the check."""
    assessment = assess(lay_out(bank, shop, answers))
    return Made(assessment, make_plan(assessment, MADE_ON, CHECKED_ON, progress or {}))


def made_with_all(bank: QuestionBank, choice: Choice, progress: Mapping[str, Progress] | None = None) -> Made:
    """The plan of the shop that has everything and gives every question the same answer, with a note."""
    shop = full_shop().shop
    answers = {one.id: Answer(choice, note="记一下", reason="没有这回事") for one in bank.questions}
    return made(bank, shop, answers, progress)
