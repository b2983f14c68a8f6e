"""全部删除: what stands before it comes first, a word has to be typed, and then nothing is left."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.only_window import LOCK_NAME, OnlyWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.storage import wiping
from tests.support.fake_desktop import FakeDesktop, use_fake_desktop
from tests.support.pressing import find, press, said, there_is, write
from tests.support.registers import note
from tests.support.safe_copies import Wait, kept, told, wait

__all__ = ["kept", "wait"]


@pytest.fixture(autouse=True)
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDesktop:
    """No test takes anything out of the system the tests run on."""
    return use_fake_desktop(tmp_path, monkeypatch)


@pytest.fixture
def page(window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, wait: Wait) -> MainWindow:
    desk.go(Screen.SETTINGS)
    press(qtbot, window, "to_delete")
    wait()
    return window


def delete(window: MainWindow, qtbot: QtBot, wait: Wait) -> None:
    write(window, "delete_word", "全部删除")
    press(qtbot, window, "delete_all")
    press(qtbot, find(window, "ask_box"), "ask_yes")
    wait()


def test_what_goes_and_what_stays_is_listed_first(page: MainWindow) -> None:
    assert "钥匙：没有它，万一剩下什么也读不出来" in said(find(page, "goes"))
    assert "U 盘和别的盘上的备份：自己去删" in said(find(page, "stays"))
    assert find(page, "back").hasFocus() or not page.isActiveWindow()


def test_what_must_still_be_kept_is_named_with_the_way_to_print_it(
    window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, wait: Wait
) -> None:
    note(desk, "audits", on=date(2026, 11, 1), kind="self_audit")
    wait()
    desk.deleting.begin()
    wait()
    before = desk.deleting.before
    assert before is not None
    assert before.kept
    assert before.kept[0].rule.title.zh in "".join(said(find(window, "must_be_kept")))
    press(qtbot, window, "print_first")
    assert desk.screen is Screen.PRINT


def test_while_a_legal_hold_is_in_force_there_is_no_way_to_delete(
    window: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, wait: Wait
) -> None:
    note(desk, "incidents", noticed_on=desk.today, kind="labels_out", concerns=frozenset({"labels"}))
    wait()
    desk.deleting.begin()
    wait()
    assert told(window, "on_hold").startswith("有事还没了结")
    assert not there_is(window, "delete_all")
    press(qtbot, window, "hold_action")
    assert desk.screen is Screen.REGISTERS


@pytest.mark.parametrize("typed", ["", "删除", "delete"])
def test_without_the_word_nothing_happens(
    page: MainWindow, kept: Path, qtbot: QtBot, wait: Wait, typed: str
) -> None:
    write(page, "delete_word", typed)
    press(qtbot, page, "delete_all")
    assert told(page, "error_delete_word") == "输入“全部删除”再继续"
    assert not there_is(page, "ask_box")
    assert (kept / "store.db").exists()


def test_whoever_did_not_mean_it_keeps_everything(
    page: MainWindow, kept: Path, qtbot: QtBot, wait: Wait
) -> None:
    write(page, "delete_word", "全部删除")
    press(qtbot, page, "delete_all")
    press(qtbot, find(page, "ask_box"), "ask_no")
    wait()
    assert (kept / "store.db").exists()


def test_nothing_is_left_and_nothing_comes_about_again(
    page: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, wait: Wait
) -> None:
    only = OnlyWindow(kept)
    assert only.take()
    desk.letting_go.connect(only.release)
    delete(page, qtbot, wait)
    assert not kept.exists()
    assert told(page, "page_title") == "全部删除了"
    assert not there_is(page, "rail")
    desk.set_theme("dark")
    wait()
    press(qtbot, page, "back")
    wait()
    assert not page.isVisible()
    assert not kept.exists(), "closing the window writes nothing"


def test_what_would_not_go_is_named(
    page: MainWindow, desk: Desk, kept: Path, qtbot: QtBot, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_gone = wiping._is_gone  # as Windows does with a file that is open elsewhere
    monkeypatch.setattr(wiping, "_is_gone", lambda place: place.name != "store.db" and is_gone(place))
    delete(page, qtbot, wait)
    assert told(page, "page_title") == "差不多都删除了"
    assert str(kept / "store.db") in said(find(page, "would_not_go"))


def test_in_english_the_word_is_english(window: MainWindow, desk: Desk, kept: Path, wait: Wait) -> None:
    from dataclasses import replace  # noqa: PLC0415

    desk.set_look(replace(desk.look, language="en"))
    desk.deleting.begin()
    wait()
    assert "Type “DELETE” to go on" in said(window)
    assert find(window, "delete_word", QLineEdit).isVisible()


def test_the_lock_is_one_of_the_files_that_go() -> None:
    assert LOCK_NAME in wiping._PATTERNS
