"""What the registers say about a question: named, explained, and never answered by itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from merchant_guard.domain.suggestions import ShareRule, SuggestionRule
from merchant_guard.domain.text import Text
from merchant_guard.services.open_check import OpenCheck
from tests.support.books import book, entry
from tests.support.every_screen import NARROW, settle
from tests.support.pressing import find, press, there_is

ASKED = "access.own-accounts"
CHOICES = (Choice.YES, Choice.PARTLY, Choice.NO, Choice.UNSURE)
SIGNED = date(2026, 3, 2)
Show = Callable[..., MainWindow]


@pytest.fixture
def show(desk: Desk, show_window: Callable[[Desk], MainWindow]) -> Show:
    """Show a question about which the register of staff says how many of four have signed."""

    def show_question(
        signed: int, answer: Answer | None = None, size: tuple[int, int] = NARROW
    ) -> MainWindow:
        staff = [
            entry(
                "staff",
                SIGNED,
                {"name": f"员工{n}", **({"agreement_on": SIGNED} if n < signed else {})},
                f"s{n}",
            )
            for n in range(4)
        ]
        check = suggesting(desk).with_book(book(staff))
        desk.check = check.with_answer(ASKED, answer)
        desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == ASKED))
        window = show_window(desk)
        window.resize(*size)
        settle()
        return window

    return show_question


def suggesting(desk: Desk) -> OpenCheck:
    """The sample's check with a rule of its own for one question."""
    interview = desk.open_check.interview
    ticks = tuple(tick.id for tick in interview.bank.by_id[ASKED].ticks[:1])
    rule = SuggestionRule(
        "own",
        ShareRule("staff", {}, "left_on", "agreement_on"),
        ticks,
        Text("登记本里 {total} 人都签了", "All {total} people have signed"),
        Text("登记本里 {total} 人，{missing} 人还没签", "Of {total} people, {missing} have not signed"),
        None,
    )
    questions = tuple(
        replace(one, suggested_by="own") if one.id == ASKED else one for one in interview.bank.questions
    )
    bank = replace(interview.bank, questions=questions, suggestions={"own": rule})
    return replace(desk.open_check, interview=replace(interview, bank=bank))


def suggested(window: MainWindow) -> list[str]:
    """The answers beside which stands that the registers say so."""
    rows = {choice: find(window, f"answer_{choice}", QAbstractButton) for choice in CHOICES}
    return [choice for choice, row in rows.items() if "登记本里" in row.accessibleDescription()]


def test_some_signed_points_to_partly_with_the_reason_and_answers_nothing(show: Show, desk: Desk) -> None:
    window = show(signed=1)
    words = find(window, "suggestion_words", QLabel).accessibleName()
    assert words == "和去年选的不一样：登记本里 4 人，3 人还没签。看起来是“做到一部分”。"
    assert suggested(window) == [Choice.PARTLY]
    assert not [choice for choice in CHOICES if find(window, f"answer_{choice}", QAbstractButton).isChecked()]
    assert ASKED not in desk.open_check.interview.answers
    assert window.page.announcement().endswith(words)


def test_a_row_that_was_also_last_years_says_both(show: Show, desk: Desk) -> None:
    before = desk.open_check.previous
    answers = {**before.answers, ASKED: Answer(Choice.PARTLY)}
    desk.check = replace(desk.open_check, previous=replace(before, answers=answers))
    window = show(signed=1)
    row = find(window, f"answer_{Choice.PARTLY}", QAbstractButton)
    assert row.accessibleDescription() == "去年选的，登记本里也是"
    assert find(window, "suggestion_words", QLabel).accessibleName().startswith("登记本里")


def test_all_signed_names_the_tick_and_does_not_mark_it(show: Show, desk: Desk) -> None:
    window = show(signed=4, answer=Answer(Choice.PARTLY))
    words = "和去年选的不一样：登记本里 4 人都签了。"
    assert find(window, "suggestion_words", QLabel).accessibleName() == words
    assert suggested(window) == []
    ticks = desk.open_check.bank.by_id[ASKED].ticks
    boxes = {
        tick.id: find(window, f"tick_{tick.id}", QCheckBox)
        for tick in ticks
        if there_is(window, f"tick_{tick.id}")
    }
    noted = [one for one, box in boxes.items() if box.accessibleDescription() == "登记本里有记录"]
    assert noted == [ticks[0].id]
    assert not [one for one, box in boxes.items() if box.isChecked()]


def test_where_there_is_nothing_to_go_by_nothing_is_said(show: Show) -> None:
    window = show(signed=0)
    assert not there_is(window, "suggestion")
    assert suggested(window) == []


@pytest.mark.parametrize("size", [NARROW, (1366, 696)])
def test_the_way_to_the_register_stands_beside_it(
    show: Show, desk: Desk, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = show(signed=1, size=size)
    assert find(window, "see_register").accessibleName().startswith("看登记本：")
    press(qtbot, window, "see_register")
    assert (desk.screen, desk.open_register) == (Screen.REGISTERS, ("staff", None))
