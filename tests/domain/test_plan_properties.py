from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.answers import Progress
from merchant_guard.domain.findings import Assessment, assess
from merchant_guard.domain.plan import PlanItem, RemediationPlan, make_plan
from merchant_guard.domain.question import RedLine
from tests.support.strategies import World, worlds

TODAYS = st.integers(0, 400).map(lambda days: date(2026, 11, 21) + timedelta(days=days))


def plan_of(
    assessment: Assessment, today: date, progress: Mapping[str, Progress] | None = None
) -> RemediationPlan:
    return make_plan(assessment, today, today, progress or {})


def ordinary(plan: RemediationPlan, progress: Mapping[str, Progress]) -> list[PlanItem]:
    """The rows whose day the plan chose."""
    return [item for item in plan.items if item.remedy.red_line is RedLine.NONE and item.id not in progress]


@given(worlds(), TODAYS)
def test_every_missing_measure_has_one_row_and_every_row_has_its_gaps(world: World, today: date) -> None:
    assessment = assess(world.sheet)
    plan = plan_of(assessment, today)
    wanted: dict[str, set[str]] = {}
    for finding in assessment.findings:
        for action_id in finding.actions:
            wanted.setdefault(action_id, set()).add(finding.question.id)
    remedies = [item for item in plan.items if not item.remedy.is_inquiry]
    assert len({item.id for item in plan.items}) == len(plan.items)
    assert {item.id: {asked.id for asked in item.remedy.questions} for item in remedies} == wanted
    asked = [one.id for item in plan.items if item.remedy.is_inquiry for one in item.remedy.questions]
    assert sorted(asked) == sorted(one.question.id for one in assessment.find_outs)
    assert {id_ for item in remedies for id_ in wanted[item.id]} <= {one.id for one in world.sheet.questions}


@given(worlds(), TODAYS)
def test_red_lines_are_due_today_whatever_the_rhythm(world: World, today: date) -> None:
    assessment = assess(world.sheet)
    plan = plan_of(assessment, today)
    lines = {
        one.action
        for finding in assessment.findings
        for one in finding.missing
        if finding.red_line_of(one) is not RedLine.NONE
    }
    urgent = [item for item in plan.items if item.remedy.red_line is not RedLine.NONE]
    assert {item.id for item in urgent if not item.remedy.is_inquiry} == lines
    asked = {one.id for item in urgent if item.remedy.is_inquiry for one in item.remedy.questions}
    assert asked == {one.question.id for one in assessment.find_outs if one.red_line is not RedLine.NONE}
    assert all(item.due == today for item in urgent)


DECISIONS = st.dictionaries(
    st.sampled_from(["shared.a", "shared.b", "alpha.a-t0", "alpha.a-t1", "ask.later"]),
    st.builds(
        lambda weeks, is_done, today: Progress(
            **{"done_on" if is_done else "due": today + timedelta(weeks=weeks)}
        ),
        st.integers(0, 3),
        st.booleans(),
        st.just(date(2026, 11, 24)),
    ),
    max_size=3,
)


@given(worlds(), DECISIONS)
def test_no_quiet_day_carries_more_than_its_share(world: World, progress: Mapping[str, Progress]) -> None:
    """Counting red lines and what the owner moved there, wherever the plan still chose a row for the day."""
    plan = plan_of(assess(world.sheet), date(2026, 11, 24), progress)
    rhythm = world.shop.rhythm
    for day in {item.due for item in ordinary(plan, progress)}:
        assert sum(item.remedy.minutes for item in plan.items if item.due == day) <= rhythm.share_minutes
        assert day.isoweekday() == rhythm.quiet_day
        assert not any(busy.covers(day) for busy in rhythm.busy)


@given(worlds(), TODAYS)
def test_no_row_is_due_before_a_more_urgent_one(world: World, today: date) -> None:
    plan = plan_of(assess(world.sheet), today)
    for one, following in pairwise(plan.items):
        assert one.due <= following.due
        assert one.remedy.urgency <= following.remedy.urgency or one.remedy.red_line is not RedLine.NONE
    chosen = ordinary(plan, {})
    assert [item.remedy.urgency for item in chosen] == sorted(item.remedy.urgency for item in chosen)


@given(worlds(), TODAYS)
def test_the_same_answers_make_the_same_plan(world: World, today: date) -> None:
    """In whatever order the answers were given, and with whatever was once answered and is hidden now."""
    shown = {id_: world.answers[id_] for id_ in reversed(world.answers) if id_ in world.sheet.answers}
    again = World(world.bank, world.shop, shown)
    one, other = plan_of(assess(world.sheet), today), plan_of(assess(again.sheet), today)
    assert one == other
    assert [item.due for item in one.items] == [item.due for item in other.items]
