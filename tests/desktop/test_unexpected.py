"""An error nobody foresaw: nothing is lost, one calm sentence is shown, and nothing of the shop is told."""

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.application import catch_unexpected, make_window
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from merchant_guard.services.open_check import OpenCheck
from tests.support.every_screen import QUESTION, settle
from tests.support.pressing import find, said, there_is

SECRET = "王小满 13800000000"


@pytest.fixture
def caught(desk: Desk) -> Iterator[None]:
    before = sys.excepthook
    catch_unexpected(desk)
    yield
    sys.excepthook = before


def stumble() -> None:
    raise RuntimeError(SECRET)


def test_an_error_in_a_slot_shows_a_calm_sentence_and_loses_nothing(
    window: MainWindow,
    desk: Desk,
    caught: None,
    stored: Callable[[], OpenCheck],
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == QUESTION))
    desk.answer(QUESTION, Answer(Choice.NO, note="——"))
    hook = sys.excepthook
    with capture_exceptions():  # else the test would fail for the error it is about
        sys.excepthook = hook
        QTimer.singleShot(0, stumble)
        qtbot.waitUntil(lambda: there_is(window, "close_problem"))
    told = "\n".join(said(window))
    assert "出了意外（RuntimeError, test_unexpected.py:" in told
    assert stored().interview.answers[QUESTION] == Answer(Choice.NO, note="——")
    out = capsys.readouterr()
    assert "RuntimeError, test_unexpected.py:" in out.err
    for words in (told, out.out, out.err):
        assert SECRET not in words and "——" not in words

    # And it goes on.
    find(window, "close_problem").click()
    find(window, "answer_yes").click()
    settle()
    assert stored().interview.answers[QUESTION].choice is Choice.YES


def test_an_error_beside_the_window_shows_the_same_sentence(
    window: MainWindow, desk: Desk, caught: None, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = sys.excepthook
    with capture_exceptions():
        sys.excepthook = hook
        desk.in_background(stumble, lambda _nothing: None)
        qtbot.waitUntil(lambda: there_is(window, "close_problem"))
    told = "\n".join(said(window))
    assert "出了意外（RuntimeError" in told
    assert SECRET not in told + capsys.readouterr().err


def test_data_that_cannot_be_opened_is_told_beside_the_empty_frame(
    qapp: QApplication, desk: Desk, qtbot: QtBot
) -> None:
    window = make_window(qapp, desk)
    qtbot.addWidget(window)
    window.show_waiting()
    window.show()
    desk.save_failed.emit("D: 读不了或写不了。")
    settle()
    panel = find(window, "panel")
    assert panel.geometry().right() == window.width() - 1
    assert panel.height() == window.height()
    assert "D: 读不了或写不了。" in said(panel)
