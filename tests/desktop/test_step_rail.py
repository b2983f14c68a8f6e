"""The rail of thirteen groups is longer than most windows: it goes with the group that is asked."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.group_row import COLLAPSED_HEIGHT
from tests.support.every_screen import settle
from tests.support.pressing import find

Show = Callable[[Desk], MainWindow]
SIZES = [(1366, 696), (1092, 542), (911, 440), (880, 420)]


def go(desk: Desk, question: str) -> None:
    desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == question))
    settle()


def is_all_in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_the_current_group_is_in_sight_from_the_first_to_the_last_and_back(
    desk: Desk, show_window: Show, size: tuple[int, int], language: str
) -> None:
    desk.look = Look(language)
    go(desk, "incident.earlier")
    window = show_window(desk)
    window.resize(QSize(*size))
    settle()
    assert is_all_in_sight(find(window, "group_incident")), "where one comes in"
    for question in ("staff.own-data", "waybill.photos", "incident.card", "staff.own-data"):
        go(desk, question)
        group = desk.open_check.bank.by_id[question].group
        assert is_all_in_sight(find(window, f"group_{group}")), question
    find(window, "rail").findChild(QScrollArea).verticalScrollBar().setValue(0)
    window.resize(QSize(size[0], size[1] - 1))
    settle()
    assert is_all_in_sight(find(window, "group_staff"))


def test_it_stays_in_sight_when_the_panel_takes_the_names_away(desk: Desk, show_window: Show) -> None:
    go(desk, "incident.earlier")
    window = show_window(desk)
    window.resize(1092, 542)
    settle()
    find(window, "open_help").click()
    settle()
    row = find(window, "group_incident")
    assert row.height() == COLLAPSED_HEIGHT
    assert is_all_in_sight(row)
    window.page.panel_wanted.emit(None)
    settle()
    assert row.height() > COLLAPSED_HEIGHT
    assert is_all_in_sight(row)


@pytest.mark.parametrize("size", SIZES)
def test_the_way_on_from_the_review_is_in_sight(desk: Desk, show_window: Show, size: tuple[int, int]) -> None:
    desk.check = replace(desk.open_check, finished_on=None)
    desk.go(Screen.REVIEW)
    window = show_window(desk)
    window.resize(QSize(*size))
    settle()
    assert is_all_in_sight(find(window, "see_result"))
