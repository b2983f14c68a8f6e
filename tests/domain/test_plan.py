from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from merchant_guard.domain.answers import Progress
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.findings import assess
from merchant_guard.domain.plan import Owner, PlanItem, RemediationPlan, make_plan, red_lines_left
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.sheet import lay_out
from merchant_guard.domain.shop import BusyTime, StaffMember, WorkRhythm
from tests.support import banks
from tests.support.banks import action, answer, question, tick

SATURDAY = date(2026, 11, 21)
TUESDAY, NEXT_TUESDAY, THIRD_TUESDAY = date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 8)
WHOLE_YEAR = BusyTime((1, 1), (12, 31))


def plan_of(
    bank: QuestionBank,
    given: Mapping[str, Any] | None = None,
    *,
    today: date = SATURDAY,
    profile: dict[str, Any] | None = None,
    staff: Sequence[StaffMember] = (),
    rhythm: WorkRhythm = WorkRhythm(),  # noqa: B008
    progress: Mapping[str, Progress] | None = None,
) -> RemediationPlan:
    """The plan of a shop that answered 没做到 to everything, unless told otherwise."""
    answers = banks.answers(given or {asked.id: "no" for asked in bank.questions})
    sheet = lay_out(bank, banks.shop(profile, staff, rhythm), answers)
    return make_plan(assess(sheet), today, SATURDAY, progress or {})


def one_tick(id_: str, action_id: str, line: str = "none", **changes: Any) -> banks.Plain:
    return question(id_, tick("one", action=action_id, red_line=line), **changes)


def row(plan: RemediationPlan, id_: str) -> PlanItem:
    (item,) = (item for item in plan.items if item.id == id_)
    return item


def days(plan: RemediationPlan) -> dict[str, date]:
    return {item.id: item.due for item in plan.items}


ORDER = banks.bank(
    one_tick("access.advice", "do.advice", impact=3, likelihood=3),
    one_tick("access.law", "do.law", impact=3, likelihood=3),
    one_tick("access.quick", "do.quick", impact=3, likelihood=3),
    one_tick("access.low", "do.low", impact=1, likelihood=2),
    one_tick("access.severe", "do.severe", impact=4, likelihood=4),
    one_tick("access.today", "do.today", "today", impact=1, likelihood=2),
    one_tick("access.forbidden", "do.forbidden", "forbidden", impact=1, likelihood=2),
    actions=[action("do.law", force="statutory", minutes=30), action("do.quick", minutes=5)],
)


def test_the_plan_runs_from_red_lines_over_risk_and_law_to_the_quick_ones() -> None:
    plan = plan_of(ORDER)
    assert [item.id.partition(".")[2] for item in plan.items] == [
        "forbidden", "today", "severe", "law", "quick", "advice", "low",
    ]  # fmt: skip
    assert plan.made_on == SATURDAY
    assert {item.found_on for item in plan.items} == {SATURDAY}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Risk first; what the law demands counts one band more, what it forbids two.
        (("high", "advice"), ("medium", "standard")),
        (("high", "statutory"), ("high", "advice")),
        (("severe", "advice"), ("high", "statutory")),
        (("high", "forbidden"), ("severe", "advice")),
        (("medium", "statutory"), ("medium", "standard")),
        (("high", "advice"), ("medium", "statutory")),
        (("medium", "forbidden"), ("high", "advice")),
        (("severe", "advice"), ("medium", "forbidden")),
        (("severe", "standard"), ("medium", "statutory")),
        (("high", "standard"), ("high", "advice")),
        (("medium", "forbidden"), ("high", "standard")),
    ],
)
def test_risk_and_force_of_law_weigh_together(first: tuple[str, str], second: tuple[str, str]) -> None:
    levels = {"medium": (2, 3), "high": (3, 3), "severe": (4, 3)}
    bank = banks.bank(
        *(
            one_tick(f"access.{name}", f"do.{name}", impact=levels[risk][0], likelihood=levels[risk][1])
            for name, (risk, _) in (("second", second), ("first", first))
        ),
        actions=[action("do.first", force=first[1]), action("do.second", force=second[1])],
    )
    plan = plan_of(bank)
    assert [item.id for item in plan.items] == ["do.first", "do.second"]
    assert [item.remedy.risk for item in plan.items] == [first[0], second[0]]


