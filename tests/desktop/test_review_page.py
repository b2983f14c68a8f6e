from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.question import Choice

LEFT_OUT = ("access.order-rights", "waybill.photos")
"""In the order in which they are asked."""


@pytest.fixture
def review(desk, show_window):
    """The clothes shop with two answers missing."""
    interview = desk.open_check.interview
    answers = {key: value for key, value in interview.answers.items() if key not in LEFT_OUT}
    assert len(answers) == len(interview.answers) - len(LEFT_OUT), "both were answered"
    desk.check = replace(desk.open_check, interview=replace(interview, answers=answers), finished_on=None)
    desk.go(Screen.REVIEW)
    return show_window(desk)


def words_in(widget) -> str:
    return "\n".join(label.accessibleName() for label in widget.findChildren(QLabel))


def unsure(desk):
    answers = desk.open_check.interview.sheet.answers
    return [one for one, answer in answers.items() if answer.choice is Choice.UNSURE]


def test_it_counts_what_is_unanswered_and_unsure(review, desk):
    assert f"还有 2 题没答 · {len(unsure(desk))} 题不确定" in words_in(review.page)


def test_the_unanswered_stand_before_the_unsure(review, desk):
    card = review.page.findChild(object, "first_to_see")
    names = [b.objectName() for b in card.findChildren(QAbstractButton) if b.objectName().startswith("open_")]
    assert names[:2] == [f"open_{one}" for one in LEFT_OUT]
    assert set(names[2:]) <= {f"open_{one}" for one in unsure(desk)}


def test_going_to_see_comes_back_here(review, desk, press):
    press(review, "open_access.order-rights")
    assert desk.screen is Screen.QUESTION
    assert desk.step.id == "access.order-rights"
    desk.walk.next_step()
    assert desk.screen is Screen.REVIEW
    press(review, "open_access.order-rights")
    desk.walk.previous_step()
    assert desk.screen is Screen.REVIEW


def test_going_elsewhere_forgets_the_way_back(review, desk, press):
    press(review, "open_access.order-rights")
    desk.go(Screen.HOME)
    desk.go_to_step(desk.open_check.interview.path[1])
    desk.walk.next_step()
    assert desk.screen is not Screen.REVIEW


def test_a_group_unfolds_to_its_answers_and_each_can_be_changed(review, desk, press):
    assert review.findChild(QAbstractButton, "open_staff.leaving") is None
    press(review, "group_staff_answers")
    change = review.findChild(QAbstractButton, "open_staff.leaving")
    question = desk.open_check.bank.by_id["staff.leaving"]
    assert change.accessibleName() == f"改：{question.title.zh}"
    assert change.isVisible()
    press(review, "group_staff_answers")
    assert not change.isVisible()


def test_the_result_can_be_seen_with_questions_left(review, desk, press):
    press(review, "see_result")
    assert desk.screen is Screen.RESULT
    assert desk.open_check.finished_on is None


def test_with_everything_answered_seeing_the_result_finishes_the_check(desk, show_window, press):
    desk.check = replace(desk.open_check, finished_on=None)
    desk.go(Screen.REVIEW)
    window = show_window(desk)
    assert "都答完了" in words_in(window.page)
    press(window, "see_result")
    assert desk.screen is Screen.RESULT
    assert desk.open_check.finished_on == desk.today


def test_finishing_with_nothing_unanswered_skips_the_review(desk):
    desk.walk.finish()
    assert desk.screen is Screen.RESULT
