"""有人来检查, through the real window: one click from home, the steps, the papers at hand, the entry."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.visit import INSPECTIONS
from merchant_guard.services.open_check import OpenCheck
from tests.support.every_screen import settle
from tests.support.pressing import find, press, said, there_is
from tests.support.registers import fill, note


@pytest.fixture
def page(desk: Desk, window: MainWindow) -> MainWindow:
    """The window on the page, of a shop that keeps registers."""
    fill(desk)
    desk.go(Screen.INSPECTION)
    settle()
    return window


def test_it_is_one_click_from_home_and_its_page_says_who_may_come_in(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    desk.go(Screen.HOME)
    settle()
    press(qtbot, window, "urgent_inspection")
    settle()
    assert desk.screen is Screen.INSPECTION
    assert find(window, "page_title").accessibleName() == "有人来检查"
    assert said(find(window, "step_look"))[:2] == ["第 1 步", "先看证件和通知书"]
    assert any("不少于 2 人" in line for line in said(window.page))
    assert find(window, "go_home").accessibleName() == "首页，当前页"


def test_other_visitors_have_other_steps_and_papers(qtbot: QtBot, page: MainWindow) -> None:
    press(qtbot, page, "visitor_market")
    settle()
    assert said(find(page, "step_look"))[:2] == ["第 1 步", "先看执法证件"]
    assert there_is(page, "material_contact") and not there_is(page, "material_label-disposals")
    press(qtbot, page, "visitor_phone")
    settle()
    assert "“请带证件和手续到店里来，我当面配合。”" in said(page.page)
    assert not there_is(page, "print_folder") and not there_is(page, "note_visit")
    press(qtbot, page, "may_have_leaked")
    settle()
    assert page.page is not None and find(page, "page_title").accessibleName() == "信息可能漏了"


def test_the_papers_are_counted_from_the_registers(qtbot: QtBot, desk: Desk, page: MainWindow) -> None:
    row = find(page, "material_agreements")
    assert [label.accessibleName() for label in row.findChildren(QLabel)][1] == "员工协议 3 / 4 份，还缺"
    unsigned = next(one for one in desk.ledger.book.of("staff") if one.said("name") == "员工B")
    before = find(page, "materials_ready").text()
    desk.ledger.write(unsigned.id, "agreement_on", desk.today)
    settle()
    assert find(page, "materials_ready").text() != before
    assert not there_is(page, "mend_agreements")


@pytest.mark.parametrize(
    ("material", "screen", "where"),
    [
        ("agreements", Screen.PRINT, ("agreement-packing", None)),
        ("label-disposals", Screen.REGISTERS, ("disposals", None)),
    ],
)
def test_what_is_missing_is_one_step_away(
    qtbot: QtBot,
    desk: Desk,
    page: MainWindow,
    material: str,
    screen: Screen,
    where: tuple[str, object],
) -> None:
    for entry in desk.ledger.book.of("disposals"):
        desk.check = desk.open_check.with_book(desk.ledger.book.without(entry.id))
    desk.go(Screen.INSPECTION)
    settle()
    press(qtbot, page, f"mend_{material}")
    settle()
    assert desk.screen is screen
    assert where == (desk.paper if screen is Screen.PRINT else desk.open_register)


def test_the_folder_and_the_page_itself_are_printed(qtbot: QtBot, desk: Desk, page: MainWindow) -> None:
    press(qtbot, page, "visitor_cac")
    settle()
    press(qtbot, page, "print_folder")
    settle()
    assert desk.screen is Screen.PRINT and desk.paper == ("inspection-cac", None)
    desk.go(Screen.INSPECTION)
    settle()
    press(qtbot, page, "print_page")
    settle()
    assert desk.paper == ("inspection-guide", None)


def test_a_visit_is_written_down_with_nothing_filled_in_as_done(
    qtbot: QtBot, desk: Desk, page: MainWindow, stored: Callable[[], OpenCheck]
) -> None:
    press(qtbot, page, "note_visit")
    settle()
    register, entry_id = desk.open_register
    entry = desk.ledger.entry(entry_id)
    assert register == INSPECTIONS and there_is(page, "entry_form") and there_is(page, "add_photo")
    assert (entry.said("authority"), entry.said("kind")) == ("police", "inspection")
    assert not [field for field in ("on", "done_on", "replied_on", "deadline") if entry.day(field)]
    assert desk.ledger.book.of(INSPECTIONS) == ()  # nothing is written until somebody writes

    desk.ledger.write(entry_id, "on", desk.today)
    desk.ledger.write(entry_id, "deadline", date(2026, 12, 10))
    due = {item.duty.id: item.due for item in desk.ledger.items if item.entry and item.entry.id == entry_id}
    assert due["inspections.mend"] == date(2026, 12, 10)
    assert any(one.id == entry_id for one in stored().book.of(INSPECTIONS))

    desk.go(Screen.INSPECTION)
    settle()
    assert find(page, "past_visits").accessibleName() == "以前的检查 1 次"
    press(qtbot, page, "past_visits")
    settle()
    assert desk.open_register == (INSPECTIONS, None)


def test_before_any_visit_nothing_is_said_of_earlier_ones(page: MainWindow) -> None:
    assert not there_is(page, "past_visits")


def test_a_law_opens_beside_the_steps(qtbot: QtBot, page: MainWindow) -> None:
    press(qtbot, page, "law_public-security-cyberspace-inspection-measures_11")
    settle()
    assert "第 11 条" in find(page, "law_panel").accessibleName()


def test_the_page_stays_built_while_it_shows_the_same(desk: Desk, page: MainWindow) -> None:
    steps = find(page, "step_look")
    desk.check_changed.emit()
    assert find(page, "step_look") is steps
    note(desk, "trainings", on=desk.today)
    settle()
    assert find(page, "step_look") is not steps
