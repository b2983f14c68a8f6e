"""What follows for a gap that stays open, and what mending it now is worth: calm words, no promise."""

from collections.abc import Iterable

from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.consequence import Consequence
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import Question, RedLine
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import Shop
from merchant_guard.localization import mark

_SLIGHT = mark(
    "Slight, mended in time and harmless: it shall go unpunished (Order 25, art. 18). The authority says "
    "what is slight."
)
_SLIGHT_FOR_ALL = mark(
    "Slight, mended in time and harmless: it goes unpunished (Administrative Penalty Law, art. 33). The "
    "authority says what is slight."
)
_GRAVE = mark("Whoever undoes the harm unasked shall be treated more lightly (Order 25, art. 19).")
_GRAVE_FOR_ALL = mark(
    "Whoever undoes the harm unasked shall be treated more lightly (Administrative Penalty Law, art. 32)."
)
_NO_PENALTY = "labor-contract-law"
"""Terms against this law do not hold; there is no penalty that mending could spare."""


def is_small(shop: Shop) -> bool:
    """Whether Order 25 is for this shop; beyond 100,000 people only the general law is."""
    return shop.profile.get("people_held") != "over_100k"


def consequence_of_item(bank: QuestionBank, item: PlanItem) -> Consequence | None:
    """What an authority does where this is left undone; nothing where the law does not demand it."""
    if item.remedy.is_inquiry or not item.remedy.action.force.is_law:
        return None
    return next(filter(None, map(bank.consequence, item.remedy.questions)), None)


def worth_of_mending(look: Look, shop: Shop, questions: Iterable[Question], consequence: Consequence) -> str:
    """One sentence; none about crimes, where mending alone is no answer."""
    asked = tuple(questions)
    if any(one.crime for one in asked) or consequence.penalty.law == _NO_PENALTY:
        return ""
    grave = any(_is_forbidden(one) for one in asked)
    if is_small(shop):
        return look.words(_GRAVE if grave else _SLIGHT)
    return look.words(_GRAVE_FOR_ALL if grave else _SLIGHT_FOR_ALL)


def _is_forbidden(question: Question) -> bool:
    lines = (question.red_line, *(tick.red_line for tick in question.ticks))
    return RedLine.FORBIDDEN in lines
