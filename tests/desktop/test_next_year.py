"""The second year: begun and taken back, a question and a group said again, and nothing counts before."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.interview import ProfileStep, QuestionStep, Step
from merchant_guard.domain.question import Choice
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.workspace import Workspace
from tests.support.every_screen import settle
from tests.support.next_year import YEAR, begun
from tests.support.plans import made
from tests.support.pressing import find, there_is
from tests.support.windows import TODAY

Show = Callable[[Desk], MainWindow]
Stored = Callable[[], OpenCheck]
Press = Callable[[QWidget, str], None]
PARTLY = "access.order-rights"
RED = "waybill.no-trading"


@pytest.fixture
def a_year_on(desk: Desk) -> Desk:
    """The sample shop a year after its check."""
    desk.today = TODAY + YEAR
    return desk


@pytest.fixture
def second_year(a_year_on: Desk, show_window: Show, background: Background) -> MainWindow:
    """The window with the next check begun, the shop described as last year."""
    window = show_window(a_year_on)
    a_year_on.next_year.begin()
    settle(background)
    while a_year_on.open_check.interview.shop.profile != a_year_on.open_check.previous.profile:
        check = a_year_on.open_check
        a_year_on.describe_shop(replace(check.shop, profile=check.previous.profile))
        settle(background)
    return window


def step_of(desk: Desk, question: str) -> Step:
    return next(step for step in desk.open_check.interview.path if step.id == question)


def first_of(desk: Desk, group: str) -> Step:
    path = desk.open_check.interview.path
    return next(one for one in path if isinstance(one, QuestionStep) and one.question.group == group)


def counted(desk: Desk) -> dict[str, Answer]:
    return dict(desk.open_check.interview.answers)


# --- beginning ----------------------------------------------------------------------------------------


def test_home_offers_it_when_the_check_is_a_year_old_and_says_what_it_is_like(
    a_year_on: Desk, show_window: Show
) -> None:
    a_year_on.go(Screen.HOME)
    window = show_window(a_year_on)
    assert find(window, "begin_next_year", QAbstractButton).text() == "开始 2027 年自查"
    assert "去年的答案都在旁边，确认了才算" in find(window, "page_below", QLabel).accessibleName()


def test_home_says_nothing_of_it_before(desk: Desk, show_window: Show) -> None:
    desk.go(Screen.HOME)
    assert not there_is(show_window(desk), "begin_next_year")


@pytest.mark.parametrize("screen", [Screen.RESULT, Screen.REVIEW])
def test_it_can_be_begun_any_other_day_from_a_quiet_place(
    desk: Desk, show_window: Show, press: Press, screen: Screen, background: Background
) -> None:
    desk.go(screen)
    window = show_window(desk)
    press(window, "check_again")
    settle(background)
    assert desk.open_check.checked_on == TODAY
    assert desk.screen is Screen.PROFILE


def test_begun_it_asks_whether_the_shop_is_as_last_year_and_nothing_is_answered(
    a_year_on: Desk, show_window: Show, press: Press, stored: Stored, background: Background
) -> None:
    before = a_year_on.open_check
    a_year_on.go(Screen.HOME)
    window = show_window(a_year_on)
    press(window, "begin_next_year")
    settle(background)
    assert there_is(window, "same_as_last_year")
    for check in (a_year_on.open_check, stored()):
        assert check.interview.answers == {}
        assert check.shop.profile == {}
        assert check.previous.answers == before.interview.answers


def test_it_can_be_taken_back_while_nothing_is_answered(
    a_year_on: Desk, show_window: Show, press: Press, stored: Stored, background: Background
) -> None:
    before = a_year_on.open_check
    window = show_window(a_year_on)
    a_year_on.next_year.begin()
    settle(background)
    a_year_on.go(Screen.HOME)
    settle()
    press(window, "take_back")
    settle(background)
    for check in (a_year_on.open_check, stored()):
        assert check.check_id == before.check_id
        assert check.interview.answers == before.interview.answers
        assert check.shop.profile == before.shop.profile
    assert there_is(window, "begin_next_year")


def test_the_toast_takes_it_back_too(
    a_year_on: Desk, show_window: Show, press: Press, background: Background
) -> None:
    before = a_year_on.open_check.check_id
    window = show_window(a_year_on)
    a_year_on.next_year.begin()
    settle(background)
    press(window, "undo")
    settle(background)
    assert a_year_on.open_check.check_id == before


def test_with_the_first_answer_there_is_no_way_back(second_year: MainWindow, a_year_on: Desk) -> None:
    assert a_year_on.next_year.can_take_back
    a_year_on.answer(PARTLY, Answer(Choice.YES))
    assert not a_year_on.next_year.can_take_back
    a_year_on.go(Screen.HOME)
    settle()
    assert not there_is(second_year, "take_back")


# --- one question -------------------------------------------------------------------------------------


def test_one_press_says_again_what_was_said_with_its_ticks(
    second_year: MainWindow, a_year_on: Desk, press: Press, stored: Stored
) -> None:
    a_year_on.go_to_step(step_of(a_year_on, PARTLY))
    settle()
    assert counted(a_year_on) == {}
    press(second_year, "as_last_year")
    before = a_year_on.open_check.previous.answers[PARTLY]
    assert counted(a_year_on)[PARTLY] == Answer(Choice.PARTLY, before.done)
    assert stored().interview.answers[PARTLY].done == before.done
    for tick in before.done:
        assert find(second_year, f"tick_{tick}", QAbstractButton).isChecked()
    assert a_year_on.step.id == PARTLY, "an answer never moves the page"
    assert not there_is(second_year, "as_last_year")
    assert QApplication.focusWidget() is find(second_year, "answer_partly")


def test_the_key_0_says_it_again_and_pressed_twice_goes_on(second_year: MainWindow, a_year_on: Desk) -> None:
    a_year_on.go_to_step(step_of(a_year_on, PARTLY))
    settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)
    settle()
    assert counted(a_year_on)[PARTLY].choice is Choice.PARTLY
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)
    settle()
    assert a_year_on.step is None or a_year_on.step.id != PARTLY


def test_last_years_note_reason_and_ticks_can_be_read(second_year: MainWindow, a_year_on: Desk) -> None:
    previous = a_year_on.open_check.previous
    answers = {
        **previous.answers,
        PARTLY: Answer(Choice.PARTLY, frozenset({"by-job"}), note="只分了一半"),
        "access.visitors": Answer(Choice.NOT_APPLICABLE, reason="没有外人来"),
    }
    a_year_on.check = replace(a_year_on.open_check, previous=replace(previous, answers=answers))
    a_year_on.go_to_step(step_of(a_year_on, PARTLY))
    settle()
    lines = [one.accessibleName() for one in find(second_year, "last_year_said").findChildren(QLabel)]
    assert lines[0] == "去年（2026-11-21）选的：做到一部分"
    assert lines[1].startswith("做到的：") and lines[2].startswith("没做到的：")
    assert lines[3] == "去年的备注：只分了一半"
    a_year_on.go_to_step(step_of(a_year_on, "access.visitors"))
    settle()
    lines = [one.accessibleName() for one in find(second_year, "last_year_said").findChildren(QLabel)]
    assert lines == ["去年（2026-11-21）选的：不适用", "去年的理由：没有外人来"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)
    assert counted(a_year_on)["access.visitors"] == Answer(Choice.NOT_APPLICABLE, reason="没有外人来")


@pytest.mark.parametrize(("kind", "badge"), [("new", "新题"), ("changed", "题目有变")])
def test_new_and_changed_questions_say_so_and_have_no_one_press(
    second_year: MainWindow, a_year_on: Desk, kind: str, badge: str
) -> None:
    check = a_year_on.open_check
    month = f"{a_year_on.today:%Y-%m}"
    changed = {"added": month} if kind == "new" else {"changed": month}
    questions = tuple(replace(one, **changed) if one.id == PARTLY else one for one in check.bank.questions)
    answers = {k: v for k, v in check.previous.answers.items() if kind == "changed" or k != PARTLY}
    a_year_on.check = replace(
        check,
        interview=replace(check.interview, bank=replace(check.bank, questions=questions)),
        previous=replace(check.previous, answers=answers),
    )
    a_year_on.go_to_step(step_of(a_year_on, PARTLY))
    settle()
    assert find(second_year, "question_mark", QLabel).accessibleName() == badge
    assert second_year.page.announcement().startswith(badge)
    assert not there_is(second_year, "as_last_year")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)
    assert counted(a_year_on) == {}


def test_what_was_put_right_since_is_said_and_asked_anew(second_year: MainWindow, a_year_on: Desk) -> None:
    check = a_year_on.open_check
    missing = check.previous.answers[PARTLY].done
    tick = next(one for one in check.bank.by_id[PARTLY].ticks if one.id not in missing)
    done = {tick.action: Progress(done_on=TODAY)}
    a_year_on.check = replace(check, previous=replace(check.previous, progress=done))
    a_year_on.go_to_step(step_of(a_year_on, PARTLY))
    settle()
    lines = [one.accessibleName() for one in find(second_year, "last_year_said").findChildren(QLabel)]
    assert lines[-1] == f"后来改好了：{tick.title.zh}。所以这题请重新选。"
    assert not there_is(second_year, "as_last_year")


# --- a group ------------------------------------------------------------------------------------------


def test_a_group_counts_only_once_it_is_confirmed(
    second_year: MainWindow, a_year_on: Desk, press: Press, stored: Stored
) -> None:
    a_year_on.go_to_step(first_of(a_year_on, "access"), by_group=True)
    settle()
    assert a_year_on.screen is Screen.GROUP_AGAIN
    assert counted(a_year_on) == stored().interview.answers == {}
    same = [one.id for one in a_year_on.next_year.group("access").same]
    assert len(same) > 1
    for question in same:
        assert there_is(second_year, f"again_{question}")
    press(second_year, "confirm_group")
    previous = a_year_on.open_check.previous.answers
    assert list(counted(a_year_on)) == same
    for question, answer in counted(a_year_on).items():
        assert (answer.choice, answer.done) == (previous[question].choice, previous[question].done)
        assert (answer.note, answer.evidence) == ("", ()), "note and proof stay with last year"
    assert set(stored().interview.answers) == set(same)


def test_a_forbidden_red_line_is_named_and_asked_by_itself(
    second_year: MainWindow, a_year_on: Desk, press: Press
) -> None:
    a_year_on.go_to_step(first_of(a_year_on, "waybill"), by_group=True)
    settle()
    assert not there_is(second_year, f"again_{RED}")
    told = " ".join(one.accessibleName() for one in find(second_year, "asked_apart").findChildren(QLabel))
    assert a_year_on.open_check.bank.by_id[RED].title.zh in told
    assert "红线，每年都要亲自看一遍" in told
    press(second_year, "confirm_group")
    assert RED not in counted(a_year_on)
    asked = {step.id for step in a_year_on.open_check.interview.path if step.id not in counted(a_year_on)}
    assert RED in asked


def test_one_by_one_leads_through_the_questions_and_confirms_nothing(
    second_year: MainWindow, a_year_on: Desk, press: Press
) -> None:
    a_year_on.go_to_step(first_of(a_year_on, "access"), by_group=True)
    settle()
    press(second_year, "one_by_one")
    assert a_year_on.screen is Screen.QUESTION
    assert a_year_on.step == first_of(a_year_on, "access")
    assert counted(a_year_on) == {}
    press(second_year, "as_last_year")
    press(second_year, "next_question")
    assert a_year_on.screen is Screen.QUESTION


def test_a_group_that_was_left_open_stands_there_again_after_a_restart(
    second_year: MainWindow, a_year_on: Desk, opened: list[Workspace], stored: Stored, background: Background
) -> None:
    a_year_on.go_to_step(first_of(a_year_on, "access"), by_group=True)
    settle(background)
    again = Desk(background, a_year_on.look, a_year_on.today)
    again.open(opened[-1], stored())
    assert again.screen is Screen.GROUP_AGAIN
    assert again.step.id == first_of(a_year_on, "access").id


def test_changing_one_answer_from_the_review_does_not_lead_by_the_group(
    second_year: MainWindow, a_year_on: Desk
) -> None:
    a_year_on.go(Screen.REVIEW)
    a_year_on.walk.change_answer(first_of(a_year_on, "access").id)
    assert a_year_on.screen is Screen.QUESTION


def test_the_first_year_knows_no_groups_to_confirm(desk: Desk) -> None:
    check = begun(desk.open_check, desk.today)
    desk.check = replace(check, previous=None)
    desk.go_to_step(first_of(desk, "access"), by_group=True)
    assert desk.screen is Screen.QUESTION


# --- last year's plan, dropped later ----------------------------------------------------------------------


def drop(window: MainWindow, *places: Path) -> bool:
    """Drag files over the window and let them go there; whether the window took them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
    where, action = window.rect().center(), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(where, action, mime, button, keys)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(where.toPointF(), action, mime, button, keys))
    return entering.isAccepted()


