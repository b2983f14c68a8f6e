"""First run, profile, quick check's end and review at the smallest screen we know, with the largest text."""

import pytest
from PySide6.QtWidgets import QScrollArea

from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look

SCREENS = (Screen.FIRST_RUN, Screen.PROFILE, Screen.QUICK_END, Screen.REVIEW)


def fits(area: QScrollArea) -> bool:
    """Whether all of it stands within the width, once it has found its place."""
    return area.isVisible() and area.widget().width() <= area.viewport().width()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_needs_sideways_scrolling(desk, show_window, qtbot, language):
    desk.set_look(Look(language=language, text_size="huge"))
    window = show_window(desk)
    window.resize(911, 440)
    for screen in SCREENS:
        desk.go(screen)
        qtbot.waitUntil(lambda: all(fits(area) for area in window.page.findChildren(QScrollArea)))
        assert window.width() == 911, screen


def test_the_first_profile_screen_fits_the_reference_laptop_without_scrolling(new_desk, show_window, qtbot):
    window = show_window(new_desk)
    window.resize(1092, 542)
    new_desk.go(Screen.PROFILE)
    qtbot.waitUntil(lambda: window.page.findChild(QScrollArea).verticalScrollBar().maximum() == 0)