def test_red_lines_come_today_and_the_rest_on_quiet_days_within_the_hours() -> None:
    """Of 60 minutes: severe 20 and law 30; quick 5 still fits; advice 20 and low 20 come a week later."""
    assert days(plan_of(ORDER)) == {
        "do.forbidden": SATURDAY,
        "do.today": SATURDAY,
        "do.severe": TUESDAY,
        "do.law": TUESDAY,
        "do.quick": TUESDAY,
        "do.advice": NEXT_TUESDAY,
        "do.low": NEXT_TUESDAY,
    }


def test_red_lines_take_of_today_when_today_is_the_quiet_day() -> None:
    """The two red lines take 40 of the 60 minutes, severe the other 20."""
    plan = days(plan_of(ORDER, today=TUESDAY))
    assert plan["do.forbidden"] == plan["do.today"] == plan["do.severe"] == TUESDAY
    assert plan["do.law"] == NEXT_TUESDAY


def test_red_lines_beyond_the_share_leave_nothing_of_today() -> None:
    plan = days(plan_of(ORDER, today=TUESDAY, rhythm=WorkRhythm(hours_per_week=0.5)))
    assert plan["do.forbidden"] == plan["do.today"] == TUESDAY
    assert plan["do.severe"] == NEXT_TUESDAY


@pytest.mark.parametrize(
    ("rhythm", "today", "first", "last"),
    [
        (WorkRhythm(quiet_day=6), SATURDAY, SATURDAY, date(2026, 12, 5)),
        (WorkRhythm(hours_per_week=2), SATURDAY, TUESDAY, TUESDAY),
        (WorkRhythm(hours_per_week=0.5), SATURDAY, TUESDAY, date(2026, 12, 15)),
        (WorkRhythm(busy=(BusyTime((11, 1), (11, 30)),)), SATURDAY, NEXT_TUESDAY, THIRD_TUESDAY),
        (WorkRhythm(busy=(BusyTime((11, 20), (1, 15)),)), SATURDAY, date(2027, 1, 19), date(2027, 1, 26)),
    ],
)
def test_the_rhythm_of_the_shop_sets_the_days(
    rhythm: WorkRhythm, today: date, first: date, last: date
) -> None:
    ordinary = [item.due for item in plan_of(ORDER, today=today, rhythm=rhythm).items][2:]
    assert (ordinary[0], ordinary[-1]) == (first, last)


def test_a_shop_that_is_always_busy_gets_its_red_lines_but_no_ordinary_day() -> None:
    always = WorkRhythm(busy=(WHOLE_YEAR,))
    red_only = plan_of(ORDER, {"access.today": "no", "access.forbidden": "no"}, rhythm=always)
    assert {item.due for item in red_only.items} == {SATURDAY}
    with pytest.raises(InputError) as told:
        plan_of(ORDER, rhythm=always)
    assert told.value.problems[0].code == "rhythm.always_busy"


def test_a_shop_without_gaps_has_an_empty_plan() -> None:
    assert plan_of(ORDER, {asked.id: "yes" for asked in ORDER.questions}).items == ()


def test_an_action_wanted_by_several_questions_is_one_row() -> None:
    bank = banks.bank(
        question(
            "access.lock", tick("a", action="do.lock"), tick("b", action="do.lock"), tick("c"), impact=1
        ),
        question("access.door", tick("a", action="do.lock", red_line="today"), impact=4, likelihood=4),
        one_tick("access.window", "do.lock"),
        one_tick("access.roof", "do.lock"),
        actions=[action("do.lock", minutes=25)],
    )
    given = {
        "access.lock": answer("no", note="钥匙丢了"),
        "access.door": answer("no", note="门坏了"),
        "access.window": "yes",
        "access.roof": "unsure",
    }
    lock = row(plan_of(bank, given), "do.lock")
    assert [asked.id for asked in lock.remedy.questions] == ["access.door", "access.lock"]
    assert lock.remedy.notes == ("门坏了", "钥匙丢了")
    assert lock.remedy.risk == "severe"
    assert lock.remedy.red_line is RedLine.TODAY
    assert lock.remedy.minutes == 25
    assert lock.due == SATURDAY


