"""An owner's way through the real window, from the first start to a plan that is being worked on."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.interview import QuestionStep
from merchant_guard.domain.stage import Stage
from merchant_guard.services.open_check import OpenCheck
from tests.support import pressing
from tests.support.command_line import ROOT, environment
from tests.support.pressing import find, said

Stored = Callable[[], OpenCheck]


class Owner:
    """Somebody at the window, with a keyboard and a mouse."""

    def __init__(self, window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
        self.window, self.desk, self._qtbot = window, desk, qtbot

    def press(self, name: str) -> None:
        self.settle()
        pressing.press(self._qtbot, self.window, name)
        self.settle()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.settle()

    def answer(self, number: str) -> str:
        """Choose by number, go on with Enter; tells which question it was."""
        here = self.desk.step
        assert isinstance(here, QuestionStep)
        self.key(Qt.Key(ord(number)))
        self.key(Qt.Key.Key_Return)
        return here.id

    def settle(self) -> None:
        """Let pages that were left go, and the new ones show."""
        for _ in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()

    @property
    def place(self) -> str:
        return self.desk.step.id if self.desk.step else ""


@pytest.fixture
def owner(new_desk: Desk, show_window: Callable[[Desk], MainWindow], qtbot: QtBot) -> Owner:
    window = show_window(new_desk)
    window.resize(1366, 696)
    window.activateWindow()
    return Owner(window, new_desk, qtbot)


def describe_the_shop(owner: Owner, qtbot: QtBot) -> None:
    owner.press("begin")
    owner.press("kinds_online_shop")
    owner.press("team_more")
    owner.press("team_more")
    owner.press("computer")
    owner.press("go_on")
    qtbot.waitUntil(lambda: owner.desk.screen is Screen.QUESTION)
    owner.settle()


def answer_what_is_asked(owner: Owner) -> list[str]:
    """Answer everything until the check is over; the questions in the order they were asked."""
    asked = []
    while owner.desk.screen in (Screen.QUESTION, Screen.PROFILE):
        if owner.desk.screen is Screen.QUESTION:
            asked.append(owner.answer("1"))
        else:
            answer_the_profile(owner)
            owner.press("go_on")
    return asked


def answer_the_profile(owner: Owner) -> None:
    """At the door of a group, take the first choice where only one can be taken."""
    interview = owner.desk.open_check.interview
    fields = next(step for step in interview.path if step.id == owner.place).fields
    for field in fields:
        if field.type == "one" and field.id not in interview.shop.profile:
            owner.press(f"{field.id}_{field.options[0].id}")


def test_from_the_first_start_to_a_plan_being_worked_on(
    owner: Owner, background: Background, stored: Stored, qtbot: QtBot
) -> None:
    desk, window = owner.desk, owner.window

    # Described in a minute, then ten questions by keyboard alone.
    assert desk.screen is Screen.FIRST_RUN
    describe_the_shop(owner, qtbot)
    quick = [owner.answer(number) for number in "3214311123"]
    assert len(set(quick)) == 10
    assert desk.screen is Screen.QUICK_END
    assert not any("满分" in words for words in said(window))
    assert stored().interview.answers.keys() == set(quick)

    # The first three, on paper.
    first = [item.remedy.action.title.zh for item in desk.plan.open_items[:3]]
    assert all(title in "\n".join(said(window)) for title in first)
    owner.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert desk.screen is Screen.PRINT
    preview = window.findChild(QLabel, "preview_page")
    qtbot.waitUntil(lambda: background.is_idle and "先改这 3 件" in preview.accessibleName())
    assert not preview.pixmap().isNull()

    # The whole check goes on where the quick one stopped; one step back keeps what was said.
    owner.press("go_question")
    assert desk.open_check.interview.stage is Stage.FULL
    while desk.screen is Screen.PROFILE:
        answer_the_profile(owner)
        owner.press("go_on")
    before = owner.answer("2")
    while desk.screen is Screen.PROFILE:
        answer_the_profile(owner)
        owner.press("go_on")
    owner.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    while owner.place != before:
        owner.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert find(window, "answer_partly", QAbstractButton).isChecked()
    owner.key(Qt.Key.Key_Return)
    later = answer_what_is_asked(owner)
    assert len(later) == len(set(later)), "nothing is asked twice"
    assert not set(later) & {*quick, before}, "what was answered is not asked again"

    # The result, with everything answered and kept.
    assert desk.screen is Screen.RESULT
    assert desk.open_check.finished_on == desk.today
    asked = {question.id for question in desk.open_check.interview.sheet.questions}
    assert asked == {*quick, before, *later}
    assert stored().interview.answers == desk.open_check.interview.answers
    assert stored().finished_on == desk.today

    # A tick in the plan, taken back.
    owner.press("go_plan")
    item = desk.plan.open_items[0].id
    owner.press(f"tick_{item}")
    assert stored().progress[item].done_on == desk.today
    owner.press("undo")
    assert stored().progress[item].done_on is None
    assert item in [one.id for one in desk.plan.open_items]


def test_another_language_keeps_the_place(
    desk: Desk, show_window: Callable[[Desk], MainWindow], qtbot: QtBot
) -> None:
    owner = Owner(show_window(desk), desk, qtbot)
    owner.press("go_settings")
    owner.press("language_en")
    assert desk.screen is Screen.SETTINGS
    assert owner.window.windowTitle() == "Merchant Guard"
    assert find(owner.window, "language_en", QAbstractButton).isChecked()

    desk.walk.change_answer("access.order-rights")
    owner.settle()
    owner.key(Qt.Key.Key_3)
    title = desk.open_check.bank.by_id["access.order-rights"].title
    for language in ("zh", "en"):
        desk.set_look(replace(desk.look, language=language))
        owner.settle()
        assert owner.place == "access.order-rights"
        assert title.pick(language) in said(owner.window)
        assert find(owner.window, "answer_no", QAbstractButton).isChecked()
        assert QApplication.focusWidget() is find(owner.window, "answer_no")
    owner.key(Qt.Key.Key_Return)
    assert desk.screen is Screen.SETTINGS, "the way back is still known"


# --- a window that is killed ----------------------------------------------------------------------------

DRIVEN = (sys.executable, str(ROOT / "tests" / "support" / "driven_window.py"))
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the window as a process of its own, over the test's own data; none outlives the test."""
    running: list[subprocess.Popen[str]] = []
    settings = {"MERCHANT_GUARD_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}

    def begin(*words: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [*DRIVEN, *words],
            env=environment({**settings, "PYTHONPATH": str(ROOT)}),
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def line_of(process: "subprocess.Popen[str]") -> Any:
    """What the window reports next."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the window ended without a word"
    return json.loads(line)


def test_a_killed_window_opens_on_the_same_question_with_its_answer(start: Start) -> None:
    first = start("answer")
    told = line_of(first)
    assert told["state"].startswith("已保存")
    assert told["answers"] == {told["place"]: ["partly", told["marked"]]}
    os.kill(first.pid, signal.SIGKILL)
    assert first.wait() == -signal.SIGKILL

    again = line_of(start("look"))
    assert again["screen"] == Screen.QUESTION
    assert (again["place"], again["answers"]) == (told["place"], told["answers"])
    assert again["checked"] == "answer_partly"
    assert again["marked"] == told["marked"]


def test_what_a_killed_window_was_told_of_a_new_shop_is_there_again(start: Start) -> None:
    first = start("begin")
    told = line_of(first)
    assert told["described"] == ["小满", ["computer", "kinds", "team"]]
    os.kill(first.pid, signal.SIGKILL)
    assert first.wait() == -signal.SIGKILL

    again = line_of(start("look"))
    assert again["screen"] == Screen.PROFILE
    assert again["described"] == told["described"]
    assert again["on"] == ["kinds_online_shop", "computer"]


def test_a_window_closed_right_after_an_answer_has_kept_it(start: Start) -> None:
    first = start("close")
    told = line_of(first)
    assert told["state"] == "选了就存，随时可以改", "it was closed before it could be saved"
    assert first.wait(30) == 0
    again = line_of(start("look"))
    assert (again["place"], again["answers"]) == (told["place"], told["answers"])
    assert again["answers"] == {told["place"]: ["no", []]}
