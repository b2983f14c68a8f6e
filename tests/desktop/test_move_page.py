"""搬到另一台电脑: a backup for the way; what stays can only be looked at, until that is taken back."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.application import open_data
from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from merchant_guard.services.due_file import note_what_is_due
from merchant_guard.services.move_away import moved_on
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.workspace import Workspace
from merchant_guard.system import resources
from tests.support.command_line import run
from tests.support.command_line import told as sentence_of
from tests.support.every_screen import QUESTION
from tests.support.pressing import find, press, said, there_is, write
from tests.support.safe_copies import PASSWORD, Wait, kept, stick, told, wait
from tests.support.windows import TODAY

__all__ = ["kept", "stick", "wait"]

Stored = Callable[[], OpenCheck]


@pytest.fixture
def moved(window: MainWindow, desk: Desk, kept: Path, stick: Path, qtbot: QtBot, wait: Wait) -> MainWindow:
    """A window over data that was moved away."""
    desk.go(Screen.SETTINGS)
    press(qtbot, window, "to_move")
    wait()
    write(window, "backup_password", PASSWORD)
    write(window, "backup_again", PASSWORD)
    press(qtbot, window, "move")
    press(qtbot, find(window, "ask_box"), "ask_yes")
    wait()
    return window


def test_it_asks_back_and_nothing_is_done_before(
    window: MainWindow, desk: Desk, kept: Path, stick: Path, qtbot: QtBot, wait: Wait
) -> None:
    desk.go(Screen.MOVE)
    wait()
    press(qtbot, window, "move")
    assert told(window, "error_backup_password") == "密码太短，至少 8 个字符。"
    press(qtbot, window, "by_card")
    press(qtbot, window, "move")
    press(qtbot, find(window, "ask_box"), "ask_no")
    wait()
    assert (list(stick.iterdir()), moved_on(kept)) == ([], None)


def test_the_backup_is_there_and_the_page_says_how_to_go_on(
    moved: MainWindow, kept: Path, stick: Path
) -> None:
    (file,) = stick.iterdir()
    assert file.suffix == ".mgbak"
    assert moved_on(kept) == TODAY
    assert "到新电脑上" in said(moved)
    assert not there_is(moved, "move")
    assert told(moved, "moved_words") == "已搬走：2026-11-30 搬到另一台电脑了，这里只能看，不能改"


def test_a_backup_that_cannot_be_made_moves_nothing(
    window: MainWindow, desk: Desk, kept: Path, stick: Path, qtbot: QtBot, wait: Wait
) -> None:
    desk.go(Screen.MOVE)
    wait()
    press(qtbot, window, "by_card")
    stick.rmdir()
    press(qtbot, window, "move")
    press(qtbot, find(window, "ask_box"), "ask_yes")
    wait()
    assert told(window, "backup_problem") == f"{stick} 不在。插上 U 盘或硬盘，或者换个文件夹。"
    assert (desk.moved_on, moved_on(kept)) == (None, None)


def test_nothing_can_be_changed_any_more(
    moved: MainWindow, desk: Desk, wait: Wait, stored: Stored, qtbot: QtBot
) -> None:
    before = stored()
    with qtbot.waitSignal(desk.said) as toast:
        desk.answer(QUESTION, Answer(Choice.NO))
    assert toast.args == ["已经搬到另一台电脑，这里只能看"]
    for screen in (Screen.PLAN, Screen.REGISTERS, Screen.RESULT, Screen.HOME):
        desk.go(screen)
        assert there_is(moved, "moved_banner")
    assert not desk.next_year.can_begin
    desk.ledger.new_entry("staff", {"name": "员工F"})
    wait()
    assert stored() == before
    desk.go(Screen.SETTINGS)
    assert not there_is(moved, "to_move")
    assert not there_is(moved, "to_backup")


def test_no_reminder_comes_of_it(moved: MainWindow, desk: Desk, kept: Path, wait: Wait) -> None:
    desk.in_store(lambda workspace: note_what_is_due(workspace, TODAY), lambda _none: None, desk.tell_failure)
    wait()
    assert (kept / "due.json").exists(), "the test needs the file"
    desk.backups.stay_here()
    wait()
    desk.go(Screen.MOVE)
    desk.backups.move(kept.parent / "KINGSTON", None)
    wait()
    assert not (kept / "due.json").exists()


def test_it_is_so_after_the_next_start_too(
    moved: MainWindow,
    kept: Path,
    empty_desk: Desk,
    background: Background,
    opened: list[Workspace],
    show_window: Callable[[Desk], MainWindow],
    tmp_path: Path,
    wait: Wait,
    qtbot: QtBot,
) -> None:
    folder = Path(shutil.copytree(kept, tmp_path / "next-start"))
    desk = Desk(background, empty_desk.look, TODAY)
    open_data(desk, background, folder)
    qtbot.waitUntil(lambda: desk.check is not None)
    desk.in_store(opened.append, lambda _none: None, desk.tell_failure)
    wait()
    assert desk.moved_on == TODAY
    assert there_is(show_window(desk), "moved_banner")


def test_whoever_still_uses_it_here_takes_it_back(
    moved: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, wait: Wait, stored: Stored
) -> None:
    press(qtbot, moved, "stay_here")
    wait()
    assert (desk.moved_on, moved_on(kept)) == (None, None)
    assert not there_is(moved, "moved_banner")
    desk.answer(QUESTION, Answer(Choice.UNSURE))
    wait()
    assert stored().interview.answers[QUESTION].choice is Choice.UNSURE


@pytest.mark.parametrize("mark", ["2026-11-30\n", "", "nonsense"])
def test_the_command_line_says_so_too_and_takes_nothing_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    (folder / "moved-away").write_text(mark)
    day = moved_on(folder)
    assert isinstance(day, date)
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(folder))
    before = (folder / "store.db").read_bytes()
    done = run("import", resources.path("samples/01-clothes-shop.json"))
    assert (done.code, done.err) == (1, sentence_of("store.moved", day=day.isoformat()))
    assert (folder / "store.db").read_bytes() == before
