"""The longest questions of the bank on the reference laptop: question, answers and footer unscrolled."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.applicability import ALWAYS
from merchant_guard.domain.interview import QuestionStep
from merchant_guard.domain.question import Choice, Question
from merchant_guard.domain.suggestions import ShareRule, SuggestionRule
from tests.support.books import book, entry
from tests.support.every_screen import NARROW, settle
from tests.support.pressing import find
from tests.support.real_content import bank

LONGEST = 3
"""So many questions by each measure."""
Measure = Callable[[Question, str], int]
MEASURES: tuple[Measure, ...] = (
    lambda question, language: len(question.title.pick(language)),
    lambda question, language: len(question.hint.pick(language)),
    lambda question, language: max(len(note.pick(language)) for note in question.notes.values()),
    lambda question, language: sum(len(note.pick(language)) for note in question.notes.values()),
    lambda question, language: sum(len(tick.title.pick(language)) for tick in question.ticks),
)


def longest(language: str) -> list[str]:
    """The longest questions by every measure, in the order of the bank."""
    found = {
        question.id
        for measure in MEASURES
        for question in sorted(bank().questions, key=lambda one: measure(one, language))[-LONGEST:]
    }
    return [question.id for question in bank().questions if question.id in found]


@pytest.fixture(params=["zh", "en"])
def shown(
    request: pytest.FixtureRequest, desk: Desk, show_window: Callable[[Desk], MainWindow]
) -> MainWindow:
    """The window of the reference laptop; every question of the bank is asked, and nothing is answered."""
    desk.look = Look(request.param)
    interview = desk.open_check.interview
    questions = tuple(replace(question, applies_when=ALWAYS) for question in interview.bank.questions)
    asked = replace(interview, bank=replace(interview.bank, questions=questions), answers={})
    desk.check = replace(desk.open_check, interview=asked)
    window = show_window(desk)
    window.resize(*NARROW)
    return window


@pytest.fixture
def suggested(shown: MainWindow, desk: Desk) -> MainWindow:
    """The same with a suggestion for every question, the longest there is."""
    interview, language = desk.open_check.interview, desk.look.language
    rules = interview.bank.suggestions.values()
    some = [one.some for one in rules if one.some is not None]
    reason = max(some, key=lambda text: len(text.pick(language)))
    anybody = ShareRule("staff", {}, None, "agreement_on")
    rule = SuggestionRule("longest", anybody, (), reason, reason, reason)
    questions = tuple(replace(one, suggested_by="longest") for one in interview.bank.questions)
    bank = replace(interview.bank, questions=questions, suggestions={"longest": rule})
    checked = replace(desk.open_check, interview=replace(interview, bank=bank))
    day = date(2026, 3, 2)
    people = [
        entry("staff", day, {"name": "员工甲", "agreement_on": day}, "a"),
        entry("staff", day, {"name": "员工乙"}, "b"),
    ]
    desk.check = checked.with_book(book(people))
    return shown


def open_question(window: MainWindow, desk: Desk, question: str, answer: Answer | None) -> None:
    desk.check = desk.open_check.with_answer(question, answer)
    steps = desk.open_check.interview.path
    desk.go_to_step(next(step for step in steps if isinstance(step, QuestionStep) and step.id == question))
    settle()
    assert (window.width(), window.height()) == NARROW, question


def cut_or_sideways(page: QWidget) -> list[str]:
    """What is narrower or lower than its words need, and areas wider than what shows of them."""
    controls = [
        one for kind in (QLabel, QAbstractButton) for one in page.findChildren(kind) if one.isVisible()
    ]
    cut = [
        f"{one.objectName()} {one.accessibleName()}"
        for one in controls
        if one.width() < one.minimumSizeHint().width()
        or (one.hasHeightForWidth() and one.height() < one.heightForWidth(one.width()))
    ]
    areas = page.findChildren(QScrollArea)
    return cut + ["sideways" for one in areas if one.widget().width() > one.viewport().width()]


def all_in_sight(page: QWidget, name: str) -> bool:
    widget = find(page, name)
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_question_answers_and_footer_fit_unscrolled(shown: MainWindow, desk: Desk) -> None:
    for question in longest(desk.look.language):
        open_question(shown, desk, question, None)
        for choice in (Choice.YES, Choice.PARTLY, Choice.NO, Choice.UNSURE):
            assert all_in_sight(shown.page, f"answer_{choice}"), (question, choice)
        assert all_in_sight(shown.page, "next_question"), question
        assert cut_or_sideways(shown.page) == [], question


def test_with_a_title_of_one_line_they_fit_with_the_ticks_open(shown: MainWindow, desk: Desk) -> None:
    of_one_line = 0
    for question in longest(desk.look.language):
        open_question(shown, desk, question, Answer(Choice.PARTLY))
        assert cut_or_sideways(shown.page) == [], question
        asked = desk.open_check.bank.by_id[question].title.pick(desk.look.language)
        title = next(one for one in shown.page.findChildren(QLabel) if one.accessibleName() == asked)
        if title.height() < 2 * desk.look.line_height("question"):
            of_one_line += 1
            assert all_in_sight(shown.page, "answer_unsure"), question
    assert of_one_line


def test_with_a_suggestion_question_answers_and_footer_fit_unscrolled(
    suggested: MainWindow, desk: Desk
) -> None:
    for question in longest(desk.look.language):
        open_question(suggested, desk, question, None)
        assert all_in_sight(suggested.page, "suggestion"), question
        for choice in (Choice.YES, Choice.PARTLY, Choice.NO, Choice.UNSURE):
            assert all_in_sight(suggested.page, f"answer_{choice}"), (question, choice)
        assert all_in_sight(suggested.page, "next_question"), question
        assert cut_or_sideways(suggested.page) == [], question


@pytest.mark.parametrize("shown", ["zh"], indirect=True)
def test_with_a_suggestion_and_the_ticks_open_what_the_registers_speak_of_fits(
    suggested: MainWindow, desk: Desk
) -> None:
    """In English, whose ticks wrap, the last answer may then be cut by less than a line."""
    speaking = [one.id for one in bank().questions if one.suggested_by]
    assert speaking
    for question in speaking:
        open_question(suggested, desk, question, Answer(Choice.PARTLY))
        asked = desk.open_check.bank.by_id[question].title.pick(desk.look.language)
        title = next(one for one in suggested.page.findChildren(QLabel) if one.accessibleName() == asked)
        if title.height() < 2 * desk.look.line_height("question"):
            assert all_in_sight(suggested.page, "answer_unsure"), question
