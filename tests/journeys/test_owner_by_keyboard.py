"""An owner who has no mouse: from the first start to the printed plan with keys alone."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.question import Choice
from merchant_guard.services.open_check import OpenCheck
from tests.support.pressing import find, there_is

Key, Held = Qt.Key, Qt.KeyboardModifier
Stored = Callable[[], OpenCheck]
MOST_STOPS = 120
MAIN, PAD = Held.NoModifier, Held.KeypadModifier


class Keyboard:
    """The keys of somebody at a window. Every key comes in as from outside and goes to what has the focus."""

    def __init__(self, window: MainWindow, desk: Desk, background: Background, qtbot: QtBot) -> None:
        self.window, self.desk, self._background, self._qtbot = window, desk, background, qtbot

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = MAIN) -> None:
        popup = QApplication.activePopupWidget()
        inside = popup and (popup.focusWidget() or popup.focusProxy())
        target = inside or popup or QGuiApplication.focusWindow()
        assert target is not None, "no window takes the keys"
        QTest.keyClick(target, key, held)
        self.settle()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(QApplication.focusWidget(), letter)

    def settle(self) -> None:
        for _ in range(3):
            self._qtbot.waitUntil(lambda: self._background.is_idle)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, f"nothing has the focus on {self.desk.screen}"
        assert widget.isVisible() and not widget.visibleRegion().isEmpty(), f"{widget} is out of sight"
        return widget

    def tab_to(self, name: str) -> None:
        """Tab until a control has the focus; each on the way is seen to have it."""
        for _ in range(MOST_STOPS):
            if self.focus.objectName() == name:
                return
            self.key(Key.Key_Tab)
            assert shows_focus(self.focus), f"{self.focus.objectName()} does not show that it has the focus"
        pytest.fail(f"Tab does not come to {name} on {self.desk.screen}")

    def press(self, name: str, key: Qt.Key = Key.Key_Space) -> None:
        self.tab_to(name)
        self.key(key)

    @property
    def place(self) -> str:
        return self.desk.step.id if self.desk.step else ""


def shows_focus(widget: QWidget) -> bool:
    """Whether the widget looks another way with the focus than without."""
    with_it = widget.grab().toImage()
    parent = widget.parentWidget()  # the ring of an answer is drawn by its card
    around = parent.grab().toImage() if parent is not None else None
    reason = Qt.FocusReason.TabFocusReason
    keyed = widget.window().focusWidget()
    widget.clearFocus()
    without = widget.grab().toImage()
    around_without = parent.grab().toImage() if parent is not None else None
    assert keyed is not None
    keyed.setFocus(reason)
    return with_it != without or around != around_without


@pytest.fixture
def keyboard(
    new_desk: Desk, show_window: Callable[[Desk], MainWindow], background: Background, qtbot: QtBot
) -> Keyboard:
    window = show_window(new_desk)
    window.resize(1092, 542)
    window.activateWindow()
    keys = Keyboard(window, new_desk, background, qtbot)
    keys.settle()
    return keys


def describe_the_shop(keys: Keyboard) -> None:
    assert keys.focus.objectName() == "begin"
    keys.key(Key.Key_Return)
    assert keys.desk.screen is Screen.PROFILE
    keys.press("kinds_online_shop")
    keys.tab_to("team")
    keys.type("3")
    keys.press("computer")
    keys.key(Key.Key_Enter, PAD)
    assert keys.desk.screen is Screen.QUESTION


def pass_the_doors(keys: Keyboard) -> None:
    """Take the first choice of every screen about the shop, and go on."""
    while keys.desk.screen is Screen.PROFILE:
        here = keys.place
        if not (isinstance(keys.focus, QAbstractButton) and keys.focus.isChecked()):
            keys.key(Key.Key_Space)
        keys.key(Key.Key_Return)
        assert keys.place != here, "Enter goes on"


def answer_the_rest(keys: Keyboard, number: Qt.Key) -> list[str]:
    asked = []
    while keys.desk.screen in (Screen.QUESTION, Screen.PROFILE):
        pass_the_doors(keys)
        if keys.desk.screen is Screen.QUESTION:
            asked.append(keys.place)
            keys.key(number)
            keys.key(Key.Key_Return)
    return asked


def test_from_the_first_start_to_the_printed_plan(  # noqa: PLR0915 (one journey)
    keyboard: Keyboard, stored: Stored, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    keys, desk, window = keyboard, keyboard.desk, keyboard.window
    describe_the_shop(keys)

    # Ten questions: numbers above the letters and on the pad, Enter here and there.
    quick = []
    for number, held, enter in (
        (Key.Key_3, MAIN, Key.Key_Return),
        (Key.Key_1, PAD, Key.Key_Enter),
        (Key.Key_4, PAD, Key.Key_Return),
        *[(Key.Key_1, MAIN, Key.Key_Enter)] * 7,
    ):
        assert keys.focus.objectName() == "answer_yes", "a new question has the focus on its first answer"
        assert shows_focus(keys.focus)
        quick.append(keys.place)
        keys.key(number, held)
        keys.key(enter, PAD if enter is Key.Key_Enter else MAIN)
    assert len(set(quick)) == 10
    assert desk.screen is Screen.QUICK_END
    answers = stored().interview.answers
    assert [answers[one].choice for one in quick[:3]] == [Choice.NO, Choice.YES, Choice.UNSURE]

    # The whole check, with a look at the help, a step back, and one question left for later.
    keys.press("go_on", Key.Key_Return)
    pass_the_doors(keys)
    first = keys.place
    keys.key(Key.Key_F1)
    assert find(window, "help_panel").isAncestorOf(keys.focus)
    assert shows_focus(keys.focus)
    keys.key(Key.Key_Escape)
    assert keys.focus.objectName() == "answer_yes"
    keys.press("open_help")
    keys.key(Key.Key_Escape)
    assert keys.focus.objectName() == "open_help", "closing the panel gives the focus back"
    keys.key(Key.Key_2)
    ticks = [one for one in window.findChildren(QAbstractButton) if one.objectName().startswith("tick_")]
    keys.press(ticks[0].objectName())
    assert desk.open_check.interview.answers[first].done == {ticks[0].objectName().removeprefix("tick_")}
    keys.press("next_question")
    pass_the_doors(keys)
    keys.key(Key.Key_Left, Held.AltModifier)
    while keys.place != first:
        keys.key(Key.Key_Left, Held.AltModifier)
    assert keys.focus.objectName() == "answer_partly", "the answer that was given has the focus"
    keys.key(Key.Key_Return)
    pass_the_doors(keys)
    left_out = keys.place
    keys.key(Key.Key_Return)
    answer_the_rest(keys, Key.Key_1)

    # What is left is asked again from the review, and leads back to it.
    assert desk.screen is Screen.REVIEW
    keys.press(f"open_{left_out}")
    assert keys.place == left_out
    keys.key(Key.Key_3)
    keys.key(Key.Key_Return)
    assert desk.screen is Screen.REVIEW
    keys.press("see_result", Key.Key_Enter)
    assert desk.screen is Screen.RESULT
    assert stored().finished_on == desk.today
    keys.press("see_plan")

    # The plan: done and taken back, given to somebody, put on another day.
    assert desk.screen is Screen.PLAN
    item = next(
        one for one in desk.plan.open_items if there_is(window, f"day_{one.id}") and free(window, one.id)
    )
    keys.press(f"tick_{item.id}")
    assert stored().progress[item.id].done_on == desk.today
    keys.key(Key.Key_Tab)
    assert keys.focus.objectName() == "undo"
    keys.key(Key.Key_Space)
    assert stored().progress[item.id].done_on is None
    assert keys.focus.objectName() == f"tick_{item.id}"
    keys.press(f"unfold_{item.id}")
    assert there_is(window, "print_row")
    keys.press(f"day_{item.id}")
    day = desk.today + timedelta(days=21)
    keys.type(day.isoformat())
    keys.key(Key.Key_Return)
    assert stored().progress[item.id].due == day
    assert keys.focus.objectName() == f"day_{item.id}"

    # Out on paper.
    keys.key(Key.Key_P, Held.ControlModifier)
    assert desk.screen is Screen.PRINT
    assert keys.focus.objectName().startswith("paper_")
    keys.press("save")
    assert keys.focus.objectName() == "open_folder"
    (first,) = tmp_path.glob("*.pdf")
    assert first.read_bytes().startswith(b"%PDF")

    # And once more to another place, named in the dialog of the system.
    keys.press("save_elsewhere")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    place = tmp_path / "plan.pdf"
    keys.focus.selectAll()
    keys.type(str(place))
    keys.key(Key.Key_Return)
    qtbot.waitUntil(place.is_file)
    assert place.read_bytes() == first.read_bytes()


def free(window: MainWindow, item_id: str) -> bool:
    """Whether the day of a row can be changed; that of a red line cannot."""
    return find(window, f"day_{item_id}").isEnabled()


def test_a_task_is_given_to_somebody_else(
    desk: Desk,
    show_window: Callable[[Desk], MainWindow],
    background: Background,
    stored: Stored,
    qtbot: QtBot,
) -> None:
    desk.go(Screen.PLAN)
    keys = Keyboard(show_window(desk), desk, background, qtbot)
    keys.window.activateWindow()
    keys.settle()
    item = desk.plan.open_items[0]
    before = find(keys.window, f"who_{item.id}", QAbstractButton).text()
    keys.press(f"who_{item.id}", Key.Key_Return)
    assert QApplication.activePopupWidget() is not None, "the names are open"
    keys.key(Key.Key_Down)
    keys.key(Key.Key_Return)
    after = find(keys.window, f"who_{item.id}", QAbstractButton).text()
    assert after != before
    assert stored().progress[item.id].owner == after
    assert keys.focus.objectName() == f"who_{item.id}"
    assert shows_focus(keys.focus)


def test_every_section_has_a_key_and_shows_where_the_focus_is(
    desk: Desk, show_window: Callable[[Desk], MainWindow], background: Background, qtbot: QtBot
) -> None:
    keys = Keyboard(show_window(desk), desk, background, qtbot)
    keys.window.activateWindow()
    keys.settle()
    for key, screen in (
        (Key.Key_3, Screen.RESULT),
        (Key.Key_4, Screen.PLAN),
        (Key.Key_6, Screen.PRINT),
        (Key.Key_1, Screen.HOME),
        (Key.Key_2, Screen.QUESTION),
        (Key.Key_1, Screen.HOME),
    ):
        keys.key(key, Held.ControlModifier)
        assert desk.screen in (screen, Screen.RESULT, Screen.REVIEW) if screen is Screen.QUESTION else screen
        assert shows_focus(keys.focus), screen


@pytest.mark.parametrize("size", [(1366, 696), (911, 440)])
@pytest.mark.parametrize("screen", [Screen.HOME, Screen.RESULT, Screen.PLAN, Screen.SETTINGS, Screen.HELP])
def test_tab_goes_round_and_every_stop_is_in_sight(
    desk: Desk,
    show_window: Callable[[Desk], MainWindow],
    background: Background,
    qtbot: QtBot,
    size: tuple[int, int],
    screen: Screen,
) -> None:
    desk.go(screen)
    keys = Keyboard(show_window(desk), desk, background, qtbot)
    keys.window.resize(*size)
    keys.window.activateWindow()
    keys.settle()
    keys.key(Key.Key_Tab)
    seen = [keys.focus]
    while len(seen) < 2 * MOST_STOPS:
        keys.key(Key.Key_Tab)
        if keys.focus in seen:
            break
        assert shows_focus(keys.focus), f"{keys.focus.objectName()} does not show that it has the focus"
        seen.append(keys.focus)
    assert keys.focus is seen[0], "Tab goes round"
    assert len(seen) > 5
    keys.key(Key.Key_Tab, Held.ShiftModifier)
    assert keys.focus is seen[-1], "and back"
