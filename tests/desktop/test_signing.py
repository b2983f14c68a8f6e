"""打印: all who have not signed at once, by which day they did, everything for the print shop, formats."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages import print_page
from merchant_guard.services.save_papers import stem
from tests.support.pdfs import Pdf
from tests.support.pressing import find, press, said, there_is, write
from tests.support.registers import fill, note

Show = Callable[..., QWidget]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this person looks for files first."""
    folder = tmp_path / "桌面"
    folder.mkdir()
    defaults = (print_page.find_printers, lambda: folder)
    monkeypatch.setattr(print_page.PrintPage.__init__, "__defaults__", defaults)
    return folder


@pytest.fixture
def people(desk: Desk) -> dict[str, str]:
    """A shop of which two have not signed."""
    ids = fill(desk)
    ids["员工F"] = note(
        desk, "staff", name="员工F", role="courier", employment="part_time", joined=desk.today
    )
    return ids


@pytest.fixture
def show(window: MainWindow, desk: Desk, background: Background, place: Path, qtbot: QtBot) -> Show:
    """The print page with a paper chosen, and its preview made."""

    def shown(paper: str) -> QWidget:
        desk.go_to_paper(paper)
        settle(window.page, background, qtbot)
        return window.page

    return shown


def settle(page: QWidget, background: Background, qtbot: QtBot) -> None:
    picture = page.findChild(QLabel, "preview_page")
    qtbot.waitUntil(lambda: background.is_idle and not picture.pixmap().isNull())


def save(page: QWidget, qtbot: QtBot) -> None:
    press(qtbot, page, "save")
    qtbot.waitUntil(lambda: there_is(page, "saved"))


def test_from_one_agreement_it_is_one_press_to_all_of_them(
    show: Show, people: dict[str, str], desk: Desk, background: Background, qtbot: QtBot
) -> None:
    page = show("agreement-packing")
    assert find(page, "all_unsigned").accessibleName() == "没签的 2 人，一次打好"
    press(qtbot, page, "all_unsigned")
    qtbot.waitUntil(lambda: desk.paper == ("unsigned-agreements", None))
    settle(page, background, qtbot)
    assert find(page, "paper_unsigned-agreements").isChecked()
    assert "共 2 份，前面加一页清单给打印店" in said(page)


def test_what_is_shown_is_what_is_saved_and_then_it_is_asked_who_signed(
    show: Show, people: dict[str, str], desk: Desk, window: MainWindow, place: Path, qtbot: QtBot
) -> None:
    page = show("unsigned-agreements")
    save(page, qtbot)
    (file,) = place.iterdir()
    assert file.name == f"没签的保密协议 {desk.today}.pdf"
    assert file.read_bytes() == page._paper.pdf
    cover = Pdf(file.read_bytes()).reader.pages[0].extract_text()
    assert "员工B" in cover
    assert "员工F" in cover
    panel = find(window, "who_signed")
    names = {
        one.text() for one in panel.findChildren(QWidget) if one.objectName() in signing(people, "B", "F")
    }
    assert names == {"员工B", "员工F"}
    assert not [one.text() for one in panel.findChildren(QLineEdit) if one.text()]


def signing(people: dict[str, str], *letters: str) -> set[str]:
    return {f"signed_{people[f'员工{letter}']}" for letter in letters}


def test_the_day_somebody_signed_is_written_by_hand_and_kept(
    show: Show,
    people: dict[str, str],
    desk: Desk,
    window: MainWindow,
    background: Background,
    stored: Callable,
    qtbot: QtBot,
) -> None:
    page = show("unsigned-agreements")
    save(page, qtbot)
    panel, who = find(window, "who_signed"), people["员工B"]
    press(qtbot, panel, f"signed_{who}")
    day = find(panel, f"signed_day_{who}", QLineEdit)
    assert day.text() == ""
    assert desk.ledger.entry(who).day("agreement_on") is None
    for wrong, told in (
        ("昨天", "日期写成 2026-12-01 这样"),
        ((desk.today + timedelta(days=1)).isoformat(), "这一天还没到。做了再来记。"),
    ):
        write(panel, day.objectName(), wrong)
        day.take()
        assert find(panel, f"error_signed_day_{who}", QLabel).accessibleName() == told
        assert desk.ledger.entry(who).day("agreement_on") is None
    write(panel, day.objectName(), "2026-11-28")
    press(qtbot, panel, "close_signed")
    assert desk.ledger.entry(who).day("agreement_on") == date(2026, 11, 28)
    assert desk.ledger.entry(who).is_late("agreement_on")
    assert stored().book.entries[who].day("agreement_on") == date(2026, 11, 28)
    qtbot.waitUntil(lambda: find(page, "paper_unsigned-agreements").text() == "没签的 1 人，一次打好")
    settle(page, background, qtbot)
    assert desk.ledger.entry(people["员工F"]).day("agreement_on") is None


