"""The papers a shop is offered, by what they are for: the plan's own first, then those with templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.paper import OfferedPaper, offered_papers
from merchant_guard.domain.paper_form import PaperForm, PaperKind, offered_forms
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.signing import TO_SIGN, UNSIGNED, is_to_sign, papers_to_sign, unsigned_agreements


class PaperGroup(StrEnum):
    """What a paper is for."""

    PLAN = "plan"
    SIGN = "sign"
    POST = "post"
    LOG = "log"
    FILL = "fill"
    SEND = "send"
    TELL = "tell"


_OF_KIND = {
    PaperKind.AGREEMENT: PaperGroup.SIGN,
    PaperKind.NOTICE: PaperGroup.POST,
    PaperKind.POSTER: PaperGroup.POST,
    PaperKind.LOG: PaperGroup.LOG,
    PaperKind.CHECKLIST: PaperGroup.LOG,
    PaperKind.FORM: PaperGroup.FILL,
    PaperKind.LETTER: PaperGroup.SEND,
    PaperKind.HANDOUT: PaperGroup.TELL,
}
_SIGNED_KINDS = (PaperKind.FORM, PaperKind.NOTICE)
"""What is to be signed and kept goes among the papers to sign, a log that is signed line by line does not."""


@dataclass(frozen=True, slots=True)
class OfferedGroup:
    """Some papers for one purpose; there is at least one."""

    group: PaperGroup
    papers: tuple[OfferedPaper, ...]


def group_of(form: PaperForm) -> PaperGroup:
    """What a form is for."""
    if form.kind in _SIGNED_KINDS and is_to_sign(form):
        return PaperGroup.SIGN
    return _OF_KIND[form.kind]


def offered_groups(
    assessment: Assessment,
    plan: RemediationPlan,
    book: Book,
    chosen: Mapping[str, str],
    *,
    compares: bool = False,
) -> tuple[OfferedGroup, ...]:
    """Every paper that can be made now, by what it is for.

    `chosen` says, by the id of the paper, which register or entry it was last wanted for; `compares` whether
    there is an earlier self-check.
    """
    found: dict[PaperGroup, list[OfferedPaper]] = {group: [] for group in PaperGroup}
    found[PaperGroup.PLAN] += offered_papers(assessment, plan, book, chosen, compares=compares)
    bank, facts = assessment.sheet.bank, assessment.sheet.facts
    if unsigned_agreements(bank, facts, book):
        found[PaperGroup.SIGN].append(UNSIGNED)
    if papers_to_sign(bank, facts, book):
        found[PaperGroup.SIGN].append(TO_SIGN)
    for paper in offered_forms(bank.paper_forms, facts, book, chosen):
        found[group_of(bank.paper_forms[paper.id])].append(paper)
    return tuple(OfferedGroup(group, tuple(papers)) for group, papers in found.items() if papers)
