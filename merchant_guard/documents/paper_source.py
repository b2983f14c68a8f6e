"""What papers are made from: a self-check with its plan, and what of the registers a paper is about."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from merchant_guard.documents.plan_view import PlanView
from merchant_guard.domain.comparison import Comparison
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.paper import PaperSubject
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import Shop
from merchant_guard.localization import Language


@dataclass(frozen=True)
class PaperSource:
    """Everything a view of a paper may put into words."""

    assessment: Assessment
    plan: RemediationPlan
    checked_on: date
    language: Language
    subject: PaperSubject = field(default_factory=PaperSubject)
    comparison: Comparison | None = None

    @property
    def view(self) -> PlanView:
        """The plan in plain words."""
        return PlanView(self.assessment, self.plan, self.checked_on, self.language)

    @property
    def bank(self) -> QuestionBank:
        """The content behind it."""
        return self.assessment.sheet.bank

    @property
    def shop(self) -> Shop:
        """The shop it is for."""
        return self.assessment.sheet.shop

    @property
    def head(self) -> dict[str, Any]:
        """Whose paper it is, and of when: what the running lines of every paper say."""
        return self.view.head()
