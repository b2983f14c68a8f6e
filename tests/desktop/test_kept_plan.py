"""The plan that was seen is the plan that counts: its days stay on the disk and pass."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.home_state import HomeKind, HomeState
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.services.open_check import OpenCheck
from tests.support.windows import TODAY

LATER = TODAY + timedelta(days=60)


def ordinary_days(check: OpenCheck, today: date) -> dict[str, date]:
    rows = check.plan(today).open_items
    return {item.id: item.due for item in rows if item.remedy.red_line is RedLine.NONE}


def finish(desk: Desk) -> None:
    """Answer what is left and go past the last question."""
    for step in desk.open_check.interview.path:
        if not step.is_profile and not desk.open_check.interview.is_answered(step):
            desk.answer(step.id, Answer(Choice.NO))
    desk.walk.begin_full()
    desk.walk.finish()


def test_what_nobody_did_is_overdue_when_the_window_opens_weeks_later(
    desk: Desk, stored: Callable[[], OpenCheck]
) -> None:
    finish(desk)
    seen = ordinary_days(desk.open_check, TODAY)
    kept = stored()
    assert ordinary_days(kept, LATER) == seen
    state = HomeState.of(kept, LATER, ())
    assert state.kind is HomeKind.OVERDUE
    late = {item.id for item in state.plan.open_items if state.is_overdue(item)}
    assert late == {id_ for id_, day in seen.items() if day < LATER}


def test_a_plan_that_was_only_looked_at_stays_too(desk: Desk, stored: Callable[[], OpenCheck]) -> None:
    desk.go(Screen.PLAN)
    seen = ordinary_days(desk.open_check, TODAY)
    assert ordinary_days(stored(), LATER) == seen


def test_another_rhythm_lays_out_anew_what_is_not_overdue(
    desk: Desk, stored: Callable[[], OpenCheck]
) -> None:
    finish(desk)
    seen = ordinary_days(desk.open_check, TODAY)
    desk.today = min(seen.values()) + timedelta(days=1)
    desk.set_rhythm(replace(desk.open_check.shop.rhythm, quiet_day=7))
    days = ordinary_days(stored(), desk.today)
    assert {id_ for id_ in days if days[id_] < desk.today} == {id_ for id_ in seen if seen[id_] < desk.today}
    assert {day.isoweekday() for day in days.values() if day > desk.today} == {7}


def test_a_day_the_owner_took_is_not_laid_anew(desk: Desk) -> None:
    finish(desk)
    some_item = next(iter(ordinary_days(desk.open_check, TODAY)))
    desk.decide(some_item, replace(desk.open_check.progress[some_item], due=LATER))
    desk.set_rhythm(replace(desk.open_check.shop.rhythm, quiet_day=7))
    assert ordinary_days(desk.open_check, TODAY)[some_item] == LATER