def test_only_the_tick_under_the_red_line_comes_today() -> None:
    bank = banks.bank(
        question("access.lock", tick("a", action="do.later"), tick("b", action="do.today", red_line="today"))
    )
    plan = plan_of(bank)
    assert days(plan) == {"do.today": SATURDAY, "do.later": TUESDAY}
    assert row(plan, "do.later").remedy.red_line is RedLine.NONE


def test_only_what_is_missing_under_partly_is_planned() -> None:
    bank = banks.bank(question("access.lock", tick("a"), tick("b"), tick("c")))
    plan = plan_of(bank, {"access.lock": answer("partly", "b")})
    assert set(days(plan)) == {"access.lock-a", "access.lock-c"}


def test_the_steps_are_those_for_this_shop() -> None:
    steps = [
        banks.text("all"),
        banks.text("class") | {"when": {"kinds": ["class"]}},
        banks.text("alone") | {"when": {"team": {"max": 1}}},
        banks.text("no-lock") | {"when": {"answers": {"access.lock": ["no"]}}},
    ]
    bank = banks.bank(one_tick("access.lock", "do.lock"), actions=[action("do.lock", steps=steps)])
    plan = plan_of(bank, profile={"kinds": {"class"}, "team": 3})
    assert [step.text.en for step in row(plan, "do.lock").steps] == ["Says all", "Says class", "Says no-lock"]


def test_a_row_cites_its_action_or_else_the_questions_behind_it() -> None:
    other = {"law": banks.LAW, "article": "2"}
    bank = banks.bank(
        one_tick("access.lock", "do.own"),
        one_tick("access.door", "do.theirs", citations=[other, banks.CITATION]),
        one_tick("access.roof", "do.theirs"),
        actions=[action("do.own", citations=[other])],
    )
    plan = plan_of(bank)
    assert [one.article for one in row(plan, "do.own").citations] == ["2"]
    assert [one.article for one in row(plan, "do.theirs").citations] == ["2", "1"]


UNSURE = banks.bank(
    *(question(f"access.q{number}") for number in range(13)),
    question("access.today", red_line="today"),
    *(question(f"access.stop{number}", red_line="forbidden") for number in range(2)),
)


def test_what_is_unsure_is_asked_in_rows_of_six_and_red_lines_today() -> None:
    plan = plan_of(UNSURE, {asked.id: "unsure" for asked in UNSURE.questions})
    rows = {item.id: (len(item.remedy.questions), item.remedy.minutes, item.due) for item in plan.items}
    assert rows == {
        "ask.today": (3, 15, SATURDAY),
        "ask.later": (6, 30, TUESDAY),
        "ask.later-2": (6, 30, TUESDAY),
        "ask.later-3": (1, 5, NEXT_TUESDAY),
    }
    asked = [one.id for item in plan.items for one in item.remedy.questions]
    assert sorted(asked) == sorted(one.id for one in UNSURE.questions)
    urgent = [one.id for one in row(plan, "ask.today").remedy.questions]
    assert urgent == ["access.stop0", "access.stop1", "access.today"]
    assert all(item.remedy.is_inquiry for item in plan.items)
    assert plan.items[0].id == "ask.today"


def test_what_is_unsure_asks_for_no_remedy_yet() -> None:
    plan = plan_of(ORDER, {"access.low": "unsure", "access.today": "unsure"})
    assert [(item.id, item.due) for item in plan.items] == [("ask.today", SATURDAY), ("ask.later", TUESDAY)]
    assert not row(plan_of(ORDER), "do.today").remedy.is_inquiry


JIA, YI, BING = StaffMember("甲", "owner"), StaffMember("乙", "packing"), StaffMember("丙", "packing")
DING = StaffMember("丁", "owner")


