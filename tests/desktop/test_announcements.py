"""What a screen reader says by itself: a new question, what is saved, the score, toasts and problems."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.interview import QuestionStep
from merchant_guard.domain.stage import Stage
from tests.support.every_screen import QUESTION, settle
from tests.support.pressing import find

POLITE = QAccessible.AnnouncementPoliteness.Polite
ASSERTIVE = QAccessible.AnnouncementPoliteness.Assertive
Press = Callable[..., None]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QAccessible.AnnouncementPoliteness]]:
    """What Qt is given for the screen reader; without a desktop nobody would hear it."""
    heard: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []
    hand_on = QAccessible.updateAccessibility

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append((event.message(), event.politeness()))
        hand_on(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return heard


def go(desk: Desk, question: str) -> None:
    desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == question))
    settle()


def test_a_new_question_is_said_with_its_group_and_number(window: MainWindow, desk: Desk, told: list) -> None:
    go(desk, QUESTION)
    assert told == [("第 4 组第 2 题，登录店铺后台，员工是不是各用各的账号？", POLITE)]


def test_in_the_quick_check_it_is_said_with_its_place(window: MainWindow, desk: Desk, told: list) -> None:
    desk.check = desk.open_check.at(None, Stage.QUICK)
    steps = [step for step in desk.check.interview.path if isinstance(step, QuestionStep)]
    go(desk, steps[2].id)
    title = steps[2].question.title.zh
    assert told == [(f"快查第 3 题，共 {len(steps)} 题，{title}", POLITE)]


def test_what_is_saved_is_said_once_it_is_on_the_disk(
    window: MainWindow, desk: Desk, told: list, qtbot: QtBot
) -> None:
    go(desk, QUESTION)
    qtbot.waitUntil(lambda: desk.is_saved)
    told.clear()
    find(window, "answer_unsure").click()
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("已保存，会记进去问清楚的单子", POLITE)]


def test_the_score_is_said_with_the_verdict(window: MainWindow, desk: Desk, told: list) -> None:
    score = desk.open_check.assessment.shown_score
    desk.go(Screen.RESULT)
    settle()
    ((words, _politeness),) = told
    assert words.startswith(f"自查得分 {score} 分，满分 100")
    assert words.endswith("还有 1 条红线没补")


def test_a_toast_is_said_and_that_it_can_be_taken_back(window: MainWindow, desk: Desk, told: list) -> None:
    desk.said.emit("已复制，到微信里粘贴")
    desk.undo_offered.emit("已改好：锁屏", lambda: None)
    assert told == [("已复制，到微信里粘贴", POLITE), ("已改好：锁屏，可以撤销", POLITE)]


def test_a_problem_breaks_in_and_leaves_the_focus_where_it_is(
    window: MainWindow, desk: Desk, told: list
) -> None:
    go(desk, QUESTION)
    told.clear()
    before = window.focusWidget()
    desk.save_failed.emit("U 盘满了。换个地方再存一次。")
    assert ("U 盘满了。换个地方再存一次。", ASSERTIVE) in told
    assert window.focusWidget() is before
    find(window, "close_problem").click()
    assert not find(window, "page").isHidden()
    assert window.focusWidget() is before


OF_STEPS = {Screen.QUESTION, Screen.GROUP_AGAIN, Screen.PROFILE}


@pytest.mark.parametrize("screen", [one for one in Screen if one not in OF_STEPS])
def test_every_screen_says_what_it_is(window: MainWindow, desk: Desk, screen: Screen) -> None:
    desk.go(screen)
    settle()
    assert window.page.announcement().strip()
