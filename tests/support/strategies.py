"""Hypothesis strategies: made-up banks with conditions, and shops that answer them.

Drawing is most of what a property costs, so each part is one draw from all its combinations, the plainest
first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, product
from typing import Any

from hypothesis import strategies as st

from merchant_guard.domain.answers import Answer, Answers
from merchant_guard.domain.question import Choice
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.sheet import AnswerSheet, lay_out
from merchant_guard.domain.shop import BusyTime, FieldType, ProfileField, Shop, StaffMember, WorkRhythm
from tests.support import banks
from tests.support.banks import Plain

GROUPS = ("alpha", "beta", "gamma")
IDS = ("alpha.a", "alpha.b", "alpha.c", "beta.a", "beta.b", "gamma.a", "gamma.b")
SHARED_ACTIONS = ("shared.a", "shared.b", "shared.c")

RED_LINES = ("none", "none", "today", "forbidden")
FORCES = ("advice", "standard", "statutory", "forbidden")
MOVES = ((1, 0), (0, 1), (-1, 0), (0, -1), (2, 2), (-2, -2))
SOME_CHOICES = (["yes"], ["yes", "partly"], ["no", "unsure"], ["not_applicable"])

BUSY = (
    (),
    (BusyTime((11, 1), (11, 15)),),
    (BusyTime((12, 20), (1, 15)),),
    (BusyTime((6, 1), (6, 20)), BusyTime((11, 1), (11, 15)), BusyTime((12, 20), (2, 10))),
)
RHYTHMS = tuple(WorkRhythm(*parts) for parts in product((0.5, 1.0, 2.0), range(1, 8), BUSY))
OWNER, PACKER, SECOND_PACKER = (
    StaffMember(*one) for one in (("甲", "owner"), ("乙", "packing"), ("丙", "packing"))
)
STAFF = ((), (OWNER,), (PACKER, SECOND_PACKER), (SECOND_PACKER, OWNER))


@dataclass(frozen=True)
class World:
    """A bank, a shop and everything the shop ever answered."""

    bank: QuestionBank
    shop: Shop
    answers: Answers

    @property
    def sheet(self) -> AnswerSheet:
        return lay_out(self.bank, self.shop, self.answers)


@cache
def some_conditions(earlier: tuple[str, ...]) -> tuple[Plain, ...]:
    """Conditions over the fields of `banks.FIELDS` and the questions asked earlier, the empty one first."""
    leaves: list[Plain] = [
        *({"computer": value} for value in (True, False)),
        *({"team": bounds} for bounds in ({"min": 2}, {"max": 1}, {"min": 2, "max": 3})),
        {"kinds": ["courier", "class"]},
        {"size": ["small"]},
        {"helpers": ["minor"]},
        *({"answers": {id_: choices}} for id_ in earlier for choices in SOME_CHOICES),
    ]
    pairs = [list(pair) for pair in combinations(leaves, 2)][::3]
    return (
        {},
        *leaves,
        *({"not": leaf} for leaf in leaves),
        *({"all": pair} for pair in pairs),
        *({"any": pair} for pair in pairs),
        *({"not": {"any": pair}} for pair in pairs),
    )


@cache
def conditions(earlier: tuple[str, ...]) -> st.SearchStrategy[Plain]:
    """One of `some_conditions`, half of the time the one that always holds."""
    return st.sampled_from([{}] * len(some_conditions(earlier)) + list(some_conditions(earlier)))


def _any_of(*parts: Sequence[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """One combination of the parts, in one draw."""
    return st.sampled_from(list(product(*parts)))


TICK_TRAITS = _any_of(RED_LINES, (None, None, *SHARED_ACTIONS), ("a01", "a02"))
QUESTION_TRAITS = _any_of((2, 3, 4), (1, 2, 3, 4), (2, 3, 4), FORCES, RED_LINES, (False, True), (False, True))
ACTION_TRAITS = _any_of(range(1, 31), FORCES, ("owner", "packing"))
MODIFIER_COUNTS = st.sampled_from([0, 0, 1, 2])


def _draw_tick(draw: st.DrawFn, number: int, earlier: tuple[str, ...]) -> Plain:
    """A tick; the first of a question always applies."""
    line, shared, covers = draw(TICK_TRAITS)
    plain = banks.tick(f"t{number}", red_line=line, covers=[covers])
    return (
        plain
        | ({"action": shared} if shared else {})
        | ({"applies_when": draw(conditions(earlier))} if number else {})
    )


def _draw_question(draw: st.DrawFn, number: int) -> Plain:
    """A question that may depend on the profile and on those asked earlier."""
    id_, earlier = IDS[number], IDS[:number]
    count, impact, likelihood, force, line, crime, ranked = draw(QUESTION_TRAITS)
    modifiers = [
        {"when": draw(conditions(earlier)), "impact": impact_move, "likelihood": likelihood_move}
        for _ in range(draw(MODIFIER_COUNTS))
        for impact_move, likelihood_move in (draw(st.sampled_from(MOVES)),)
    ]
    ticks = [_draw_tick(draw, tick, earlier) for tick in range(count)]
    # The later a question stands the more pressing it is, so that rank and order differ.
    rank = {"quick_rank": len(IDS) - number} if ranked else {}
    changes = {"impact": impact, "likelihood": likelihood, "force": force, "red_line": line, "crime": crime}
    return banks.question(
        id_, *ticks, applies_when=draw(conditions(earlier)), modifiers=modifiers, **changes, **rank
    )


@st.composite
def plain_banks(draw: st.DrawFn) -> dict[str, Any]:
    """The parts `banks.source` takes: one to seven questions in up to three groups, with their actions."""
    ids = IDS[: draw(st.integers(1, len(IDS)))]
    questions = [_draw_question(draw, number) for number, _ in enumerate(ids)]
    actions = []
    for id_ in sorted({one["action"] for plain in questions for one in plain["ticks"]}):
        minutes, force, role = draw(ACTION_TRAITS)
        actions.append(banks.action(id_, minutes=minutes, force=force, role=role))
    audit = [banks.audit_item("a01"), banks.audit_item("a02", applies_when=draw(conditions(ids)))]
    return {"questions": questions, "actions": actions, "audit": audit, "groups": GROUPS}


@cache
def _values(field: ProfileField) -> st.SearchStrategy[Any]:
    """What a profile field may hold; None for one that was not asked."""
    options = [option.id for option in field.options]
    match field.type:
        case FieldType.YES_NO:
            return st.sampled_from([None, False, True])
        case FieldType.COUNT:
            return st.sampled_from([None, 1, 2, 3, 4, 6])
        case FieldType.ONE:
            return st.sampled_from([None, *options])
        case FieldType.MANY:
            return st.none() | st.frozensets(st.sampled_from(options))


@cache
def _answers(ticks: tuple[str, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    done = [frozenset(part) for part in chain(*(combinations(ticks, n) for n in range(len(ticks) + 1)))]
    return _any_of((None, *Choice), done, ("", "记一下"), ("没有这回事", " "))


@st.composite
def worlds_of(draw: st.DrawFn, bank: QuestionBank) -> World:
    """Shops that answer any part of a bank, sensibly or not: ticks may be marked under any choice."""
    profile = {field.id: draw(_values(field)) for field in bank.profile_form}
    asked = {id_: value for id_, value in profile.items() if value is not None}
    rhythm, staff = draw(st.sampled_from(RHYTHMS)), draw(st.sampled_from(STAFF))
    given = {}
    for question in bank.questions:
        choice, done, note, reason = draw(_answers(tuple(tick.id for tick in question.ticks)))
        if choice:
            given[question.id] = Answer(choice, done, note, reason)
    return World(bank, Shop("", asked, staff, rhythm), given)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A made-up bank, a shop and its answers."""
    parts = draw(plain_banks())
    return draw(worlds_of(banks.bank(*parts.pop("questions"), **parts)))
