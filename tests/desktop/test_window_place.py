"""The window opens where it was closed, as far as there still is a screen for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.window_place import place_of, show_at, within
from merchant_guard.system.settings import Settings, WindowPlace, load_settings

ONE = [QRect(0, 0, 1366, 728)]
TWO = [*ONE, QRect(1366, 0, 1920, 1040)]


@pytest.mark.parametrize(
    ("box", "screens", "wanted"),
    [
        (QRect(100, 60, 1000, 600), ONE, QRect(100, 60, 1000, 600)),
        (QRect(1500, 100, 1200, 700), TWO, QRect(1500, 100, 1200, 700)),
        (QRect(1500, 100, 1200, 696), ONE, QRect(166, 32, 1200, 696)),
        (QRect(-5000, -5000, 1000, 600), ONE, QRect(0, 32, 1000, 600)),
        (QRect(0, 0, 3000, 2000), ONE, QRect(0, 32, 1366, 696)),
        (QRect(1300, 0, 1000, 600), TWO, QRect(1366, 32, 1000, 600)),
    ],
    ids=["stays", "second screen", "second screen gone", "nowhere", "too large", "between two"],
)
def test_a_window_stays_where_it_was_or_moves_onto_a_screen(
    box: QRect, screens: list[QRect], wanted: QRect
) -> None:
    assert within(box, screens) == wanted


places = st.integers(-5000, 5000)
sizes = st.integers(1, 5000)


@given(places, places, sizes, sizes)
def test_wherever_it_was_a_screen_shows_all_of_it(x: int, y: int, width: int, height: int) -> None:
    box = within(QRect(x, y, width, height), TWO)
    assert any(screen.contains(box) for screen in TWO)
    assert (box.width(), box.height()) <= (width, height)


def test_closing_remembers_the_place_in_the_settings(
    window: MainWindow, desk: Desk, background: Background, tmp_path, qtbot: QtBot
) -> None:
    desk.preferences.keep_in(tmp_path, Settings(language="en"))
    window.setGeometry(20, 40, 900, 500)
    window.close()
    qtbot.waitUntil(lambda: background.is_idle)
    kept = load_settings(tmp_path)
    assert kept.window == WindowPlace(20, 40, 900, 500, maximized=False)
    assert kept.language == "en", "what else was chosen stays"


def test_a_window_that_filled_the_screen_fills_it_again_and_keeps_its_own_size(qtbot: QtBot) -> None:
    first, again = QMainWindow(), QMainWindow()
    for window in (first, again):
        qtbot.addWidget(window)
    show_at(first, WindowPlace(30, 50, 500, 400))
    first.showMaximized()
    place = place_of(first)
    assert place == WindowPlace(30, 50, 500, 400, maximized=True)
    show_at(again, place)
    assert again.isMaximized()
    again.showNormal()
    assert again.geometry() == QRect(30, 50, 500, 400)


def test_the_first_time_it_fills_a_screen_that_is_too_small_for_its_usual_size(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    show_at(window, None)
    assert window.windowState() & Qt.WindowState.WindowMaximized
