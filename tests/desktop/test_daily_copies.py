"""Copies of days: kept a while after opening and as the window closes, never in the way, told once if not."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from merchant_guard.desktop import daily_copies
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from tests.support.every_screen import QUESTION
from tests.support.pressing import press, there_is
from tests.support.safe_copies import Wait, kept, told, wait

__all__ = ["kept", "wait"]


def copies(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / "backups").glob("store-*.db"))


def keep(desk: Desk, wait: Wait, day: date) -> None:
    """A day on which something was answered."""
    desk.today = day
    desk.answer(QUESTION, Answer(Choice.NO if day.day % 2 else Choice.UNSURE))
    desk.daily_copies.keep()
    wait()


def test_each_day_on_which_something_changed_has_one(desk: Desk, kept: Path, wait: Wait) -> None:
    today = desk.today
    keep(desk, wait, today)
    keep(desk, wait, today + timedelta(days=1))
    desk.today = today + timedelta(days=2)
    desk.daily_copies.keep()
    wait()
    assert copies(kept) == ["store-2026-11-30.db", "store-2026-12-01.db"]


def test_they_are_thinned_as_days_go_by(desk: Desk, kept: Path, wait: Wait) -> None:
    for days in range(12):
        keep(desk, wait, desk.today if not days else desk.today + timedelta(days=1))
    names = copies(kept)
    assert len(names) < 12
    assert names[-7:] == [f"store-2026-12-{day:02}.db" for day in range(5, 12)]


def test_the_window_keeps_one_as_it_closes(desk: Desk, kept: Path, wait: Wait, qapp: QApplication) -> None:
    desk.answer(QUESTION, Answer(Choice.NO))
    qapp.aboutToQuit.emit()
    wait()
    assert copies(kept) == ["store-2026-11-30.db"]


def test_opening_keeps_one_only_after_a_while(desk: Desk, kept: Path, wait: Wait, qtbot: QtBot) -> None:
    assert daily_copies.REST >= 2000, "home shows, and the first answers are saved, before that"
    desk.daily_copies._rest.setInterval(0)
    desk.daily_copies.begin()
    assert copies(kept) == []
    qtbot.waitUntil(lambda: copies(kept) == ["store-2026-11-30.db"])


def test_one_that_cannot_be_kept_is_told_once_on_home_and_answers_go_on_being_saved(
    window: MainWindow, desk: Desk, kept: Path, wait: Wait, qtbot: QtBot, stored: Callable
) -> None:
    shutil.rmtree(kept / "backups", ignore_errors=True)
    (kept / "backups").write_text("something else")
    desk.go(Screen.HOME)
    keep(desk, wait, desk.today)
    assert told(window, "no_copy_words") == "今天的副本没存上，你填的都保存了。"
    assert stored().interview.answers[QUESTION].choice is Choice.UNSURE
    press(qtbot, window, "no_copy_action")
    assert not there_is(window, "no_copy")
    desk.go(Screen.PLAN)
    desk.go(Screen.HOME)
    assert not there_is(window, "no_copy")