@pytest.mark.parametrize(
    ("staff", "decided", "owner"),
    [
        ((), None, Owner("owner")),
        ((JIA,), None, Owner("owner", "甲")),
        ((JIA, DING), None, Owner("owner")),
        ((JIA, YI), None, Owner("packing", "乙")),
        # Several share the role: the plan does not pick one of them.
        ((JIA, YI, BING), None, Owner("packing")),
        ((JIA, YI), "甲", Owner("owner", "甲")),
        ((JIA, YI, BING), "丙", Owner("packing", "丙")),
        ((JIA, YI), "来帮忙的人", Owner("packing", "来帮忙的人")),
        ((), "来帮忙的人", Owner("packing", "来帮忙的人")),
        ((JIA, YI), "", Owner("packing", "乙")),
    ],
)
def test_a_row_has_the_person_decided_on_or_with_the_role_or_the_owner(
    staff: tuple[StaffMember, ...], decided: str | None, owner: Owner
) -> None:
    bank = banks.bank(one_tick("waybill.bin", "do.tear"), actions=[action("do.tear", role="packing")])
    plan = plan_of(bank, staff=staff, progress={"do.tear": Progress(owner=decided)})
    assert row(plan, "do.tear").owner == owner


def test_a_day_the_owner_decided_on_wins_but_puts_no_red_line_off() -> None:
    friday = date(2026, 11, 27)
    decided = {"do.today": Progress(due=friday), "do.severe": Progress(due=friday)}
    plan = days(plan_of(ORDER, progress=decided))
    assert plan["do.severe"] == friday
    assert plan["do.today"] == plan["do.forbidden"] == SATURDAY


def test_what_is_to_be_found_out_is_not_done_by_a_tick() -> None:
    """It is done when the question is answered; more doubts must not slip into a row that is done."""
    answers = {"access.low": "unsure", "access.today": "unsure"}
    ticked = {"ask.today": Progress(done_on=SATURDAY), "ask.later": Progress(done_on=SATURDAY)}
    assert plan_of(ORDER, answers, progress=ticked).done_items == ()


def test_what_was_mended_stays_when_the_answer_is_changed() -> None:
    """Its dates and proof are what Order 25 art 18 asks for."""
    proof = ("photo-1",)
    progress = {"do.severe": Progress(done_on=SATURDAY, proof=proof), "no.such": Progress(done_on=SATURDAY)}
    plan = plan_of(ORDER, {asked.id: "yes" for asked in ORDER.questions}, progress=progress)
    assert [(item.id, item.done_on, item.proof) for item in plan.items] == [("do.severe", SATURDAY, proof)]


def test_a_task_moved_to_a_quiet_day_takes_of_its_share() -> None:
    """low takes 20 of Tuesday's 60 minutes, severe 20; law (30) no longer fits."""
    plan = days(plan_of(ORDER, progress={"do.low": Progress(due=TUESDAY)}))
    assert plan["do.low"] == plan["do.severe"] == TUESDAY
    assert plan["do.law"] == NEXT_TUESDAY


@pytest.mark.parametrize(
    ("decided", "severe"),
    [
        (Progress(), NEXT_TUESDAY),
        (Progress(due=TUESDAY), NEXT_TUESDAY),
        (Progress(done_on=TUESDAY), NEXT_TUESDAY),
        (Progress(due=THIRD_TUESDAY), NEXT_TUESDAY),
        (Progress(done_on=SATURDAY), TUESDAY),
    ],
)
def test_only_red_lines_of_today_take_of_today(decided: Progress, severe: date) -> None:
    half_an_hour = WorkRhythm(hours_per_week=0.5)
    progress = {"do.forbidden": decided, "do.today": decided}
    plan = plan_of(ORDER, today=TUESDAY, rhythm=half_an_hour, progress=progress)
    assert days(plan)["do.severe"] == severe


def test_what_is_done_keeps_its_dates_and_its_proof() -> None:
    proof = ("photo-1",)
    progress = {
        "do.severe": Progress(done_on=date(2026, 11, 23), proof=proof),
        "do.law": Progress(done_on=date(2026, 11, 22), due=TUESDAY),
    }
    plan = plan_of(ORDER, progress=progress)
    severe, law = row(plan, "do.severe"), row(plan, "do.law")
    assert (severe.is_done, severe.done_on, severe.due, severe.proof) == (
        True, date(2026, 11, 23), date(2026, 11, 23), proof,
    )  # fmt: skip
    assert (law.is_done, law.done_on, law.due) == (True, date(2026, 11, 22), TUESDAY)
    assert [item.id for item in plan.done_items] == ["do.law", "do.severe"]
    assert {item.id for item in plan.open_items} == set(days(plan)) - {"do.law", "do.severe"}
    assert [item.id for item in plan.open_items][:2] == ["do.forbidden", "do.today"]


