from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from merchant_guard.domain.interview import Interview, Place, QuestionStep
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.stage import Stage
from tests.support import banks
from tests.support.banks import answer, field, question
from tests.support.strategies import World, worlds


def interview_of(
    bank: QuestionBank,
    given: dict[str, Any] | None = None,
    profile: dict[str, Any] | None = None,
    stage: Stage = Stage.FULL,
) -> Interview:
    return Interview(bank, banks.shop(profile), banks.answers(given or {}), stage)


def ids(interview: Interview) -> list[str]:
    return [step.id for step in interview.path]


FIELDS = (
    field("computer"),
    field("team", "count"),
    field("helpers", "many", "part_time", door="staff", asked_when={"team": {"min": 2}}),
    field("wifi", door="access"),
)
SHOP = banks.bank(
    question("staff.sign", applies_when={"team": {"min": 2}}, quick_rank=3),
    question("access.lock", quick_rank=1),
    question("access.export", applies_when={"answers": {"access.lock": ["no", "partly"]}}, quick_rank=2),
    question("access.wifi", applies_when={"wifi": True}),
    question("waybill.bin"),
    fields=FIELDS,
    groups=("staff", "training", "access", "waybill"),
)
ALONE = {"computer": True, "team": 1}


def test_the_full_path_runs_by_groups_each_behind_its_door() -> None:
    assert ids(interview_of(SHOP, profile={"computer": True, "team": 3, "wifi": True})) == [
        "profile:quick",
        "profile:staff", "staff.sign",
        "profile:access", "access.lock", "access.wifi",
        "waybill.bin",
    ]  # fmt: skip


def test_a_door_without_fields_to_ask_is_left_out() -> None:
    assert ids(interview_of(SHOP, profile=ALONE)) == [
        "profile:quick", "profile:access", "access.lock", "waybill.bin",
    ]  # fmt: skip


def test_the_quick_path_is_one_profile_screen_and_ranked_questions_that_show() -> None:
    quick = interview_of(SHOP, {"access.lock": "no"}, {"computer": True, "team": 3}, Stage.QUICK)
    assert ids(quick) == ["profile:quick", "access.lock", "access.export", "staff.sign"]
    assert ids(interview_of(SHOP, profile=ALONE, stage=Stage.QUICK)) == ["profile:quick", "access.lock"]


def test_the_quick_path_takes_the_ten_most_pressing_in_their_order() -> None:
    ranked = banks.bank(*(question(f"access.q{n}", quick_rank=100 - n) for n in range(14)))
    wanted = [f"access.q{n}" for n in range(13, 3, -1)]
    assert ids(interview_of(ranked, stage=Stage.QUICK)) == ["profile:quick", *wanted]


def test_a_more_pressing_question_that_hides_makes_room_for_the_eleventh() -> None:
    ranked = banks.bank(
        *(question(f"access.q{n}", quick_rank=n) for n in range(2, 13)),
        question("access.first", quick_rank=1, applies_when={"team": {"max": 1}}),
    )
    alone = ids(interview_of(ranked, profile={"team": 1}, stage=Stage.QUICK))
    staffed = ids(interview_of(ranked, profile={"team": 2}, stage=Stage.QUICK))
    assert alone == ["profile:quick", "access.first", *(f"access.q{n}" for n in range(2, 11))]
    assert staffed == ["profile:quick", *(f"access.q{n}" for n in range(2, 12))]


def test_a_screen_is_left_by_next_and_found_again_by_previous() -> None:
    interview = interview_of(SHOP, profile=ALONE)
    for one, following in pairwise(interview.path):
        assert interview.next_after(one.id) == following
        assert interview.previous_before(following.id) == one
    assert interview.previous_before("profile:quick") is None
    assert interview.next_after("waybill.bin") is None


def test_a_screen_that_does_not_show_has_no_neighbours() -> None:
    interview = interview_of(SHOP, profile=ALONE)
    for ask in (interview.next_after, interview.previous_before, interview.next_open_after):
        with pytest.raises(ValueError, match=r"staff\.sign"):
            ask("staff.sign")


def open_after(interview: Interview, step_id: str) -> str | None:
    step = interview.next_open_after(step_id)
    return step.id if step else None


def test_the_next_open_screen_passes_over_what_was_answered() -> None:
    interview = interview_of(SHOP, {"access.lock": "yes"}, ALONE | {"wifi": True})
    assert open_after(interview, "profile:quick") == "access.wifi"
    assert open_after(interview, "access.wifi") == "waybill.bin"
    assert open_after(interview, "waybill.bin") is None


