"""The next self-check: begun whole or not at all, taken back while it is empty, nothing of last year lost."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.comparison import Change
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.evidence import Subject
from merchant_guard.domain.interview import ProfileStep
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import WorkRhythm
from merchant_guard.domain.stage import Stage
from merchant_guard.services.begin_next_year import (
    begin_next_check,
    may_begin_next,
    may_undo_next,
    undo_next_check,
)
from merchant_guard.services.keep_book import BookKeeper, new_entry
from merchant_guard.services.keep_check import CheckKeeper, open_latest
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.workspace import Workspace, open_workspace
from tests.support.checks import always, answered, begun, finished
from tests.support.small_bank import SMALL_BANK
from tests.support.stores import refused

FIRST, NEXT = date(2026, 11, 21), date(2027, 11, 20)
MOMENT = datetime(2026, 11, 21, 9, tzinfo=UTC)
PROFILE = {
    "kinds": frozenset({"online_shop"}),
    "team": 3,
    "computer": True,
    "members": True,
    "people_held": "unknown",
}
QUESTION = "access.screen-lock"


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    """The store with the small question bank."""
    return replace(workspace, bank=SMALL_BANK)


@pytest.fixture
def check(small: Workspace) -> OpenCheck:
    """A finished first self-check, with a person in the register of staff and a rhythm."""
    check = begun(small, {}, FIRST).with_rhythm(WorkRhythm(2, 3))
    CheckKeeper(small).save_shop(check)
    return finished(small, check, PROFILE, always(Choice.NO), FIRST)


def stored(workspace: Workspace) -> OpenCheck:
    check = open_latest(workspace)
    assert check is not None
    return check


def test_nothing_is_answered_and_every_profile_screen_asks_whether_it_is_as_last_year(
    small: Workspace, check: OpenCheck
) -> None:
    begun_next = begin_next_check(small, check, NEXT)
    assert begun_next.checked_on == NEXT
    assert begun_next.interview.answers == {}
    assert begun_next.interview.stage is Stage.FULL
    assert begun_next.shop.profile == {}
    assert begun_next.assessment.shown_score is None
    assert begun_next.plan(NEXT).items == ()
    for step in begun_next.interview.path:
        assert not begun_next.interview.is_answered(step)
        if isinstance(step, ProfileStep):
            before = begun_next.last_years(step.id)
            assert before is not None
            assert before.shop.profile == {one: PROFILE[one] for one in before.shop.profile}


def test_name_rhythm_registers_and_duties_stay(small: Workspace, check: OpenCheck) -> None:
    entry = new_entry("staff", MOMENT).with_value("name", "小满", MOMENT)
    BookKeeper(small, check.shop_id).save([entry])
    begun_next = begin_next_check(small, stored(small), NEXT)
    assert begun_next.shop.name == check.shop.name
    assert begun_next.shop.rhythm == WorkRhythm(2, 3)
    assert [one.name for one in begun_next.shop.staff] == ["小满"]
    assert begun_next.duties_since == FIRST


def test_what_was_finished_stays_as_it_was(small: Workspace, check: OpenCheck) -> None:
    before = small.checks.load(check.check_id)
    begin_next_check(small, check, NEXT)
    after = small.checks.load(check.check_id)
    assert after == before
    assert after.profile == PROFILE
    assert small.checks.list(check.shop_id)[1].finished_on == FIRST


def test_the_store_holds_what_was_returned(small: Workspace, check: OpenCheck) -> None:
    begun_next = begin_next_check(small, check, NEXT)
    found = stored(small)
    assert replace(found, kept={}, book=begun_next.book) == replace(begun_next, kept={})


def test_of_the_plan_only_what_is_still_promised_goes_along(small: Workspace, check: OpenCheck) -> None:
    ahead, past = date(2027, 12, 1), date(2027, 11, 19)
    given = {
        "access.lock-screen": Progress(owner="小满", due=ahead, reason="等新电脑", interim="人走拔线"),
        "access.close-leavers": Progress(owner="小满", due=past, reason="忙"),
        "waybill.mask": Progress(due=past, proposed=ahead),
        "marketing.offer-opt-out": Progress(owner="小满", done_on=date(2027, 1, 5), proof=("收据.png",)),
    }
    for item, progress in given.items():
        check = check.with_progress(item, progress)
    CheckKeeper(small).save_plan(check)
    begun_next = begin_next_check(small, check, NEXT)
    assert begun_next.progress == {
        "access.lock-screen": Progress(owner="小满", due=ahead, reason="等新电脑", interim="人走拔线"),
        "access.close-leavers": Progress(owner="小满"),
    }
    assert stored(small).progress == begun_next.progress
    previous = begun_next.previous
    assert previous is not None
    assert previous.progress["marketing.offer-opt-out"].proof == ("收据.png",)


def test_a_check_that_is_not_finished_is_not_followed_by_another(small: Workspace) -> None:
    check = begun(small, PROFILE, FIRST)
    assert not may_begin_next(check, NEXT)
    with refused("next_check.not_finished", InputError):
        begin_next_check(small, check, NEXT)


def test_a_clock_that_is_behind_begins_nothing(small: Workspace, check: OpenCheck) -> None:
    day_before = date(2026, 11, 20)
    assert not may_begin_next(check, day_before)
    with refused("next_check.clock_behind", InputError):
        begin_next_check(small, check, day_before)
    assert stored(small).check_id == check.check_id


def test_two_windows_begin_one_check(small: Workspace, check: OpenCheck) -> None:
    begin_next_check(small, check, NEXT)
    with refused("next_check.begun", InputError):
        begin_next_check(small, check, NEXT)
    assert len(small.checks.list(check.shop_id)) == 2


@pytest.mark.parametrize("day", [FIRST, date(2026, 11, 22), date(2027, 5, 20)])
def test_it_may_begin_on_the_same_day_and_twice_a_year(small: Workspace, check: OpenCheck, day: date) -> None:
    second = begin_next_check(small, check, day)
    assert stored(small).check_id == second.check_id
    second = finished(small, second, {}, always(Choice.YES), day)
    third = begin_next_check(small, second, day)
    assert stored(small).check_id == third.check_id
    assert third.previous is not None
    assert third.previous.previous is not None
    assert [third.previous.checked_on, third.previous.previous.checked_on] == [day, FIRST]
    comparison = second.comparison
    assert comparison is not None
    assert {one.change for one in comparison.questions} == {Change.BETTER, Change.NEW}


@pytest.mark.parametrize("table", ["self_check", "wording"])
def test_what_cannot_be_written_wholly_is_not_written_at_all(
    small: Workspace, check: OpenCheck, table: str
) -> None:
    before = stored(small)
    with small.database.transaction() as connection:
        connection.execute("DELETE FROM wording")
        connection.execute(
            f"CREATE TRIGGER no_room BEFORE INSERT ON {table} BEGIN SELECT RAISE(FAIL, 'no room'); END"
        )
    with pytest.raises(Exception, match=r"no room"):
        begin_next_check(small, check, NEXT)
    with small.database.transaction() as connection:
        connection.execute("DROP TRIGGER no_room")
    assert stored(small) == before


def test_begun_taken_back_and_begun_again(small: Workspace, check: OpenCheck) -> None:
    before = stored(small)
    begun_next = begin_next_check(small, check, NEXT)
    assert may_undo_next(begun_next)
    assert undo_next_check(small, begun_next) == before
    assert stored(small) == before
    again = begin_next_check(small, stored(small), NEXT)
    assert again.check_id != begun_next.check_id
    assert replace(again, check_id=0) == replace(begun_next, check_id=0)


def test_confirmed_profile_screens_may_be_taken_back_too(small: Workspace, check: OpenCheck) -> None:
    begun_next = begin_next_check(small, check, NEXT)
    confirmed = begun_next.with_shop(replace(begun_next.shop, profile={"team": 9, "computer": False}))
    CheckKeeper(small).save_shop(confirmed)
    assert undo_next_check(small, confirmed).shop.profile == PROFILE


def test_with_an_answer_or_a_photo_it_is_not_taken_back(small: Workspace, check: OpenCheck) -> None:
    begun_next = begin_next_check(small, check, NEXT)
    confirmed = begun_next.with_shop(replace(begun_next.shop, profile=PROFILE))
    given = confirmed.with_answer(QUESTION, Answer(Choice.YES))
    CheckKeeper(small).save_answer(given, QUESTION, MOMENT)
    for held in (given, begun_next):  # the second window does not know of the answer
        with refused("next_check.has_answers", InputError):
            undo_next_check(small, held)
    assert not may_undo_next(given)


def test_a_photo_that_waits_for_its_answer_is_not_lost_with_it(small: Workspace, check: OpenCheck) -> None:
    begun_next = begin_next_check(small, check, NEXT)
    subject = Subject("question", QUESTION)
    waiting = begun_next.with_evidence(subject, ("照片.jpg",))
    CheckKeeper(small).save_evidence(waiting, subject)
    assert not may_undo_next(waiting)
    for held in (waiting, begun_next):
        with refused("next_check.has_answers", InputError):
            undo_next_check(small, held)


def test_the_first_self_check_is_never_taken_back(small: Workspace) -> None:
    with refused("next_check.nothing_before", InputError):
        undo_next_check(small, begun(small, {}, FIRST))


def test_a_check_brought_with_all_answers_counts_as_finished(small: Workspace) -> None:
    whole = answered(small, begun(small, {}, FIRST), PROFILE, always(Choice.YES))
    assert whole.finished_on is None
    begun_next = begin_next_check(small, whole, NEXT)
    assert small.checks.list(whole.shop_id)[1].finished_on == FIRST
    assert begun_next.duties_since == FIRST
    assert undo_next_check(small, begun_next).finished_on == FIRST


def test_a_window_that_dies_leaves_the_new_check_to_be_gone_on_with(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with open_workspace(folder) as opened:
        small = replace(opened, bank=SMALL_BANK)
        check = finished(small, begun(small, {}, FIRST), PROFILE, always(Choice.NO), FIRST)
        begin_next_check(small, check, NEXT)
    with open_workspace(folder) as opened:
        found = stored(replace(opened, bank=SMALL_BANK))
        assert found.checked_on == NEXT
        assert found.previous is not None
        assert found.previous.answers == check.interview.answers
