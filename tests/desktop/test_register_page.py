"""The registers under their tabs: rows by urgency, what is late on top, everything by keyboard."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages import sheet_saving
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.row_model import TableRow
from merchant_guard.desktop.widgets.row_table import RowTable
from merchant_guard.desktop.widgets.tab_row import Tabs
from merchant_guard.domain.registers.entry import Entry
from tests.support.pressing import find, press, said, there_is
from tests.support.registers import fill, note, on_day

Ids = dict[str, str]


@pytest.fixture
def ids(desk: Desk) -> Ids:
    """The registers of a shop of five people."""
    return fill(desk)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def show(desk: Desk, window: MainWindow, register: str = "staff", entry: str | None = None) -> QWidget:
    desk.go_to_register(register, entry)
    window.activateWindow()
    settle()
    assert window.page is not None
    return window.page


def table(page: QWidget) -> RowTable:
    return find(page, "register_table", RowTable)


def rows(page: QWidget) -> tuple[TableRow, ...]:
    return table(page).model().rows


def key(qtbot: QtBot, key: Qt.Key, control: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    settle()


# --- rows -----------------------------------------------------------------------------------------------


def test_the_most_urgent_stands_first_and_who_has_signed_last(
    desk: Desk, window: MainWindow, ids: Ids
) -> None:
    shown = rows(show(desk, window))
    assert [row.cells[0] for row in shown] == ["员工B", "员工E", "员工D", "员工A", "员工C"]
    assert shown[0].cells == ("员工B", "打包", "2026-10-12", "—")
    assert shown[1].cells[1] == "客服 · 已离职"
    assert shown[2].cells[1] == "打包 · 兼职"
    assert [row.badge.text for row in shown][:3] == ["还没签", "今天停账号", "31 天后到期"]
    assert [row.badge.tone for row in shown] == ["danger", "danger", "warn", "unk", "unk"]
    assert [row.act for row in shown] == ["现在补签", "去停用", "续签", "查看", "查看"]


def test_what_is_over_stands_below_and_grey(desk: Desk, window: MainWindow, ids: Ids) -> None:
    desk.ledger.write(ids["账号1"], "closed_on", desk.today)
    shown = rows(show(desk, window, "accounts"))
    assert [row.faded for row in shown] == [False, False, False, True]
    assert (shown[-1].cells[0], shown[-1].badge.text) == ("客服 1 号", "已停用")
    assert find(window.page, "tabs", Tabs).tabText(2) == "账号 3"


def test_what_happened_once_stands_with_the_latest_first(desk: Desk, window: MainWindow, ids: Ids) -> None:
    days = [row.cells[1] for row in rows(show(desk, window, "disposals"))]
    assert days == sorted(days, reverse=True) and len(days) == 8


def test_what_was_written_down_later_says_so_in_the_table(desk: Desk, window: MainWindow) -> None:
    note(desk, "disposals", on=desk.today - timedelta(days=3), what="labels")
    assert rows(show(desk, window, "disposals"))[0].cells[1] == "2026-11-27 补记"


def test_what_is_late_the_longest_stands_in_the_banner_and_leads_to_its_field(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    page = show(desk, window)
    assert (
        find(page, "overdue_words").accessibleName() == "员工B · 当面签保密协议，11月17日该做，晚了 13 天。"
    )
    press(qtbot, page, "overdue_action")
    assert desk.open_register == ("staff", ids["员工B"])
    assert QApplication.focusWidget() is find(window, "field_agreement_on")

    desk.ledger.write(ids["员工B"], "agreement_on", desk.today)
    settle()
    assert "当面签保密协议" not in find(page, "overdue_words").accessibleName(), "what is late next"


def test_an_entry_that_was_crossed_out_is_folded_below(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    desk.ledger.strike(ids["员工C"], "记错人了")
    page = show(desk, window)
    assert "员工C" not in [row.cells[0] for row in rows(page)]
    assert find(page, "fold_struck").text() == "划掉的 1 条"
    press(qtbot, page, "fold_struck")
    assert "员工C：2026-11-30 划掉。记错人了" in said(page)


def test_an_empty_register_says_what_it_is_for_and_begins_an_entry(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    page = show(desk, window, "inspections")
    assert not there_is(page, "register_table")
    assert desk.ledger.registers["inspections"].about.zh in said(page)
    press(qtbot, page, "empty_action")
    assert find(window, "entry_title").accessibleName() == "记一次检查"


def test_five_hundred_rows_are_drawn_and_not_built(desk: Desk, window: MainWindow, ids: Ids) -> None:
    few = len(show(desk, window).findChildren(QWidget))
    book, moment = desk.ledger.book, desk.ledger.book.entries[ids["员工A"]].entered_at
    for number in range(500):
        entry = Entry(f"many-{number}", "staff", moment).with_value("name", f"人{number:03}", moment)
        book = book.with_entry(entry)
    desk.check = desk.open_check.with_book(book)
    page = show(desk, window)
    assert len(rows(page)) == 505
    assert len(page.findChildren(QWidget)) <= few + 2, "a scroll bar or two, no widget for a row"
    assert table(page).height() < page.height(), "it scrolls within the page"
    assert find(page, "paste_names").visibleRegion(), "what stands below can be seen"


def test_a_narrow_table_does_without_columns_and_never_scrolls_sideways(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    window.resize(911, 440)
    page = show(desk, window, "staff", ids["员工B"])
    shown = table(page)
    hidden = [column for column in range(shown.model().columnCount()) if shown.isColumnHidden(column)]
    assert hidden and not {0, 3, 4, 5} & {*hidden}, "name, the day it was signed, state and act stay"
    widths = sum(shown.columnWidth(column) for column in range(6) if column not in hidden)
    assert widths <= shown.viewport().width()


# --- tabs -----------------------------------------------------------------------------------------------


def test_the_tabs_count_what_is_in_them(desk: Desk, window: MainWindow, ids: Ids) -> None:
    tabs = find(show(desk, window), "tabs", Tabs)
    near = len({item.duty.id for item in desk.ledger.near})
    assert [tabs.tabText(index) for index in range(tabs.count())] == [
        f"该做的 {near}",
        "员工 5",
        "账号 4",
        "合作方 1",
        "面单销毁 8",
        "培训 1",
        "顾客的要求 1",
    ]


def test_the_arrows_go_from_tab_to_tab_and_stay_in_the_row(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    page = show(desk, window)
    tabs = find(page, "tabs", Tabs)
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    key(qtbot, Qt.Key.Key_Right)
    assert desk.open_register == ("accounts", None)
    assert QApplication.focusWidget() is tabs
    assert rows(page)[0].cells[0] == "客服 1 号"


def test_tabs_without_room_stand_in_a_menu_and_take_a_place_when_chosen(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    page = show(desk, window)
    press(qtbot, page, "more_tabs")
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    assert [action.objectName() for action in menu.actions()] == [
        "tab_incidents",
        "tab_inspections",
        "tab_disputes",
        "tab_checks",
        "tab_periods",
    ]
    menu.actions()[3].trigger()
    menu.close()
    settle()
    assert desk.open_register == ("checks", None)
    tabs = find(page, "tabs", Tabs)
    assert tabs.tabText(tabs.currentIndex()) == "做过的检查"


def test_the_row_of_tabs_is_told_as_tabs(desk: Desk, window: MainWindow, ids: Ids) -> None:
    node = QAccessible.queryAccessibleInterface(find(show(desk, window), "tabs"))
    assert node.role() is QAccessible.Role.PageTabList
    told = [node.child(number) for number in range(node.childCount())]
    tabs = [one for one in told if one.role() is QAccessible.Role.PageTab]
    assert [one.text(QAccessible.Text.Name) for one in tabs][1] == "员工，5"
    assert bool(tabs[1].state().selected)


# --- keys and what is said ------------------------------------------------------------------------------


def test_the_keyboard_alone_opens_a_row_and_comes_back(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    page = show(desk, window)
    shown = table(page)
    assert QApplication.focusWidget() is shown
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    key(qtbot, Qt.Key.Key_Home)
    key(qtbot, Qt.Key.Key_Down)
    assert shown.chosen == ids["员工E"]
    key(qtbot, Qt.Key.Key_Return)
    assert find(window, "entry_title").accessibleName() == "员工E"
    key(qtbot, Qt.Key.Key_Escape)
    assert not there_is(window, "entry_form")
    assert QApplication.focusWidget() is shown
    assert desk.open_register == ("staff", None)

    key(qtbot, Qt.Key.Key_Home)
    key(qtbot, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is find(window, "field_agreement_on"), "the space bar does the act"


def test_a_row_is_told_whole_and_every_cell_with_its_heading(
    desk: Desk, window: MainWindow, ids: Ids
) -> None:
    shown = table(show(desk, window))
    cells = [shown.model().index(0, column) for column in range(6)]
    told = [cell.data(Qt.ItemDataRole.AccessibleTextRole) for cell in cells]
    assert told == [
        "员工B，还没签，岗位：打包，到岗日期：2026-10-12",
        "岗位：打包",
        "到岗日期：2026-10-12",
        "协议签署日期：—",
        "状态：还没签",
        "现在补签：员工B",
    ]
    assert "空格" in shown.accessibleDescription()


def test_a_press_opens_the_row_and_a_press_on_its_end_does_the_act(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    shown = table(show(desk, window))

    def press_cell(row: int, column: int) -> None:
        point = shown.visualRect(shown.model().index(row, column)).center()
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=point)
        settle()

    press_cell(3, 1)
    assert find(window, "entry_title").accessibleName() == "员工A"
    assert QApplication.focusWidget() is find(window, "entry_form"), "nothing is changed by chance"
    press_cell(2, 5)
    assert find(window, "entry_title").accessibleName() == "员工D"


def test_control_five_leads_here_and_six_to_the_papers(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    show(desk, window)
    desk.go(Screen.HOME)
    settle()
    key(qtbot, Qt.Key.Key_5, control=True)
    assert desk.screen is Screen.REGISTERS
    key(qtbot, Qt.Key.Key_6, control=True)
    assert desk.screen is Screen.PRINT


def test_control_p_prints_the_register_that_is_shown(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    show(desk, window, "partners")
    key(qtbot, Qt.Key.Key_P, control=True)
    assert (desk.screen, desk.paper, desk.paper_subjects) == (
        Screen.PRINT,
        ("register-list", None),
        {"register-list": "partners"},
    )


# --- out of the window ----------------------------------------------------------------------------------


def test_the_register_is_saved_as_a_sheet_where_people_look_for_files(
    qtbot: QtBot,
    desk: Desk,
    window: MainWindow,
    ids: Ids,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheet_saving, "usual_folder", lambda: tmp_path)
    page = show(desk, window)
    press(qtbot, page, "save_sheet")
    qtbot.waitUntil(lambda: there_is(page, "saved"))
    (place,) = tmp_path.glob("*.xlsx")
    told = " ".join(str(row) for row in CalamineWorkbook.from_path(place).get_sheet_by_index(0).to_python())
    assert "员工A" in told and "员工B" in told
    assert place.name in find(page, "saved").accessibleName()


def test_the_open_form_outlives_another_size_and_language_of_the_window(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    show(desk, window, "staff", ids["员工B"])
    window.resize(1000, 500)
    qtbot.waitUntil(lambda: there_is(window, "entry_form"))
    settle()
    assert find(window, "entry_title").accessibleName() == "员工B"
    desk.go(Screen.HOME)
    settle()
    assert desk.open_register == ("staff", None), "who goes elsewhere has put it away"


def test_what_came_in_on_an_earlier_day_is_no_late_entry(desk: Desk, window: MainWindow) -> None:
    with on_day(desk, date(2026, 11, 3)):
        note(desk, "disposals", on=date(2026, 11, 3), what="labels")
    assert rows(show(desk, window, "disposals"))[0].cells[1] == "2026-11-03"


def test_the_sample_shop_is_only_looked_at(
    qtbot: QtBot, desk: Desk, window: MainWindow, stored: Callable[[], object]
) -> None:
    desk.show_sample()
    qtbot.waitUntil(lambda: desk.is_sample)
    page = show(desk, window)
    press(qtbot, page, "add_entry")
    assert not there_is(window, "entry_form")
