from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.answers import Progress
from merchant_guard.domain.estimate import estimated_score, score_when_done
from merchant_guard.domain.findings import Assessment, assess
from merchant_guard.domain.plan import make_plan
from tests.support import banks
from tests.support.banks import answer, question, tick
from tests.support.strategies import World, worlds

TODAY = date(2026, 11, 24)
LOCK_AND_SIGN = banks.bank(
    question("access.lock", tick("one"), tick("two"), tick("three"), impact=3, likelihood=2),  # 3 points
    question("staff.sign", tick("one"), impact=1, likelihood=2),  # 1 point
)


def found(given_answers: Mapping[str, Any]) -> Assessment:
    return assess(banks.sheet_of(LOCK_AND_SIGN, given_answers))


@pytest.mark.parametrize(
    ("lock", "done", "score"),
    [
        ("no", [], 25),
        ("no", ["one"], 50),
        ("no", ["one", "two"], 75),
        ("no", ["one", "two", "three"], 100),
        (answer("partly", "one"), ["two"], 75),
        (answer("partly", "one"), ["two", "three"], 100),
        # 做到一部分 without a mark counts half, which one measure of three does not take back.
        ("partly", ["one"], 62),
        ("partly", ["one", "two"], 75),
        # To be found out is not mended by doing.
        ("unsure", ["one", "two", "three"], 25),
        # An action of another question changes nothing here.
        ("no", ["four"], 25),
    ],
)
def test_what_is_done_counts_as_in_place(lock: Any, done: list[str], score: int) -> None:
    assessment = found({"access.lock": lock, "staff.sign": "yes"})
    assert score_when_done(assessment, {f"access.lock-{one}" for one in done}) == score


def test_the_plan_says_what_is_done() -> None:
    assessment = found({"access.lock": "no", "staff.sign": "no"})
    progress = {"staff.sign-one": Progress(done_on=TODAY), "access.lock-one": Progress(due=TODAY)}
    assert estimated_score(assessment, make_plan(assessment, TODAY, TODAY, progress)) == 25


def test_there_is_no_estimate_before_there_is_a_score() -> None:
    assert score_when_done(found({"access.lock": "no"}), {"access.lock-one"}) is None


def test_there_is_no_estimate_while_something_must_be_stopped_first() -> None:
    bank = banks.bank(question("access.sell", tick("one"), tick("two"), red_line="forbidden"))
    assessment = assess(banks.sheet_of(bank, {"access.sell": "no"}))
    assert score_when_done(assessment, {"access.sell-one", "access.sell-two"}) is None


@given(worlds(), st.data())
def test_doing_more_never_lowers_the_estimate(world: World, data: st.DataObject) -> None:
    assessment = assess(world.sheet)
    actions = sorted({action for finding in assessment.findings for action in finding.actions})
    more = data.draw(st.sets(st.sampled_from(actions)) if actions else st.just(set()))
    fewer = data.draw(st.sets(st.sampled_from(sorted(more))) if more else st.just(set()))
    estimates = [score_when_done(assessment, done) for done in (set(), fewer, more, set(actions))]
    assert estimates[0] == assessment.shown_score
    if assessment.shown_score is not None:
        assert estimates == sorted(estimates)
        if not assessment.find_outs and assessment.score.answered == assessment.score.applicable:
            assert estimates[-1] == 100
