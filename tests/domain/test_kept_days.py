"""Days that were shown stay: what nobody does becomes overdue, instead of moving on every morning."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from merchant_guard.domain.answers import Progress
from merchant_guard.domain.findings import assess
from merchant_guard.domain.kept_days import keep_days, release_days
from merchant_guard.domain.plan import RemediationPlan, make_plan
from merchant_guard.domain.sheet import lay_out
from merchant_guard.domain.shop import WorkRhythm
from tests.support import banks
from tests.support.banks import action, question, tick

SATURDAY, TUESDAY = date(2026, 11, 21), date(2026, 11, 24)
A_WEEK = timedelta(weeks=1)
BANK = banks.bank(
    question("red", tick("one", action="red", red_line="today")),
    question("first", tick("one", action="first"), impact=4, likelihood=4),
    question("second", tick("one", action="second"), impact=2, likelihood=2),
    actions=[action(id_, minutes=30) for id_ in ("red", "first", "second")],
)
ONE_A_WEEK = WorkRhythm(hours_per_week=0.5)


def plan_of(
    today: date, progress: Mapping[str, Progress], given: Mapping[str, Any] | None = None
) -> RemediationPlan:
    answers = banks.answers(given or dict.fromkeys(BANK.by_id, "no"))
    sheet = lay_out(BANK, banks.shop({}, (), ONE_A_WEEK), answers)
    return make_plan(assess(sheet), today, SATURDAY, progress)


def days(plan: RemediationPlan) -> dict[str, date]:
    return {item.id: item.due for item in plan.items}


@pytest.fixture
def kept() -> dict[str, Progress]:
    """What is known after the plan was shown on its first day."""
    return keep_days(plan_of(SATURDAY, {}), {})


@pytest.mark.parametrize("later", [timedelta(days=1), A_WEEK, 10 * A_WEEK])
def test_an_ordinary_row_keeps_its_day_and_a_red_line_stays_todays(
    kept: dict[str, Progress], later: timedelta
) -> None:
    today = SATURDAY + later
    expected = {"red": today, "first": TUESDAY, "second": TUESDAY + A_WEEK}
    assert days(plan_of(today, kept)) == expected


def test_without_kept_days_the_plan_begins_today() -> None:
    late = SATURDAY + 4 * A_WEEK
    assert min(days(plan_of(late, {})).values()) == late


def test_what_is_ticked_off_moves_nothing(kept: dict[str, Progress]) -> None:
    kept["first"] = Progress(proposed=kept["first"].proposed, done_on=SATURDAY)
    assert days(plan_of(SATURDAY, kept)) == {"red": SATURDAY, "first": TUESDAY, "second": TUESDAY + A_WEEK}


def test_a_decided_day_wins_over_the_kept_one_and_is_not_kept_as_ours(kept: dict[str, Progress]) -> None:
    chosen = date(2026, 12, 18)
    progress = {**kept, "first": Progress(due=chosen, proposed=TUESDAY)}
    assert days(plan_of(SATURDAY, progress))["first"] == chosen
    assert keep_days(plan_of(SATURDAY, progress), progress)["first"].proposed == TUESDAY
    assert keep_days(plan_of(SATURDAY, {"first": Progress(due=chosen)}), {"first": Progress(due=chosen)})[
        "first"
    ] == Progress(due=chosen)


def test_a_gap_that_comes_back_gets_a_new_day(kept: dict[str, Progress]) -> None:
    closed = plan_of(SATURDAY, kept, {"red": "no", "first": "yes", "second": "no"})
    forgotten = keep_days(closed, kept)
    assert forgotten["first"] == Progress()
    late = SATURDAY + 4 * A_WEEK
    assert days(plan_of(late, forgotten))["first"] > late


def test_a_new_gap_is_laid_around_the_kept_days(kept: dict[str, Progress]) -> None:
    del kept["first"]
    assert days(plan_of(SATURDAY, kept))["first"] == TUESDAY
    kept["second"] = Progress(proposed=TUESDAY)
    assert days(plan_of(SATURDAY, kept))["first"] == TUESDAY + A_WEEK


def test_laying_anew_leaves_what_is_overdue(kept: dict[str, Progress]) -> None:
    today = TUESDAY + timedelta(days=1)
    released = release_days(kept, today)
    assert released == {"first": Progress(proposed=TUESDAY), "second": Progress()}


def test_keeping_twice_changes_nothing(kept: dict[str, Progress]) -> None:
    assert keep_days(plan_of(SATURDAY, kept), kept) == kept
