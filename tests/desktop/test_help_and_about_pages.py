"""帮助 and 关于: what they say, that it is what was checked, and that it can be read."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard import version
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.help_page import NUMBERS
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.system import resources
from merchant_guard.system.settings import Settings

CHECKED_NUMBERS = {"110", "96110", "12381", "12387", "12377", "12315", "12345"}


def said(window: MainWindow) -> str:
    return "\n".join(label.accessibleName() for label in window.page.findChildren(QLabel))


def test_help_says_honestly_what_writing_down_means(window: MainWindow, desk: Desk) -> None:
    desk.go(Screen.HELP)
    words = said(window)
    for sentence in (
        "应当不予处罚（令第 25 号第 18 条）",
        "应当从轻或减轻（令第 25 号第 19 条）",
        "只做自查不等于免罚",
    ):
        assert sentence in words
    assert "反而可能对店不利" in words
    assert "来检查的人可以要求看这些记录" in words


def test_only_numbers_that_were_checked_are_given(window: MainWindow, desk: Desk) -> None:
    assert {number for number, _purpose in NUMBERS} == CHECKED_NUMBERS
    desk.go(Screen.HELP)
    assert all(number in said(window) for number in CHECKED_NUMBERS)
    assert "12305" not in said(window)
    assert "邮政快递申诉" in said(window)


def test_about_shows_version_licences_and_the_data_folder(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    desk.preferences.keep_in(tmp_path, Settings())
    desk.go(Screen.ABOUT)
    assert f"版本 {version()}" in said(window)
    assert window.page.findChild(QLineEdit, "data_folder").text() == str(tmp_path)
    assert window.page.findChild(QPlainTextEdit, "licences").toPlainText() == resources.notice()
    assert "pypdfium2" in resources.notice()


@pytest.mark.parametrize("screen", [Screen.HELP, Screen.ABOUT, Screen.SETTINGS])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1366, 696), (911, 440)])
def test_nothing_is_wider_than_the_page(
    window: MainWindow, desk: Desk, qtbot: QtBot, screen: Screen, language: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    desk.set_look(Look("zh" if language == "zh" else "en", text_size="huge"))
    desk.go(screen)
    area = window.page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())
    assert area.horizontalScrollBar().maximum() == 0
    for child in area.widget().findChildren(QWidget):
        if child.isVisible() and child.parentWidget() is area.widget():
            assert child.geometry().right() <= area.viewport().width()
