"""存进日历: pressed on the plan and on what falls due, and what is said then."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages import calendar_saving
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Progress
from merchant_guard.reminders.calendar_entries import uid_of
from merchant_guard.services.calendar_memory import NAME
from tests.support.calendars import events, read
from tests.support.pressing import find, press, said, there_is
from tests.support.registers import fill

HOW = "发给自己，在手机上用“日历”打开；Outlook、WPS 日历也能导入。计划变了，再存一次。"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where people look for files."""
    folder = tmp_path / "desktop"
    folder.mkdir()
    monkeypatch.setattr(calendar_saving, "usual_folder", lambda: folder)
    return folder


def settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def on_plan(desk: Desk) -> None:
    desk.go(Screen.PLAN)


def on_duties(desk: Desk) -> None:
    desk.go_to_register("duties")


@pytest.mark.parametrize("go", [on_plan, on_duties])
def test_the_calendar_lies_where_people_look_and_it_is_said_how_it_comes_into_a_telephone(
    go: Callable[[Desk], None], qtbot: QtBot, desk: Desk, window: MainWindow, place: Path
) -> None:
    fill(desk)
    go(desk)
    settle()
    with qtbot.waitSignal(desk.said) as told:
        press(qtbot, window.page, "save_calendar")
    assert told.args == ["已存好：要做的事 2026-11-30.ics"]
    assert there_is(window, "toast")
    assert HOW in said(find(window.page, "calendar_note"))
    assert find(window.page, "open_folder", QPushButton).accessibleName().endswith("打开文件夹")
    uids = {str(event["uid"]) for event in events(read(place))}
    shop = desk.open_check.shop_id
    assert {uid_of(shop, item.id) for item in desk.plan.open_items} <= uids


def test_saved_again_after_something_was_done_it_takes_it_away(
    qtbot: QtBot, desk: Desk, window: MainWindow, place: Path, folder: Path
) -> None:
    on_plan(desk)
    settle()
    with qtbot.waitSignal(desk.said):
        press(qtbot, window.page, "save_calendar")
    before = read(place)
    (first,) = place.iterdir()
    first.unlink()
    item = next(one for one in desk.plan.open_items if not one.remedy.is_inquiry)
    desk.decide(item.id, Progress(done_on=desk.today))
    with qtbot.waitSignal(desk.said):
        press(qtbot, window.page, "save_calendar")
    uid = uid_of(desk.open_check.shop_id, item.id)
    status = [{str(e["uid"]): e["status"] for e in events(data)}[uid] for data in (before, read(place))]
    assert status == ["CONFIRMED", "CANCELLED"]
    assert (folder / NAME).is_file()
    assert len(said(find(window.page, "calendar_note"))) == 2, "what was said of the first is gone"


def test_the_sample_shop_is_remembered_by_no_calendar(
    qtbot: QtBot, desk: Desk, window: MainWindow, place: Path, folder: Path
) -> None:
    desk.show_sample()
    qtbot.waitUntil(lambda: desk.is_sample)
    on_plan(desk)
    settle()
    with qtbot.waitSignal(desk.said):
        press(qtbot, window.page, "save_calendar")
    assert events(read(place))
    assert not (folder / NAME).exists()


def test_with_nothing_to_do_nothing_is_saved(
    qtbot: QtBot, desk: Desk, window: MainWindow, place: Path
) -> None:
    check = desk.open_check
    desk.check = replace(
        check, interview=replace(check.interview, answers={}), progress={}, duties_since=None
    )
    desk.check = desk.check.with_book(replace(desk.check.book, entries={}))
    assert not desk.plan.open_items and not desk.open_check.due
    on_plan(desk)
    settle()
    with qtbot.waitSignal(desk.said) as told:
        press(qtbot, window.page, "save_calendar")
    assert told.args == ["眼下没有要做的事，日历里还没有可放的。"]
    assert not [*place.iterdir()]


def test_where_it_cannot_be_written_a_sentence_says_so(
    qtbot: QtBot, desk: Desk, window: MainWindow, place: Path
) -> None:
    place.rmdir()
    place.write_bytes(b"")
    on_plan(desk)
    settle()
    with qtbot.waitSignal(desk.save_failed) as told:
        press(qtbot, window.page, "save_calendar")
    assert str(place) in told.args[0]
    assert not there_is(window.page, "calendar_note")


@pytest.mark.parametrize("go", [on_plan, on_duties])
def test_who_has_left_the_page_is_still_told(
    go: Callable[[Desk], None], qtbot: QtBot, desk: Desk, window: MainWindow, place: Path
) -> None:
    go(desk)
    settle()
    with qtbot.waitSignal(desk.said):
        press(qtbot, window.page, "save_calendar")
        desk.go(Screen.HOME)
        settle()
    assert events(read(place))


def test_a_register_of_entries_has_no_calendar(desk: Desk, window: MainWindow) -> None:
    desk.go_to_register("staff")
    settle()
    page: QWidget = window.page
    assert not there_is(page, "save_calendar")
