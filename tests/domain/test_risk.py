from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.question import Force
from merchant_guard.domain.risk import Rating, Risk, rate
from tests.support import banks

BANDS = [
    (1, 1, "low"), (1, 2, "low"), (1, 3, "medium"), (1, 4, "medium"),
    (2, 1, "low"), (2, 2, "medium"), (2, 3, "medium"), (2, 4, "high"),
    (3, 1, "medium"), (3, 2, "medium"), (3, 3, "high"), (3, 4, "severe"),
    (4, 1, "medium"), (4, 2, "high"), (4, 3, "severe"), (4, 4, "severe"),
]  # fmt: skip


@pytest.mark.parametrize(("impact", "likelihood", "band"), BANDS)
def test_the_band_follows_impact_times_likelihood(impact: int, likelihood: int, band: str) -> None:
    assert Rating(impact, likelihood, is_law=False).band == band


@pytest.mark.parametrize(("impact", "likelihood", "band"), BANDS)
def test_what_the_law_demands_is_never_low(impact: int, likelihood: int, band: str) -> None:
    wanted = "medium" if band == "low" else band
    assert Rating(impact, likelihood, is_law=True).band == wanted


@pytest.mark.parametrize(
    ("impact", "likelihood", "removable"),
    [(1, 2, 1), (1, 4, 3), (2, 2, 2), (2, 3, 4), (3, 3, 6), (4, 2, 4), (4, 3, 8), (4, 4, 12)],
)
def test_likelihood_above_the_least_can_be_removed(impact: int, likelihood: int, removable: int) -> None:
    assert Rating(impact, likelihood, is_law=False).removable == removable


@pytest.mark.parametrize(
    ("force", "is_law"), [("forbidden", True), ("statutory", True), ("standard", False), ("advice", False)]
)
def test_only_what_the_law_itself_says_counts_as_law(force: str, is_law: bool) -> None:
    question = banks.bank(banks.question("access.lock", force=force)).questions[0]
    assert rate(question, Facts({}, {})).is_law is is_law
    assert Force(force).is_law is is_law


BIG_TEAM: dict[str, Any] = {"when": {"team": {"min": 5}}}
WITH_CLASS: dict[str, Any] = {"when": {"kinds": ["class"]}}


@pytest.mark.parametrize(
    ("impact", "likelihood", "modifiers", "wanted"),
    [
        (2, 3, [], (2, 3)),
        (2, 3, [BIG_TEAM | {"likelihood": 1}], (2, 4)),
        (2, 3, [BIG_TEAM | {"impact": 1}, WITH_CLASS | {"impact": 1}], (4, 3)),
        (2, 3, [BIG_TEAM | {"impact": -1, "likelihood": 1}], (1, 4)),
        (2, 3, [{"when": {"team": {"min": 50}}, "impact": 2}], (2, 3)),
        (4, 4, [BIG_TEAM | {"impact": 2, "likelihood": 2}], (4, 4)),
        (1, 2, [BIG_TEAM | {"impact": -2, "likelihood": -2}], (1, 2)),
        # The sum is clamped, not every step: two up and one down from the top is the top.
        (4, 4, [BIG_TEAM | {"impact": 1}, BIG_TEAM | {"impact": 1}, BIG_TEAM | {"impact": -1}], (4, 4)),
        (3, 2, [{"when": {"answers": {"access.door": ["no"]}}, "likelihood": 2}], (3, 4)),
    ],
)
def test_modifiers_that_hold_move_the_levels_within_their_bounds(
    impact: int, likelihood: int, modifiers: list[dict[str, Any]], wanted: tuple[int, int]
) -> None:
    made_up = banks.bank(
        banks.question("access.door"),
        banks.question("access.lock", impact=impact, likelihood=likelihood, modifiers=modifiers),
    )
    sheet = banks.sheet_of(made_up, {"access.door": "no"}, {"team": 5, "kinds": {"class"}})
    rating = rate(made_up.by_id["access.lock"], sheet.facts)
    assert (rating.impact, rating.likelihood) == wanted


@given(st.integers(1, 4), st.integers(1, 4), st.booleans())
def test_a_higher_level_never_gives_a_lower_band(impact: int, likelihood: int, is_law: bool) -> None:
    here = Rating(impact, likelihood, is_law)
    assert Rating(min(4, impact + 1), likelihood, is_law).band.rank >= here.band.rank
    assert Rating(impact, min(4, likelihood + 1), is_law).band.rank >= here.band.rank


def test_bands_rank_from_low_to_severe() -> None:
    assert [risk.rank for risk in (Risk.LOW, Risk.MEDIUM, Risk.HIGH, Risk.SEVERE)] == [0, 1, 2, 3]
