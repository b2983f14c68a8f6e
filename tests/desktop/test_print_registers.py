"""打印 of registers: the one that was wanted last, and the person who leaves."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.print_page import PrintPage
from merchant_guard.desktop.printing import Printer
from merchant_guard.desktop.sending import paper_subject
from merchant_guard.domain.paper import LEAVER_HANDOVER, PLAN_LIST, REGISTER_LIST, PageSize
from merchant_guard.domain.registers.book import Book
from merchant_guard.localization import translator
from tests.support.books import moment
from tests.support.kept_registers import LEAVER, kept_book
from tests.support.pdfs import Pdf
from tests.support.pressing import find, there_is
from tests.support.real_content import bank

OFFICE = Printer("Office", takes_a4=True)
words = translator("zh")


@pytest.fixture
def book(desk: Desk) -> Book:
    """A year of registers, laid on the desk."""
    desk.check = desk.open_check.with_book(kept_book())
    return desk.ledger.book


def shown(desk: Desk, background: Background, qtbot: QtBot, folder: Path) -> PrintPage:
    page = PrintPage(desk, low=False, wide=False, find=lambda: (OFFICE,), save_in=lambda: folder)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    settle(page, background, qtbot)
    return page


def settle(page: PrintPage, background: Background, qtbot: QtBot) -> None:
    QApplication.processEvents()
    picture = page.findChild(QLabel, "preview_page")
    qtbot.waitUntil(lambda: background.is_idle and not picture.pixmap().isNull())


def title(register_id: str) -> str:
    return words("{register} register").format(register=bank().registers[register_id].title.zh)


def test_the_register_wanted_last_is_listed_and_shown(
    desk: Desk, book: Book, background: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.go_to_paper("register-list", about="disposals")
    page = shown(desk, background, qtbot, tmp_path)
    row = find(page, "paper_register-list")
    assert row.isChecked()
    assert row.text() == title("disposals")
    assert find(page, "preview_page").accessibleName().startswith(title("disposals"))
    assert not there_is(page, "size_label")
    desk.go_to_paper("plan-list")
    page = shown(desk, background, qtbot, tmp_path)
    assert find(page, "paper_register-list").text() == title("disposals")
    desk.go_to_paper("register-list")
    assert find(shown(desk, background, qtbot, tmp_path), "paper_register-list").isChecked()


def test_a_saved_register_is_the_one_on_the_page(
    desk: Desk, book: Book, background: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.go_to_paper("register-list", about="staff")
    page = shown(desk, background, qtbot, tmp_path)
    find(page, "save", QPushButton).click()
    place = tmp_path / f"{title('staff')} {desk.today.isoformat()}.pdf"
    qtbot.waitUntil(place.exists)
    assert "员工甲" in Pdf(place.read_bytes()).text()


def test_a_handover_says_for_whom_it_is_and_no_register_goes_into_a_chat(
    desk: Desk, book: Book, background: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.go_to_paper("leaver-handover", about=LEAVER)
    page = shown(desk, background, qtbot, tmp_path)
    assert find(page, "paper_leaver-handover").text() == f"{words('Leaver’s handover')} · 员工乙"
    assert page.findChild(QPushButton, "send") is None


def test_a_handover_is_for_who_left_unless_another_or_nobody_is_chosen(
    desk: Desk, book: Book, background: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.go_to_paper("leaver-handover")
    page = shown(desk, background, qtbot, tmp_path)
    about = find(page, "paper_about", QComboBox)
    names = [about.itemText(number) for number in range(about.count())]
    assert (names[0], names[1], about.currentIndex()) == (words("Blank, to fill in by hand"), "员工乙", 1)
    assert {"员工甲", "员工丙"} <= set(names), "a handover is got ready before somebody has left"
    for wanted in ("员工丙", words("Blank, to fill in by hand")):
        about = find(page, "paper_about", QComboBox)
        about.setCurrentIndex(names.index(wanted))
        about.activated.emit(names.index(wanted))
        settle(page, background, qtbot)
        said = desk.paper_subjects["leaver-handover"]
        assert (book.entries[said].said("name") if said else names[0]) == wanted


def test_who_was_crossed_out_since_gets_no_paper(
    desk: Desk, book: Book, background: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.go_to_paper("leaver-handover", about=LEAVER)
    struck = book.entries[LEAVER].crossed_out("错", moment(desk.today))
    desk.check = desk.open_check.with_book(book.with_entry(struck))
    page = shown(desk, background, qtbot, tmp_path)
    about = find(page, "paper_about", QComboBox)
    assert "员工乙" not in [about.itemText(number) for number in range(about.count())]
    assert "员工乙" not in find(page, "paper_leaver-handover").text()


def test_how_entries_stand_is_only_told_once_duties_have_begun(desk: Desk, book: Book) -> None:
    paper = replace(REGISTER_LIST, subject="staff")
    desk.check = replace(desk.open_check, duties_since=None)
    assert paper_subject(desk, paper).near is None
    desk.check = replace(desk.open_check, duties_since=desk.today)
    assert paper_subject(desk, paper).near == desk.ledger.near
    assert paper_subject(desk, PLAN_LIST).id == ""
    assert (LEAVER_HANDOVER.sizes, REGISTER_LIST.sizes) == ((PageSize.A4,), (PageSize.A4,))
