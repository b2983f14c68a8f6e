"""Beside last year: better and worse in words and sign, only what changed, and numbers that add up."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.comparison import Change
from merchant_guard.services.open_check import OpenCheck
from tests.support.every_screen import settle
from tests.support.next_year import YEAR, answered
from tests.support.pressing import find, said, there_is
from tests.support.windows import TODAY

Show = Callable[[Desk], MainWindow]
Press = Callable[[QWidget, str], None]
SIGNS = {Change.BETTER: "↑ 变好", Change.WORSE: "↓ 变差"}


@pytest.fixture
def compared(desk: Desk) -> Desk:
    """The sample shop in its second year, finished."""
    desk.today = TODAY + YEAR
    desk.check = answered(desk.open_check, desk.today)
    return desk


def rows(window: MainWindow, change: Change) -> list[QWidget]:
    found = window.page.findChildren(QWidget)
    named = [one for one in found if one.objectName().startswith("compared_")]
    return [one for one in named if one.objectName().endswith(f"_{change}") and one.isVisibleTo(window)]


def words(check: OpenCheck) -> str:
    comparison = check.comparison
    return f"自查 {comparison.score_now} 分，比去年高 {comparison.score_now - comparison.score_before} 分"


@pytest.mark.parametrize("screen", [Screen.RESULT, Screen.HOME])
def test_result_and_home_lead_there(compared: Desk, show_window: Show, press: Press, screen: Screen) -> None:
    compared.go(screen)
    press(show_window(compared), "compare")
    assert compared.screen is Screen.COMPARE


def test_the_score_stands_beside_last_years_with_its_reasons(compared: Desk, show_window: Show) -> None:
    compared.go(Screen.COMPARE)
    window, comparison = show_window(compared), compared.open_check.comparison
    assert find(window, "compared_score", QLabel).accessibleName() == words(compared.open_check)
    assert comparison.score_now == compared.open_check.assessment.shown_score
    told = said(find(window, "reasons"))
    first = comparison.reasons[0]
    assert first.question.title.zh in told
    assert sum(one.tenths for one in comparison.reasons) == 10 * (
        comparison.score_now - comparison.score_before
    )


def test_every_question_stands_once_where_it_belongs_and_the_counts_add_up(
    compared: Desk, show_window: Show, press: Press
) -> None:
    compared.go(Screen.COMPARE)
    window, comparison = show_window(compared), compared.open_check.comparison
    for change, those in ((Change.BETTER, comparison.better), (Change.WORSE, comparison.worse)):
        shown = rows(window, change)
        assert len(shown) == len(those) > 0
        count = find(window, f"count_{change}", QLabel).accessibleName()
        assert count == f"{SIGNS[change]} {len(those)} 题"
        assert all(SIGNS[change] in said(row) for row in shown)
    assert not rows(window, Change.SAME), "what did not change is folded"
    press(window, "fold_same")
    assert len(rows(window, Change.SAME)) == len(comparison.same)
    moved = {one.question.id for one in (*comparison.better, *comparison.worse)}
    others = [*comparison.new, *comparison.gone, *comparison.changed, *comparison.same]
    assert len(moved) + len(others) == len(comparison.questions)


def test_a_row_says_both_answers_and_which_measures_were_gained(compared: Desk, show_window: Show) -> None:
    compared.go(Screen.COMPARE)
    window, comparison = show_window(compared), compared.open_check.comparison
    one = next(one for one in comparison.better if one.gained)
    row = find(window, f"compared_{one.question.id}_better")
    told = said(row)
    assert told[0] == one.question.title.zh
    assert told[2] == "做到了"
    assert f"多做到的：{'；'.join(tick.title.zh for tick in one.gained)}" in told


def test_a_question_that_changed_is_named_and_not_compared(
    compared: Desk, show_window: Show, press: Press
) -> None:
    check = compared.open_check
    changed = check.comparison.better[0].question.id
    month = f"{compared.today:%Y-%m}"
    asked = tuple(replace(one, changed=month) if one.id == changed else one for one in check.bank.questions)
    interview = replace(check.interview, bank=replace(check.bank, questions=asked))
    compared.check = replace(check, interview=interview)
    compared.go(Screen.COMPARE)
    window = show_window(compared)
    assert find(window, "count_changed", QLabel).accessibleName() == "题目有变，不比较 1 题"
    press(window, "fold_changed")
    assert there_is(window, f"compared_{changed}_changed")
    assert not there_is(window, f"compared_{changed}_better")


def test_with_nothing_moved_it_says_so(compared: Desk, show_window: Show) -> None:
    check = compared.open_check
    same = replace(check.interview, answers=check.previous.answers)
    compared.check = replace(check, interview=same)
    compared.go(Screen.COMPARE)
    window = show_window(compared)
    assert there_is(window, "nothing_moved")
    assert not there_is(window, "reasons")


def test_printing_leads_to_its_paper_in_one_step(
    compared: Desk, show_window: Show, press: Press, background: Background
) -> None:
    compared.go(Screen.COMPARE)
    window = show_window(compared)
    press(window, "print_comparison")
    settle(background)
    assert compared.screen is Screen.PRINT
    assert compared.paper == ("comparison", None)
    assert there_is(window, "paper_comparison")


def test_in_a_first_year_nothing_leads_there(desk: Desk, show_window: Show) -> None:
    desk.check = replace(desk.open_check, previous=None)
    desk.go(Screen.RESULT)
    window = show_window(desk)
    assert not there_is(window, "compare") and not there_is(window, "old_years")