def test_a_tick_taken_back_takes_the_day_back(
    show: Show, people: dict[str, str], desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    save(show("unsigned-agreements"), qtbot)
    panel, who = find(window, "who_signed"), people["员工B"]
    press(qtbot, panel, f"signed_{who}")
    write(panel, f"signed_day_{who}", "2026-11-28")
    find(panel, f"signed_day_{who}").take()
    assert desk.ledger.entry(who).day("agreement_on") == date(2026, 11, 28)
    press(qtbot, panel, f"signed_{who}")
    assert desk.ledger.entry(who).day("agreement_on") is None


def test_closing_the_question_writes_nothing(
    show: Show, people: dict[str, str], desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    save(show("unsigned-agreements"), qtbot)
    before = desk.ledger.book
    press(qtbot, find(window, "who_signed"), "close_signed")
    assert desk.ledger.book is before
    assert not there_is(window, "who_signed")


def test_nobody_is_asked_about_a_paper_of_another_kind(
    show: Show, people: dict[str, str], window: MainWindow, qtbot: QtBot
) -> None:
    save(show("management-rules"), qtbot)
    assert not there_is(window, "who_signed")


def test_everything_to_sign_goes_to_the_print_shop_as_one_file(
    show: Show, people: dict[str, str], window: MainWindow, place: Path, qtbot: QtBot
) -> None:
    page = show("to-sign")
    save(page, qtbot)
    (file,) = place.iterdir()
    pdf = Pdf(file.read_bytes())
    assert f"共 {len(pdf.reader.pages)} 页，单面黑白" in pdf.reader.pages[0].extract_text()
    assert there_is(window, "who_signed")


# --- formats --------------------------------------------------------------------------------------------


def choose(page: QWidget, name: str, qtbot: QtBot) -> None:
    press(qtbot, page, "save_other")
    menu = page.findChild(QMenu, "format_menu")
    qtbot.waitUntil(menu.isVisible)
    next(action for action in menu.actions() if action.objectName() == name).trigger()
    menu.close()


@pytest.mark.parametrize(("name", "endings"), [("save_docx", {".docx"}), ("save_png", {".png"})])
def test_a_paper_is_saved_for_word_and_as_pictures(
    show: Show, place: Path, name: str, endings: set[str], qtbot: QtBot
) -> None:
    page = show("plan-list")
    choose(page, name, qtbot)
    qtbot.waitUntil(lambda: there_is(page, "saved"))
    files = sorted(place.iterdir())
    assert {one.suffix for one in files} == endings
    assert all(one.name.startswith(stem(page._paper, page._choice.made)) for one in files)
    told = find(page, "saved", QLabel).text()
    assert files[0].name in told
    if len(files) > 1:
        assert len(files) == page._paper.pages
        assert told.startswith(f"已存好 {len(files)} 张图片：")


def test_a_label_is_saved_as_a_picture_at_once_and_several_papers_have_no_word_file(
    show: Show, desk: Desk, people: dict[str, str], background: Background, place: Path, qtbot: QtBot
) -> None:
    assert find(show("unsigned-agreements"), "save_other", QPushButton).text().strip() == "存成图片"
    page = show("contact-sign")
    if not page._choice.size.is_label:
        press(qtbot, page, "size_label")
        qtbot.waitUntil(lambda: page._choice.size.is_label)
        settle(page, background, qtbot)
    press(qtbot, page, "save_other")
    qtbot.waitUntil(lambda: there_is(page, "saved"))
    assert [one.suffix for one in place.iterdir()] == [".png"]