def test_what_is_done_makes_room_on_the_quiet_days() -> None:
    plan = days(plan_of(ORDER, progress={"do.severe": Progress(done_on=SATURDAY)}))
    assert plan["do.advice"] == TUESDAY
    assert plan["do.low"] == NEXT_TUESDAY


def test_progress_of_rows_that_are_no_longer_wanted_changes_nothing() -> None:
    gone = {"do.something-else": Progress(done_on=SATURDAY, due=SATURDAY)}
    assert plan_of(ORDER, progress=gone) == plan_of(ORDER)


def test_the_day_a_gap_was_found_stays_while_the_plan_is_made_again() -> None:
    later = plan_of(ORDER, today=NEXT_TUESDAY)
    assert later.made_on == NEXT_TUESDAY
    assert {item.found_on for item in later.items} == {SATURDAY}
    assert replace(later.items[0], done_on=NEXT_TUESDAY).is_done


RED_AND_PLAIN = banks.bank(
    question("access.lock", tick("a", action="do.now", red_line="today"), tick("b", action="do.later")),
    question("access.door", tick("a", action="do.later"), tick("b", action="do.more")),
    question("access.stop", tick("a", action="do.stop"), tick("b", action="do.now"), red_line="forbidden"),
)


@pytest.mark.parametrize(
    ("done", "left"),
    [
        ((), 2),
        (("do.later", "do.more"), 2),
        # Both questions lean on do.now; access.stop asks for do.stop as well.
        (("do.now",), 1),
        (("do.stop",), 2),
        (("do.now", "do.stop"), 0),
    ],
)
def test_a_red_line_is_left_while_an_action_under_it_waits(done: tuple[str, ...], left: int) -> None:
    given = {asked.id: "no" for asked in RED_AND_PLAIN.questions}
    assessment = assess(banks.sheet_of(RED_AND_PLAIN, given))
    progress = {id_: Progress(done_on=SATURDAY) for id_ in done}
    plan = make_plan(assessment, SATURDAY, SATURDAY, progress)
    assert red_lines_left(assessment, plan) == left


def chain(*actions: banks.Plain) -> QuestionBank:
    """Actions wanted by one question each, the first given the gravest."""
    asked = [
        one_tick(f"access.q{number}", one["id"], impact=4 - number, likelihood=3)
        for number, one in enumerate(actions)
    ]
    return banks.bank(*asked, actions=actions)


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ({}, ["do.a", "do.b", "do.c"]),
        ({"do.a": ["do.c"]}, ["do.c", "do.a", "do.b"]),
        ({"do.a": ["do.b"], "do.b": ["do.c"]}, ["do.c", "do.b", "do.a"]),
        ({"do.a": ["do.c", "do.b"]}, ["do.c", "do.b", "do.a"]),
        ({"do.b": ["do.a"]}, ["do.a", "do.b", "do.c"]),
    ],
)
def test_an_action_comes_after_those_it_builds_on(after: dict[str, list[str]], wanted: list[str]) -> None:
    bank = chain(*(action(id_, minutes=30, after=after.get(id_, [])) for id_ in ("do.a", "do.b", "do.c")))
    plan = plan_of(bank, rhythm=WorkRhythm(hours_per_week=0.5))
    assert [item.id for item in plan.items] == wanted
    assert [item.due for item in plan.items] == [TUESDAY, NEXT_TUESDAY, THIRD_TUESDAY]
    one_day = plan_of(bank, rhythm=WorkRhythm(hours_per_week=2))
    assert [item.id for item in one_day.items] == wanted


def test_an_action_does_not_wait_for_one_that_is_not_wanted() -> None:
    bank = chain(action("do.a", after=["do.b"]), action("do.b"))
    assert [item.id for item in plan_of(bank, {"access.q0": "no", "access.q1": "yes"}).items] == ["do.a"]


def test_actions_that_wait_for_each_other_are_planned_all_the_same() -> None:
    bank = chain(action("do.a", after=["do.b"]), action("do.b", after=["do.a"]))
    assert {item.id for item in plan_of(bank).items} == {"do.a", "do.b"}


