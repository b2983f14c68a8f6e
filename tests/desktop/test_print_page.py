"""打印: the preview is the paper, pages turn, files go where the person says, printers are remembered."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.print_page import PrintPage
from merchant_guard.desktop.printing import Printer
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.paper import PageSize
from merchant_guard.services.make_papers import make_paper
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.system.settings import Settings, load_settings

OFFICE, LABELS = Printer("Office", takes_a4=True), Printer("KM-202", takes_a4=False)
Make = Callable[..., PrintPage]


@pytest.fixture
def make_page(desk: Desk, background: Background, qtbot: QtBot) -> Make:
    """A print page that finds the printers a test says, shown and with everything on it."""

    def make(*printers: Printer, size: tuple[int, int] = (1100, 700)) -> PrintPage:
        page = PrintPage(desk, low=False, wide=False, find=lambda: printers)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        settle(page, background, qtbot)
        return page

    return make


def settle(page: PrintPage, background: Background, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: background.is_idle and not picture(page).pixmap().isNull())


def picture(page: QWidget) -> QLabel:
    return page.findChild(QLabel, "preview_page")


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    control = page.findChild(QWidget, name)
    assert control is not None, name
    qtbot.mouseClick(control, Qt.MouseButton.LeftButton)


def text(page: QWidget, name: str) -> str:
    return page.findChild(QPushButton, name).text().strip()


def save_as(qtbot: QtBot, page: PrintPage, place: Path) -> None:
    """Press save and type a place into the dialog."""
    press(qtbot, page, "save")
    dialog = page.findChild(QFileDialog, "save_dialog")
    qtbot.waitUntil(dialog.isVisible)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(place))
    qtbot.keyClick(dialog.findChild(QLineEdit, "fileNameEdit"), Qt.Key.Key_Return)


def test_the_page_opens_with_the_list_and_shows_it(make_page: Make) -> None:
    page = make_page(OFFICE)
    assert page.findChild(QWidget, "paper_plan-list").isChecked()
    assert "整改计划 · 第 1 页 / 共" in picture(page).accessibleName()


def test_another_paper_is_shown_when_it_is_chosen(
    window: MainWindow, desk: Desk, background: Background, qtbot: QtBot
) -> None:
    desk.go(Screen.PRINT)
    settle(window.page, background, qtbot)
    press(qtbot, window.page, "paper_first-three")
    qtbot.waitUntil(lambda: "先改这 3 件" in picture(window.page).accessibleName())
    settle(window.page, background, qtbot)
    press(qtbot, window.page, "size_label-100x180")
    qtbot.waitUntil(lambda: window.page.findChild(QWidget, "size_label-100x180").isChecked())
    settle(window.page, background, qtbot)
    shown = picture(window.page).size()
    assert shown.height() / shown.width() == pytest.approx(1.8, abs=0.02)
    assert desk.paper == ("first-three", PageSize.LABEL_100X180)


def test_pages_turn_and_stop_at_the_ends(make_page: Make, background: Background, qtbot: QtBot) -> None:
    page = make_page(OFFICE)
    first = picture(page).pixmap().toImage()
    press(qtbot, page, "page_before")
    assert "第 1 页" in picture(page).accessibleName()
    press(qtbot, page, "page_after")
    qtbot.waitUntil(lambda: picture(page).pixmap().toImage() != first)
    assert "第 2 页" in picture(page).accessibleName()
    settle(page, background, qtbot)
    press(qtbot, page, "page_before")
    qtbot.waitUntil(lambda: picture(page).pixmap().toImage() == first)


def test_the_preview_is_as_wide_as_there_is_room_but_not_larger_than_paper(make_page: Make) -> None:
    assert 300 < picture(make_page(OFFICE, size=(760, 500))).width() < 450
    assert picture(make_page(OFFICE, size=(1900, 900))).width() == pytest.approx(794, abs=2)


def test_without_a_printer_the_pdf_is_for_the_print_shop(make_page: Make) -> None:
    page = make_page()
    assert text(page, "save") == "存成一个 PDF，拿去打印店"
    assert page.findChild(QPushButton, "save").property("k") == "primary"
    assert page.findChild(QPushButton, "print") is None


def test_a_waybill_printer_alone_prints_labels_but_no_a4(make_page: Make, desk: Desk) -> None:
    assert make_page(LABELS).findChild(QPushButton, "print") is None
    desk.paper = ("first-three", PageSize.LABEL_100X180)
    page = make_page(LABELS)
    assert page.findChild(QPushButton, "print").property("k") == "primary"
    assert page.findChild(QComboBox, "printer").currentText() == "KM-202"


def test_the_printer_chosen_for_a_size_is_remembered(
    make_page: Make, desk: Desk, tmp_path: Path, background: Background, qtbot: QtBot
) -> None:
    desk.preferences.keep_in(tmp_path / "kept", Settings(printers={"label-100x180": "KM-202"}))
    choice = make_page(OFFICE, LABELS).findChild(QComboBox, "printer")
    assert choice.currentText() == "Office"
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: background.is_idle)
    kept = load_settings(tmp_path / "kept").printers
    assert kept == {"a4": "KM-202", "label-100x180": "KM-202"}
    assert make_page(OFFICE, LABELS).findChild(QComboBox, "printer").currentText() == "KM-202"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(make_page: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make_page(Printer("Nowhere", takes_a4=True))
    with qtbot.waitSignal(desk.save_failed) as told:
        press(qtbot, page, "print")
    assert "“Nowhere”" in told.args[0]


def test_a_file_goes_where_the_person_says_and_the_page_says_so(
    make_page: Make, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page = make_page(OFFICE)
    save_as(qtbot, page, tmp_path / "清单")
    qtbot.waitUntil(lambda: page.findChild(QLabel, "saved") is not None)
    assert page.findChild(QLabel, "saved").text() == "已存好：清单.pdf"
    assert page.findChild(QPushButton, "open_folder").accessibleName() == "已存好：清单.pdf · 打开文件夹"
    made = MadePlan(desk.open_check.assessment, desk.plan, desk.open_check.checked_on)
    assert (tmp_path / "清单.pdf").read_bytes() == make_paper(made, "plan-list", PageSize.A4, "zh").pdf


def test_a_place_that_cannot_be_written_is_told(
    make_page: Make, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page = make_page(OFFICE)
    (tmp_path / "a folder.pdf").mkdir()
    with qtbot.waitSignal(desk.save_failed) as told:
        page._save_to(str(tmp_path / "a folder.pdf"))
    assert "a folder.pdf" in told.args[0]


def test_the_picture_copied_is_that_of_the_page(make_page: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make_page(OFFICE)
    with qtbot.waitSignal(desk.said):
        press(qtbot, page, "copy_picture")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1654, 2339)


def test_the_file_copied_is_the_paper(make_page: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make_page(OFFICE)
    with qtbot.waitSignal(desk.said):
        press(qtbot, page, "copy_file")
    (url,) = QGuiApplication.clipboard().mimeData().urls()
    assert Path(url.toLocalFile()).name == "整改计划 2026-11-30.pdf"
    assert Path(url.toLocalFile()).read_bytes().startswith(b"%PDF")


def test_leaving_at_once_leaves_nothing_behind(
    window: MainWindow, desk: Desk, background: Background, qtbot: QtBot
) -> None:
    desk.go(Screen.PRINT)
    desk.go(Screen.HELP)
    qtbot.waitUntil(lambda: background.is_idle)
    assert desk.screen is Screen.HELP


def test_after_the_ten_questions_the_first_three_come_first(
    desk: Desk, window: MainWindow, background: Background, qtbot: QtBot
) -> None:
    desk.go_to_paper("first-three")
    settle(window.page, background, qtbot)
    assert window.page.findChild(QWidget, "paper_first-three").isChecked()
    assert window.focusWidget() is window.page.findChild(QWidget, "paper_first-three")


def test_every_control_has_a_name_that_says_what_it_does(make_page: Make) -> None:
    page = make_page(OFFICE, LABELS)
    for control in page.findChildren(QWidget):
        if isinstance(control, QPushButton | QComboBox) and control.isVisibleTo(page):
            assert control.accessibleName(), control.objectName()
