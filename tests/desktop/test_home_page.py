from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.home_state import MOST_ROWS
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.estimate import estimated_score
from merchant_guard.domain.paper import may_be_sent
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.domain.stage import Stage
from merchant_guard.services.open_check import OpenCheck
from tests.support.pdfs import Pdf, squeezed

TODAY = date(2026, 11, 30)
ShowWindow = Callable[[Desk], MainWindow]
Press = Callable[[QWidget, str], None]


def finished(desk: Desk, **changes: object) -> OpenCheck:
    """The sample's check, ended; no duties yet, for those see test_home_duties."""
    return replace(desk.open_check, **{"finished_on": TODAY, "duties_since": None, **changes})


def home(desk: Desk, show_window: ShowWindow, check: OpenCheck) -> MainWindow:
    desk.check = check
    desk.go(Screen.HOME)
    return show_window(desk)


def said(inside: QWidget, name: str) -> str:
    return inside.findChild(QLabel, name).accessibleName()


def words_in(inside: QWidget) -> str:
    return "\n".join(label.accessibleName() for label in inside.findChildren(QLabel))


def ticks(window: MainWindow) -> list[QCheckBox]:
    return window.page.findChildren(QCheckBox)


def ordinary(desk: Desk) -> list[PlanItem]:
    return [item for item in desk.plan.open_items if item.remedy.red_line is RedLine.NONE]


@pytest.fixture
def window(desk: Desk, show_window: ShowWindow) -> MainWindow:
    return home(desk, show_window, finished(desk))


# --- the states -------------------------------------------------------------------------------------


def test_with_something_to_do_it_says_how_much_this_week(window: MainWindow, desk: Desk) -> None:
    sunday = TODAY + timedelta(days=6)
    week = [item for item in desk.plan.open_items if item.due <= sunday]
    minutes = sum(item.remedy.minutes for item in week)
    assert said(window.page, "page_title") == f"店主，这周 {len(week)} 件，约 {minutes} 分钟"
    assert said(window.page, "page_below") == "示例女装店 · 2026 年自查做完了 · 11月30日 周一"
    assert [one.objectName() for one in ticks(window)] == [f"tick_{item.id}" for item in week[:MOST_ROWS]]