@pytest.mark.parametrize(
    ("given", "profile", "first"),
    [
        ({}, {}, "profile:quick"),
        ({}, {"computer": True}, "profile:quick"),
        ({}, ALONE, "profile:access"),
        ({}, ALONE | {"wifi": False}, "access.lock"),
        ({"waybill.bin": "no"}, ALONE | {"wifi": False}, "access.lock"),
        ({"access.lock": "unsure"}, ALONE | {"wifi": False}, "waybill.bin"),
        ({"access.lock": "no"}, ALONE | {"wifi": False}, "access.export"),
        ({"access.lock": "yes", "waybill.bin": "not_applicable"}, ALONE | {"wifi": False}, None),
    ],
)
def test_who_comes_back_goes_on_at_the_first_open_screen(
    given: dict[str, str], profile: dict[str, Any], first: str | None
) -> None:
    step = interview_of(SHOP, given, profile).first_open
    assert (step.id if step else None) == first


def test_a_forbidden_question_waved_away_stays_open() -> None:
    bank = banks.bank(
        question("marketing.sell", red_line="forbidden", quick_rank=1), fields=[field("computer")]
    )
    bare = interview_of(bank, {"marketing.sell": "not_applicable"}, {"computer": True})
    assert bare.first_open is not None
    assert bare.answered == 0
    with_reason = bare.with_answer("marketing.sell", answer("not_applicable", reason="不碰面单"))
    assert with_reason.first_open is None
    assert with_reason.answered == 1


def test_what_the_quick_check_asked_is_not_asked_again() -> None:
    quick = interview_of(SHOP, {"access.lock": "yes"}, ALONE | {"wifi": False}, Stage.QUICK)
    assert (quick.answered, quick.asked, quick.first_open) == (1, 1, None)
    full = Interview(quick.bank, quick.shop, quick.answers, Stage.FULL)
    assert (full.answered, full.asked) == (1, 2)
    assert full.first_open == full.path[-1]


def test_answers_hide_and_come_back_with_the_question() -> None:
    asked = interview_of(SHOP, {"access.lock": "no", "access.export": answer("partly", "one")}, ALONE)
    mended = asked.with_answer("access.lock", answer("yes"))
    assert [one.id for one in asked.hidden_by(mended)] == ["access.export"]
    assert "access.export" not in ids(mended)
    assert "access.export" not in mended.sheet.answers
    assert mended.answered == 1
    again = mended.with_answer("access.lock", answer("no"))
    assert again.sheet.answers["access.export"] == answer("partly", "one")
    assert [one.id for one in mended.hidden_by(again)] == []


def test_a_profile_change_says_what_it_hides() -> None:
    staffed = interview_of(SHOP, {"staff.sign": "yes"}, {"computer": True, "team": 3})
    alone = staffed.with_profile({"team": 1})
    assert [one.id for one in staffed.hidden_by(alone)] == ["staff.sign"]
    assert alone.with_profile({"team": 2}).sheet.answers == staffed.sheet.answers


def test_only_answered_questions_are_put_away() -> None:
    staffed = interview_of(SHOP, {"staff.sign": "yes"}, {"computer": True, "team": 3})
    alone = {"team": 1}
    assert [one.id for one in staffed.put_away_by(staffed.with_profile(alone))] == ["staff.sign"]
    unasked = staffed.with_answer("staff.sign", None)
    assert unasked.hidden_by(unasked.with_profile(alone)) and not unasked.put_away_by(
        unasked.with_profile(alone)
    )


def test_a_screen_is_filled_from_last_year_only_where_nothing_is_said() -> None:
    interview = interview_of(SHOP, {}, {"team": 2})
    filled = interview.filled_from({"team": 9, "computer": True, "unknown": True}, "profile:quick")
    assert dict(filled.shop.profile) == {"team": 2, "computer": True}
    assert interview.filled_from({}, "profile:quick") == interview
    assert interview.filled_from({"computer": True}, "profile:nowhere") == interview


def test_an_answer_taken_back_leaves_the_question_open() -> None:
    interview = interview_of(SHOP, {"access.lock": "yes"}, ALONE)
    assert interview.with_answer("access.lock", None).answers == {}
    assert interview.with_answer("waybill.bin", None).answers == interview.answers


