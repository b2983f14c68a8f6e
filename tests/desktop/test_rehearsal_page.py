"""演练, through the real window: test by test, to the plan where one comes out badly, and kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.services.open_check import OpenCheck
from tests.support.every_screen import settle
from tests.support.pressing import find, press, said, there_is


@pytest.fixture
def page(desk: Desk, window: MainWindow) -> MainWindow:
    """The window on the first test."""
    desk.go(Screen.REHEARSAL)
    settle()
    return window


def go_to(qtbot: QtBot, window: MainWindow, test: str) -> None:
    press(qtbot, window, f"test_{test}")
    settle()


def try_it(qtbot: QtBot, window: MainWindow, result: str) -> None:
    press(qtbot, window, f"result_{result}")
    settle()


def test_the_page_of_inspections_leads_to_it_and_back(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    desk.go(Screen.INSPECTION)
    settle()
    press(qtbot, window, "rehearse")
    settle()
    assert desk.screen is Screen.REHEARSAL
    press(qtbot, window, "back_to_visit")
    settle()
    assert desk.screen is Screen.INSPECTION


def test_choosing_only_chooses_and_going_on_shows_the_next(qtbot: QtBot, page: MainWindow) -> None:
    first = find(page, "test_title").accessibleName()
    try_it(qtbot, page, "good")
    assert find(page, "test_title").accessibleName() == first
    press(qtbot, page, "test_next")
    settle()
    assert find(page, "test_title").accessibleName() != first
    press(qtbot, page, "test_back")
    settle()
    assert find(page, "test_title").accessibleName() == first
    assert find(page, "result_good").isChecked()


def test_by_keyboard_alone(qtbot: QtBot, desk: Desk, page: MainWindow) -> None:
    assert page.focusWidget() is find(page, "result_good")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert desk.visit.rehearsal.place == 1
    assert page.focusWidget() is find(page, "result_good")


def test_what_is_to_be_mended_leads_to_its_row_of_the_plan(
    qtbot: QtBot, desk: Desk, page: MainWindow
) -> None:
    test = next(one for one in desk.visit.rehearsal.tests if one.item_in(desk.plan))
    go_to(qtbot, page, test.id)
    try_it(qtbot, page, "mend")
    press(qtbot, page, "mend_now")
    settle()
    assert desk.screen is Screen.PLAN
    assert desk.open_item == test.item_in(desk.plan).id
    desk.go(Screen.REHEARSAL)
    settle()
    assert find(page, "result_mend").isChecked()


def test_what_the_plan_does_not_have_becomes_a_thing_to_do_once_noted(
    qtbot: QtBot, desk: Desk, page: MainWindow, stored: Callable[[], OpenCheck]
) -> None:
    test = next(one for one in desk.visit.rehearsal.tests if one.item_in(desk.plan) is None)
    try_it(qtbot, page, "good")
    go_to(qtbot, page, test.id)
    try_it(qtbot, page, "mend")
    assert not there_is(page, "mend_now")
    assert "记下以后，会变成一件要做的事。" in said(find(page, "to_mend_now"))
    press(qtbot, page, "record")
    settle()
    register, entry_id = desk.open_register
    entry = next(one for one in stored().book.of("checks") if one.id == entry_id)
    assert (register, entry.said("kind"), entry.said("found")) == ("checks", "inspection_rehearsal", "open")
    assert entry.day("on") == desk.today and entry.chosen("to_mend") == {test.id}
    assert entry.said("note").startswith("试了 2 / ")
    assert "checks.open" in {
        one.duty.id for one in desk.ledger.items if one.entry and one.entry.id == entry_id
    }
    assert desk.visit.rehearsal.results == {}


def test_a_rehearsal_that_went_well_asks_for_nothing(qtbot: QtBot, desk: Desk, page: MainWindow) -> None:
    for _ in desk.visit.rehearsal.tests:
        try_it(qtbot, page, "good")
        press(qtbot, page, "record" if desk.visit.rehearsal.is_last else "test_next")
        settle()
    entry = desk.ledger.book.of("checks")[-1]
    assert entry.said("found") == "all_well" and not entry.chosen("to_mend")
    assert "checks.open" not in {one.duty.id for one in desk.ledger.items_of(entry)}


def test_nothing_is_noted_before_anything_was_tried(desk: Desk, qtbot: QtBot, page: MainWindow) -> None:
    go_to(qtbot, page, desk.visit.rehearsal.tests[-1].id)
    before = desk.ledger.book.of("checks")
    press(qtbot, page, "record")
    settle()
    assert desk.screen is Screen.REHEARSAL and desk.ledger.book.of("checks") == before


def test_it_prints_empty_while_it_is_held_and_filled_in_afterwards(
    qtbot: QtBot, desk: Desk, page: MainWindow
) -> None:
    try_it(qtbot, page, "mend")
    press(qtbot, page, "print_rehearsal")
    settle()
    assert desk.paper == ("inspection-rehearsal", None)
    assert desk.paper_subjects["inspection-rehearsal"] == ""
    desk.visit.record()
    desk.visit.print_rehearsal()
    settle()
    assert desk.paper_subjects["inspection-rehearsal"] == desk.visit.last_rehearsal
