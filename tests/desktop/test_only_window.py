"""One window over a data folder: whoever starts it again brings it up and ends, whatever happened before."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.only_window import LOCK_NAME, REQUEST_NAME, OnlyWindow
from tests.support.command_line import ROOT, Said, environment, shell, told
from tests.support.disks import somebody_else

WINDOW = (sys.executable, str(ROOT / "tests" / "support" / "watched_window.py"))
APP = (sys.executable, "-m", "merchant_guard")


class Started:
    """A window in a process of its own."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.process = subprocess.Popen(
            [*WINDOW, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment({"MERCHANT_GUARD_HOME": str(folder), "PYTHONPATH": str(ROOT)}),
            text=True,
            cwd=ROOT,
        )

    def told(self) -> dict[str, Any]:
        """What it says next."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the window has ended"
        said: dict[str, Any] = json.loads(line)
        return said

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self) -> None:
        """Whatever it is at, it goes."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()

    def close(self) -> int:
        """Close the window as its owner does."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(30)


@pytest.fixture
def start() -> Iterator[Callable[..., Started]]:
    windows: list[Started] = []

    def make(folder: Path, *words: str) -> Started:
        windows.append(Started(folder, *words))
        return windows[-1]

    yield make
    for one in windows:
        one.end()


@pytest.fixture
def data(filled_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled_folder, tmp_path / "data"))


def start_again(folder: Path, *words: str) -> Said:
    """Start the app a second time, as a double click or a notification does."""
    return shell(*words, start=APP, MERCHANT_GUARD_HOME=str(folder))


# --- the window comes up --------------------------------------------------------------------------------


def test_a_second_start_brings_the_window_up_and_ends(start: Callable[..., Started], data: Path) -> None:
    window = start(data)
    assert window.told()["screen"] == "home"
    assert start_again(data) == Said(0, "", "")
    assert window.told() == {"screen": "home", "came_up": 1, "minimized": False, "register": "staff"}
    assert not (data / REQUEST_NAME).exists()


def test_a_click_on_a_notification_shows_what_is_due_in_the_window_that_is_open(
    start: Callable[..., Started], data: Path
) -> None:
    window = start(data)
    assert window.told()["screen"] == "home"
    assert start_again(data, "--show", "plan").code == 0
    assert window.told()["screen"] == "plan"
    window.told()
    assert start_again(data, "--show", "registers").code == 0
    assert (window.told()["screen"], window.told()["register"]) == ("registers", "duties")
    assert start_again(data, "--show", "due").code == 0
    assert window.told()["screen"] in ("home", "plan", "registers")


def test_a_screen_nobody_knows_is_refused_before_anything_is_handed_over(
    start: Callable[..., Started], data: Path
) -> None:
    window = start(data)
    window.told()
    assert start_again(data, "--show", "nonsense").code == 2
    assert not (data / REQUEST_NAME).exists()


def test_two_data_folders_are_two_windows(
    start: Callable[..., Started], data: Path, tmp_path: Path, filled_folder: Path
) -> None:
    other = Path(shutil.copytree(filled_folder, tmp_path / "other"))
    assert start(data).told()["screen"] == "home"
    assert start(other).told()["screen"] == "home"


# --- what was left behind -------------------------------------------------------------------------------


def test_after_a_kill_the_next_start_is_the_window(start: Callable[..., Started], data: Path) -> None:
    first = start(data)
    first.told()
    first.kill()
    assert (data / LOCK_NAME).exists()
    assert start(data).told()["screen"] == "home"


@pytest.mark.parametrize("left", [b"", b"\0" * 30, b"1\npython\nsomewhere\n", b"nonsense"])
def test_whatever_a_power_loss_left_of_the_lock_the_window_opens(
    start: Callable[..., Started], data: Path, left: bytes
) -> None:
    (data / LOCK_NAME).write_bytes(left)
    (data / REQUEST_NAME).write_bytes(left)
    assert start(data).told()["screen"] == "home"


def test_a_lock_with_the_number_of_a_program_that_runs_is_taken_over(
    start: Callable[..., Started], data: Path, tmp_path: Path
) -> None:
    """Numbers of processes come again; here one of the same name has that of the window that is gone."""
    window = start(data)
    window.told()
    written = (data / LOCK_NAME).read_text()
    window.kill()
    (data / LOCK_NAME).write_text(written.replace(str(window.process.pid), str(os.getpid()), 1))
    assert start(data).told()["screen"] == "home"


def test_after_closing_nothing_of_the_lock_is_left(start: Callable[..., Started], data: Path) -> None:
    window = start(data)
    window.told()
    assert window.close() == 0
    assert not (data / LOCK_NAME).exists()


def test_while_the_first_window_is_closing_the_second_start_becomes_the_window(
    data: Path, qapp: QApplication
) -> None:
    first, second = OnlyWindow(data), OnlyWindow(data)
    assert first.take()
    assert not second.take()
    first.release()
    assert second.hand_over("plan") is True
    assert not (data / REQUEST_NAME).exists()
    second.release()


def test_a_window_that_does_not_answer_is_told(data: Path, qapp: QApplication) -> None:
    first, second = OnlyWindow(data), OnlyWindow(data)
    assert first.take()
    assert not second.take()
    with pytest.raises(TimeoutError):
        second.hand_over(None, patience=0)
    assert not (data / REQUEST_NAME).exists()
    first.release()


@pytest.mark.parametrize("text", [b"", b"[]", b"\xff", b'{"show": 3}', b"{" * 300, b'{"show": "../x"}'])
def test_a_request_that_means_nothing_only_brings_the_window_up(
    data: Path, qapp: QApplication, qtbot: QtBot, text: bytes
) -> None:
    only, wishes = OnlyWindow(data), []
    assert only.take()
    only.answer(wishes.append)
    (data / "aside").write_bytes(text)
    (data / "aside").replace(data / REQUEST_NAME)
    qtbot.waitUntil(lambda: len(wishes) == 1)
    assert wishes[0] in (None, "../x")
    only.release()


# --- folders that will not have it ----------------------------------------------------------------------


def test_a_folder_one_may_not_write_in_opens_the_window_which_says_why(data: Path) -> None:
    with somebody_else(data):
        only = OnlyWindow(data)
        assert only.take()
        only.release()
    assert not (data / LOCK_NAME).exists()


def test_a_folder_that_cannot_be_made_is_for_the_window_to_tell(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    only = OnlyWindow(tmp_path / "file" / "data")
    assert only.take()
    only.release()


def test_a_new_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    only = OnlyWindow(tmp_path / "data")
    assert only.take()
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert QLockFile(str(tmp_path / "data" / LOCK_NAME)).tryLock(0) is False
    only.release()


def test_the_sentence_for_a_window_that_does_not_answer_says_what_to_do() -> None:
    assert "重启" in told("app.no_answer")
