"""What falls due of plan and registers, counted for the home page and for `due.json` alike."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from merchant_guard.desktop.pages.home_state import HomeState
from merchant_guard.domain.text import Text
from merchant_guard.services.due_day import DueDay
from merchant_guard.services.due_file import note_what_is_due, write_due_file
from merchant_guard.services.due_glance import HomeCounts, count, home_counts
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.keep_check import open_latest, open_to_work
from merchant_guard.services.load_content import load_content
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.what_is_due import counts, what_is_due
from merchant_guard.services.workspace import Workspace
from merchant_guard.system import resources
from tests.support.year_books import LEAVER_S_ACCOUNT, year_book

MONDAY = date(2026, 11, 30)
SAMPLES = resources.names("samples", ".json")


def taken_in(workspace: Workspace, sample: str) -> OpenCheck:
    """The self-check of a sample with a year of registers."""
    import_shop(workspace, read_answers(resources.path(sample), load_content(), MONDAY), MONDAY)
    check = open_latest(workspace)
    assert check is not None
    return check.with_book(year_book(check.book, MONDAY))


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_home_page_and_the_file_count_the_same(sample: str, workspace: Workspace, tmp_path: Path) -> None:
    check = taken_in(workspace, sample)
    for days in (0, 3, 40, 400):
        day = MONDAY + timedelta(days=days)
        state = HomeState.of(check, day, check.due).as_opened()
        due = what_is_due(check, day)
        write_due_file(tmp_path, due, day)
        assert state.counts == counts(due, day) == home_counts(tmp_path, day)
        assert state.counts.near


@pytest.mark.parametrize("sample", SAMPLES[:4])
def test_a_file_of_an_earlier_day_is_counted_anew(sample: str, workspace: Workspace, tmp_path: Path) -> None:
    """While nobody opens the window its tasks keep their days."""
    check = taken_in(workspace, sample).with_days_kept(MONDAY)
    write_due_file(tmp_path, what_is_due(check, MONDAY), MONDAY)
    for days in (1, 2, 5, 9):
        day = MONDAY + timedelta(days=days)
        assert home_counts(tmp_path, day) == counts(what_is_due(check, day), day)


@pytest.mark.parametrize("sample", SAMPLES[:4])
def test_the_days_that_reminders_named_stay_when_the_window_opens_at_last(
    sample: str, workspace: Workspace
) -> None:
    import_shop(workspace, read_answers(resources.path(sample), load_content(), MONDAY), MONDAY)
    note_what_is_due(workspace, MONDAY)
    later = MONDAY + timedelta(days=100)
    for _start in range(2):
        check = open_to_work(workspace)
        assert check is not None
        assert home_counts(workspace.folder, later) == counts(what_is_due(check, later), later)
    assert open_latest(workspace) == check


def test_without_a_file_the_window_lays_its_own_days(workspace: Workspace) -> None:
    import_shop(workspace, read_answers(resources.path(SAMPLES[0]), load_content(), MONDAY), MONDAY)
    assert open_to_work(workspace) == open_latest(workspace)


def test_a_red_line_is_of_every_day_and_never_late(workspace: Workspace) -> None:
    check = taken_in(workspace, SAMPLES[0])
    day = MONDAY + timedelta(days=30)
    red = [one for one in what_is_due(check, day) if one.always_today]
    assert red
    assert {(one.overdue_days, one.is_near(day)) for one in red} == {(0, True)}


def test_an_account_of_somebody_who_left_yesterday_is_a_day_late(workspace: Workspace) -> None:
    due = {one.id: one for one in what_is_due(taken_in(workspace, SAMPLES[0]), MONDAY)}
    late = due[f"accounts.leaver:{LEAVER_S_ACCOUNT}"]
    assert (late.overdue_days, late.about, late.register) == (1, Text("kefu2", "kefu2"), "accounts")


def test_what_is_asked_of_many_is_one_thing_done_in_one_go() -> None:
    today = MONDAY
    days = [
        DueDay("staff.agreement", today - timedelta(days=late), 7, 15, always_today=False)
        for late in (0, 2, 5)
    ]
    days.append(DueDay("disposals.labels", today + timedelta(days=3), 3, 10, always_today=False))
    days.append(DueDay("incident.drill", today + timedelta(days=9), 2, 30, always_today=False))
    assert count(days, today) == HomeCounts(near=2, minutes=25, overdue=1, oldest_days=5)


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", '{"format": "merchant-guard/due"}', '{"format": "merchant-guard/due", "home": {}}']
    + [
        f'{{"format": "merchant-guard/due", "home": {{"near": 1}}, "items": {items}}}'
        for items in ("3", "[3]", "[{}]", '[{"at_home": true, "id": "a", "due": "soon"}]')
    ],
)
def test_a_damaged_file_says_nothing(damage: str, tmp_path: Path) -> None:
    (tmp_path / "due.json").write_text(damage, encoding="utf-8")
    assert home_counts(tmp_path, MONDAY) is None
