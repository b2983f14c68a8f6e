"""`due.json` follows the desk: what it says, what it never says, and when it is written."""

import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.application import open_data
from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.due_writer import DueWriter
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.services.due_glance import HomeCounts, read_due_file
from merchant_guard.services.what_is_due import counts, what_is_due
from merchant_guard.services.workspace import Workspace

NAME = "due.json"
Press = Callable[[QWidget, str], None]


@pytest.fixture
def writer(desk: Desk, folder: Path) -> DueWriter:
    """The writer of a desk that keeps its settings, and so this file, in the folder of the store."""
    desk.adopt(folder, desk.preferences.settings)
    return DueWriter(desk)


@pytest.fixture
def written(writer: DueWriter, background: Background, folder: Path, qtbot: QtBot) -> Callable[[], Any]:
    """What stands in the file once the writer wrote what the desk has."""

    def write() -> Any:
        writer.write()
        qtbot.waitUntil(lambda: background.is_idle)
        return read_due_file(folder)

    return write


def as_due(desk: Desk) -> list[tuple[str, str, str]]:
    due = what_is_due(desk.open_check, desk.today)
    return [(one.id, one.kind.value, one.due.isoformat()) for one in due]


def in_file(plain: Any) -> list[tuple[str, str, str]]:
    return [(one["id"], one["kind"], one["due"]) for one in plain["items"]]


def agrees(plain: Any, desk: Desk) -> bool:
    """Whether the file says what is due, and counts it as the window does."""
    due = what_is_due(desk.open_check, desk.today)
    return in_file(plain) == as_due(desk) and HomeCounts(**plain["home"]) == counts(due, desk.today)


def test_after_an_answer_the_file_says_what_is_due(desk: Desk, written: Callable[[], Any]) -> None:
    before = written()
    assert agrees(before, desk)
    item = next(one for one in desk.plan.open_items if not one.remedy.is_inquiry)
    for question in item.remedy.questions:
        desk.answer(question.id, Answer(Choice.YES))
    after = written()
    assert agrees(after, desk)
    assert item.id in {one[0] for one in in_file(before)}
    assert item.id not in {one[0] for one in in_file(after)}


def test_after_a_tick_the_file_says_what_is_due(
    desk: Desk, written: Callable[[], Any], window: MainWindow, press: Press
) -> None:
    window.show_screen()
    item = next(i for i in desk.plan.due_this_week if not i.remedy.is_inquiry)
    assert item.id in {one[0] for one in in_file(written())}
    press(window.page, f"tick_{item.id}")
    after = written()
    assert agrees(after, desk)
    assert item.id not in {one[0] for one in in_file(after)}


def test_after_a_line_in_a_register_the_file_says_what_is_due(desk: Desk, written: Callable[[], Any]) -> None:
    person = desk.ledger.book.of("staff")[1]
    owed = f"staff.agreement:{person.id}"
    assert owed in {one[0] for one in in_file(written())}
    desk.ledger.write(person.id, "agreement_on", desk.today)
    after = written()
    assert agrees(after, desk)
    assert owed not in {one[0] for one in in_file(after)}


def test_while_questions_are_left_it_counts_nothing_for_the_home_page(
    desk: Desk, written: Callable[[], Any]
) -> None:
    last = desk.open_check.interview.path[-1].id
    interview = desk.open_check.interview
    answers = {key: value for key, value in interview.answers.items() if key != last}
    desk.check = replace(desk.open_check, interview=replace(interview, answers=answers), finished_on=None)
    assert not desk.open_check.is_finished
    plain = written()
    assert plain["home"] is None
    assert in_file(plain) == as_due(desk)


def test_nothing_anybody_wrote_and_no_title_is_in_it(
    desk: Desk, written: Callable[[], Any], folder: Path
) -> None:
    question = desk.open_check.assessment.findings[0].question.id
    answer = desk.open_check.interview.answers[question]
    desk.answer(question, replace(answer, note="张三的电话在本子上"))
    item = next(i for i in desk.plan.open_items if i.remedy.red_line is RedLine.NONE)
    desk.decide(item.id, Progress(owner="李四", reason="太忙", interim="锁起来"))
    entry = desk.ledger.new_entry("accounts")
    desk.ledger.write(entry.id, "name", "kefu-王五")
    desk.ledger.write(entry.id, "note", "备注不外传")
    written()
    text = (folder / NAME).read_bytes().decode()
    check = desk.open_check
    told = ["张三", "李四", "王五", "太忙", "锁起来", "备注", check.shop.name]
    told += [member.name for member in check.shop.staff]
    told += [one.title.zh for one in what_is_due(check, desk.today)]
    told += [one.title.en for one in what_is_due(check, desk.today)]
    assert not [words for words in told if words in text]
    assert text.isascii()


def test_of_the_sample_shop_nothing_is_written(
    desk: Desk, written: Callable[[], Any], qtbot: QtBot, folder: Path
) -> None:
    with qtbot.waitSignal(desk.went):
        desk.show_sample()
    assert desk.is_sample
    assert written() is None
    assert not (folder / NAME).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_can_read_it(written: Callable[[], Any], folder: Path) -> None:
    written()
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [b"", b"\xff\x00", b"{", b"[]", b'{"format": "other"}', b'{"items": 3}'])
def test_a_damaged_file_is_written_anew(
    damage: bytes, desk: Desk, written: Callable[[], Any], folder: Path
) -> None:
    (folder / NAME).write_bytes(damage)
    assert agrees(written(), desk)


def test_when_something_was_last_shown_stays_in_it(
    desk: Desk, written: Callable[[], Any], folder: Path
) -> None:
    plain = written()
    plain["shown"] = "2026-11-29"
    (folder / NAME).write_text(json.dumps(plain), encoding="utf-8")
    desk.answer(desk.open_check.assessment.findings[0].question.id, Answer(Choice.YES))
    assert written()["shown"] == "2026-11-29"


def test_what_says_the_same_is_not_written_again(written: Callable[[], Any], folder: Path) -> None:
    written()
    before = (folder / NAME).stat().st_mtime_ns
    written()
    assert (folder / NAME).stat().st_mtime_ns == before


def test_what_a_killed_window_did_not_write_is_written_at_the_next_start(
    empty_desk: Desk, background: Background, folder: Path, qtbot: QtBot, close_store: Callable[[Desk], None]
) -> None:
    """The store was filled and the file never written, as when the power went."""
    assert not (folder / NAME).exists()
    empty_desk.adopt(folder, empty_desk.preferences.settings)
    open_data(empty_desk, background, folder)
    qtbot.waitUntil((folder / NAME).exists)
    assert agrees(read_due_file(folder), empty_desk)
    close_store(empty_desk)


def test_what_waits_is_written_as_the_window_closes(
    desk: Desk, writer: DueWriter, background: Background, folder: Path, qtbot: QtBot
) -> None:
    desk.answer(desk.open_check.assessment.findings[0].question.id, Answer(Choice.YES))
    writer.finish()
    qtbot.waitUntil(lambda: background.is_idle)
    assert agrees(read_due_file(folder), desk)
    assert desk.screen is Screen.HOME


@pytest.fixture
def close_store(background: Background, qtbot: QtBot) -> Callable[[Desk], None]:
    """Close the store that a start opened, on the thread that opened it."""

    def close(desk: Desk) -> None:
        def work(workspace: Workspace) -> None:
            workspace.database.close()

        desk.in_store(work, lambda _nothing: None, _fail)
        qtbot.waitUntil(lambda: background.is_idle)

    return close


def _fail(error: BaseException) -> None:
    raise error