HALF_HOURS = WorkRhythm(hours_per_week=0.5)


@pytest.mark.parametrize(
    ("deadlines", "wanted"),
    [
        ({}, ["do.a", "do.b", "do.c", "do.d"]),
        ({"do.d": "12-15"}, ["do.a", "do.b", "do.c", "do.d"]),
        ({"do.d": "12-14"}, ["do.d", "do.a", "do.b", "do.c"]),
        ({"do.c": "12-31", "do.d": "12-01"}, ["do.d", "do.a", "do.b", "do.c"]),
        # Moving the last up would make the one before it late, so that both come first, by their days.
        ({"do.c": "12-08", "do.d": "12-14"}, ["do.c", "do.d", "do.a", "do.b"]),
        ({"do.c": "12-14", "do.d": "12-08"}, ["do.d", "do.c", "do.a", "do.b"]),
        # A day gone by is next year's.
        ({"do.d": "11-20"}, ["do.a", "do.b", "do.c", "do.d"]),
        # One that cannot be kept any more comes as early as it can.
        ({"do.d": "11-22"}, ["do.d", "do.a", "do.b", "do.c"]),
    ],
)
def test_what_has_a_deadline_comes_before_it(deadlines: dict[str, str], wanted: list[str]) -> None:
    """Half an hour a week, so one of the four each Tuesday: 24 November, 1, 8 and 15 December."""
    bank = chain(
        *(
            action(id_, minutes=30) | ({"deadline": deadlines[id_]} if id_ in deadlines else {})
            for id_ in ("do.a", "do.b", "do.c", "do.d")
        )
    )
    assert [item.id for item in plan_of(bank, rhythm=HALF_HOURS).items] == wanted


def test_what_a_hurried_action_builds_on_is_hurried_with_it() -> None:
    last = action("do.d", minutes=30, after=["do.c"], deadline="12-02")
    bank = chain(*(action(id_, minutes=30) for id_ in ("do.a", "do.b", "do.c")), last)
    wanted = ["do.c", "do.d", "do.a", "do.b"]
    assert [item.id for item in plan_of(bank, rhythm=HALF_HOURS).items] == wanted


@pytest.mark.parametrize(
    ("line", "today", "decided", "wanted"),
    [
        ("today", SATURDAY, Progress(), None),
        ("today", TUESDAY, Progress(), SATURDAY),
        ("forbidden", TUESDAY, Progress(), SATURDAY),
        ("none", TUESDAY, Progress(), None),
        ("today", TUESDAY, Progress(done_on=TUESDAY), None),
        ("today", TUESDAY, Progress(due=NEXT_TUESDAY), SATURDAY),
    ],
)
def test_a_red_line_left_open_should_have_been_mended_when_it_was_found(
    line: str, today: date, decided: Progress, wanted: date | None
) -> None:
    bank = banks.bank(one_tick("access.lock", "do.lock", line))
    plan = plan_of(bank, today=today, progress={"do.lock": decided})
    assert row(plan, "do.lock").should_have_been == wanted


def test_a_quick_action_does_not_pull_the_long_one_it_builds_on_forward() -> None:
    bank = banks.bank(
        one_tick("keep", "keep"),
        one_tick("assess", "assess"),
        one_tick("other", "other"),
        actions=[
            action("keep", minutes=5, after=["assess"]),
            action("assess", minutes=30),
            action("other", minutes=20),
        ],
    )
    assert [item.id for item in plan_of(bank).items] == ["other", "assess", "keep"]


def test_a_red_line_stands_before_what_is_overdue_until_its_day_ends() -> None:
    bank = banks.bank(one_tick("late", "late"), one_tick("red", "red", "today"))
    late = {"late": Progress(due=TUESDAY)}
    assert list(days(plan_of(bank, today=NEXT_TUESDAY, progress=late))) == ["red", "late"]
    ticked = late | {"red": Progress(done_on=NEXT_TUESDAY)}
    assert list(days(plan_of(bank, today=NEXT_TUESDAY, progress=ticked))) == ["red", "late"]
    earlier = late | {"red": Progress(done_on=THIRD_TUESDAY)}
    assert list(days(plan_of(bank, today=date(2026, 12, 15), progress=earlier))) == ["late", "red"]