def test_unfinished_it_says_what_is_left_and_goes_on_there(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    interview = desk.open_check.interview
    left = [question.id for question in interview.sheet.questions[-3:]]
    answers = {key: value for key, value in interview.answers.items() if key not in left}
    check = replace(desk.open_check, interview=replace(interview, answers=answers), finished_on=None)
    window = home(desk, show_window, check)
    group = next(g for g in interview.bank.groups if g.id == check.interview.first_open.question.group)
    count = check.interview.asked - check.interview.answered
    assert said(window.page, "page_title").startswith(f"还剩 {count} 题，约 ")
    assert said(window.page, "page_below").endswith(f"上次停在：{group.label.zh}")
    assert "已经能改的 3 件" in words_in(window.page)
    assert len(ticks(window)) == 3
    press(window.page, "go_on")
    assert desk.step.id == check.interview.first_open.id


def test_in_the_middle_of_the_quick_check_that_goes_on_first(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    interview = replace(desk.open_check.interview, stage=Stage.QUICK)
    last = interview.path[-1].id
    answers = {key: value for key, value in interview.answers.items() if key != last}
    window = home(desk, show_window, replace(desk.open_check, interview=replace(interview, answers=answers)))
    assert said(window.page, "page_title").startswith("快查还剩 1 题")
    press(window.page, "go_on")
    assert desk.open_check.interview.stage is Stage.QUICK
    assert desk.step.id == last


def test_the_first_three_can_be_printed_before_the_check_is_finished(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    interview = desk.open_check.interview
    answers = dict(list(interview.answers.items())[:20])
    window = home(desk, show_window, replace(desk.open_check, interview=replace(interview, answers=answers)))
    press(window.page, "print_first")
    assert desk.screen is Screen.PRINT
    assert desk.paper[0] == "first-three"


def test_before_the_first_answer_it_says_what_will_stand_here(desk: Desk, show_window: ShowWindow) -> None:
    bare = replace(desk.open_check, interview=replace(desk.open_check.interview, answers={}), progress={})
    window = home(desk, show_window, bare)
    assert not ticks(window)
    assert "能先改的 3 件就排在这里" in words_in(window.page)


def test_overdue_it_says_how_many_and_by_how_much(desk: Desk, show_window: ShowWindow) -> None:
    late = ordinary(desk)[:2]
    decided = {
        item.id: Progress(due=TODAY - timedelta(days=days)) for item, days in zip(late, (6, 2), strict=True)
    }
    window = home(desk, show_window, finished(desk, progress={**desk.open_check.progress, **decided}))
    assert said(window.page, "page_title") == "有 2 件过了日子，最早的晚 6 天"
    red = [item for item in desk.plan.open_items if item.remedy.red_line is not RedLine.NONE]
    first = [one.objectName() for one in ticks(window)][: len(red) + 2]
    assert first == [f"tick_{item.id}" for item in (*red, *late)]
    assert "晚了 6 天" in words_in(window.page.findChild(QWidget, f"task_{late[0].id}"))


def test_what_is_overdue_can_be_done_today_or_get_another_day(
    desk: Desk, show_window: ShowWindow, press: Press, stored: Callable[[], OpenCheck]
) -> None:
    one, other = ordinary(desk)[:2]
    decided = {item.id: Progress(due=TODAY - timedelta(days=3)) for item in (one, other)}
    window = home(desk, show_window, finished(desk, progress={**desk.open_check.progress, **decided}))
    press(window.page, f"do_today_{one.id}")
    assert said(window.page, "page_title") == "有 1 件过了日子，晚了 3 天"
    assert stored().progress[one.id].due == TODAY
    shown = window.page.findChild(QAbstractButton, f"show_how_{one.id}")
    assert shown.isVisible()
    assert shown.hasFocus()
    press(window.page, f"another_day_{other.id}")
    assert desk.screen is Screen.PLAN
    assert desk.open_item == other.id


def test_with_nothing_due_it_says_what_comes_next(desk: Desk, show_window: ShowWindow) -> None:
    check = finished(desk)
    later = {item.id: Progress(due=TODAY + timedelta(days=15)) for item in desk.plan.open_items}
    red = [item.id for item in desk.plan.open_items if item.remedy.red_line is not RedLine.NONE]
    done = {item_id: Progress(done_on=TODAY) for item_id in red}
    window = home(desk, show_window, replace(check, progress={**check.progress, **later, **done}))
    assert said(window.page, "page_title") == "眼下没有要做的事"
    following = desk.plan.open_items[0].remedy.action.title.zh
    mended = len(desk.plan.done_items)
    expected = f"下一件：12月15日 周二 {following} · 去年到现在改好 {mended} 件"
    assert said(window.page, "page_below") == expected
    assert window.page.findChild(QAbstractButton, "print_week") is None


def test_with_everything_done_it_says_so(desk: Desk, show_window: ShowWindow) -> None:
    check = desk.open_check
    for find_out in check.assessment.find_outs:
        check = check.with_answer(find_out.question.id, Answer(Choice.YES))
    done = {item.id: Progress(done_on=TODAY, proof=("photo",)) for item in check.plan(TODAY).items}
    window = home(desk, show_window, replace(check, finished_on=TODAY, progress=done, duties_since=None))
    assert said(window.page, "page_title") == "眼下没有要做的事"
    assert said(window.page, "page_below") == f"去年到现在改好 {len(done)} 件"
    assert "查出来的都改好了" in words_in(window.page)


# --- ticking ----------------------------------------------------------------------------------------


def test_a_tick_is_saved_with_today_and_the_row_stays(
    window: MainWindow, desk: Desk, press: Press, stored: Callable[[], OpenCheck]
) -> None:
    before = [one.objectName() for one in ticks(window)]
    item = desk.plan.open_items[1]
    week = desk.plan.due_this_week
    minutes = sum(one.remedy.minutes for one in week)
    press(window.page, f"tick_{item.id}")
    assert stored().progress[item.id].done_on == TODAY
    assert [one.objectName() for one in ticks(window)] == before
    row = window.page.findChild(QWidget, f"task_{item.id}")
    assert "已做，还没留证据" in words_in(row)
    assert not row.findChild(QAbstractButton, f"show_how_{item.id}").isVisible()
    left = minutes - item.remedy.minutes
    assert said(window.page, "page_title") == f"店主，这周 {len(week) - 1} 件，约 {left} 分钟"


def test_a_tick_can_be_undone_from_the_toast(
    window: MainWindow, desk: Desk, press: Press, stored: Callable[[], OpenCheck]
) -> None:
    item = desk.plan.open_items[1]
    before = said(window.page, "page_title")
    press(window.page, f"tick_{item.id}")
    toast = window.findChild(QWidget, "toast")
    assert toast.accessibleName() == f"已改好：{item.remedy.action.title.zh}"
    press(toast, "undo")
    assert stored().progress[item.id].done_on is None
    assert said(window.page, "page_title") == before
    assert not window.page.findChild(QCheckBox, f"tick_{item.id}").isChecked()
    assert not toast.isVisible()


def test_a_tick_raises_the_count_and_the_estimate(window: MainWindow, desk: Desk, press: Press) -> None:
    done, total = len(desk.plan.done_items), len(desk.plan.items)
    assert said(window.page, "put_right") == f"已改好 {done} / {total} 件"
    press(window.page, f"tick_{desk.plan.open_items[0].id}")
    assert said(window.page, "put_right") == f"已改好 {done + 1} / {total} 件"
    everything = window.page.findChild(QAbstractButton, "all_tasks").accessibleName()
    assert everything == f"全部 {total - done - 1} 件"
    estimate = estimated_score(desk.open_check.assessment, desk.plan)
    assert said(window.page, "estimate") == f"估计 {estimate} 分"


def test_mending_the_last_red_line_changes_the_verdict(window: MainWindow, desk: Desk, press: Press) -> None:
    red = [item for item in desk.plan.open_items if item.remedy.red_line is not RedLine.NONE]
    assert said(window.page, "verdict") == f"还有 {len(red)} 条红线没补"
    for item in red:
        press(window.page, f"tick_{item.id}")
    assert "红线没补" not in said(window.page, "verdict")


# --- going on ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "screen"),
    [("all_tasks", Screen.PLAN), ("see_result", Screen.RESULT), ("print_week", Screen.PRINT)],
)
def test_buttons_lead_where_they_say(
    window: MainWindow, desk: Desk, press: Press, name: str, screen: Screen
) -> None:
    press(window.page, name)
    assert desk.screen is screen


def test_how_to_do_it_opens_its_row_of_the_plan(window: MainWindow, desk: Desk, press: Press) -> None:
    item = desk.plan.open_items[2]
    press(window.page, f"show_how_{item.id}")
    assert (desk.screen, desk.open_item) == (Screen.PLAN, item.id)


def test_what_is_to_be_asked_and_what_lacks_proof_lead_to_the_plan(
    window: MainWindow, desk: Desk, press: Press
) -> None:
    asks = [item for item in desk.plan.open_items if item.remedy.is_inquiry]
    count = sum(len(item.remedy.questions) for item in asks)
    assert window.page.findChild(QAbstractButton, "to_ask").accessibleName() == f"{count} 件要去问清楚"
    bare = [item for item in desk.plan.done_items if not item.proof]
    assert (
        window.page.findChild(QAbstractButton, "without_proof").accessibleName()
        == f"{len(bare)} 件还没留证据"
    )
    press(window.page, "to_ask")
    assert (desk.screen, desk.open_item) == (Screen.PLAN, asks[0].id)


def send(inside: QWidget, press: Press, how: str) -> None:
    """Press the quiet button and choose one of the three ways."""
    press(inside, "send_week")
    menu = inside.findChild(QMenu, "send_menu")
    assert [action.text() for action in menu.actions()] == ["复制图片", "复制文件", "复制成文字"]
    next(action for action in menu.actions() if action.objectName() == how).trigger()
    menu.close()


def test_copying_for_wechat_tells_no_risk(window: MainWindow, desk: Desk, press: Press) -> None:
    send(window.page, press, "copy_words")
    text = QGuiApplication.clipboard().text()
    lines = text.splitlines()
    assert lines[0] == "示例女装店 · 这周要做"
    assert len(lines) == 1 + len(desk.plan.due_this_week)
    assert desk.plan.open_items[0].remedy.action.title.zh in lines[1]
    assert not any(word in text for word in ("红线", "严重", "高", "没做到", "风险"))


def test_the_week_goes_into_a_chat_as_a_picture_and_as_a_file_with_nothing_but_its_tasks(
    window: MainWindow, desk: Desk, press: Press, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.said):
        send(window.page, press, "copy_picture")
    assert not QGuiApplication.clipboard().image().isNull()
    with qtbot.waitSignal(desk.said) as told:
        send(window.page, press, "copy_file")
    assert told.args == ["已复制，到微信里按 Ctrl+V"]
    (url,) = QGuiApplication.clipboard().mimeData().urls()
    place = Path(url.toLocalFile())
    assert place.name == "本周清单 2026-11-30.pdf"
    text = Pdf(place.read_bytes()).text()
    titles = {item.id: squeezed(item.remedy.action.title.zh) for item in desk.plan.items}
    week = {item.id for item in desk.plan.due_this_week}
    assert {item_id for item_id, title in titles.items() if title in text} == week
    assert not [word for word in ("红线", "严重", "违法", "就该补", "过了日子") if word in text]


def test_what_touches_a_crime_goes_into_no_chat(desk: Desk, show_window: ShowWindow, press: Press) -> None:
    crimes = [question.id for question in desk.open_check.bank.questions if question.crime]
    check = finished(desk)
    for crime in crimes:
        check = check.with_answer(crime, Answer(Choice.NO))
    window = home(desk, show_window, check)
    held_back = [item for item in desk.plan.open_items if not may_be_sent(item)]
    assert held_back and {f"tick_{item.id}" for item in held_back} <= {
        one.objectName() for one in ticks(window)
    }
    send(window.page, press, "copy_words")
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[1].startswith("1. ")
    assert not [item for item in held_back if item.remedy.action.title.zh in text]


def test_to_print_the_week_leads_to_the_weeks_list(window: MainWindow, desk: Desk, press: Press) -> None:
    press(window.page, "print_week")
    assert desk.paper == ("week-list", None)


def test_score_and_tasks_are_read_aloud(window: MainWindow, desk: Desk) -> None:
    score = desk.open_check.assessment.shown_score
    assert said(window.page, "score_ring") == f"自查得分 {score} 分，满分 100"
    item = desk.plan.open_items[0]
    title = item.remedy.action.title.zh
    assert window.page.findChild(QCheckBox, f"tick_{item.id}").accessibleName() == f"已改好：{title}"
    how = window.page.findChild(QAbstractButton, f"show_how_{item.id}")
    assert how.accessibleName() == f"怎么做：{title}"
    assert f"{title}，红线" in words_in(window.page.findChild(QWidget, f"task_{item.id}"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1366, 696), (1092, 542), (911, 440)])
def test_nothing_needs_scrolling_sideways(
    desk: Desk, show_window: ShowWindow, language: str, size: tuple[int, int]
) -> None:
    desk.look = Look(language, text_size="huge")
    window = home(desk, show_window, finished(desk))
    window.resize(QSize(*size))
    window.show_screen()
    content = window.page.findChild(QWidget, "tasks").parentWidget().parentWidget()
    assert content.minimumSizeHint().width() <= content.parentWidget().width()
    assert content.width() <= content.parentWidget().width()
