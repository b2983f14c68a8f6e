"""Old years open in their own words, and nothing of them can be changed."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.link_row import LinkRow
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from tests.support.every_screen import settle
from tests.support.next_year import YEAR
from tests.support.pressing import find, said, there_is
from tests.support.windows import TODAY

Show = Callable[[Desk], MainWindow]
Press = Callable[[QWidget, str], None]
ASKED = "access.order-rights"


@pytest.fixture
def window(desk: Desk, show_window: Show, background: Background) -> MainWindow:
    """The list of old years of a shop that has begun another check and answered a question otherwise."""
    shown = show_window(desk)
    desk.today = TODAY + YEAR
    desk.next_year.begin()
    settle(background)
    desk.answer(ASKED, Answer(Choice.YES))
    desk.next_year.show_years()
    settle(background)
    return shown


@pytest.mark.parametrize("screen", [Screen.RESULT, Screen.REVIEW, Screen.SETTINGS])
def test_the_way_there(
    desk: Desk, show_window: Show, press: Press, background: Background, screen: Screen
) -> None:
    desk.go(screen)
    window = show_window(desk)
    press(window, "old_years")
    settle(background)
    assert desk.screen is Screen.YEARS
    assert there_is(window, "old_year_list")


def test_the_list_has_every_year_before_the_latest_first(window: MainWindow, desk: Desk) -> None:
    rows = find(window, "old_year_list").findChildren(LinkRow)
    assert [row.text() for row in rows] == ["2026 年自查（2026-11-21）", "2025 年自查（2025-11-20）"]
    assert rows[0].accessibleName().endswith("题")


def test_an_old_year_opens_as_it_was_answered_and_takes_no_change(
    window: MainWindow, desk: Desk, press: Press, background: Background
) -> None:
    previous = desk.open_check.previous
    find(window, "old_year_list").findChildren(LinkRow)[0].click()
    settle()
    press(window, "old_group_access")
    row = find(window, f"old_{ASKED}")
    told = said(row)
    kept = previous.wording.questions[ASKED]
    assert told[:3] == [kept.title.zh, "做到一部分", kept.notes[Choice.PARTLY].zh]
    done = "；".join(title.zh for id_, title in kept.ticks.items() if id_ in previous.answers[ASKED].done)
    assert f"做到的：{done}" in told
    for kind in (QRadioButton, QCheckBox, QLineEdit, QPlainTextEdit):
        assert not window.page.findChildren(kind)


def test_back_leads_to_the_list_and_from_there_to_the_result(
    window: MainWindow, desk: Desk, press: Press
) -> None:
    find(window, "old_year_list").findChildren(LinkRow)[1].click()
    settle()
    assert there_is(window, "old_year")
    press(window, "back")
    assert there_is(window, "old_year_list")
    press(window, "back")
    assert desk.screen is Screen.RESULT
