"""From question to question: only what changes is built anew, and the question shows before its help."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.domain.interview import QuestionStep
from tests.support.pressing import find

WIDE = (1366, 720)


@pytest.fixture
def window(desk: Desk, show_window: Callable[[Desk], MainWindow]) -> MainWindow:
    """The window on the first question, with room for the help beside it."""
    window = show_window(desk)
    window.resize(*WIDE)
    desk.go_to_step(questions(desk)[0])
    settle()
    return window


def settle() -> None:
    """Let what was left go, and the new show."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def questions(desk: Desk) -> list[QuestionStep]:
    return [step for step in desk.open_check.interview.path if isinstance(step, QuestionStep)]


def here(window: MainWindow, desk: Desk) -> list[str]:
    """The groups that the rail says the person is in."""
    groups = [group.id for group in desk.open_check.bank.asked_groups]
    rows = {group: find(window, f"group_{group}").accessibleName() for group in groups}
    return [group for group, name in rows.items() if desk.look.words("you are here") in name]


def test_the_rail_stays_and_follows(window: MainWindow, desk: Desk) -> None:
    rail = find(window, "rail")
    for step in questions(desk):
        desk.go_to_step(step)
        assert here(window, desk) == [step.question.group]
    assert find(window, "rail") is rail


def test_another_look_has_another_rail(window: MainWindow, desk: Desk) -> None:
    rail = find(window, "rail")
    desk.set_look(replace(desk.look, dark=True))
    settle()
    assert find(window, "rail") is not rail


def test_the_question_shows_before_its_help_is_built(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.go_to_step(questions(desk)[1])
    page = window.page
    assert page is not None
    assert page.findChild(QWidget, "next_question").isVisible()
    assert page.findChild(QWidget, "help_panel") is None
    qtbot.waitUntil(lambda: page.findChild(QWidget, "help_panel") is not None)


def test_the_help_asked_for_before_it_is_built_comes_once(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.go_to_step(questions(desk)[1])
    page = window.page
    assert page is not None
    f1 = next(keys for keys in page.findChildren(QShortcut) if keys.key() == QKeySequence("F1"))
    f1.activated.emit()
    qtbot.waitUntil(lambda: not page.findChild(QWidget, "help_panel").visibleRegion().isEmpty())
    assert len(page.findChildren(QWidget, "help_panel")) == 1
