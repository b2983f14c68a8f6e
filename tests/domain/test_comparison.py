"""Two self-checks side by side: what counts as better or worse, what is not compared, why the score moved."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.comparison import Change, Comparison, ReasonKind
from merchant_guard.domain.findings import assess
from merchant_guard.domain.question import Choice
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.side_by_side import Side, compare
from merchant_guard.domain.text import Text
from merchant_guard.domain.wording import QuestionWords, Wording
from merchant_guard.domain.words_of_check import words_of_check
from tests.support.banks import Plain, answer, bank, question, sheet_of, tick
from tests.support.strategies import World, worlds

BEFORE, NOW = date(2026, 11, 21), date(2027, 11, 20)
ID = "access.lock"
TICKS = (tick("one"), tick("two"), tick("three"))

YES, NO, UNSURE, NOT_HERE = (answer(one) for one in ("yes", "no", "unsure", "not_applicable"))
SOME = answer("partly")
ONE, TWO, BOTH = (answer("partly", *ticks) for ticks in (("one",), ("two",), ("one", "two")))


def side(
    made_up: QuestionBank,
    answers: dict[str, Answer],
    on: date,
    profile: dict[str, Any] | None = None,
    **more: Any,
) -> Side:
    return Side(on, assess(sheet_of(made_up, answers, profile)), answers, **more)


def compared(
    before: Answer | None,
    now: Answer | None,
    *ticks: Plain,
    profiles: tuple[dict[str, Any], dict[str, Any]] = ({}, {}),
    **changes: Any,
) -> Comparison:
    """One question answered in both years, beside one that stays done so that there is a score."""
    made_up = bank(question(ID, *(ticks or TICKS), **changes), question("waybill.masked"))
    sides = [
        side(made_up, {"waybill.masked": YES} | ({ID: given} if given else {}), day, profile)
        for given, day, profile in zip((before, now), (BEFORE, NOW), profiles, strict=True)
    ]
    return compare(*sides)


@pytest.mark.parametrize(
    ("before", "now", "change", "gained", "lost"),
    [
        (NO, YES, Change.BETTER, "one two three", ""),
        (YES, NO, Change.WORSE, "", "one two three"),
        (YES, YES, Change.SAME, "", ""),
        (NO, NO, Change.SAME, "", ""),
        (NO, ONE, Change.BETTER, "one", ""),
        (ONE, BOTH, Change.BETTER, "two", ""),
        (BOTH, ONE, Change.WORSE, "", "two"),
        (ONE, TWO, Change.SAME, "two", "one"),
        (YES, ONE, Change.WORSE, "", "two three"),
        # Not sure is no pass, and no worse than not done.
        (UNSURE, YES, Change.BETTER, "one two three", ""),
        (YES, UNSURE, Change.WORSE, "", "one two three"),
        (ONE, UNSURE, Change.WORSE, "", "one"),
        (UNSURE, NO, Change.SAME, "", ""),
        (NO, UNSURE, Change.SAME, "", ""),
        (UNSURE, UNSURE, Change.SAME, "", ""),
        # Partly done with nothing marked says half, and not which half.
        (NO, SOME, Change.BETTER, "", ""),
        (SOME, YES, Change.BETTER, "", ""),
        (YES, SOME, Change.WORSE, "", ""),
        (SOME, NO, Change.WORSE, "", ""),
        (SOME, SOME, Change.SAME, "", ""),
        (ONE, SOME, Change.SAME, "", ""),
        (SOME, BOTH, Change.SAME, "", ""),
        # What does not apply in one of the years is not compared: putting a gap aside makes nothing better.
        (NO, NOT_HERE, Change.GONE, "", ""),
        (YES, NOT_HERE, Change.GONE, "", ""),
        (NOT_HERE, YES, Change.NEW, "", ""),
        (NOT_HERE, NO, Change.NEW, "", ""),
        (NOT_HERE, NOT_HERE, Change.SAME, "", ""),
        (None, NO, Change.NEW, "", ""),
        (None, YES, Change.NEW, "", ""),
    ],
)
def test_what_became_of_a_question(
    before: Answer, now: Answer, change: Change, gained: str, lost: str
) -> None:
    comparison = compared(before, now)
    one = comparison.of(ID)
    assert one is not None
    assert one.change is change
    assert " ".join(each.id for each in one.gained) == gained
    assert " ".join(each.id for each in one.lost) == lost
    assert (one in comparison.better) == (change is Change.BETTER or bool(gained))
    assert (one in comparison.worse) == (change is Change.WORSE or bool(lost))
    assert (one in comparison.same) == (change is Change.SAME and not gained)


@pytest.mark.parametrize("before", [None, YES, NO, NOT_HERE])
def test_nothing_is_said_of_a_question_that_is_not_answered_yet(before: Answer | None) -> None:
    comparison = compared(before, None)
    assert comparison.of(ID) is None
    assert [one.id for one in comparison.waiting] == [ID]


@pytest.mark.parametrize(("before", "now"), [(ONE, BOTH), (NO, ONE)])
def test_a_part_of_something_forbidden_is_better_but_moves_no_score(before: Answer, now: Answer) -> None:
    one = compared(before, now, red_line="forbidden").of(ID)
    assert one is not None
    assert one.change is Change.BETTER
    assert one.points == 0


@pytest.mark.parametrize(
    ("changed", "is_compared"),
    [(None, True), ("2026-10", True), ("2026-12", False), ("2027-11", False)],
)
def test_a_question_changed_since_is_not_compared(changed: str | None, is_compared: bool) -> None:
    changes = {"changed": changed} if changed else {}
    one = compared(NO, YES, added="2026-01", **changes).of(ID)
    assert one is not None
    assert (one.change is Change.BETTER) == is_compared
    assert (one.change is Change.CHANGED) != is_compared
    assert bool(one.gained) == is_compared


@pytest.mark.parametrize(
    ("title", "change"),
    [(Text(f"说 {ID}", f"Says {ID}"), Change.BETTER), (Text("说 别的", "Says other"), Change.CHANGED)],
)
def test_in_the_month_of_the_check_its_words_say_whether_a_question_was_changed(
    title: Text, change: Change
) -> None:
    made_up = bank(question(ID, *TICKS, added="2026-01", changed="2026-11"))
    words = Wording({ID: QuestionWords("access", title, ticks={"one": made_up.by_id[ID].ticks[0].title})})
    before = side(made_up, {ID: NO}, BEFORE, wording=words)
    one = compare(before, side(made_up, {ID: YES}, NOW)).of(ID)
    assert one is not None
    assert one.change is change


def test_a_measure_that_was_not_there_then_is_new_and_neither_gained_nor_lost() -> None:
    made_up = bank(question(ID, *TICKS))
    known = {one.id: one.title for one in made_up.by_id[ID].ticks if one.id != "three"}
    words = Wording({ID: QuestionWords("access", made_up.by_id[ID].title, ticks=known)})
    before, now = side(made_up, {ID: YES}, BEFORE, wording=words), side(made_up, {ID: BOTH}, NOW)
    one = compare(before, now).of(ID)
    assert one is not None
    assert one.change is Change.SAME
    assert [(each.tick.id, each.change) for each in one.ticks] == [
        ("one", Change.SAME),
        ("two", Change.SAME),
        ("three", Change.NEW),
    ]


def test_a_measure_that_only_fits_the_shop_of_now_is_new() -> None:
    ticks = (tick("one"), tick("two", applies_when={"team": {"min": 2}}))
    one = compared(YES, ONE, *ticks, profiles=({"team": 1}, {"team": 3})).of(ID)
    assert one is not None
    assert one.change is Change.SAME
    assert [each.change for each in one.ticks] == [Change.SAME, Change.NEW]


def test_a_question_whose_measures_are_all_others_now_is_not_compared() -> None:
    ticks = (
        tick("alone", applies_when={"team": {"max": 1}}),
        tick("many", applies_when={"team": {"min": 2}}),
    )
    one = compared(YES, NO, *ticks, profiles=({"team": 1}, {"team": 3})).of(ID)
    assert one is not None
    assert one.change is Change.CHANGED


@pytest.mark.parametrize(("teams", "change"), [((1, 3), Change.NEW), ((3, 1), Change.GONE)])
def test_a_question_for_the_shop_of_one_year_only_is_new_or_gone(
    teams: tuple[int, int], change: Change
) -> None:
    profiles = ({"team": teams[0]}, {"team": teams[1]})
    one = compared(YES, NO, applies_when={"team": {"min": 2}}, profiles=profiles).of(ID)
    assert one is not None
    assert one.change is change


def test_the_scores_are_each_of_its_own_profile_and_the_reasons_add_up() -> None:
    comparison = compared(NO, ONE)
    assert (comparison.score_before, comparison.score_now) == (50, 67)
    assert [(one.kind, one.question and one.question.id, one.tenths) for one in comparison.reasons] == [
        (ReasonKind.ANSWER, ID, 167),
        (ReasonKind.ROUNDING, None, 3),
    ]


def test_the_score_gives_no_reasons_where_one_of_the_years_had_none() -> None:
    comparison = compared(NO, YES, red_line="forbidden")
    assert comparison.score_before is None
    assert comparison.score_now == 100
    assert comparison.reasons == ()


def test_the_score_shown_then_is_told_beside_that_of_today() -> None:
    made_up = bank(question(ID))
    before = side(made_up, {ID: YES}, BEFORE, wording=Wording(score=61))
    comparison = compare(before, side(made_up, {ID: YES}, NOW))
    assert (comparison.score_before, comparison.score_told) == (100, 61)


@pytest.mark.parametrize(
    ("before", "now", "done_on", "change", "was_open", "is_open"),
    [
        (NO, YES, BEFORE, Change.BETTER, True, False),
        (NO, NO, BEFORE, Change.SAME, True, True),
        (NO, NO, None, Change.SAME, True, True),
        (YES, NO, None, Change.WORSE, False, True),
        (None, NO, None, Change.NEW, False, True),
        (NO, NOT_HERE, None, Change.GONE, True, False),
        (YES, UNSURE, BEFORE, Change.WORSE, False, False),
    ],
)
def test_what_became_of_an_action(
    before: Answer | None, now: Answer, done_on: date | None, change: Change, was_open: bool, is_open: bool
) -> None:
    made_up = bank(question(ID, tick("one")), question("waybill.masked"))
    given = [{"waybill.masked": YES} | ({ID: one} if one else {}) for one in (before, now)]
    progress = {f"{ID}-one": Progress(done_on=done_on, proof=("收据.png",))} if done_on else {}
    comparison = compare(side(made_up, given[0], BEFORE, progress=progress), side(made_up, given[1], NOW))
    (one,) = comparison.actions
    assert (one.change, one.was_open, one.is_open) == (change, was_open, is_open)
    assert (one.done_on, one.has_proof) == (done_on, done_on is not None)
    assert (one in comparison.done) == (done_on is not None)
    assert (one in comparison.left_open) == (was_open and is_open and not done_on)


def test_a_group_is_better_where_more_is_better_than_worse() -> None:
    made_up = bank(question("a.one"), question("a.two"), question("a.three"), question("b.one"))
    before = side(made_up, {"a.one": NO, "a.two": NO, "a.three": YES, "b.one": YES}, BEFORE)
    now = side(made_up, {"a.one": YES, "a.two": YES, "a.three": NO, "b.one": NO}, NOW)
    groups = compare(before, now).groups
    assert [(one.group.id, one.change, one.score_before, one.score_now) for one in groups] == [
        ("a", Change.BETTER, 33, 67),
        ("b", Change.WORSE, 100, 0),
    ]


def test_an_answer_to_a_question_there_is_no_more_is_told_in_its_words() -> None:
    made_up = bank(question(ID))
    words = Wording({"gone.since": QuestionWords("gone", Text("从前的题", "An old question"))})
    given = {ID: YES, "gone.since": NO, "gone.unknown": YES}
    retired = compare(side(made_up, given, BEFORE, wording=words), side(made_up, {ID: YES}, NOW)).retired
    assert [(one.id, one.title and one.title.zh) for one in retired] == [
        ("gone.since", "从前的题"),
        ("gone.unknown", None),
    ]


# --- properties -------------------------------------------------------------------------------------


def of_world(world: World, on: date) -> Side:
    return Side(on, assess(world.sheet), world.answers)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[World, World]:
    """The same shop and questions, answered twice."""
    first = draw(worlds())
    choices = draw(st.lists(st.sampled_from(Choice), min_size=1, max_size=7))
    ids = [question.id for question in first.bank.questions]
    again = {id_: Answer(choices[place % len(choices)]) for place, id_ in enumerate(ids)}
    return first, World(first.bank, first.shop, again)


@given(worlds())
def test_a_check_compared_with_itself_is_neither_better_nor_worse(world: World) -> None:
    comparison = compare(of_world(world, BEFORE), of_world(world, NOW))
    assert {one.change for one in comparison.questions} <= {Change.SAME}
    assert {one.change for one in comparison.groups} <= {Change.SAME}
    assert {one.change for one in comparison.actions} <= {Change.SAME}
    assert not comparison.better
    assert not comparison.worse
    assert comparison.reasons == ()
    assert comparison.score_before == comparison.score_now


_SWAPPED = {
    Change.BETTER: Change.WORSE,
    Change.WORSE: Change.BETTER,
    Change.NEW: Change.GONE,
    Change.GONE: Change.NEW,
}


@given(pairs())
def test_the_years_swapped_swap_better_and_worse(pair: tuple[World, World]) -> None:
    first, second = (of_world(world, BEFORE) for world in pair)
    forth = {one.question.id: one for one in compare(first, second).questions}
    back = {one.question.id: one for one in compare(second, first).questions}
    for id_ in forth.keys() & back.keys():
        assert back[id_].change is _SWAPPED.get(forth[id_].change, forth[id_].change)
        assert back[id_].gained == forth[id_].lost
        assert back[id_].lost == forth[id_].gained


@given(pairs())
def test_the_reasons_always_add_up_to_the_difference_of_the_scores(pair: tuple[World, World]) -> None:
    comparison = compare(*(of_world(world, BEFORE) for world in pair))
    before, now = comparison.score_before, comparison.score_now
    if before is None or now is None:
        assert comparison.reasons == ()
    else:
        assert sum(one.tenths for one in comparison.reasons) == 10 * (now - before)
    for reason in comparison.reasons:
        one = comparison.of(reason.question.id) if reason.question else None
        assert one is None or (reason.tenths > 0) == (one.change is Change.BETTER)


@given(worlds())
def test_words_kept_of_today_change_no_comparison(world: World) -> None:
    words = words_of_check(assess(world.sheet), {})
    plain, worded = of_world(world, BEFORE), replace(of_world(world, BEFORE), wording=words)
    now = of_world(World(world.bank, world.shop, {}), NOW)
    assert compare(worded, now).questions == compare(plain, now).questions
    assert Wording.of(words.plain()) == words
