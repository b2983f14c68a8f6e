"""打印: the preview is the paper, pages turn, files go where the person says, printers are remembered."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.print_page import PrintPage
from merchant_guard.desktop.printing import Printer
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.sending import made_plan, picture_of_all
from merchant_guard.domain.paper import PageSize
from merchant_guard.services.make_papers import make_paper
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.share_papers import make_task_sheet
from merchant_guard.system.settings import Settings, load_settings
from tests.support.pdfs import Pdf

OFFICE, LABELS = Printer("Office", takes_a4=True), Printer("KM-202", takes_a4=False)
Make = Callable[..., PrintPage]


@pytest.fixture
def save_in(tmp_path: Path) -> Path:
    """Where this person looks for files first."""
    folder = tmp_path / "桌面"
    folder.mkdir()
    return folder


@pytest.fixture
def make_page(desk: Desk, background: Background, qtbot: QtBot, save_in: Path) -> Make:
    """A print page that finds the printers a test says, shown and with everything on it."""

    def make(*printers: Printer, size: tuple[int, int] = (1100, 700)) -> PrintPage:
        page = PrintPage(desk, low=False, wide=False, find=lambda: printers, save_in=lambda: save_in)
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
    """Save, then press for another place and type it into the dialog."""
    press(qtbot, page, "save")
    qtbot.waitUntil(lambda: page.findChild(QWidget, "save_elsewhere") is not None)
    press(qtbot, page, "save_elsewhere")
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
    press(qtbot, window.page, "size_label")
    qtbot.waitUntil(lambda: window.page.findChild(QWidget, "size_label").isChecked())
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
    qtbot.waitUntil(lambda: page.findChild(QLabel, "saved").text() == "已存好：清单.pdf")
    assert page.findChild(QPushButton, "open_folder").accessibleName() == "已存好：清单.pdf · 打开文件夹"
    made = MadePlan(desk.open_check.assessment, desk.plan, desk.open_check.checked_on)
    assert (tmp_path / "清单.pdf").read_bytes() == make_paper(made, "plan-list", PageSize.A4, "zh").pdf


def test_a_place_that_cannot_be_written_is_told(
    make_page: Make, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page = make_page(OFFICE)
    (tmp_path / "a folder.pdf").mkdir()
    with qtbot.waitSignal(desk.save_failed) as told:
        page._saving.save_to(page._paper, str(tmp_path / "a folder.pdf"))
    assert "a folder.pdf" in told.args[0]


def test_without_asking_a_file_goes_to_the_desktop_and_the_page_says_so(
    make_page: Make, save_in: Path, background: Background, qtbot: QtBot
) -> None:
    page = make_page()
    press(qtbot, page, "save")
    qtbot.waitUntil(lambda: page.findChild(QLabel, "saved") is not None)
    assert page.findChild(QLabel, "saved").text() == "已存好：整改计划 2026-11-30.pdf"
    assert page.focusWidget() is page.findChild(QPushButton, "open_folder")
    assert (save_in / "整改计划 2026-11-30.pdf").read_bytes().startswith(b"%PDF")


# --- a chat ---------------------------------------------------------------------------------------------


def send(qtbot: QtBot, page: QWidget, how: str) -> None:
    """Press the quiet button and choose one of the three."""
    press(qtbot, page, "send")
    menu = page.findChild(QMenu, "send_menu")
    qtbot.waitUntil(menu.isVisible)
    next(action for action in menu.actions() if action.objectName() == how).trigger()
    menu.close()


@pytest.mark.parametrize("paper_id", ["plan-list", "week-list", "first-three", "question-sheet"])
@pytest.mark.parametrize("how", ["copy_picture", "copy_file", "copy_words"])
def test_a_paper_goes_into_a_chat_in_three_ways(
    make_page: Make, desk: Desk, qtbot: QtBot, paper_id: str, how: str
) -> None:
    desk.paper = (paper_id, None)
    page = make_page(OFFICE)
    with qtbot.waitSignal(desk.said) as told:
        send(qtbot, page, how)
    assert told.args == ["已复制，到微信里按 Ctrl+V"]
    data = QGuiApplication.clipboard().mimeData()
    assert (data.hasImage(), data.hasUrls(), bool(data.text()) and not data.hasUrls()) == (
        how == "copy_picture",
        how == "copy_file",
        how == "copy_words",
    )


def test_the_picture_sent_is_the_sheet_without_risks_all_pages_under_one_another(
    make_page: Make, desk: Desk, qtbot: QtBot
) -> None:
    page = make_page(OFFICE)
    with qtbot.waitSignal(desk.said):
        send(qtbot, page, "copy_picture")
    image = QGuiApplication.clipboard().image()
    sheet = make_task_sheet(made_plan(desk), desk.plan.open_items, "zh", is_week=False)
    assert sheet.pages > 1
    assert (image.width(), image.height()) == (788, 1418 * sheet.pages)
    assert image == picture_of_all(sheet)


def test_the_file_sent_lies_in_the_data_folder_and_holds_no_answers(
    make_page: Make, desk: Desk, folder: Path, qtbot: QtBot
) -> None:
    page = make_page(OFFICE)
    with qtbot.waitSignal(desk.said):
        send(qtbot, page, "copy_file")
    (url,) = QGuiApplication.clipboard().mimeData().urls()
    place = Path(url.toLocalFile())
    assert place == folder / "to-send" / "要做的事 2026-11-30.pdf"
    pdf = Pdf(place.read_bytes())
    assert pdf.reader.attachments == {}
    assert not [word for word in ("红线", "严重", "违法", "没做到", "就该补") if word in pdf.text()]


def test_the_words_sent_are_those_of_the_paper(make_page: Make, desk: Desk, qtbot: QtBot) -> None:
    desk.paper = ("first-three", None)
    send(qtbot, make_page(OFFICE), "copy_words")
    lines = QGuiApplication.clipboard().text().splitlines()
    titles = [item.remedy.action.title.zh for item in desk.plan.open_items[:3]]
    assert lines[0] == "示例女装店 · 要做的事"
    assert [title in line for title, line in zip(titles, lines[1:], strict=True)] == [True] * 3


def test_the_question_sheet_is_sent_as_questions(make_page: Make, desk: Desk, qtbot: QtBot) -> None:
    desk.paper = ("question-sheet", None)
    send(qtbot, make_page(OFFICE), "copy_words")
    text = QGuiApplication.clipboard().text()
    for find_out in desk.open_check.assessment.find_outs:
        assert find_out.question.ask.say.zh in text


def test_the_whole_report_is_not_for_a_chat(make_page: Make, desk: Desk) -> None:
    desk.paper = ("plan", None)
    assert make_page(OFFICE).findChild(QPushButton, "send") is None


# --- sizes and pages --------------------------------------------------------------------------------------


def test_the_label_chosen_is_remembered_for_every_paper_and_the_next_start(
    window: MainWindow, desk: Desk, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.preferences.keep_in(tmp_path / "kept", Settings())
    desk.go_to_paper("week-list")
    settle(window.page, background, qtbot)
    press(qtbot, window.page, "size_label")
    qtbot.waitUntil(lambda: window.page.findChild(QComboBox, "label_size") is not None)
    labels = window.page.findChild(QComboBox, "label_size")
    assert [labels.itemText(number) for number in range(labels.count())] == [
        "100 × 180 标签",
        "100 × 150 标签",
        "76 × 130 标签",
    ]
    labels.setFocus()
    qtbot.keyClick(labels, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: desk.paper == ("week-list", PageSize.LABEL_76X130))
    settle(window.page, background, qtbot)
    shown = picture(window.page).size()
    assert shown.height() / shown.width() == pytest.approx(130 / 76, abs=0.02)
    assert load_settings(tmp_path / "kept").label == "label-76x130"
    desk.go_to_paper("first-three")
    settle(window.page, background, qtbot)
    press(qtbot, window.page, "size_label")
    qtbot.waitUntil(lambda: desk.paper == ("first-three", PageSize.LABEL_76X130))


@pytest.mark.parametrize("size", list(PageSize))
def test_every_size_has_a_printer_of_its_own_that_is_remembered(
    make_page: Make, desk: Desk, tmp_path: Path, background: Background, qtbot: QtBot, size: PageSize
) -> None:
    desk.preferences.keep_in(tmp_path / "kept", Settings())
    desk.paper = ("week-list", size)
    choice = make_page(OFFICE, LABELS).findChild(QComboBox, "printer")
    other = next(name for name in ("Office", "KM-202") if name != choice.currentText())
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_End if other == "KM-202" else Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: background.is_idle)
    assert load_settings(tmp_path / "kept").printers == {size.value: other}
    assert make_page(OFFICE, LABELS).findChild(QComboBox, "printer").currentText() == other


def test_a_shop_with_labels_only_sees_its_label_first(make_page: Make, desk: Desk) -> None:
    shop = desk.open_check.shop
    desk.check = desk.open_check.with_shop(
        replace(shop, profile={**shop.profile, "printers": frozenset({"label"})})
    )
    desk.preferences.choose(Settings(label="label-100x150"))
    desk.paper = ("week-list", None)
    assert make_page(LABELS).findChild(QComboBox, "label_size").currentText() == "100 × 150 标签"


def test_pages_turn_by_keyboard_and_stop_at_the_ends(
    make_page: Make, background: Background, qtbot: QtBot
) -> None:
    page = make_page(OFFICE)
    page.activateWindow()
    focus = page.findChild(QWidget, "paper_plan-list")
    focus.setFocus()
    qtbot.waitUntil(focus.hasFocus)
    for key, number in ((Qt.Key.Key_PageUp, 1), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageUp, 1)):
        qtbot.keyClick(focus, key)
        settle(page, background, qtbot)
        assert f"第 {number} 页 / 共" in picture(page).accessibleName()


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


def test_who_presses_before_the_paper_is_made_gets_it_once_it_is(
    desk: Desk, background: Background, save_in: Path, qtbot: QtBot
) -> None:
    page = PrintPage(desk, low=False, wide=False, find=tuple, save_in=lambda: save_in)
    qtbot.addWidget(page)
    page.show()
    press(qtbot, page, "paper_first-three")
    press(qtbot, page, "save")
    assert page._paper is None
    qtbot.waitUntil(lambda: page.findChild(QLabel, "saved") is not None)
    assert [one.name for one in save_in.iterdir()] == ["先改这 3 件 2026-11-30.pdf"]
    settle(page, background, qtbot)