def test_a_check_with_nothing_before_it_takes_last_years_plan_at_any_time(
    desk: Desk, show_window: Show, tmp_path: Path, background: Background, stored: Stored
) -> None:
    first_day, answers = desk.open_check.checked_on, desk.open_check.interview.answers
    place = plan_of(desk, tmp_path)
    desk.today = TODAY + YEAR
    alone = lay_alone(desk, background)
    window = show_window(desk)
    assert drop(window, place)
    settle(background)
    assert desk.open_check.previous.checked_on == first_day
    assert set(desk.open_check.previous.answers) <= set(answers)
    assert desk.open_check.interview.answers == alone.interview.answers
    assert desk.screen is Screen.HOME
    assert stored().previous.answers == desk.open_check.previous.answers


def plan_of(desk: Desk, folder: Path) -> Path:
    check = desk.open_check
    place = folder / "整改计划.pdf"
    place.write_bytes(made(check.bank, check.shop, check.interview.answers).pdf().data)
    return place


def lay_alone(desk: Desk, background: Background) -> OpenCheck:
    """Make the check in hand the only one there is, of a year later."""

    def work(workspace: Workspace) -> OpenCheck:
        check = desk.open_check
        for one in workspace.checks.list(check.shop_id):
            workspace.checks.delete(one.id)
        only = SelfCheck(desk.today, check.interview.answers, profile=check.shop.profile)
        check_id = workspace.checks.save(check.shop_id, only, bank_version=workspace.bank.version)
        return replace(check, check_id=check_id, previous=None, checked_on=desk.today, progress={})

    laid: list[OpenCheck] = []
    desk.in_store(work, laid.append, desk.tell_failure)
    settle(background)
    desk.lay(laid[0])
    desk.go(Screen.HOME)
    return laid[0]


def test_several_files_or_another_paper_are_refused_where_we_are(
    desk: Desk, show_window: Show, tmp_path: Path, background: Background
) -> None:
    lay_alone(desk, background)
    window, told = show_window(desk), []
    desk.save_failed.connect(told.append)
    other = tmp_path / "别的.pdf"
    other.write_bytes(b"%PDF-1.4 nothing in it")
    for places in ((other, other), (other,)):
        drop(window, *places)
        settle(background)
    assert len(told) == 2
    assert desk.screen is Screen.HOME
    assert desk.open_check.previous is None


def test_a_shop_with_a_year_before_takes_no_plan(desk: Desk, show_window: Show, tmp_path: Path) -> None:
    assert not drop(show_window(desk), plan_of(desk, tmp_path))


def test_profile_screens_of_the_second_year_are_each_one_press(
    a_year_on: Desk, show_window: Show, press: Press, background: Background
) -> None:
    window = show_window(a_year_on)
    a_year_on.next_year.begin()
    settle(background)
    doors = 0
    while isinstance(a_year_on.step, ProfileStep):
        press(window, "same_as_last_year")
        doors += 1
    assert doors >= 2
    assert a_year_on.open_check.shop.profile
