"""The second year of a shop in which nothing changed: by keyboard alone, and in few presses."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.registers.book import Book
from merchant_guard.services.open_check import OpenCheck
from tests.journeys.test_owner_by_keyboard import Keyboard
from tests.support.next_year import YEAR
from tests.support.pressing import find
from tests.support.windows import TODAY

Key = Qt.Key
MOST_PRESSES = 60
SECONDS_PER_PRESS = 5


class CountingKeyboard(Keyboard):
    """Counts what is pressed; Tab, which only leads somewhere, apart."""

    presses = 0
    tabs = 0

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if key == Key.Key_Tab:
            self.tabs += 1
        else:
            self.presses += 1
        super().key(key, held)


@pytest.fixture
def keyboard(
    desk: Desk, show_window: Callable[[Desk], MainWindow], background: Background, qtbot: QtBot
) -> CountingKeyboard:
    """At the home page, a year after the check, with nothing put right and nothing written down."""
    for item, progress in desk.open_check.progress.items():
        desk.decide(item, replace(progress, done_on=None))
    desk.check = replace(desk.open_check, book=Book(), finished_on=desk.open_check.checked_on)
    desk.today = TODAY + YEAR
    desk.go(Screen.HOME)
    window = show_window(desk)
    window.resize(1092, 542)
    window.activateWindow()
    keys = CountingKeyboard(window, desk, background, qtbot)
    keys.settle()
    return keys


def go_through(keys: CountingKeyboard) -> dict[str, int]:
    """Press what says 和去年一样 wherever there is such a thing; how often each kind of screen came."""
    seen = dict.fromkeys((Screen.PROFILE, Screen.GROUP_AGAIN, Screen.QUESTION), 0)
    while keys.desk.screen in seen:
        seen[keys.desk.screen] += 1
        if keys.desk.screen is Screen.QUESTION:
            keys.key(Key.Key_0)
            assert keys.desk.open_check.interview.is_answered(keys.desk.step), keys.place
        keys.key(Key.Key_Return)
    return seen


def test_the_whole_second_year_by_keyboard_in_few_presses(
    keyboard: CountingKeyboard, stored: Callable[[], OpenCheck]
) -> None:
    before = keyboard.desk.open_check
    keyboard.press("begin_next_year", Key.Key_Return)
    assert keyboard.desk.open_check.check_id != before.check_id
    seen = go_through(keyboard)
    assert keyboard.desk.screen is Screen.RESULT
    check = stored()
    assert check.finished_on == keyboard.desk.today
    assert {id_: (one.choice, one.done) for id_, one in check.interview.answers.items()} == {
        id_: (one.choice, one.done) for id_, one in before.interview.sheet.answers.items()
    }
    assert check.shop.profile == before.shop.profile
    print(f"presses: {keyboard.presses}, tabs: {keyboard.tabs}, screens: {seen}")
    assert keyboard.presses <= MOST_PRESSES
    assert keyboard.presses * SECONDS_PER_PRESS <= 5 * 60

    keyboard.press("compare", Key.Key_Return)
    assert keyboard.desk.screen is Screen.COMPARE
    assert find(keyboard.window, "nothing_moved")
    assert check.comparison.score_now == check.comparison.score_before
