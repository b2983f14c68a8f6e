"""Reminders in the window: offered once something falls due, set only by a press, tried for real."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.application import open_data
from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import DUTIES, Screen
from merchant_guard.services.workspace import Workspace
from merchant_guard.system.settings import Settings, load_settings
from tests.support.fake_desktop import FakeDesktop, use_fake_desktop
from tests.support.pressing import find, press, there_is

UNITS = ("merchant-guard-remind.service", "merchant-guard-remind.timer")


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDesktop:
    return use_fake_desktop(tmp_path, monkeypatch)


@pytest.fixture
def kept(desk: Desk, system: FakeDesktop, folder: Path) -> Path:
    """The data folder, in which the settings are kept too."""
    desk.preferences.keep_in(folder, Settings())
    return folder


@pytest.fixture
def settle(background: Background, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: background.is_idle)


def units(tmp_path: Path) -> tuple[str, ...]:
    return tuple(sorted(file.name for file in (tmp_path / "config").rglob("*remind*")))


def chosen(window: MainWindow, *names: str) -> list[str]:
    return [name for name in names if find(window, name, QAbstractButton).isChecked()]


def told(window: MainWindow) -> str:
    return find(window, "reminders_told", QLabel).accessibleName()


# --- the offer ------------------------------------------------------------------------------------------


def test_with_duties_the_home_page_offers_them_and_sets_nothing(
    window: MainWindow, desk: Desk, kept: Path, system: FakeDesktop, tmp_path: Path
) -> None:
    desk.go(Screen.HOME)
    assert there_is(window, "reminder_offer")
    assert (units(tmp_path), system.calls) == ((), [])


def test_yes_puts_them_into_the_system_and_the_offer_goes(
    window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    desk.go(Screen.HOME)
    with qtbot.waitSignal(desk.said) as said:
        press(qtbot, window, "reminders_yes")
    settle()
    assert said.args == ["到日子了，09:30 起提醒你"]
    assert units(tmp_path) == UNITS
    assert load_settings(kept).remind is True
    assert not there_is(window, "reminder_offer")
    desk.go(Screen.HOME)
    assert not there_is(window, "reminder_offer")


def test_no_is_kept_and_nobody_asks_again(
    window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    desk.go(Screen.HOME)
    press(qtbot, window, "reminders_no")
    settle()
    assert not there_is(window, "reminder_offer")
    assert load_settings(kept).remind is False
    assert units(tmp_path) == ()
    desk.go(Screen.HOME)
    assert not there_is(window, "reminder_offer")


def test_a_system_that_refuses_is_told_and_the_offer_stays(
    window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    (tmp_path / "config").write_text("")
    desk.go(Screen.HOME)
    with qtbot.waitSignal(desk.save_failed):
        press(qtbot, window, "reminders_yes")
    settle()
    assert find(window, "reminder_offer").isVisible()
    assert find(window, "reminder_offer").isEnabled()
    assert desk.preferences.settings.remind is None


def test_at_the_first_start_and_on_the_sample_nobody_is_asked(
    new_desk: Desk,
    show_window: Callable[[Desk], MainWindow],
    system: FakeDesktop,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    new_desk.preferences.keep_in(tmp_path / "data", Settings())
    shown = show_window(new_desk)
    assert not there_is(shown, "reminder_offer")
    with qtbot.waitSignal(new_desk.went):
        new_desk.show_sample()
    new_desk.go(Screen.HOME)
    assert not there_is(shown, "reminder_offer")


# --- the settings ---------------------------------------------------------------------------------------


def test_the_settings_say_what_is_in_the_system(
    window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    desk.go(Screen.SETTINGS)
    settle()
    assert told(window).startswith("还没有装")
    assert chosen(window, "reminders_on", "reminders_off") == []
    press(qtbot, window, "reminders_on")
    settle()
    assert told(window) == "系统的定时器（systemd）每天 09:30 起看一次；那时电脑关着，下次开机后补上。"
    assert units(tmp_path) == UNITS
    press(qtbot, window, "reminders_off")
    settle()
    assert told(window).startswith("还没有装")
    assert (units(tmp_path), load_settings(kept).remind) == ((), False)
    assert chosen(window, "reminders_on", "reminders_off") == ["reminders_off"]


def test_another_time_is_told_to_the_system(
    window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    desk.go(Screen.SETTINGS)
    press(qtbot, window, "remind_at_20:00")
    settle()
    assert (load_settings(kept).remind_at, units(tmp_path)) == ("20:00", ())
    press(qtbot, window, "reminders_on")
    settle()
    press(qtbot, window, "remind_at_08:00")
    settle()
    timer = next((tmp_path / "config").rglob("*.timer")).read_text("utf-8")
    assert "OnCalendar=*-*-* 08..22:00:00\n" in timer
    assert load_settings(kept).remind_at == "08:00"
    assert "08:00" in told(window)


def test_after_a_refusal_the_switches_are_as_they_were(
    window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    desk.go(Screen.SETTINGS)
    settle()
    (tmp_path / "config").write_text("")
    with qtbot.waitSignal(desk.save_failed):
        press(qtbot, window, "reminders_on")
    settle()
    assert chosen(window, "reminders_on", "reminders_off") == []
    assert load_settings(kept).remind is None


def test_what_vanished_from_the_system_is_told(
    window: MainWindow, desk: Desk, folder: Path, system: FakeDesktop, settle: Callable[[], None]
) -> None:
    desk.preferences.keep_in(folder, Settings(remind=True))
    desk.go(Screen.SETTINGS)
    settle()
    assert told(window) == "系统里的提醒不见了。点“提醒我”装回去。"


def test_without_a_timer_of_the_system_it_looks_at_login(
    window: MainWindow,
    desk: Desk,
    kept: Path,
    system: FakeDesktop,
    qtbot: QtBot,
    settle: Callable[[], None],
    tmp_path: Path,
) -> None:
    system.refuse("systemctl")
    desk.go(Screen.SETTINGS)
    with qtbot.waitSignal(desk.said) as toast:
        press(qtbot, window, "reminders_on")
    settle()
    assert toast.args == ["这台电脑没有可用的定时器，每次登录时看一次。"], "no time that is not kept"
    assert told(window) == toast.args[0]
    assert units(tmp_path) == ("merchant-guard-remind.desktop",)


def test_a_trial_really_shows_a_notification(
    window: MainWindow, desk: Desk, kept: Path, system: FakeDesktop, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    desk.go(Screen.SETTINGS)
    press(qtbot, window, "try_reminder")
    settle()
    assert system.notifications == [["试一条提醒", "提醒就是这个样子。每天最多一条，没事不打扰。"]]
    assert told(window).startswith("已经发出一条通知。")
    assert find(window, "try_reminder").isEnabled()


def test_a_trial_leaves_the_focus_where_it_was(
    window: MainWindow, desk: Desk, kept: Path, system: FakeDesktop, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    desk.go(Screen.SETTINGS)
    find(window, "try_reminder").setFocus()
    press(qtbot, window, "try_reminder")
    find(window, "try_reminder", QAbstractButton).click()
    settle()
    assert len(system.notifications) == 1, "pressed twice, it is shown once"
    assert find(window, "try_reminder").hasFocus()


def test_a_trial_that_the_system_refused_says_so(
    window: MainWindow, desk: Desk, kept: Path, system: FakeDesktop, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    system.refuse("notify-send", "gdbus")
    desk.go(Screen.SETTINGS)
    with qtbot.waitSignal(desk.save_failed) as failed:
        press(qtbot, window, "try_reminder")
    assert failed.args == ["系统没有显示通知（no, said notify-send）。在系统设置里允许通知，再试一次。"]
    settle()
    assert find(window, "try_reminder").isEnabled()


# --- a click on a reminder ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "screen"),
    [
        ("plan", Screen.PLAN),
        ("registers", Screen.REGISTERS),
        ("settings", Screen.SETTINGS),
        (None, Screen.HOME),
    ],
)
def test_the_window_begins_on_the_screen_asked_for(
    asked: str | None,
    screen: Screen,
    empty_desk: Desk,
    background: Background,
    folder: Path,
    system: FakeDesktop,
    qtbot: QtBot,
    settle: Callable[[], None],
) -> None:
    empty_desk.adopt(folder, Settings())
    open_data(empty_desk, background, folder, asked)
    qtbot.waitUntil(lambda: empty_desk.check is not None)
    settle()
    assert empty_desk.screen is screen
    if screen is Screen.REGISTERS:
        assert empty_desk.open_register == (DUTIES, None)

    def close(workspace: Workspace) -> None:
        workspace.database.close()

    empty_desk.in_store(close, lambda _nothing: None, lambda _error: None)
    settle()


def test_everything_is_named_for_screen_readers(window: MainWindow, desk: Desk, kept: Path) -> None:
    desk.go(Screen.HOME)
    names = [find(window, name).accessibleName() for name in ("reminders_yes", "reminders_no")]
    assert all(name.startswith(("提醒我", "不用")) for name in names)
    desk.go(Screen.SETTINGS)
    for name in ("reminders_on", "remind_at_09:30", "try_reminder"):
        assert find(window, name, QWidget).accessibleName()
