"""The papers that inspectors ask for: which are at hand, counted from registers and answers."""

from dataclasses import dataclass
from datetime import date

from merchant_guard.domain.audit_form import TickState
from merchant_guard.domain.inspection_visit import (
    Finished,
    InspectionGuide,
    Material,
    Readiness,
    Ticked,
    is_for,
)
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.sheet import AnswerSheet
from merchant_guard.domain.suggestions import RecentRule, ShareRule, last_day, share_of


@dataclass(frozen=True, slots=True)
class MaterialStanding:
    """How it stands with a material; `there` of `total` where a register counts several."""

    material: Material
    is_ready: bool
    there: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class AtHand:
    """What is looked at to see which papers are there."""

    sheet: AnswerSheet
    book: Book
    today: date
    is_finished: bool


def materials_for(guide: InspectionGuide, visitor_id: str, at_hand: AtHand) -> tuple[MaterialStanding, ...]:
    """The materials that a visitor asks a shop for, each with how it stands."""
    facts = at_hand.sheet.facts
    return tuple(
        _standing(one, at_hand)
        for one in guide.materials
        if is_for(one.visitors, visitor_id) and one.applies_when.holds(facts)
    )


def _standing(material: Material, at_hand: AtHand) -> MaterialStanding:
    is_ready = any(_shows(rule, at_hand) for rule in material.ready)
    counted = (rule for rule in material.ready if isinstance(rule, ShareRule))
    shares = (share_of(rule, at_hand.book, at_hand.today) for rule in counted)
    there, total = next((share for share in shares if share[1]), (0, 0))
    return MaterialStanding(material, is_ready, there, total)


def _shows(rule: Readiness, at_hand: AtHand) -> bool:
    """Whether something is there; a register in which nobody is named shows nothing."""
    match rule:
        case Finished():
            return at_hand.is_finished
        case Ticked():
            return _is_ticked(rule, at_hand.sheet)
        case ShareRule():
            there, total = share_of(rule, at_hand.book, at_hand.today)
            return 0 < total == there
        case RecentRule():
            last = last_day(rule, at_hand.book)
            return last is not None and rule.within.after(last) >= at_hand.today


def _is_ticked(rule: Ticked, sheet: AnswerSheet) -> bool:
    """Only what was asked and answered counts."""
    question = next((one for one in sheet.questions if one.id == rule.question), None)
    if question is None:
        return False
    wanted = [tick for tick in sheet.ticks(question) if tick.id in rule.ticks]
    return bool(wanted) and all(sheet.state(question, tick) is TickState.DONE for tick in wanted)
