"""从备份恢复: what is in a backup is seen before anything happens, and all of it can be undone."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from merchant_guard.services.back_up import back_up
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.load_content import load_content
from merchant_guard.services.move_away import mark_moved, moved_on
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.recover import groups_of
from merchant_guard.services.workspace import Workspace, open_workspace
from merchant_guard.storage.copies import Copies
from merchant_guard.system import resources
from tests.support.every_screen import QUESTION
from tests.support.pressing import find, press, said, there_is, write
from tests.support.safe_copies import PASSWORD, Wait, choose, drop, follow, kept, told, wait
from tests.support.windows import TODAY

__all__ = ["follow", "kept", "wait"]

NOW = datetime(2026, 11, 30, 9).astimezone()
Stored = Callable[[], OpenCheck]


@pytest.fixture
def backup(desk: Desk, kept: Path, tmp_path: Path, wait: Wait) -> Path:
    """A backup of what is open, without a password: here it opens with the key that is here."""
    made: list[Path] = []

    def work(workspace: Workspace) -> Path:
        return back_up(workspace, tmp_path / "usb", NOW).path

    (tmp_path / "usb").mkdir()
    desk.in_store(work, made.append, desk.tell_failure)
    wait()
    return made[0]


@pytest.fixture
def from_elsewhere(tmp_path: Path) -> Path:
    """A backup with a password of another shop on another computer."""
    with open_workspace(tmp_path / "elsewhere") as workspace:
        file = read_answers(resources.path("samples/03-barber.json"), load_content(), TODAY)
        import_shop(workspace, file, TODAY)
        return back_up(workspace, tmp_path / "elsewhere-usb", NOW, PASSWORD).path


@pytest.fixture
def card_of_elsewhere(tmp_path: Path, from_elsewhere: Path) -> str:
    with open_workspace(tmp_path / "elsewhere") as workspace:
        return " ".join(groups_of(workspace))


def answer(desk: Desk, wait: Wait, choice: Choice = Choice.NO) -> None:
    desk.answer(QUESTION, Answer(choice))
    wait()


def chosen(check: OpenCheck) -> Choice:
    return check.interview.answers[QUESTION].choice


def preview(window: MainWindow) -> str:
    return "\n".join(said(find(window, "restore_preview")))


def put_back(window: MainWindow, qtbot: QtBot, wait: Wait) -> None:
    """Press, and mean it."""
    press(qtbot, window, "put_back")
    press(qtbot, find(window, "ask_box"), "ask_yes")
    wait()


# --- looking --------------------------------------------------------------------------------------------


def test_the_settings_lead_here_and_a_chosen_backup_is_shown_before_anything_happens(
    window: MainWindow, desk: Desk, backup: Path, qtbot: QtBot, wait: Wait, stored: Stored
) -> None:
    desk.go(Screen.SETTINGS)
    press(qtbot, window, "to_restore")
    before = stored()
    press(qtbot, window, "choose_backup")
    choose(window, "backup_dialog", backup)
    wait()
    seen = preview(window)
    assert backup.name in seen
    assert desk.open_check.shop.name in seen
    assert "2026-11-30 09:00" in seen
    assert "答案和登记两边一样" in seen
    assert stored() == before


def test_what_would_be_missing_is_said_when_this_computer_is_newer(
    window: MainWindow, desk: Desk, backup: Path, wait: Wait
) -> None:
    answer(desk, wait)
    desk.restoring.take(backup)
    wait()
    assert "这里的比较新" in preview(window)
    assert told(window, "restore_told_0") == "只有这里有、恢复后就看不到的：1 个答案。"


def test_a_newer_backup_is_called_newer(
    window: MainWindow, desk: Desk, backup: Path, tmp_path: Path, qtbot: QtBot, wait: Wait, follow: Wait
) -> None:
    answer(desk, wait)
    newer: list[Path] = []
    desk.in_store(lambda workspace: back_up(workspace, tmp_path, NOW).path, newer.append, desk.tell_failure)
    wait()
    desk.restoring.take(backup)
    wait()
    put_back(window, qtbot, wait)
    follow()
    desk.restoring.take(newer[0])
    wait()
    assert "备份的比较新" in preview(window)
    assert told(window, "restore_told_0") == "只有备份里有、恢复后回来的：1 个答案。"


# --- putting it back ------------------------------------------------------------------------------------


def test_it_is_put_back_home_shows_and_it_can_be_undone(
    window: MainWindow,
    desk: Desk,
    backup: Path,
    qtbot: QtBot,
    wait: Wait,
    follow: Wait,
    stored: Stored,
) -> None:
    first = chosen(desk.open_check)
    other = Choice.NO if first is not Choice.NO else Choice.YES
    answer(desk, wait, other)
    desk.restoring.take(backup)
    wait()
    put_back(window, qtbot, wait)
    follow()
    assert desk.screen is Screen.HOME
    assert chosen(stored()) is chosen(desk.open_check) is first
    press(qtbot, window, "undo")
    wait()
    follow()
    assert chosen(stored()) is chosen(desk.open_check) is other
    answer(desk, wait, Choice.UNSURE)
    assert chosen(stored()) is Choice.UNSURE, "one goes on working with what is there now"


def test_it_can_be_taken_back_for_as_long_as_the_copy_is_there(
    window: MainWindow, desk: Desk, backup: Path, qtbot: QtBot, wait: Wait, follow: Wait, stored: Stored
) -> None:
    answer(desk, wait, Choice.UNSURE)
    desk.restoring.take(backup)
    wait()
    put_back(window, qtbot, wait)
    follow()
    assert chosen(stored()) is not Choice.UNSURE
    desk.restoring.begin()
    wait()
    press(qtbot, window, "aside_0")
    press(qtbot, find(window, "ask_box"), "ask_yes")
    wait()
    follow()
    assert chosen(stored()) is Choice.UNSURE


def test_nothing_happens_when_it_was_not_meant(
    window: MainWindow, desk: Desk, backup: Path, qtbot: QtBot, wait: Wait, stored: Stored
) -> None:
    answer(desk, wait)
    desk.restoring.take(backup)
    wait()
    press(qtbot, window, "put_back")
    assert find(window, "ask_no").hasFocus() or find(window, "ask_no").isVisible()
    press(qtbot, find(window, "ask_box"), "ask_no")
    wait()
    assert chosen(stored()) is Choice.NO
    assert there_is(window, "restore_preview")


def test_a_backup_that_was_pulled_out_meanwhile_leaves_everything_as_it_is(
    window: MainWindow, desk: Desk, backup: Path, qtbot: QtBot, wait: Wait, follow: Wait, stored: Stored
) -> None:
    answer(desk, wait)
    desk.restoring.take(backup)
    wait()
    backup.unlink()
    put_back(window, qtbot, wait)
    follow()
    assert told(window, "restore_problem") != ""
    assert chosen(stored()) is chosen(desk.open_check) is Choice.NO
    answer(desk, wait, Choice.UNSURE)
    assert chosen(stored()) is Choice.UNSURE


def test_while_it_is_put_back_nothing_else_can_be_done(
    window: MainWindow, desk: Desk, backup: Path, qtbot: QtBot, wait: Wait, follow: Wait
) -> None:
    desk.restoring.take(backup)
    wait()
    press(qtbot, window, "put_back")
    find(window, "ask_yes", QPushButton).click()
    assert find(window, "wait_box", QDialog).isModal()
    wait()
    follow()
    assert not there_is(window, "wait_box")


# --- passwords and cards --------------------------------------------------------------------------------


def test_a_backup_of_another_computer_asks_for_its_password_and_takes_no_other(
    window: MainWindow,
    desk: Desk,
    kept: Path,
    from_elsewhere: Path,
    qtbot: QtBot,
    wait: Wait,
    follow: Wait,
    stored: Stored,
) -> None:
    own = desk.open_check.shop.name
    assert drop(window, from_elsewhere)
    wait()
    assert (told(window, "backup_name"), told(window, "restore_problem")) == (from_elsewhere.name, "")
    press(qtbot, window, "look_at_backup")
    assert told(window, "restore_problem") == "先输入这份备份的密码。"
    write(window, "backup_secret", "别的密码别的密码")
    press(qtbot, window, "look_at_backup")
    wait()
    assert told(window, "restore_problem") == "这不是这份备份的密码。要用做备份那天的密码，再试一次。"
    write(window, "backup_secret", PASSWORD)
    press(qtbot, window, "look_at_backup")
    wait()
    put_back(window, qtbot, wait)
    follow()
    assert stored().shop.name == desk.open_check.shop.name != own


def test_the_digits_of_the_card_open_it_too(
    window: MainWindow,
    desk: Desk,
    kept: Path,
    from_elsewhere: Path,
    card_of_elsewhere: str,
    qtbot: QtBot,
    wait: Wait,
) -> None:
    desk.restoring.take(from_elsewhere)
    wait()
    write(window, "backup_secret", card_of_elsewhere)
    press(qtbot, window, "look_at_backup")
    wait()
    assert there_is(window, "restore_preview")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"x" * 5000])
def test_what_is_no_backup_is_one_sentence(
    window: MainWindow, desk: Desk, kept: Path, tmp_path: Path, wait: Wait, data: bytes
) -> None:
    file = tmp_path / "照片.mgbak"
    file.write_bytes(data)
    desk.go(Screen.HOME)
    assert drop(window, file)
    wait()
    assert desk.screen is Screen.RESTORE
    assert told(window, "restore_problem") != ""
    assert there_is(window, "choose_backup")


@pytest.mark.parametrize(
    "screen", [Screen.HOME, Screen.PLAN, Screen.REGISTERS, Screen.SETTINGS, Screen.PRINT]
)
def test_a_backup_is_dropped_anywhere(
    window: MainWindow, desk: Desk, backup: Path, wait: Wait, screen: Screen
) -> None:
    desk.go(screen)
    assert drop(window, backup)
    wait()
    assert there_is(window, "restore_preview")


# --- at the first start ---------------------------------------------------------------------------------


def test_at_the_first_start_it_needs_no_second_question(
    new_desk: Desk,
    show_window: Callable[[Desk], MainWindow],
    from_elsewhere: Path,
    qtbot: QtBot,
    wait: Wait,
    opened: list[Workspace],
) -> None:
    window = show_window(new_desk)
    press(qtbot, window, "bring")
    press(qtbot, window, "choose_file")
    choose(window, "open_dialog", from_elsewhere)
    wait()
    write(window, "backup_secret", PASSWORD)
    press(qtbot, window, "look_at_backup")
    wait()
    press(qtbot, window, "put_back")
    wait()
    new_desk.in_store(opened.append, lambda _none: None, new_desk.tell_failure)
    wait()
    assert new_desk.screen is Screen.HOME
    assert new_desk.open_check.interview.answers


# --- copies of days -------------------------------------------------------------------------------------


def test_the_copy_of_a_day_is_put_back(
    window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, wait: Wait, follow: Wait, stored: Stored
) -> None:
    first = chosen(desk.open_check)
    desk.in_store(
        lambda workspace: Copies(kept, workspace.database.key).keep_day(TODAY),
        lambda _none: None,
        desk.tell_failure,
    )
    answer(desk, wait, Choice.UNSURE)
    desk.restoring.begin()
    wait()
    press(qtbot, window, "copy_2026-11-30")
    wait()
    assert told(window, "restore_told_0") == "只有这里有、恢复后就看不到的：1 个答案。"
    put_back(window, qtbot, wait)
    follow()
    assert chosen(stored()) is first


def test_without_any_copy_that_is_said(window: MainWindow, desk: Desk, kept: Path, wait: Wait) -> None:
    desk.restoring.begin()
    wait()
    assert "还没有。" in said(find(window, "daily_copies"))


def test_what_was_moved_away_comes_back_and_is_at_home_here_again(
    window: MainWindow, desk: Desk, kept: Path, backup: Path, qtbot: QtBot, wait: Wait, follow: Wait
) -> None:
    mark_moved(kept, TODAY)
    desk.moved_on = TODAY
    desk.restoring.take(backup)
    wait()
    put_back(window, qtbot, wait)
    follow()
    assert (desk.moved_on, moved_on(kept)) == (None, None)
    assert not there_is(window, "moved_banner")
