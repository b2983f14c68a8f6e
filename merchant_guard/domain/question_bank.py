"""Everything the content files say, as one object."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from merchant_guard.domain.action import Action
from merchant_guard.domain.audit_form import AuditForm
from merchant_guard.domain.consequence import Consequence, consequence_of
from merchant_guard.domain.duties import Duty
from merchant_guard.domain.incident import NO_GUIDE, IncidentGuide
from merchant_guard.domain.inspection_visit import InspectionGuide
from merchant_guard.domain.keeping import KeepRule, ending_duty
from merchant_guard.domain.law import Law
from merchant_guard.domain.misconception import Misconception
from merchant_guard.domain.paper_form import PaperForm, ShopDetail
from merchant_guard.domain.question import Force, Head, Question
from merchant_guard.domain.registers.register import Register
from merchant_guard.domain.shop import Labelled, ProfileField
from merchant_guard.domain.suggestions import SuggestionRule


@dataclass(frozen=True)
class QuestionBank:
    """The questionnaire with its profile form, actions, laws and audit list.

    `questions` stand in the order of the rail: by head, group, and place in the group's file.
    """

    version: str
    checked_on: date
    heads: tuple[Head, ...]
    profile_form: tuple[ProfileField, ...]
    questions: tuple[Question, ...]
    actions: Mapping[str, Action]
    laws: Mapping[str, Law]
    audit_form: AuditForm
    consequences: tuple[Consequence, ...]
    misconceptions: tuple[Misconception, ...]
    coverage: tuple[Labelled, ...]
    roles: Mapping[str, Labelled]
    counterparts: Mapping[str, Labelled]
    registers: Mapping[str, Register] = field(default_factory=dict)
    duties: tuple[Duty, ...] = ()
    keep_rules: tuple[KeepRule, ...] = ()
    suggestions: Mapping[str, SuggestionRule] = field(default_factory=dict)
    paper_details: tuple[ShopDetail, ...] = ()
    paper_forms: Mapping[str, PaperForm] = field(default_factory=dict)
    incident: IncidentGuide = NO_GUIDE
    inspection: InspectionGuide = field(default_factory=InspectionGuide)

    @cached_property
    def year_duties(self) -> tuple[Duty, ...]:
        """Every duty there is: those of the content, and to clear away what need not be kept any longer."""
        day = self.checked_on.isoformat()
        told = (replace(duty, title=duty.title.filled(day=day)) for duty in self.duties)
        return (*told, *(ending_duty(rule) for rule in self.keep_rules if rule.since is not None))

    @cached_property
    def groups(self) -> tuple[Labelled, ...]:
        """The thirteen groups in the order of the rail."""
        return tuple(group for head in self.heads for group in head.groups)

    @cached_property
    def asked_groups(self) -> tuple[Labelled, ...]:
        """The groups that have questions."""
        asked = {question.group for question in self.questions}
        return tuple(group for group in self.groups if group.id in asked)

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Question id → question."""
        return {question.id: question for question in self.questions}

    def consequence(self, question: Question) -> Consequence | None:
        """What an authority may do about a gap; nothing where the law does not demand the measure."""
        if question.force not in (Force.FORBIDDEN, Force.STATUTORY):
            return None
        return consequence_of(self.consequences, question.citations)

    @cached_property
    def fields(self) -> Mapping[str, ProfileField]:
        """Profile field id → field."""
        return {field.id: field for field in self.profile_form}
