"""The real questionnaire put to all sorts of shops: enough is asked, ticks fit, steps and minutes are few."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain, combinations, product
from typing import Any

import pytest
from hypothesis import given

from merchant_guard.domain.action import Action
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.applicability import (
    AnswerAmong,
    Facts,
    FieldAmong,
    FieldBetween,
    FieldIs,
    Leaf,
    leaves,
)
from merchant_guard.domain.findings import assess
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.plan import make_plan
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import FieldType, ProfileField
from tests.support import banks, real_content
from tests.support.strategies import World, worlds_of

MOST_STEPS, MOST_QUESTIONS, MOST_MINUTES = 5, 45, 20
BANK = real_content.bank()
KINDS = [option.id for option in BANK.fields["kinds"].options]


@pytest.mark.parametrize(
    ("groups", "least"), [(("access", "waybill"), 22), (("staff",), 4), (("encryption",), 4), (("audit",), 4)]
)
def test_each_group_asks_enough(groups: tuple[str, ...], least: int) -> None:
    asked = Counter(question.group for question in BANK.questions)
    assert sum(asked[group] for group in groups) >= least


def subsets(options: list[str]) -> Iterator[frozenset[str]]:
    sizes = range(len(options) + 1)
    yield from map(frozenset, chain.from_iterable(combinations(options, size) for size in sizes))


def values_that_matter(field: ProfileField, read: list[Leaf]) -> list[Any]:
    """Values of a field that between them make every one of these parts of a condition hold and fail."""
    named = sorted({id_ for leaf in read if isinstance(leaf, FieldAmong) for id_ in leaf.options})
    match field.type:
        case FieldType.YES_NO:
            return [False, True]
        case FieldType.ONE:
            return [None, *named]
        case FieldType.MANY:
            return list(subsets(named))
        case FieldType.COUNT:
            bounds = {
                edge for leaf in read if isinstance(leaf, FieldBetween) for edge in (leaf.low, leaf.high)
            }
            return sorted({edge + step for edge in bounds - {None} for step in (-1, 0, 1)})


def situations(action: Action) -> Iterator[Facts]:
    """Every shop and every set of answers that the steps of an action tell apart."""
    read = [leaf for step in action.steps for leaf in leaves(step.when)]
    fields: dict[str, list[Leaf]] = {}
    asked: set[str] = set()
    for leaf in read:
        match leaf:
            case AnswerAmong(question=question):
                asked.add(question)
            case FieldIs(field=field) | FieldAmong(field=field) | FieldBetween(field=field):
                fields.setdefault(field, []).append(leaf)
    values = [values_that_matter(BANK.fields[field], held) for field, held in fields.items()]
    for profile in product(*values):
        known = {field: value for field, value in zip(fields, profile, strict=True) if value is not None}
        for choices in product(Choice, repeat=len(asked)):
            yield Facts(known, dict(zip(sorted(asked), choices, strict=True)))


def test_an_action_has_at_least_one_step_and_at_most_five_for_any_shop() -> None:
    faults = []
    for action in BANK.actions.values():
        counts = Counter({len(action.steps_for(facts)): facts.profile for facts in situations(action)})
        faults += [
            f"{action.id}: {count} steps for {dict(counts[count])}"
            for count in counts
            if not 1 <= count <= MOST_STEPS
        ]
    assert not faults, real_content.listed(faults)


def a_profile(kind: str, team: int, plenty: bool, turn: int) -> Mapping[str, Any]:
    """One shop; `plenty` ticks everything there is, `turn` goes round the options of which one is chosen."""

    def value(field: ProfileField) -> Any:
        options = [option.id for option in field.options]
        match field.type:
            case FieldType.YES_NO:
                return plenty
            case FieldType.COUNT:
                return team
            case FieldType.ONE:
                return options[turn % len(options)]
            case FieldType.MANY:
                return frozenset(options if plenty else ())

    return {field.id: value(field) for field in BANK.profile_form} | {"kinds": frozenset({kind})}


PROFILES = [a_profile(*parts) for parts in product(KINDS, (1, 4, 12), (False, True), range(5))]


@pytest.mark.parametrize("choice", [Choice.YES, Choice.PARTLY, Choice.NO])
def test_every_question_that_shows_has_a_tick_that_fits(choice: Choice) -> None:
    same = {question.id: Answer(choice, reason="没有") for question in BANK.questions}
    faults = set()
    for profile in PROFILES:
        sheet = banks.sheet_of(BANK, same, profile)
        faults |= {f"{q.id} for {sorted(profile['kinds'])}" for q in sheet.questions if not sheet.ticks(q)}
    assert not faults, real_content.listed(sorted(faults))


@given(worlds_of(BANK))
def test_any_shop_gets_ticks_points_and_a_plan(world: World) -> None:
    sheet = world.sheet
    assert [q.id for q in sheet.questions if not sheet.ticks(q)] == []
    assessment = assess(sheet)
    plan = make_plan(assessment, date(2026, 11, 21), date(2026, 11, 21), {})
    assert all(1 <= len(item.steps) <= MOST_STEPS for item in plan.items)
    assert {id_ for finding in assessment.findings for id_ in finding.actions} <= {i.id for i in plan.items}


def test_no_shop_is_asked_more_than_it_can_answer_in_twenty_minutes() -> None:
    faults = []
    for profile in PROFILES:
        for choice in (Choice.YES, Choice.NO):
            same = {question.id: Answer(choice, reason="没有") for question in BANK.questions}
            interview = Interview(BANK, banks.shop(profile), same)
            if interview.asked > MOST_QUESTIONS or interview.minutes > MOST_MINUTES:
                who = f"{sorted(profile['kinds'])}, team of {profile['team']}, all {choice}"
                faults.append(f"{who}: {interview.asked} questions, {interview.minutes} minutes")
    assert not faults, real_content.listed(faults)


def test_every_question_is_asked_of_some_shop_and_every_shop_is_asked_something() -> None:
    asked: set[str] = set()
    for profile, choice in product(PROFILES, (Choice.YES, Choice.NO)):
        same = {question.id: Answer(choice) for question in BANK.questions}
        shown = {question.id for question in banks.sheet_of(BANK, same, profile).questions}
        assert shown
        asked |= shown
    assert sorted(set(BANK.by_id) - asked) == []


def test_a_question_looks_only_at_what_was_asked_before_it_or_at_its_door() -> None:
    """Or it would show up behind somebody who has walked past its group already."""
    rail = [group.id for group in BANK.groups]
    faults = []
    for question in BANK.questions:
        conditions = (question.applies_when, *(tick.applies_when for tick in question.ticks))
        for leaf in chain.from_iterable(map(leaves, conditions)):
            door = None if isinstance(leaf, AnswerAmong) else BANK.fields[leaf.field].door
            if door and rail.index(door) > rail.index(question.group):
                faults.append(f"{question.id} looks at {leaf.field}, asked at the door of {door}")
    assert not faults, real_content.listed(faults)
