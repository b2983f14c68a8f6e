"""The owner says yes to reminders, closes the window, and is reminded by the system on the right days."""

import json
import re
import shlex
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.due_writer import DueWriter
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Progress
from merchant_guard.services.what_is_due import what_is_due
from merchant_guard.system.settings import Settings
from tests.support.command_line import environment, shell
from tests.support.fake_desktop import FakeDesktop, use_fake_desktop
from tests.support.pressing import press
from tests.support.windows import TODAY


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDesktop:
    return use_fake_desktop(tmp_path, monkeypatch)


@pytest.fixture
def closed(
    system: FakeDesktop,
    desk: Desk,
    window: MainWindow,
    folder: Path,
    background: Background,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """The data folder after a window in which the owner pressed 提醒我."""
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(folder))
    desk.preferences.keep_in(folder, Settings())
    desk.go(Screen.HOME)
    press(qtbot, window, "reminders_yes")
    DueWriter(desk).write()
    qtbot.waitUntil(lambda: background.is_idle)
    window.close()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: background.is_idle)
    return folder


def remind(day: date) -> str:
    said = shell("remind", "--date", day.isoformat())
    assert (said.code, said.err) == (0, "")
    return said.out


def test_from_a_press_in_the_window_to_the_words_on_the_screen(
    closed: Path, system: FakeDesktop, desk: Desk, tmp_path: Path
) -> None:
    due = [one for one in what_is_due(desk.open_check, TODAY) if one.is_counted]
    count = len({one.day.thing for one in due if one.is_near(TODAY)})
    assert count

    # The store is not needed, and not there to be read.
    (closed / "store.db").rename(tmp_path / "away.db")

    out = remind(TODAY)
    title, body = system.notifications[-1]
    assert out == f"{title}: {body}\n"
    assert re.search(rf"\b{count} 件", f" {title}")
    words = f"{title} {body}"
    names = [member.name for member in desk.open_check.shop.staff] + [desk.open_check.shop.name]
    assert not [one for one in names if one in words]
    assert not [one.title.zh for one in due if one.title.zh in words]

    # A second look on the same day, and one with the clock set back, say nothing.
    assert remind(TODAY) == ""
    remind(TODAY - timedelta(days=2))
    assert len(system.notifications) == 1

    # The computer was off for ten days: one reminder, not ten.
    for _ in range(3):
        remind(TODAY + timedelta(days=10))
    assert len(system.notifications) == 2


def test_what_stands_in_the_system_is_a_command_that_works(
    closed: Path, system: FakeDesktop, tmp_path: Path
) -> None:
    service = next((tmp_path / "config").rglob("*.service")).read_text("utf-8")
    command = re.search("^ExecStart=(.*)$", service, re.MULTILINE)
    assert command is not None
    words = shlex.split(command[1])
    assert Path(words[0]).is_absolute()
    own = environment({"MERCHANT_GUARD_HOME": None, "DISPLAY": None, "WAYLAND_DISPLAY": None})
    done = subprocess.run(words, env=own, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert len(system.notifications) == 1
    assert json.loads((closed / "due.json").read_text("utf-8"))["shown"]["days"]


def test_the_next_window_keeps_what_was_shown(
    closed: Path, desk: Desk, background: Background, qtbot: QtBot
) -> None:
    remind(TODAY)
    before = json.loads((closed / "due.json").read_text("utf-8"))["shown"]
    item = desk.plan.open_items[0].id
    desk.decide(item, replace(desk.open_check.progress.get(item, Progress()), done_on=TODAY))
    DueWriter(desk).write()
    qtbot.waitUntil(lambda: background.is_idle)
    assert json.loads((closed / "due.json").read_text("utf-8"))["shown"] == before
    assert remind(TODAY) == ""
