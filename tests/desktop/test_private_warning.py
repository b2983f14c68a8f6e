"""ID, card and phone numbers typed into a note: the warning comes, goes, and stops nobody."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.private_warning import private_words
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.services.open_check import OpenCheck
from tests.support.every_screen import settle
from tests.support.pressing import find, press, there_is, write

ASKED, CRIME = "access.own-accounts", "waybill.no-trading"
ID_NUMBER = "11010119900307" + "7395"
CARD = "6222 0200 0000 0000 000"
PHONES = "13800138000 和 13900139000"
WARNING = "private_warning"


@pytest.fixture
def show(desk: Desk, show_window: Callable[[Desk], MainWindow]) -> Callable[[str], MainWindow]:
    """Show a question with an answer, its note open where it takes one."""

    def show_question(question: str) -> MainWindow:
        desk.check = desk.open_check.with_answer(question, Answer(Choice.NO))
        desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == question))
        window = show_window(desk)
        window.activateWindow()
        settle()
        return window

    return show_question


def type_note(qtbot: QtBot, window: MainWindow, words: str) -> QPlainTextEdit:
    press(qtbot, window, "open_note")
    field = find(window, "note_text", QPlainTextEdit)
    field.setPlainText(words)
    return field


def warned(window: MainWindow) -> str:
    return find(window, WARNING).accessibleName() if there_is(window, WARNING) else ""


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (f"身份证 {ID_NUMBER}", "这像是身份证号"),
        (f"卡号 {CARD}", "这像是银行卡号"),
        (PHONES, "这像是好几个手机号"),
    ],
)
def test_a_note_is_warned_about_when_typing_rests(
    show: Callable[[str], MainWindow], desk: Desk, qtbot: QtBot, words: str, start: str
) -> None:
    window = show(ASKED)
    field = type_note(qtbot, window, words)
    assert warned(window) == ""
    qtbot.waitUntil(lambda: there_is(window, WARNING))
    assert warned(window).startswith(start)
    assert field.accessibleDescription() == warned(window)


def test_it_stops_nobody_and_goes_with_the_number(
    show: Callable[[str], MainWindow], desk: Desk, stored: Callable[[], OpenCheck], qtbot: QtBot
) -> None:
    window = show(ASKED)
    field = type_note(qtbot, window, PHONES)
    qtbot.waitUntil(lambda: there_is(window, WARNING))
    qtbot.waitUntil(lambda: desk.open_check.interview.answers[ASKED].note == PHONES)
    assert stored().interview.answers[ASKED].note == PHONES
    field.setPlainText("两位客服都问过了")
    qtbot.waitUntil(lambda: not there_is(window, WARNING))
    assert not field.accessibleDescription()


def test_leaving_the_field_warns_at_once(show: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = show(ASKED)
    type_note(qtbot, window, PHONES)
    find(window, "next_question").setFocus()
    assert warned(window)


def test_a_note_that_was_kept_with_a_number_is_warned_about_when_it_shows(
    show: Callable[[str], MainWindow], desk: Desk, show_window: Callable[[Desk], MainWindow]
) -> None:
    desk.check = desk.open_check.with_answer(ASKED, Answer(Choice.NO, note=PHONES))
    desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == ASKED))
    window = show_window(desk)
    settle()
    assert warned(window)


def test_the_reason_why_it_does_not_apply_is_looked_at_too(
    show: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = show(ASKED)
    press(qtbot, window, "not_applicable")
    write(window, "reason_text", f"问 {PHONES}")
    qtbot.waitUntil(lambda: there_is(window, WARNING))


def test_crime_type_questions_still_take_no_note(show: Callable[[str], MainWindow]) -> None:
    window = show(CRIME)
    assert not there_is(window, "open_note")
    assert not there_is(window, "note_text")


def test_the_reasons_for_another_day_are_looked_at(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    item = next(
        i for i in desk.plan.open_items if i.remedy.red_line is RedLine.NONE and not i.remedy.is_inquiry
    )
    desk.decide(item.id, Progress(due=desk.today - timedelta(days=6)))
    desk.go(Screen.PLAN)
    QApplication.processEvents()
    press(qtbot, window.page, f"move_{item.id}")
    write(window.page, "move_reason", PHONES)
    qtbot.waitUntil(lambda: there_is(window.page, WARNING))
    write(window.page, "move_reason", "他请假了")
    write(window.page, "move_interim", "店主先盯着")
    qtbot.waitUntil(lambda: not there_is(window.page, WARNING))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_of_several_things_the_gravest_is_named(language: str) -> None:
    look = Look(language)
    assert private_words(look, f"{PHONES} {ID_NUMBER}") == private_words(look, ID_NUMBER) != ""
    assert private_words(look, "订单 20261130 01") == ""