@pytest.mark.parametrize(
    ("question_id", "place"),
    [
        ("staff.sign", Place(1, 3, 1, 1)),
        ("access.lock", Place(2, 3, 1, 3)),
        ("access.export", Place(2, 3, 2, 3)),
        ("access.wifi", Place(2, 3, 3, 3)),
        ("waybill.bin", Place(3, 3, 1, 1)),
    ],
)
def test_a_question_knows_its_place_among_the_groups_with_questions_and_those_that_show(
    question_id: str, place: Place
) -> None:
    """`training` has no questions in this bank, so it is no group on the way."""
    interview = interview_of(SHOP, {"access.lock": "no"}, {"computer": True, "team": 2, "wifi": True})
    assert interview.place(SHOP.by_id[question_id]) == place


def test_a_group_that_asks_this_shop_nothing_keeps_its_number() -> None:
    alone = interview_of(SHOP, profile=ALONE)
    assert "staff.sign" not in ids(alone)
    assert alone.place(SHOP.by_id["access.lock"]) == Place(2, 3, 1, 1)


def test_a_place_moves_up_when_an_earlier_question_hides() -> None:
    interview = interview_of(SHOP, {"access.lock": "yes"}, {"computer": True, "team": 2, "wifi": True})
    assert interview.place(SHOP.by_id["access.wifi"]) == Place(2, 3, 2, 2)


def words(length: int) -> dict[str, str]:
    return {"zh": "字" * length, "en": "x"}


@pytest.mark.parametrize(
    ("characters", "questions", "minutes"),
    [
        # 300 characters a minute and 6 seconds a screen; the profile screen's 20 characters take 10 seconds.
        (20, 1, 1),  # 10 + 10 s
        (120, 1, 1),  # 10 + 30 s
        (220, 1, 1),  # 10 + 50 s, the minute exactly
        (225, 1, 2),  # 10 + 51 s
        (120, 10, 6),  # 10 + 300 s
        (120, 40, 21),
    ],
)
def test_the_minutes_are_reading_time_and_a_breath_for_every_screen(
    characters: int, questions: int, minutes: int
) -> None:
    note = characters // 5
    asked = [
        question(
            f"access.q{n}",
            title=words(note // 2),
            hint=words(characters - 4 * note - note // 2),
            notes={choice: words(note) for choice in ("yes", "partly", "no", "unsure")},
        )
        for n in range(questions)
    ]
    profile = field("computer", title=words(12), hint=words(8))
    interview = interview_of(banks.bank(*asked, fields=[profile]))
    assert interview.path[0].seconds == 10
    assert interview.minutes == interview.minutes_left == minutes


def test_profile_screens_are_read_with_their_options() -> None:
    options = [{"id": "a", "label": words(30)}, {"id": "b", "label": words(40)}]
    profile = field("kinds", "many", "a", "b", title=words(20), options=options)
    interview = interview_of(banks.bank(question("access.lock"), fields=[profile]))
    assert interview.path[0].seconds == 6 + 90 / 5


def test_the_minutes_left_go_down_to_none() -> None:
    many = banks.bank(
        *(question(f"access.q{n}", title=words(294)) for n in range(3)), fields=[field("computer")]
    )
    interview = interview_of(many)
    left = [interview.minutes_left]
    interview = interview.with_profile({"computer": True})
    for asked in many.questions:
        interview = interview.with_answer(asked.id, answer("yes"))
        left.append(interview.minutes_left)
    assert left == sorted(left, reverse=True)
    assert left[0] == interview.minutes == 4
    assert left[-1] == 0


@given(worlds())
def test_walking_by_open_screens_answers_everything_that_shows(world: World) -> None:
    """From any state, answering what is open until nothing is reaches every question that shows, once."""
    interview = Interview(world.bank, world.shop, world.answers)
    full_profile = {
        "computer": True,
        "team": 2,
        "kinds": frozenset(),
        "size": "small",
        "helpers": frozenset(),
    }
    for _ in range(len(world.bank.questions) + 5):
        step = interview.first_open
        if step is None:
            break
        if isinstance(step, QuestionStep):
            interview = interview.with_answer(step.id, answer("yes"))
        else:
            interview = interview.with_profile({one.id: full_profile[one.id] for one in step.fields})
    assert interview.first_open is None
    assert interview.answered == interview.asked == len(interview.sheet.questions)
    assert interview.minutes_left == 0


@given(worlds())
def test_the_quick_path_is_a_part_of_the_full_one_in_the_order_of_rank(world: World) -> None:
    quick = Interview(world.bank, world.shop, world.answers, Stage.QUICK)
    full = Interview(world.bank, world.shop, world.answers)
    assert set(ids(quick)) <= set(ids(full))
    ranks = [step.question.quick_rank for step in quick.path if isinstance(step, QuestionStep)]
    assert ranks == sorted(rank for rank in ranks if rank)
    assert quick.asked <= 10
