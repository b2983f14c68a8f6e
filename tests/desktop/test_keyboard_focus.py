"""The ring shows where keys brought the focus, on every control, and goes with the focus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.application import wear
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button

ROOM = [
    Screen.HOME,
    Screen.RESULT,
    Screen.PLAN,
    Screen.REGISTERS,
    Screen.PRINT,
    Screen.REVIEW,
    Screen.SETTINGS,
    Screen.HELP,
    Screen.ABOUT,
]
REASONS = Qt.FocusReason


@pytest.mark.parametrize("screen", [*ROOM, Screen.QUESTION])
def test_every_control_can_show_the_ring(
    desk: Desk, show_window: Callable[[Desk], MainWindow], screen: Screen
) -> None:
    if screen is Screen.QUESTION:
        desk.go_to_step(next(step for step in desk.open_check.interview.path if not step.is_profile))
    else:
        desk.go(screen)
    window = show_window(desk)
    controls = [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, QAbstractButton | QComboBox | QScrollArea)
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and one.isEnabled()
    ]
    assert controls
    for control in controls:
        control.setFocus(REASONS.TabFocusReason)
        assert control.property("keyfocus"), f"{control.objectName()} shows no ring"


@pytest.mark.parametrize(
    ("reason", "shows"),
    [
        (REASONS.TabFocusReason, True),
        (REASONS.BacktabFocusReason, True),
        (REASONS.ShortcutFocusReason, True),
        (REASONS.MouseFocusReason, False),
        (REASONS.OtherFocusReason, False),
        (REASONS.ActiveWindowFocusReason, False),
    ],
)
def test_only_keys_bring_the_ring_and_it_goes_with_the_focus(
    qtbot: QtBot, reason: Qt.FocusReason, shows: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    here: QPushButton = button(Look(), "Go", "go", lambda: None)
    there: QPushButton = button(Look(), "Stay", "stay", lambda: None)
    for made in (here, there):
        made.setParent(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    there.setFocus()
    here.setFocus(reason)
    assert bool(here.property("keyfocus")) is shows
    there.setFocus(reason)
    assert not here.property("keyfocus")


@pytest.mark.parametrize("kind", ["primary", "quiet", "link", ""])
def test_the_ring_is_seen_and_moves_nothing(qtbot: QtBot, kind: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made: QPushButton = button(Look(), "Go", "go", lambda: None, kind=kind)
    made.setParent(window)
    wear(QApplication.instance(), Look())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.clearFocus()
    size, plain = made.sizeHint(), made.grab().toImage()
    made.setFocus(REASONS.TabFocusReason)
    assert made.sizeHint() == size
    assert made.grab().toImage() != plain


def test_after_the_mouse_nothing_of_the_style_shows_in_a_focused_button(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 80)
    made = button(Look(), "打印应急卡", "print_card", lambda: None)
    made.setParent(window)
    wear(QApplication.instance(), Look())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # a key was pressed some time before
    made.clearFocus()
    plain = made.grab().toImage()
    made.setFocus(REASONS.OtherFocusReason)
    assert made.hasFocus()
    assert made.grab().toImage() == plain
