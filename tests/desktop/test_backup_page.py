"""备份到 U 盘或别的盘: where to, what opens it, what came of it; and the line about it on home."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.services.restore import Secret, staged
from merchant_guard.system.settings import load_settings
from tests.support.disks import no_file_larger_than
from tests.support.pressing import find, press, there_is, write
from tests.support.safe_copies import PASSWORD, Wait, choose, follow, kept, stick, told, wait

__all__ = ["follow", "kept", "stick", "wait"]


@pytest.fixture
def page(window: MainWindow, desk: Desk, kept: Path, stick: Path, wait: Wait) -> MainWindow:
    desk.go(Screen.BACKUP)
    wait()
    return window


def type_password(window: MainWindow, first: str = PASSWORD, second: str = PASSWORD) -> None:
    write(window, "backup_password", first)
    write(window, "backup_again", second)


def backups(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


# --- the way there --------------------------------------------------------------------------------------


def test_home_says_there_is_none_yet_and_leads_here(
    window: MainWindow, desk: Desk, kept: Path, stick: Path, qtbot: QtBot
) -> None:
    desk.go(Screen.HOME)
    assert told(window, "last_backup") == "还没备份过"
    press(qtbot, window, "to_backup")
    assert desk.screen is Screen.BACKUP


def test_the_settings_lead_here_and_back(
    window: MainWindow, desk: Desk, kept: Path, stick: Path, qtbot: QtBot
) -> None:
    desk.go(Screen.SETTINGS)
    press(qtbot, window, "to_backup")
    assert desk.screen is Screen.BACKUP
    press(qtbot, window, "back")
    assert desk.screen is Screen.SETTINGS


# --- making one -----------------------------------------------------------------------------------------


def test_another_disk_is_proposed_and_a_password_makes_a_backup_that_opens_with_it(
    page: MainWindow, desk: Desk, stick: Path, tmp_path: Path, qtbot: QtBot, wait: Wait
) -> None:
    assert find(page, "place_0", QAbstractButton).isChecked()
    assert find(page, "place_0", QAbstractButton).text() == f"KINGSTON ({stick})"
    assert told(page, "same_disk") == ""
    type_password(page)
    press(qtbot, page, "back_up")
    wait()
    (name,) = backups(stick)
    assert name.endswith(".mgbak")
    assert name in told(page, "saved")
    with staged(tmp_path / "elsewhere", stick / name, Secret(password=PASSWORD)) as backup:
        assert backup.shops == (desk.open_check.shop.name,)
    assert find(page, "backup_password", QLineEdit).text() == "", "no password stays in a field"
    desk.go(Screen.HOME)
    assert told(page, "last_backup") == "上次备份：今天"


def test_without_a_password_it_opens_with_the_card_which_is_offered(
    page: MainWindow, desk: Desk, stick: Path, qtbot: QtBot, wait: Wait
) -> None:
    press(qtbot, page, "by_card")
    assert not there_is(page, "backup_password")
    assert "恢复卡" in told(page, "card_told")
    press(qtbot, page, "back_up")
    wait()
    assert len(backups(stick)) == 1
    press(qtbot, page, "to_card")
    assert desk.screen is Screen.CARD


def test_the_folder_is_remembered_only_when_asked(
    page: MainWindow, desk: Desk, kept: Path, stick: Path, qtbot: QtBot, wait: Wait
) -> None:
    press(qtbot, page, "by_card")
    press(qtbot, page, "back_up")
    wait()
    assert (load_settings(kept).backup_folder, load_settings(kept).backed_up_on) == (None, "2026-11-30")
    press(qtbot, page, "remember_folder")
    press(qtbot, page, "back_up")
    wait()
    assert load_settings(kept).backup_folder == str(stick)
    desk.go(Screen.HOME)
    assert told(page, "last_backup") == f"上次备份：今天，在 {stick}"
    desk.go(Screen.BACKUP)
    wait()
    assert find(page, "place_0", QAbstractButton).text() == str(stick)


def test_another_folder_is_chosen_and_the_disk_of_the_data_is_warned_of(
    page: MainWindow, tmp_path: Path, qtbot: QtBot, wait: Wait
) -> None:
    other = tmp_path / "另一个文件夹"
    other.mkdir()
    press(qtbot, page, "choose_folder")
    choose(page, "folder_dialog", other)
    wait()
    assert "同一块盘" in told(page, "same_disk")
    type_password(page)
    press(qtbot, page, "back_up")
    wait()
    assert len(backups(other)) == 1


# --- what is wrong --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "field", "sentence"),
    [
        ("", "", "backup_password", "密码太短，至少 8 个字符。"),
        ("七个字符不够用", "七个字符不够用", "backup_password", "密码太短，至少 8 个字符。"),
        (PASSWORD, PASSWORD + "x", "backup_again", "两次输的不一样，再输一遍。"),
    ],
)
def test_a_password_that_will_not_do_is_told_at_its_field(
    page: MainWindow, stick: Path, qtbot: QtBot, first: str, second: str, field: str, sentence: str
) -> None:
    page.activateWindow()
    type_password(page, first, second)
    press(qtbot, page, "back_up")
    assert told(page, f"error_{field}") == sentence
    assert find(page, field).hasFocus()
    assert backups(stick) == []


def test_a_stick_that_was_pulled_out_is_one_sentence_and_no_folder_comes_about(
    page: MainWindow, stick: Path, qtbot: QtBot, wait: Wait
) -> None:
    stick.rmdir()
    type_password(page)
    press(qtbot, page, "back_up")
    wait()
    assert told(page, "backup_problem") == f"{stick} 不在。插上 U 盘或硬盘，或者换个文件夹。"
    assert not stick.exists()
    stick.mkdir()
    press(qtbot, page, "back_up")
    wait()
    assert (told(page, "backup_problem"), len(backups(stick))) == ("", 1)


def test_a_full_stick_is_one_sentence_and_nothing_half_is_left(
    page: MainWindow, desk: Desk, stick: Path, qtbot: QtBot, wait: Wait
) -> None:
    type_password(page)
    press(qtbot, page, "back_up")
    wait()
    (made,) = stick.iterdir()
    size = made.stat().st_size
    made.unlink()
    type_password(page)
    with no_file_larger_than(size - 1):
        press(qtbot, page, "back_up")
        wait()
    assert told(page, "backup_problem") != ""
    assert told(page, "saved") == ""
    assert backups(stick) == []


def test_a_stick_that_cannot_be_written_is_one_sentence(
    page: MainWindow, stick: Path, qtbot: QtBot, wait: Wait, tmp_path: Path
) -> None:
    type_password(page)
    shutil.rmtree(stick)
    stick.symlink_to("/proc" if os.name == "posix" else tmp_path)
    press(qtbot, page, "back_up")
    wait()
    assert told(page, "backup_problem") != ""


def test_the_data_folder_itself_is_refused(page: MainWindow, kept: Path, qtbot: QtBot, wait: Wait) -> None:
    (kept / "backups").mkdir(exist_ok=True)
    press(qtbot, page, "choose_folder")
    choose(page, "folder_dialog", kept / "backups")
    type_password(page)
    press(qtbot, page, "back_up")
    wait()
    assert "就在数据里面" in told(page, "backup_problem")


# --- when it is old -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "tone"), [(3, "text2"), (30, "text2"), (31, "warn")])
def test_home_reminds_once_the_last_backup_is_older_than_a_month(
    page: MainWindow, desk: Desk, qtbot: QtBot, wait: Wait, days: int, tone: str
) -> None:
    type_password(page)
    press(qtbot, page, "back_up")
    wait()
    desk.today += timedelta(days=days)
    desk.go(Screen.HOME)
    assert told(page, "last_backup") == f"上次备份：{days} 天前"
    assert find(page, "last_backup", QLabel).property("tone") == tone


def test_the_sample_shop_has_no_backup(
    window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, wait: Wait
) -> None:
    desk.show_sample()
    wait()
    desk.go(Screen.HOME)
    assert not there_is(window, "home_backup")
