from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from merchant_guard.domain.risk import rate
from merchant_guard.domain.score import Score, add_up, points, share_done
from merchant_guard.domain.sheet import AnswerSheet
from tests.support import banks
from tests.support.banks import answer, question, tick
from tests.support.strategies import World, worlds


def score_of(sheet: AnswerSheet, group: str | None = None) -> Score:
    return add_up(sheet, points(sheet), group)


FOUR_TICKS = (tick("a"), tick("b"), tick("c"), tick("d", applies_when={"kinds": ["class"]}))


@pytest.mark.parametrize(
    ("given", "share"),
    [
        (None, 0),
        ("yes", 1),
        ("no", 0),
        ("unsure", 0),
        (answer("unsure", "a", "b"), 0),
        (answer("no", "a", "b"), 0),
        ("partly", Fraction(1, 2)),
        (answer("partly", "a"), Fraction(1, 3)),
        (answer("partly", "a", "c"), Fraction(2, 3)),
        (answer("partly", "a", "b", "c"), 1),
        # A tick that does not fit the shop is no measure of it, marked or not.
        (answer("partly", "d"), Fraction(1, 2)),
        (answer("partly", "a", "d"), Fraction(1, 3)),
    ],
)
def test_an_answer_takes_its_share_of_the_points(given: Any, share: Fraction) -> None:
    made_up = banks.bank(question("access.lock", *FOUR_TICKS, impact=3, likelihood=3))
    sheet = banks.sheet_of(made_up, {"access.lock": given} if given else {}, {"kinds": {"shop"}})
    assert share_done(sheet, made_up.questions[0]) == share
    assert score_of(sheet).taken == 6 * share
    assert score_of(sheet).removable == 6


@pytest.mark.parametrize(
    ("question_line", "tick_line", "done", "share"),
    [
        ("none", "none", ["one"], Fraction(1, 2)),
        ("today", "today", ["one"], Fraction(1, 2)),
        ("today", "today", [], Fraction(1, 2)),
        ("forbidden", "none", ["one"], 0),
        ("forbidden", "none", [], 0),
        # The forbidden tick is the second one: credit for the rest only once it is in place.
        ("none", "forbidden", ["one"], 0),
        ("none", "forbidden", [], 0),
        ("none", "forbidden", ["two"], Fraction(1, 2)),
        ("forbidden", "forbidden", ["one", "two"], 1),
    ],
)
def test_a_forbidden_red_line_has_no_part_credit(
    question_line: str, tick_line: str, done: list[str], share: Fraction
) -> None:
    made_up = banks.bank(
        question("access.lock", tick("one"), tick("two", red_line=tick_line), red_line=question_line)
    )
    sheet = banks.sheet_of(made_up, {"access.lock": answer("partly", *done)})
    assert share_done(sheet, made_up.questions[0]) == share


THREE = banks.bank(
    question("access.lock", impact=4, likelihood=4),  # 12 points
    question("access.door", impact=2, likelihood=3),  # 4 points
    question("staff.sign", impact=1, likelihood=2),  # 1 point
)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ({"access.lock": "yes", "access.door": "yes", "staff.sign": "yes"}, 100),
        ({"access.lock": "no", "access.door": "no", "staff.sign": "no"}, 0),
        ({"access.lock": "unsure", "access.door": "unsure", "staff.sign": "unsure"}, 0),
        ({"access.lock": "yes", "access.door": "no", "staff.sign": "no"}, 71),  # 12 / 17
        ({"access.lock": "yes", "access.door": "partly", "staff.sign": "no"}, 82),  # 14 / 17
        ({"access.lock": "yes", "access.door": "yes"}, 94),  # 16 / 17, the third not answered yet
        ({"access.lock": "not_applicable", "access.door": "yes", "staff.sign": "no"}, 80),  # 4 / 5
        ({"access.lock": "no", "access.door": "not_applicable", "staff.sign": "yes"}, 8),  # 1 / 13
        (dict.fromkeys(("access.lock", "access.door", "staff.sign"), "not_applicable"), None),
        ({"access.lock": "yes"}, None),
        ({}, None),
    ],
)
def test_the_score_is_the_share_of_removable_risk_that_was_removed(
    given: dict[str, str], value: int | None
) -> None:
    assert score_of(banks.sheet_of(THREE, given)).value == value


@pytest.mark.parametrize(
    ("applicable", "answered", "missing"),
    [
        (1, 0, 1),
        (1, 1, 0),
        (3, 1, 1),
        (3, 2, 0),
        (5, 2, 1),
        (5, 3, 0),
        (10, 0, 6),
        (10, 6, 0),
        (31, 18, 1),
        (31, 19, 0),
    ],
)
def test_a_score_is_shown_from_sixty_percent_answered(applicable: int, answered: int, missing: int) -> None:
    score = Score(Fraction(1), 1, answered, applicable)
    assert score.answers_missing == missing
    assert (score.value is None) is bool(missing)


