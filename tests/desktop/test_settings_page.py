"""设置: every choice counts at once, is saved, and shows again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.settings_page import SettingsPage
from merchant_guard.desktop.printing import Printer
from merchant_guard.desktop.screens import Screen
from merchant_guard.system.settings import Settings, load_settings

FOUND = (Printer("Office", takes_a4=True), Printer("KM-202", takes_a4=False))


@pytest.fixture
def kept(desk: Desk, tmp_path: Path) -> Path:
    """The folder the settings are kept in."""
    folder = tmp_path / "kept"
    desk.preferences.keep_in(folder, Settings())
    return folder


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    control = window.findChild(QWidget, name)
    qtbot.mouseClick(control, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "look", "saved"),
    [
        ("language_en", ("en", False, "standard"), Settings(language="en")),
        ("text_size_large", ("zh", False, "large"), Settings(text_size="large")),
        ("text_size_huge", ("zh", False, "huge"), Settings(text_size="huge")),
        ("theme_dark", ("zh", True, "standard"), Settings(theme="dark")),
        ("theme_light", ("zh", False, "standard"), Settings(theme="light")),
    ],
)
def test_a_choice_counts_at_once_and_is_saved(
    window: MainWindow,
    desk: Desk,
    kept: Path,
    background: Background,
    qtbot: QtBot,
    name: str,
    look: tuple[str, bool, str],
    saved: Settings,
) -> None:
    desk.go(Screen.SETTINGS)
    press(qtbot, window, name)
    assert (desk.look.language, desk.look.dark, desk.look.text_size) == look
    assert window.page.findChild(QWidget, name).isChecked()
    assert window.focusWidget() is window.page.findChild(QWidget, name)
    qtbot.waitUntil(lambda: background.is_idle)
    assert load_settings(kept) == saved


def test_english_speaks_english(window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot) -> None:
    desk.go(Screen.SETTINGS)
    press(qtbot, window, "language_en")
    assert window.page.announcement() == "Settings"
    press(qtbot, window, "language_zh")
    assert window.page.announcement() == "设置"


def test_a_printer_is_kept_for_its_size_until_the_choice_is_left_to_the_app(
    desk: Desk, kept: Path, background: Background, qtbot: QtBot
) -> None:
    page = SettingsPage(desk, low=False, wide=False, find=lambda: FOUND)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.findChild(QComboBox, "printer_a4").count() == 3)
    choice = page.findChild(QComboBox, "printer_label-100x180")
    qtbot.keyClick(choice, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: background.is_idle)
    assert load_settings(kept).printers == {"label-100x180": "KM-202"}
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: background.is_idle)
    assert load_settings(kept).printers == {}


def test_a_printer_that_is_away_stays_chosen(
    desk: Desk, tmp_path: Path, background: Background, qtbot: QtBot
) -> None:
    desk.preferences.keep_in(tmp_path, Settings(printers={"a4": "Away"}))
    page = SettingsPage(desk, low=False, wide=False, find=lambda: FOUND)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: background.is_idle)
    assert page.findChild(QComboBox, "printer_a4").currentText() == "Away"


def test_without_a_folder_choices_count_but_nothing_is_written(
    window: MainWindow, desk: Desk, tmp_path: Path, background: Background, qtbot: QtBot
) -> None:
    desk.go(Screen.SETTINGS)
    press(qtbot, window, "text_size_huge")
    qtbot.waitUntil(lambda: background.is_idle)
    assert desk.look.text_size == "huge"
    assert list(tmp_path.rglob("settings.json")) == []


def test_settings_that_cannot_be_saved_are_told(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("")
    desk.preferences.keep_in(tmp_path / "file", Settings())
    desk.go(Screen.SETTINGS)
    with qtbot.waitSignal(desk.save_failed) as told:
        press(qtbot, window, "text_size_large")
    assert "settings.json" in told.args[0]


def test_the_way_to_what_this_is(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.go(Screen.SETTINGS)
    press(qtbot, window, "about")
    assert desk.screen is Screen.ABOUT
