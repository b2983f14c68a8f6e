from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu

from merchant_guard.desktop.pages.quick_end_page import QuickEndPage
from merchant_guard.desktop.printing import Printer
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.answer_cells import AnswerCells
from merchant_guard.desktop.widgets.sheet_picture import SheetPicture
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.interview import QuestionStep
from merchant_guard.domain.question import Choice
from merchant_guard.domain.stage import Stage
from tests.support.pdfs import Pdf, squeezed

CHOICES = (*[Choice.YES] * 6, Choice.PARTLY, Choice.NO, Choice.NO, Choice.UNSURE)


@pytest.fixture
def quick_desk(desk):
    """The clothes shop at the end of its quick check, nothing else answered."""
    interview = replace(desk.open_check.interview, answers={}, stage=Stage.QUICK)
    questions = [step.id for step in interview.path if isinstance(step, QuestionStep)]
    assert len(questions) == 10
    answers = {one: Answer(choice) for one, choice in zip(questions, CHOICES, strict=True)}
    desk.check = replace(desk.open_check, interview=replace(interview, answers=answers), progress={})
    desk.go(Screen.QUICK_END)
    return desk


@pytest.fixture
def end(quick_desk, show_window):
    return show_window(quick_desk)


def words_on(window) -> list[str]:
    return [label.accessibleName() for label in window.page.findChildren(QLabel)]


def test_it_counts_the_ten_without_a_score(end):
    assert "10 件里做到 6 件，先改这 3 件" in words_on(end)
    assert end.page.findChild(AnswerCells).accessibleName() == "做到 6、部分 1、没做到 2、不确定 1"
    assert not any("分，满分" in words for words in words_on(end))


def test_the_rows_are_the_first_three_of_the_plan(end, quick_desk):
    titles = [item.remedy.action.title.zh for item in quick_desk.plan.open_items[:3]]
    shown = "\n".join(words_on(end))
    assert [title for title in titles if title in shown] == titles


def test_the_label_beside_them_is_the_real_page(end, qtbot):
    paper = end.page.findChild(SheetPicture)
    qtbot.waitUntil(lambda: paper.has_picture)


@pytest.fixture
def make_end(quick_desk, background, qtbot, tmp_path):
    """The page on a computer with the printers a test says."""

    def make(*printers: Printer) -> QuickEndPage:
        page = QuickEndPage(quick_desk, low=True, wide=False, find=lambda: printers, save_in=lambda: tmp_path)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: background.is_idle)
        return page

    return make


def test_print_leads_to_the_three_ready_to_print(make_end, quick_desk, press):
    page = make_end(Printer("Office", takes_a4=True))
    assert page.first_focus().text().strip() == "打印这 3 件"
    press(page, "print")
    assert quick_desk.screen is Screen.PRINT
    assert quick_desk.paper[0] == "first-three"


def test_a_waybill_printer_is_a_printer_too(make_end):
    assert make_end(Printer("KM-202", takes_a4=False)).first_focus().objectName() == "print"


def test_without_a_printer_the_three_are_saved_for_the_print_shop_in_one_step(
    make_end, quick_desk, press, qtbot, tmp_path
):
    page = make_end()
    save = page.first_focus()
    assert (save.text().strip(), save.property("k")) == ("存成一个 PDF，拿去打印店", "primary")
    assert page.findChild(QAbstractButton, "print") is None
    press(page, "save")
    qtbot.waitUntil(lambda: page.findChild(QLabel, "saved") is not None)
    (file,) = tmp_path.glob("*.pdf")
    assert file.name == "先改这 3 件 2026-11-30.pdf"
    assert page.findChild(QLabel, "saved").text() == f"已存好：{file.name}"
    assert page.findChild(QAbstractButton, "open_folder").isVisible()
    text = Pdf(file.read_bytes()).text()
    assert all(squeezed(item.remedy.action.title.zh) in text for item in quick_desk.plan.open_items[:3])


def test_a_place_that_cannot_be_written_is_told(quick_desk, press, qtbot, tmp_path, background):
    (tmp_path / "file").touch()
    page = QuickEndPage(quick_desk, low=True, wide=False, find=lambda: (), save_in=lambda: tmp_path / "file")
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: background.is_idle)
    with qtbot.waitSignal(quick_desk.save_failed) as told:
        press(page, "save")
    assert "先改这 3 件" in told.args[0]


def test_how_to_mend_it_leads_to_the_row_of_the_plan(end, quick_desk, press):
    wanted = quick_desk.plan.open_items[1].id
    press(end, "how_2")
    assert quick_desk.screen is Screen.PLAN
    assert quick_desk.open_item == wanted


def test_going_on_says_the_real_minutes_and_asks_nothing_twice(end, quick_desk, press):
    answered = set(quick_desk.open_check.interview.answers)
    full = replace(quick_desk.open_check.interview, stage=Stage.FULL)
    button = end.findChild(QAbstractButton, "go_on")
    assert button.text().strip() == f"接着查完，约 {full.minutes_left} 分钟"
    press(end, "go_on")
    assert quick_desk.open_check.interview.stage is Stage.FULL
    assert quick_desk.step.id not in answered


def test_copied_text_names_task_person_and_day_but_no_risk(end, quick_desk, press, qtbot):
    press(end, "send")
    menu = end.findChild(QMenu, "send_menu")
    with qtbot.waitSignal(quick_desk.said):
        next(action for action in menu.actions() if action.objectName() == "copy_words").trigger()
    copied = QGuiApplication.clipboard().text()
    for item in quick_desk.plan.open_items[:3]:
        assert item.remedy.action.title.zh in copied
    assert not any(word in copied for word in ("红线", "严重", "没做到", "风险"))


def test_with_everything_in_place_it_says_so_and_offers_the_rest(quick_desk, show_window, press):
    interview = quick_desk.open_check.interview
    answers = {one: Answer(Choice.YES) for one in interview.answers}
    quick_desk.check = replace(quick_desk.open_check, interview=replace(interview, answers=answers))
    window = show_window(quick_desk)
    assert "10 件里做到 10 件，眼下没有要先改的" in words_on(window)
    assert window.page.findChild(SheetPicture) is None
    assert window.page.first_focus().objectName() == "go_on"


def test_leaving_goes_home(end, quick_desk, press):
    press(end, "leave")
    assert quick_desk.screen is Screen.HOME