@pytest.mark.parametrize("choice", ["unsure", "not_applicable"])
def test_unsure_and_not_applicable_count_as_answered(choice: str) -> None:
    sheet = banks.sheet_of(THREE, {"access.lock": "yes", "access.door": choice})
    assert (score_of(sheet).answered, score_of(sheet).applicable) == (2, 3)
    assert score_of(sheet).value is not None


def test_a_forbidden_question_waved_away_is_not_answered_and_keeps_its_points() -> None:
    made_up = banks.bank(question("marketing.sell", red_line="forbidden"), question("marketing.sms"))
    sheet = banks.sheet_of(made_up, {"marketing.sell": "not_applicable", "marketing.sms": "yes"})
    assert (score_of(sheet).answered, score_of(sheet).removable) == (1, 8)


def test_a_group_is_scored_by_its_own_questions() -> None:
    sheet = banks.sheet_of(THREE, {"access.lock": "yes", "access.door": "no", "staff.sign": "no"})
    assert score_of(sheet, "access") == Score(Fraction(12), 16, 2, 2)
    assert score_of(sheet, "staff") == Score(Fraction(0), 1, 1, 1)


def test_the_modifiers_of_the_shop_change_what_can_be_removed() -> None:
    made_up = banks.bank(question("access.lock", modifiers=[{"when": {"team": {"min": 5}}, "likelihood": 1}]))
    assert score_of(banks.sheet_of(made_up, {}, {"team": 4})).removable == 4
    assert score_of(banks.sheet_of(made_up, {}, {"team": 5})).removable == 6


def asked_alike(one: AnswerSheet, other: AnswerSheet) -> bool:
    """Whether both ask the same questions, with the same ticks and levels."""
    return one.questions == other.questions and all(
        one.ticks(asked) == other.ticks(asked) and rate(asked, one.facts) == rate(asked, other.facts)
        for asked in one.questions
    )


def better_answers(sheet: AnswerSheet, question_id: str) -> list[Answer]:
    """Every answer that says more is done than the one given."""
    given = sheet.answers[question_id]
    fitting = [one.id for one in sheet.ticks(sheet.bank.by_id[question_id])]
    yes = replace(given, choice=Choice.YES)
    if given.choice in (Choice.NO, Choice.UNSURE):
        parts = [frozenset(), *(frozenset({id_}) for id_ in fitting)]
        return [yes, *(replace(given, choice=Choice.PARTLY, done=part) for part in parts)]
    if given.choice is Choice.PARTLY:
        marked = given.done & frozenset(fitting)
        one_more = [replace(given, done=marked | {id_}) for id_ in fitting if marked and id_ not in marked]
        return [yes, *one_more]
    return []


@given(worlds(), st.data())
def test_a_better_answer_never_lowers_the_score(world: World, data: st.DataObject) -> None:
    sheet = world.sheet
    chances = [(id_, one) for id_ in sheet.answers for one in better_answers(sheet, id_)]
    assume(chances)
    id_, better = data.draw(st.sampled_from(chances))
    after = World(world.bank, world.shop, {**world.answers, id_: better}).sheet
    assume(asked_alike(sheet, after))
    before_score, after_score = score_of(sheet), score_of(after)
    assert after_score.taken >= before_score.taken
    assert after_score.removable == before_score.removable
    assert after_score.answered == before_score.answered
    if before_score.value is not None:
        assert after_score.value is not None
        assert after_score.value >= before_score.value


@pytest.mark.parametrize(("choice", "value"), [(Choice.YES, 100), (Choice.NO, 0)])
@given(world=worlds())
def test_a_perfect_shop_has_a_hundred_and_one_that_did_nothing_has_nought(
    choice: Choice, value: int, world: World
) -> None:
    same = {asked.id: Answer(choice) for asked in world.bank.questions}
    sheet = World(world.bank, world.shop, same).sheet
    assert score_of(sheet).value == (value if sheet.questions else None)


@given(worlds())
def test_the_groups_add_up_to_the_whole_and_every_point_has_its_question(world: World) -> None:
    sheet = world.sheet
    whole, parts = score_of(sheet), [score_of(sheet, group.id) for group in world.bank.groups]
    assert sum(part.taken for part in parts) == whole.taken == sum(one.taken for one in points(sheet))
    assert sum(part.removable for part in parts) == whole.removable
    assert sum(part.answered for part in parts) == whole.answered == len(sheet.answers)
    assert sum(part.applicable for part in parts) == whole.applicable == len(sheet.questions)
    scored = {asked.id for asked in sheet.questions} - {
        id_ for id_, given in sheet.answers.items() if given.choice is Choice.NOT_APPLICABLE
    }
    assert {one.question for one in points(sheet)} == scored
    assert all(0 <= one.taken <= one.removable and one.removable >= 1 for one in points(sheet))
