"""The plan page: one list by nearness, ticked, moved and given to people, all of it saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.plan_row import PlanRow
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.estimate import estimated_score
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.domain.shop import BusyTime
from merchant_guard.services.open_check import OpenCheck
from tests.desktop.conftest import TODAY
from tests.support.pressing import find, press, said, there_is, write

Stored = Callable[[], OpenCheck]
LATE = date(2026, 11, 24)


@pytest.fixture
def ordinary(desk: Desk) -> PlanItem:
    """An open item that is no red line, due this week."""
    return next(
        i for i in desk.plan.open_items if i.remedy.red_line is RedLine.NONE and not i.remedy.is_inquiry
    )


@pytest.fixture
def red(desk: Desk) -> PlanItem:
    """An open red line."""
    return next(i for i in desk.plan.open_items if i.remedy.red_line is not RedLine.NONE)


def show(desk: Desk, window: MainWindow) -> QWidget:
    desk.go(Screen.PLAN)
    QApplication.processEvents()
    assert window.page is not None
    return window.page


def rows(page: QWidget) -> list[str]:
    """The items whose rows are shown, from top to bottom."""
    found = sorted(page.findChildren(PlanRow), key=lambda row: row.mapTo(page, QPoint(0, 0)).y())
    return [row.item_id for row in found if row.isVisibleTo(page)]


def row(page: QWidget, item_id: str) -> PlanRow:
    return find(page, f"row_{item_id}", PlanRow)


def progress(desk: Desk, item: PlanItem) -> Progress:
    """What was decided or done; the day that was proposed stays beside it."""
    return replace(desk.open_check.progress.get(item.id, Progress()), proposed=None)


def answer_all(desk: Desk, choice: Choice) -> None:
    """Give every question the same answer, and forget what was done."""
    interview = desk.open_check.interview
    for question in desk.open_check.bank.questions:
        answer = replace(
            next(iter(interview.answers.values())), choice=choice, done=frozenset(), reason="没有"
        )
        interview = interview.with_answer(question.id, answer)
    desk.check = replace(desk.open_check, interview=interview, progress={})


# --- what is shown --------------------------------------------------------------------------------------


def test_only_what_is_near_is_built_and_the_rest_is_counted(desk: Desk, window: MainWindow) -> None:
    page, plan = show(desk, window), desk.plan
    near = [item.id for item in plan.open_items if item.due <= date(2026, 12, 13)]
    later, done = len(plan.open_items) - len(near), len(plan.done_items)

    assert rows(page) == near
    assert find(page, "fold_later", QAbstractButton).text() == f"以后 {later} 件"
    assert find(page, "fold_done", QAbstractButton).text() == f"已做好 {done} 件"
    assert f"一共 {len(plan.items)} 件，已做好 {done} 件" in find(page, "plan_summary").accessibleName()


def test_the_head_tells_the_score_of_the_day_and_what_it_may_be_now(desk: Desk, window: MainWindow) -> None:
    told = find(show(desk, window), "plan_summary").accessibleName()
    score = desk.open_check.assessment.shown_score
    estimate = estimated_score(desk.open_check.assessment, desk.plan)

    assert f"自查时 {score} 分，估计 {estimate} 分（明年复查才算数）" in told


def test_folded_rows_unfold_and_fold_again(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    page = show(desk, window)
    before = rows(page)
    press(qtbot, page, "fold_done")
    done = [item.id for item in desk.plan.done_items]

    assert set(rows(page)) - set(before) == set(done)
    assert "已做，还没留证据" in {row(page, id_).text.meta for id_ in done}
    press(qtbot, page, "fold_done")
    assert rows(page) == before


def test_whoever_comes_for_a_row_finds_it_unfolded(desk: Desk, window: MainWindow) -> None:
    last = desk.plan.open_items[-1]
    desk.go_to_item(last.id)
    QApplication.processEvents()

    assert last.id in rows(window.page)
    assert last.remedy.action.why.zh in said(window.page)


def test_an_overdue_red_line_stays_todays_and_says_since_when(
    desk: Desk, window: MainWindow, red: PlanItem
) -> None:
    desk.today = red.found_on + timedelta(days=1)
    page = show(desk, window)

    assert row(page, red.id).text.meta.startswith("昨天该补")
    assert row(page, red.id).text.day == "今天"
    assert not find(page, f"day_{red.id}").isEnabled()
    assert not there_is(page, f"move_{red.id}")


def test_an_overdue_red_line_of_last_year_says_its_year(
    desk: Desk, window: MainWindow, red: PlanItem
) -> None:
    desk.today = red.found_on + timedelta(days=367)
    assert row(show(desk, window), red.id).text.meta.startswith(f"{red.found_on.isoformat()}就该补")


def test_a_row_that_finds_out_says_whom_to_ask_what(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    item = next(item for item in desk.plan.open_items if item.remedy.is_inquiry)
    page = show(desk, window)
    if item.id not in rows(page):
        press(qtbot, page, "fold_later")
    press(qtbot, page, f"unfold_{item.id}")

    asked = item.remedy.questions[0].ask
    told = said(page)
    assert row(page, item.id).text.badge == "ask"
    assert f"去问：{desk.open_check.bank.counterparts[asked.who].label.zh}" in told
    assert asked.say.zh in told


def test_an_unfolded_row_says_why_how_and_by_which_law(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"unfold_{ordinary.id}")
    told = said(page)
    assert ordinary.remedy.action.why.zh in told
    assert all(any(step.text.zh in words for words in told) for step in ordinary.steps)

    citation = ordinary.citations[0]
    press(qtbot, page, f"law_{citation.law}_{citation.article}")
    assert there_is(window, "law_panel")

    press(qtbot, page, f"unfold_{ordinary.id}")
    assert not there_is(page, "print_row")


def test_one_button_at_a_time_is_the_primary_one(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem
) -> None:
    page = show(desk, window)

    def primary() -> list[str]:
        buttons = page.findChildren(QPushButton)
        return [b.objectName() for b in buttons if b.property("k") == "primary" and b.isVisibleTo(page)]

    assert primary() == ["print_list"]
    press(qtbot, page, f"unfold_{ordinary.id}")
    assert primary() == ["print_row"]
    press(qtbot, page, "print_row")
    assert desk.screen is Screen.PRINT


def test_for_something_forbidden_by_criminal_law_nothing_can_be_written_down(
    desk: Desk, window: MainWindow
) -> None:
    answer_all(desk, Choice.NO)
    crime = next(i for i in desk.plan.items if any(q.crime for q in i.remedy.questions))
    desk.go_to_item(crime.id)
    QApplication.processEvents()

    told = said(window.page)
    assert any(words.startswith("先停；不要删除或改动记录；不要在这里写经过") for words in told)
    assert not there_is(window.page, "move_reason")


def test_a_shop_with_nothing_to_do_is_told_so(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    answer_all(desk, Choice.YES)
    page = show(desk, window)
    assert rows(page) == []
    press(qtbot, page, "empty_action")
    assert desk.screen is Screen.RESULT


def test_a_shop_that_has_answered_nothing_is_led_to_the_questions(desk: Desk, window: MainWindow) -> None:
    check = desk.open_check
    desk.check = replace(check, interview=Interview(check.bank, check.shop, {}), progress={})
    page = show(desk, window)

    assert find(page, "empty_action", QAbstractButton).text() == "接着自查"


# --- what is done ---------------------------------------------------------------------------------------


def test_what_is_ticked_stays_in_place_until_the_page_is_left(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem, stored: Stored
) -> None:
    page = show(desk, window)
    before, days = rows(page), [one.text.day for one in page.findChildren(PlanRow)]
    press(qtbot, page, f"tick_{ordinary.id}")

    assert progress(desk, ordinary).done_on == TODAY
    assert stored().progress[ordinary.id].done_on == TODAY
    assert rows(page) == before
    assert row(page, ordinary.id).text.done
    assert row(page, ordinary.id).text.meta == "已做，还没留证据"
    visible = [one for one in page.findChildren(PlanRow) if one.isVisibleTo(page) and not one.text.done]
    assert {one.text.day for one in visible} <= set(days)

    again = show(desk, window)
    assert ordinary.id not in rows(again)


def test_a_tick_can_be_taken_back(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem, stored: Stored
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"tick_{ordinary.id}")
    press(qtbot, window, "undo")

    assert progress(desk, ordinary).done_on is None
    assert stored().progress[ordinary.id].done_on is None
    assert not row(page, ordinary.id).text.done


def test_a_tick_can_be_taken_back_after_the_page_is_gone(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem
) -> None:
    press(qtbot, show(desk, window), f"tick_{ordinary.id}")
    desk.decide(ordinary.id, replace(progress(desk, ordinary), owner="员工A"))
    desk.go(Screen.RESULT)
    press(qtbot, window, "undo")

    assert progress(desk, ordinary) == Progress(owner="员工A")


def test_somebody_else_can_be_given_a_task(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem, stored: Stored
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"who_{ordinary.id}")
    names = find(page, f"who_{ordinary.id}_list", QComboBox)
    people = [member.name for member in desk.open_check.shop.staff]
    assert [names.itemText(number) for number in range(names.count())] == [*people, "写别的名字"]
    qtbot.keyClick(names.view(), Qt.Key.Key_End)
    qtbot.keyClick(names.view(), Qt.Key.Key_Up)
    qtbot.keyClick(names.view(), Qt.Key.Key_Return)

    assert stored().progress[ordinary.id].owner == people[-1]
    assert row(page, ordinary.id).text.who == people[-1]


def test_the_owner_can_be_chosen_where_nobody_is_written_down(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem
) -> None:
    check = desk.open_check
    desk.check = check.with_shop(replace(check.shop, staff=()))
    page = show(desk, window)
    press(qtbot, page, f"who_{ordinary.id}")
    names = find(page, f"who_{ordinary.id}_list", QComboBox)

    offered = [names.itemText(number) for number in range(names.count())]
    assert (offered[0], offered[-1]) == ("店主", "写别的名字")
    names.hidePopup()


def test_esc_puts_the_list_of_names_away(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"who_{ordinary.id}")
    qtbot.keyClick(find(page, f"who_{ordinary.id}_list", QComboBox).view(), Qt.Key.Key_Escape)

    assert not there_is(page, f"who_{ordinary.id}_list")
    assert progress(desk, ordinary).owner is None


def test_a_name_that_nobody_wrote_down_can_be_typed_and_is_offered_from_then_on(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem, stored: Stored
) -> None:
    check = desk.open_check
    desk.check = check.with_shop(replace(check.shop, staff=()))
    page = show(desk, window)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):  # given up the first time
        assert progress(desk, ordinary).owner is None
        press(qtbot, page, f"who_{ordinary.id}")
        names = find(page, f"who_{ordinary.id}_list", QComboBox)
        qtbot.keyClick(names.view(), Qt.Key.Key_End)
        qtbot.keyClick(names.view(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(page.findChildren(QLineEdit, f"who_{ordinary.id}_edit")))
        typed = page.findChildren(QLineEdit, f"who_{ordinary.id}_edit")[-1]
        typed.setText(" 李  四 ")
        qtbot.keyClick(typed, key)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert stored().progress[ordinary.id].owner == "李 四"
    assert row(page, ordinary.id).text.who == "李 四"
    press(qtbot, page, f"who_{ordinary.id}")
    assert find(page, f"who_{ordinary.id}_list", QComboBox).findText("李 四") > 0
    find(page, f"who_{ordinary.id}_list", QComboBox).hidePopup()


def test_another_day_moves_the_row_there(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem, stored: Stored
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"day_{ordinary.id}")
    write(page, f"day_{ordinary.id}_edit", "2026/12/9")
    qtbot.keyClick(find(page, f"day_{ordinary.id}_edit"), Qt.Key.Key_Return)

    assert stored().progress[ordinary.id].due == date(2026, 12, 9)
    assert row(page, ordinary.id).text.day == "12月9日 周三"
    assert rows(page)[-1] == ordinary.id


@pytest.mark.parametrize("case", [("明天", "日期写成 2026-12-01 这样"), ("2026-11-29", "选今天或以后的一天")])
def test_a_day_that_cannot_be_is_not_taken(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem, case: tuple[str, str]
) -> None:
    typed, told = case
    page = show(desk, window)
    press(qtbot, page, f"day_{ordinary.id}")
    write(page, f"day_{ordinary.id}_edit", typed)
    qtbot.keyClick(find(page, f"day_{ordinary.id}_edit"), Qt.Key.Key_Return)

    assert row(page, ordinary.id).error == told
    assert progress(desk, ordinary) == Progress()


def test_escape_leaves_the_day_as_it_was(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"day_{ordinary.id}")
    write(page, f"day_{ordinary.id}_edit", "2026-12-24")
    qtbot.keyClick(find(page, f"day_{ordinary.id}_edit"), Qt.Key.Key_Escape)

    assert not there_is(page, f"day_{ordinary.id}_edit")
    assert progress(desk, ordinary) == Progress()


# --- overdue --------------------------------------------------------------------------------------------


@pytest.fixture
def late(desk: Desk, ordinary: PlanItem) -> PlanItem:
    """An item past its day."""
    desk.decide(ordinary.id, Progress(due=LATE))
    return ordinary


def test_what_is_overdue_stands_first_after_the_red_lines_and_says_how_late(
    desk: Desk, window: MainWindow, late: PlanItem
) -> None:
    page = show(desk, window)

    red = [item.id for item in desk.plan.open_items if item.remedy.red_line is not RedLine.NONE]
    assert rows(page)[: len(red) + 1] == [*red, late.id]
    assert row(page, late.id).text.meta.startswith("晚了 6 天")


def test_it_can_be_done_today(
    qtbot: QtBot, desk: Desk, window: MainWindow, late: PlanItem, stored: Stored
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"today_{late.id}")

    assert replace(stored().progress[late.id], proposed=None) == Progress(due=TODAY)
    assert not there_is(page, f"today_{late.id}")


def test_another_day_for_it_needs_a_reason_and_what_is_done_meanwhile(
    qtbot: QtBot, desk: Desk, window: MainWindow, late: PlanItem, stored: Stored
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"move_{late.id}")
    press(qtbot, page, "move_take")
    assert {"写一句为什么改", "写一句这之前先怎么办"} <= set(said(page))
    assert window.focusWidget().objectName() == "move_reason"

    write(page, "move_day", "2026-11-30")
    write(page, "move_reason", "他请假了")
    write(page, "move_interim", "先锁上柜子")
    press(qtbot, page, "move_take")
    assert "选今天以后的一天" in said(page)
    assert progress(desk, late) == Progress(due=LATE)

    write(page, "move_day", "2026-12-08")
    press(qtbot, page, "move_take")
    moved = Progress(due=date(2026, 12, 8), reason="他请假了", interim="先锁上柜子")
    assert stored().progress[late.id] == moved
    assert not there_is(page, "move_take")

    press(qtbot, page, f"unfold_{late.id}")
    assert "改了日子：他请假了　这之前：先锁上柜子" in said(page)


def test_typing_a_later_day_for_it_asks_for_the_reason_too(
    qtbot: QtBot, desk: Desk, window: MainWindow, late: PlanItem
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"day_{late.id}")
    write(page, f"day_{late.id}_edit", "2026-12-08")
    qtbot.keyClick(find(page, f"day_{late.id}_edit"), Qt.Key.Key_Return)

    assert there_is(page, "move_reason")
    assert progress(desk, late) == Progress(due=LATE)


# --- WeChat, rhythm, keyboard ---------------------------------------------------------------------------


def find_menu(page: QWidget) -> QMenu:
    return page.findChild(QMenu, "send_menu")


def test_what_is_copied_tells_no_risk_and_no_gap(
    qtbot: QtBot, desk: Desk, window: MainWindow, ordinary: PlanItem
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"unfold_{ordinary.id}")
    press(qtbot, page, "send_row")
    with qtbot.waitSignal(desk.said) as told:
        next(one for one in find_menu(page).actions() if one.objectName() == "copy_words").trigger()

    title = ordinary.remedy.action.title.zh
    text = row(page, ordinary.id).text
    assert QGuiApplication.clipboard().text() == f"{title} · {text.who} · {text.day}"
    assert told.args == ["已复制，到微信里按 Ctrl+V"]


def test_the_rhythm_is_changed_in_place_and_saved(
    qtbot: QtBot, desk: Desk, window: MainWindow, stored: Stored
) -> None:
    page = show(desk, window)
    press(qtbot, page, "change_rhythm")
    for name in ("hours_half", "quiet_5", "busy_new_year_goods", "busy_double_11"):
        press(qtbot, page, name)

    rhythm = stored().shop.rhythm
    assert (rhythm.hours_per_week, rhythm.quiet_day, rhythm.busy) == (0.5, 5, (BusyTime((1, 5), (2, 15)),))
    assert find(page, "plan_rhythm").accessibleName() == "每周 ½ 小时 · 周五不忙 · 避开年货节"
    ordinary_days = {i.due.isoweekday() for i in desk.plan.open_items if progress(desk, i) == Progress()}
    assert ordinary_days == {1, 5}, "red lines today, the rest on Fridays"
    press(qtbot, page, "change_rhythm")
    assert not there_is(page, "rhythm_editor")


def test_busy_times_that_leave_no_day_are_not_taken(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    rest = BusyTime((2, 16), (1, 4))
    desk.set_rhythm(replace(desk.open_check.shop.rhythm, busy=(rest,)))
    page = show(desk, window)
    press(qtbot, page, "change_rhythm")
    press(qtbot, page, "busy_new_year_goods")

    assert desk.open_check.shop.rhythm.busy == (rest,)
    assert there_is(page, "rhythm_problem")
    assert not find(page, "busy_new_year_goods", QAbstractButton).isChecked()


def test_everything_is_reached_by_keyboard(
    qtbot: QtBot, desk: Desk, window: MainWindow, late: PlanItem
) -> None:
    page = show(desk, window)
    check = find(page, f"tick_{late.id}")
    check.setFocus(Qt.FocusReason.TabFocusReason)
    order = [check.objectName()]
    for _ in range(5):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        order.append(window.focusWidget().objectName())
    parts = ("tick", "today", "move", "who", "day", "unfold")
    assert order == [f"{part}_{late.id}" for part in parts]

    qtbot.keyClick(find(page, f"unfold_{late.id}"), Qt.Key.Key_Return)
    assert window.focusWidget().objectName() == f"unfold_{late.id}"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget().objectName() == "print_row"

    tick = find(page, f"tick_{late.id}")
    qtbot.keyClick(tick, Qt.Key.Key_Return)
    assert not there_is(page, "print_row"), "Enter folds"
    qtbot.keyClick(find(page, f"tick_{late.id}"), Qt.Key.Key_Space)
    assert progress(desk, late).done_on == TODAY


def test_every_control_says_what_it_is_and_of_which_task(
    desk: Desk, window: MainWindow, late: PlanItem
) -> None:
    page = show(desk, window)
    title = late.remedy.action.title.zh
    names = [
        find(page, f"{part}_{late.id}").accessibleName() for part in ("tick", "today", "move", "who", "day")
    ]

    assert all(title in name for name in names)
    assert "晚了 6 天" in names[0]
    assert find(page, f"unfold_{late.id}").accessibleName() == f"展开步骤：{title}"


def test_the_sample_shop_can_only_be_looked_at(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    desk.show_sample()
    qtbot.waitUntil(lambda: desk.is_sample)
    page = show(desk, window)
    item = desk.plan.open_items[0]
    press(qtbot, page, f"tick_{item.id}")

    assert not find(page, f"tick_{item.id}", QAbstractButton).isChecked()
    assert not there_is(window, "undo")
