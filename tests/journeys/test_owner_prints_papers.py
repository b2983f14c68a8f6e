"""The owner prints: from a register, from what falls due and from the plan, into Word and as pictures."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages import print_page
from merchant_guard.desktop.screens import Screen
from tests.support.pdfs import Pdf
from tests.support.pressing import find, press, said, there_is
from tests.support.registers import fill, note
from tests.support.windows import TODAY
from tests.support.word_files import words_in

Settle = Callable[[], None]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this person looks for files first; there is no printer, as in most shops."""
    folder = tmp_path / "桌面"
    folder.mkdir()
    monkeypatch.setattr(print_page.PrintPage.__init__, "__defaults__", (tuple, lambda: folder))
    return folder


@pytest.fixture
def people(desk: Desk) -> dict[str, str]:
    """A shop of which two have not signed, with its duties begun."""
    ids = fill(desk)
    ids["员工F"] = note(desk, "staff", name="员工F", role="courier", employment="full_time", joined=TODAY)
    desk.check = replace(desk.open_check, finished_on=TODAY, duties_since=TODAY)
    return ids


@pytest.fixture
def settle(window: MainWindow, background: Background, qtbot: QtBot) -> Settle:
    """Wait until the paper that is shown is the one that was wanted."""

    def wait() -> None:
        for _ in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()
        if (picture := window.page.findChild(QLabel, "preview_page")) is not None:
            qtbot.waitUntil(lambda: background.is_idle and not picture.pixmap().isNull())

    return wait


def save(window: MainWindow, qtbot: QtBot, how: str = "save") -> None:
    """Press to save as PDF, or choose from the small menu."""
    if how == "save":
        press(qtbot, window.page, "save")
    else:
        press(qtbot, window.page, "save_other")
        menu = window.page.findChild(QMenu, "format_menu")
        next(one for one in menu.actions() if one.objectName() == how).trigger()
        menu.close()
    qtbot.waitUntil(lambda: there_is(window.page, "saved"))


def shown(window: MainWindow) -> str:
    """Which paper and page is shown."""
    return find(window.page, "preview_page", QLabel).accessibleName()


def test_an_agreement_goes_from_the_register_into_word_with_the_shop_s_name_in_it(
    people: dict[str, str], desk: Desk, window: MainWindow, place: Path, settle: Settle, qtbot: QtBot
) -> None:
    desk.go_to_register("staff", people["员工F"])
    settle()
    assert find(window, "entry_primary").accessibleName() == "打印协议（已填员工F）"
    press(qtbot, window, "entry_primary")
    settle()
    assert (desk.screen, desk.paper) == (Screen.PRINT, ("agreement-courier", None))
    assert find(window.page, "paper_about", QComboBox).currentText() == "员工F"

    press(qtbot, window.page, "fill_details")
    line = find(window, "detail_legal_name", QLineEdit)
    line.setFocus()
    line.setText("样板店铺经营部")
    press(qtbot, window, "close_details")
    settle()

    save(window, qtbot, "save_docx")
    (file,) = place.iterdir()
    words = words_in(Document(str(file)).element.body)
    assert "样板店铺经营部" in words and "员工F" in words
    assert shown(window).startswith("员工保密协议（快递员、配送员）")


def test_what_falls_due_is_one_press_from_its_paper(
    people: dict[str, str], desk: Desk, window: MainWindow, place: Path, settle: Settle, qtbot: QtBot
) -> None:
    desk.open_register = ("duties", None)
    desk.go(Screen.REGISTERS)
    settle()
    unsigned = next(
        one.objectName()
        for one in window.page.findChildren(QWidget)
        if one.objectName().startswith("print_staff.agreement") and one.isVisibleTo(window.page)
    )
    press(qtbot, window.page, unsigned)
    settle()
    assert desk.paper == ("agreement-packing", None)
    assert find(window.page, "paper_about", QComboBox).currentText() == "员工B", "who is late comes first"
    save(window, qtbot)
    (file,) = place.iterdir()
    assert "员工B" in Pdf(file.read_bytes()).text()


def test_a_row_of_the_plan_becomes_pictures_to_send(
    desk: Desk, window: MainWindow, place: Path, settle: Settle, qtbot: QtBot
) -> None:
    named = next(item for item in desk.plan.open_items if item.remedy.action.papers)
    desk.go_to_item(named.id)
    settle()
    press(qtbot, window.page, "print_row")
    settle()
    paper = window.page._paper
    save(window, qtbot, "save_png")
    assert len(list(place.glob("*.png"))) == paper.pages


def test_a_paper_is_found_by_what_people_call_it_and_enter_shows_it(
    desk: Desk, window: MainWindow, place: Path, settle: Settle, qtbot: QtBot
) -> None:
    desk.go_to_paper("plan-list")
    settle()
    line = find(window.page, "find_paper", QLineEdit)
    line.setFocus()
    line.setText("合同")
    assert "右边还是：整改计划" in said(window.page)
    assert there_is(window.page, "paper_processor-clauses"), "it is called 约定, and people say 合同"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()
    chosen = desk.paper
    assert chosen is not None and chosen[0] in [one.id for one in desk.open_check.bank.paper_forms.values()]
    assert not [one for one in said(window.page) if one.startswith("右边还是")]
    assert not shown(window).startswith("整改计划")


def test_a_folder_for_inspectors_is_one_file_with_its_papers(
    desk: Desk, window: MainWindow, place: Path, settle: Settle, qtbot: QtBot
) -> None:
    desk.go_to_paper("inspection-market")
    settle()
    save(window, qtbot)
    (file,) = place.iterdir()
    pdf = Pdf(file.read_bytes())
    assert pdf.pages == window.page._paper.pages > 4
    assert f"第{pdf.pages}页/共{pdf.pages}页" in pdf.text(pdf.pages - 1)
