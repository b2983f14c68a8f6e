from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.answer_cells import AnswerCells
from merchant_guard.desktop.widgets.sheet_picture import SheetPicture
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.interview import QuestionStep
from merchant_guard.domain.question import Choice
from merchant_guard.domain.stage import Stage

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


def test_print_leads_to_the_three_ready_to_print(end, quick_desk, press):
    press(end, "print")
    assert quick_desk.screen is Screen.PRINT
    assert quick_desk.paper[0] == "first-three"


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
    with qtbot.waitSignal(quick_desk.said):
        press(end, "copy")
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
