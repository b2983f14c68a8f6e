"""A list of people into the register: pasted, chosen or dropped, looked at first, and taken in as a whole."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.names_panel import NamesPanel
from merchant_guard.desktop.widgets.row_table import RowTable
from merchant_guard.services.open_check import OpenCheck
from tests.support.pressing import find, press, there_is
from tests.support.registers import fill

PASTED = """姓名\t岗位\t身份证号\t手机\t入职日期
员工F\t打包\t11010519491231002X\t13800138000\t2026-11-01
员工B\t打包\t440301199001010019\t13900139000\t2026-11-02
员工G\t快递员\t\t13700137000\t
"""
CHAIN = "接龙\n1. 员工F 快递员\n2. 员工G 打包\n"


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, window: MainWindow) -> NamesPanel:
    """The open panel beside a register of five people."""
    fill(desk)
    desk.go_to_register("staff")
    window.activateWindow()
    settle()
    press(qtbot, window, "paste_names")
    settle()
    return find(window, "names_panel", NamesPanel)


def settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def paste(qtbot: QtBot, panel: QWidget, text: str) -> None:
    """Paste, and wait until it is read."""
    find(panel, "names_text", QPlainTextEdit).insertPlainText(text)
    qtbot.waitUntil(lambda: there_is(panel, "names_table") or there_is(panel, "error_names"))


def listed(panel: QWidget) -> list[tuple[tuple[str, ...], str]]:
    rows = find(panel, "names_table", RowTable).model().rows
    return [(row.cells, row.badge.text) for row in rows]


def staff(desk: Desk) -> list[str]:
    return [person.name for person in desk.ledger.book.staff]


def test_a_pasted_list_is_looked_at_before_anything_is_taken_in(
    qtbot: QtBot, desk: Desk, panel: NamesPanel, stored: Callable[[], OpenCheck]
) -> None:
    assert QApplication.focusWidget() is find(panel, "names_text")
    before = staff(desk)
    paste(qtbot, panel, PASTED)
    assert listed(panel) == [
        (("员工F", "打包", "2026-11-01"), "新的"),
        (("员工B", "打包", "2026-11-02"), "已经有了"),
        (("员工G", "快递员", "—"), "新的"),
    ]
    told = find(panel, "names_left_out").accessibleName()
    assert "认出 3 人，2 人是新的。" in told
    assert "身份证号 2 个" in told and "手机号 3 个" in told and "没有记下来" in told
    assert staff(desk) == before

    assert find(panel, "add_names").accessibleName() == "加进 2 人"
    press(qtbot, panel, "add_names")
    settle()
    assert [name for name in staff(desk) if name not in before] == ["员工F", "员工G"]
    qtbot.waitUntil(lambda: desk.is_saved)
    kept = {entry.said("name"): entry for entry in stored().book.of("staff")}
    assert kept["员工F"].values == {"name": "员工F", "role": "packing", "joined": date(2026, 11, 1)}
    assert kept["员工B"].day("joined") == date(2026, 10, 12), "who is there stays as they are"
    assert "13800138000" not in str(stored().book)


def test_a_chain_out_of_a_chat_is_read_too(qtbot: QtBot, panel: NamesPanel) -> None:
    paste(qtbot, panel, CHAIN)
    assert [cells[0] for cells, _badge in listed(panel)] == ["员工F", "员工G"]


def test_what_is_no_list_is_said_under_the_label_and_nothing_can_be_added(
    qtbot: QtBot, panel: NamesPanel
) -> None:
    paste(qtbot, panel, "——————")
    assert find(panel, "error_names").accessibleName()
    assert not there_is(panel, "add_names") and not there_is(panel, "names_table")


def test_a_file_dropped_on_the_page_opens_the_panel_with_it(
    qtbot: QtBot, desk: Desk, window: MainWindow, tmp_path: Path
) -> None:
    place = tmp_path / "名单.csv"
    place.write_text("姓名,岗位\n员工F,打包\n", encoding="utf-8")
    desk.go_to_register("partners")
    settle()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(place))])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(300, 200), Qt.DropAction.CopyAction, mime, *keys)
    QApplication.sendEvent(window.page, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window.page, QDropEvent(QPointF(300, 200), Qt.DropAction.CopyAction, mime, *keys))
    qtbot.waitUntil(lambda: there_is(window, "names_table"))
    assert desk.open_register[0] == "staff"
    assert listed(find(window, "names_panel"))[0][0][0] == "员工F"


def test_a_damaged_file_says_so_in_the_panel(qtbot: QtBot, panel: NamesPanel, tmp_path: Path) -> None:
    place = tmp_path / "名单.xlsx"
    place.write_bytes(b"PK\x03\x04 broken")
    panel.read_file(place)
    qtbot.waitUntil(lambda: there_is(panel, "error_names"))
    assert not there_is(panel, "add_names")
