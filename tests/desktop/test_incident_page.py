"""信息可能漏了, through the real window with a clock of its own: one click, and no line is ever lost."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.incident_page import IncidentPage
from merchant_guard.desktop.pages.incident_words import elapsed_words, typed_moment
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.private_warning import PrivateWarning
from merchant_guard.domain.incident_case import IncidentCase
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.services.open_check import OpenCheck
from tests.support.pressing import find, press, said, there_is, write

NOTICED = datetime(2026, 11, 30, 14, 2).astimezone()
Stored = Callable[[], OpenCheck | None]


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOTICED

    def __call__(self) -> datetime:
        return self.now

    def at(self, hour: int, minute: int) -> None:
        self.now = self.now.replace(hour=hour, minute=minute)


@pytest.fixture
def clock(desk: Desk) -> Clock:
    desk.incidents.clock = made = Clock()
    return made


@pytest.fixture
def shown(window: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot) -> MainWindow:
    """The page, one click from home, at 14:02."""
    window.resize(1100, 700)
    desk.go(Screen.HOME)
    press(qtbot, window, "urgent_incident")
    assert isinstance(window.page, IncidentPage)
    return window


def case(desk: Desk) -> IncidentCase:
    found = desk.incidents.case
    assert found is not None
    return found


def texts(desk: Desk) -> list[str]:
    return [line.text for line in case(desk).lines]


def tick(qtbot: QtBot, window: QWidget, tick_id: str) -> None:
    press(qtbot, window, f"tick_{tick_id}")


def hold_words(window: QWidget) -> str:
    return find(window, "hold_words").accessibleName()


def note(qtbot: QtBot, window: QWidget, words: str, time: str = "") -> None:
    press(qtbot, window, "add_line")
    find(window, "note_words", QPlainTextEdit).setPlainText(words)
    write(window, "note_time", time)
    press(qtbot, window, "note_write")


# --- begun in one click ---------------------------------------------------------------------------------


def test_the_clock_runs_from_the_click_and_moves_nothing(shown: MainWindow, clock: Clock) -> None:
    below = find(shown, "page_below")
    assert below.accessibleName() == "11月30日 周一 14:02 发现 · 刚刚"
    places = {w.objectName(): w.geometry() for w in shown.findChildren(QWidget) if w.objectName()}
    clock.at(15, 22)
    assert isinstance(shown.page, IncidentPage)
    shown.page.show_time()
    QApplication.processEvents()
    assert below.accessibleName() == "11月30日 周一 14:02 发现 · 已过 1 小时 20 分"
    assert {w.objectName(): w.geometry() for w in shown.findChildren(QWidget) if w.objectName()} == places


def test_who_only_looked_leaves_no_trace(
    shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot, stored: Stored
) -> None:
    before = stored()
    press(qtbot, shown, "unfold_tell")
    press(qtbot, shown, "write_reports")
    press(qtbot, shown, "close_tellings")
    desk.go(Screen.HOME)
    assert before is not None and stored().book == before.book
    assert desk.ledger.holds == ()
    clock.at(17, 0)
    press(qtbot, shown, "urgent_incident")
    assert case(desk).noticed_at == clock.now, "a new one: what was opened by mistake is forgotten"


def test_who_comes_back_at_once_has_the_same_in_mind(
    shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    clock.at(14, 5)
    press(qtbot, shown, "print_card")
    assert desk.screen is Screen.PRINT and desk.paper is not None and desk.paper[0] == "emergency-card"
    clock.at(14, 12)
    desk.go(Screen.HOME)
    press(qtbot, shown, "urgent_incident")
    assert case(desk).noticed_at == NOTICED
    assert not case(desk).is_begun


def test_the_first_tick_begins_the_incident_and_the_hold(
    shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot, stored: Stored
) -> None:
    assert hold_words(shown) == "勾第一件、记第一笔起，销毁和删除就暂停"
    clock.at(14, 6)
    tick(qtbot, shown, "passwords")
    assert hold_words(shown) == "销毁和删除已暂停，到这件事结束"
    assert [hold.entry.id for hold in desk.ledger.holds] == [case(desk).entry.id]
    kept = stored()
    assert kept is not None
    assert kept.book.logs[case(desk).entry.id] == case(desk).lines
    assert [(line.text, f"{line.happened_at:%H:%M}") for line in case(desk).lines] == [
        ("发现信息可能漏了", "14:02"),
        ("换一台没出问题的设备改密码", "14:06"),
    ]
    assert kept.book.entries[case(desk).entry.id].day("noticed_on") == date(2026, 11, 30)


def test_before_its_kind_is_written_it_is_named_after_the_register(
    shown: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    tick(qtbot, shown, "passwords")
    say = RegisterWords(Look("zh"), desk.ledger, desk.today)
    assert say.full_name(case(desk).entry) == "信息可能漏了 2026-11-30"


def test_the_open_incident_is_shown_again_with_its_clock(
    shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    tick(qtbot, shown, "passwords")
    entry_id = case(desk).entry.id
    desk.go(Screen.PLAN)
    clock.now += timedelta(days=1, hours=2)
    desk.today = clock.now.date()
    desk.go(Screen.HOME)
    press(qtbot, shown, "urgent_incident")
    assert case(desk).entry.id == entry_id
    assert find(shown, "page_below").accessibleName() == "11月30日 周一 14:02 发现 · 已过 1 天 2 小时"


def test_of_several_open_ones_one_is_chosen(
    shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    tick(qtbot, shown, "passwords")
    first = case(desk).entry.id
    clock.at(16, 0)
    press(qtbot, shown, "another_incident")
    assert not case(desk).is_begun
    tick(qtbot, shown, "take-back")
    second = case(desk).entry.id
    desk.go(Screen.HOME)
    press(qtbot, shown, "urgent_incident")
    assert desk.incidents.case is None
    assert there_is(shown, f"incident_{first}") and there_is(shown, f"incident_{second}")
    press(qtbot, shown, f"incident_{first}")
    assert case(desk).entry.id == first
    assert find(shown, "tick_passwords", QCheckBox).isChecked()


# --- ticks ----------------------------------------------------------------------------------------------


def test_telling_can_be_reached_from_the_first_minute(
    shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot, stored: Stored
) -> None:
    press(qtbot, shown, "unfold_tell")
    clock.at(14, 3)
    tick(qtbot, shown, "tell-authority")
    kept = stored()
    assert kept is not None
    assert kept.book.entries[case(desk).entry.id].day("authority_on") == date(2026, 11, 30)
    assert texts(desk)[-1] == "报了网信部门"


def test_taking_a_tick_back_adds_a_line_and_takes_the_day_out(
    shown: MainWindow, desk: Desk, qtbot: QtBot, stored: Stored
) -> None:
    press(qtbot, shown, "unfold_tell")
    tick(qtbot, shown, "tell-police")
    tick(qtbot, shown, "tell-police")
    assert texts(desk)[-2:] == ["报了警", "收回：报了警"]
    assert not find(shown, "tick_tell-police", QCheckBox).isChecked()
    kept = stored()
    assert kept is not None
    assert kept.book.logs[case(desk).entry.id] == case(desk).lines
    assert kept.book.entries[case(desk).entry.id].day("police_on") is None


def test_a_tick_keeps_the_focus_by_keyboard(shown: MainWindow, qtbot: QtBot) -> None:
    box = find(shown, "tick_passwords", QCheckBox)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None and focus.objectName() == "tick_passwords"
    assert isinstance(focus, QCheckBox) and focus.isChecked()


def test_a_step_with_all_ticked_is_done(shown: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    guide = desk.incidents.guide
    for one in guide.ticks(guide.steps[0], desk.incidents.facts, case(desk).entry, frozenset()):
        tick(qtbot, shown, one.id)
    assert "5 件都做了" in said(shown)
    assert case(desk).entry.day("stopped_on") == date(2026, 11, 30)


# --- the log --------------------------------------------------------------------------------------------


def test_a_line_may_be_of_earlier_and_both_times_are_kept(
    shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    clock.at(14, 41)
    note(qtbot, shown, "电话问平台客服，等回复", "14:15")
    line = case(desk).lines[-1]
    assert (f"{line.happened_at:%H:%M}", f"{line.written_at:%H:%M}") == ("14:15", "14:41")
    assert "补记，14:41 写下" in said(shown)
    assert not there_is(shown, "incident_note")


WRONG = [
    ("", "", "写几个字，是什么事"),
    ("x", "15:00", "这个时间还没到，写当时的时间"),
    ("x", "半夜", "时间写成 14:06；别的日子写成 11-29 14:06"),
]


@pytest.mark.parametrize(("words", "time", "error"), WRONG)
def test_what_is_wrong_in_a_line_is_said_and_nothing_is_written(
    shown: MainWindow, desk: Desk, qtbot: QtBot, words: str, time: str, error: str
) -> None:
    note(qtbot, shown, words, time)
    assert error in said(shown)
    assert not case(desk).is_begun
    press(qtbot, shown, "note_leave")
    assert not there_is(shown, "incident_note")


def test_a_phone_number_in_a_line_is_warned_of_and_not_refused(
    shown: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    press(qtbot, shown, "add_line")
    find(shown, "note_words", QPlainTextEdit).setPlainText("顾客 13800138000 来电")
    for warning in shown.findChildren(PrivateWarning):
        warning.look_now()
    assert there_is(shown, "private_warning")
    press(qtbot, shown, "note_write")
    assert texts(desk)[-1] == "顾客 13800138000 来电"


def test_what_is_being_typed_outlives_another_size_of_the_window(
    shown: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    press(qtbot, shown, "add_line")
    find(shown, "note_words", QPlainTextEdit).setPlainText("半句")
    shown.resize(1100, 540)
    qtbot.waitUntil(lambda: shown.page is not None and shown.page.low)
    assert find(shown, "note_words", QPlainTextEdit).toPlainText() == "半句"
    tick(qtbot, shown, "passwords")
    assert find(shown, "note_words", QPlainTextEdit).toPlainText() == "半句"


def test_the_time_of_noticing_can_be_put_right(
    shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    tick(qtbot, shown, "passwords")
    clock.at(15, 0)
    press(qtbot, shown, "put_right")
    write(shown, "note_time", "11-29 22:10")
    press(qtbot, shown, "note_write")
    assert case(desk).noticed_at == datetime(2026, 11, 29, 22, 10).astimezone()
    assert case(desk).entry.day("noticed_on") == date(2026, 11, 29)
    assert find(shown, "page_below").accessibleName() == "11月29日 周日 22:10 发现 · 已过 16 小时 50 分"
    assert texts(desk) == ["发现信息可能漏了", "换一台没出问题的设备改密码", "更正：发现的时间是这时"]


def test_where_silence_is_wiser_nothing_can_be_typed(shown: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, shown, "unfold_keep")
    press(qtbot, shown, "ask_scope")
    desk.ledger.write(case(desk).entry.id, "kind", "staff_took")
    QApplication.processEvents()
    assert not there_is(shown, "add_line")
    assert not there_is(shown, "box_note")
    assert any("不要在这里写经过" in words for words in said(shown))
    tick(qtbot, shown, "pictures")
    assert texts(desk)[-1] == "截图，存好原链接", "what is done is still stamped"


def test_long_logs_fold_their_beginning(shown: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    for number in range(60):
        desk.incidents.write(f"第 {number} 笔")
    QApplication.processEvents()
    lines = [w for w in shown.findChildren(QWidget, "log_line") if w.isVisibleTo(shown)]
    assert len(lines) == 40
    press(qtbot, shown, "earlier_lines")
    assert "第 0 笔" in said(shown)


# --- whom to tell, papers -------------------------------------------------------------------------------


def test_papers_open_for_this_incident(shown: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, shown, "write_reports")
    part = find(shown, "part_tell-authority")
    assert "12387" in said(part)
    press(qtbot, part, "paper_authority-report")
    assert desk.screen is Screen.PRINT
    assert desk.paper is not None and desk.paper[0] == "authority-report"
    assert desk.paper_subjects["authority-report"] == case(desk).entry.id
    assert case(desk).is_begun, "who writes a report has begun"


def test_the_record_prints_for_this_incident(shown: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    tick(qtbot, shown, "passwords")
    press(qtbot, shown, "print_record")
    assert desk.paper is not None and desk.paper[0] == "incident-record"
    assert desk.paper_subjects["incident-record"] == case(desk).entry.id


def test_local_numbers_are_filled_in_once(
    shown: MainWindow, desk: Desk, qtbot: QtBot, stored: Stored
) -> None:
    press(qtbot, shown, "write_reports")
    press(qtbot, shown, "fill_numbers")
    write(shown, "detail_cac_contact", "0000-1234")
    press(qtbot, shown, "close_details")
    assert "0000-1234" in said(find(shown, "part_tell-authority"))
    kept = stored()
    assert kept is not None and kept.shop.details["cac_contact"] == "0000-1234"


def test_the_panel_follows_what_is_ticked(shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot) -> None:
    press(qtbot, shown, "write_reports")
    clock.at(14, 9)
    tick(qtbot, shown, "tell-authority")
    assert "14:09 已告诉" in said(find(shown, "part_tell-authority"))
    press(qtbot, shown, "unfold_judge")
    tick(qtbot, shown, "averted")
    assert "可不通知" in said(find(shown, "part_tell-people"))


def test_the_law_opens_beside_the_page(shown: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, shown, "law_personal-information-protection-law_57")
    assert there_is(shown, "law_panel")


# --- its end --------------------------------------------------------------------------------------------


def test_closing_asks_first_and_does_not_end_the_hold(
    shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot, stored: Stored
) -> None:
    tick(qtbot, shown, "passwords")
    press(qtbot, shown, "close_incident")
    assert any("网信部门" in words for words in said(find(shown, "ask_box")))
    press(qtbot, find(shown, "ask_box"), "ask_no")
    assert not case(desk).is_closed
    clock.at(18, 0)
    press(qtbot, shown, "close_incident")
    press(qtbot, shown.findChildren(QWidget, "ask_box")[-1], "ask_yes")
    assert case(desk).is_closed
    assert texts(desk)[-1] == "这件事处理完了"
    assert hold_words(shown) == "销毁和删除仍暂停，到登记本签字才结束"
    kept = stored()
    assert kept is not None
    assert [hold.entry.id for hold in kept.holds] == [case(desk).entry.id]
    press(qtbot, shown, "sign_hold")
    assert desk.open_register == ("incidents", case(desk).entry.id)
    desk.go(Screen.HOME)
    press(qtbot, shown, "urgent_incident")
    assert not case(desk).is_begun, "with nothing open the button begins anew"


def test_an_incident_with_a_log_offers_no_way_to_be_deleted(
    shown: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    tick(qtbot, shown, "passwords")
    assert not desk.ledger.may_delete(case(desk).entry.id)
    assert not desk.ledger.may_strike(case(desk).entry.id)


def test_nothing_is_written_into_the_sample_shop(
    shown: MainWindow, desk: Desk, clock: Clock, qtbot: QtBot, stored: Stored
) -> None:
    before = stored()
    desk.show_sample()
    qtbot.waitUntil(lambda: desk.is_sample)
    desk.go(Screen.HOME)
    press(qtbot, shown, "urgent_incident")
    tick(qtbot, shown, "passwords")
    assert not find(shown, "tick_passwords", QCheckBox).isChecked()
    press(qtbot, shown, "add_line")
    assert not there_is(shown, "incident_note")
    assert before is not None and stored().book == before.book


# --- words ----------------------------------------------------------------------------------------------

ELAPSED = [
    (timedelta(seconds=40), "刚刚"),
    (timedelta(minutes=1), "已过 1 分"),
    (timedelta(minutes=59, seconds=59), "已过 59 分"),
    (timedelta(hours=1), "已过 1 小时 0 分"),
    (timedelta(hours=23, minutes=59), "已过 23 小时 59 分"),
    (timedelta(days=1), "已过 1 天"),
    (timedelta(days=2, hours=3, minutes=4), "已过 2 天 3 小时"),
]


@pytest.mark.parametrize(("elapsed", "words"), ELAPSED)
def test_how_long_it_has_been_known(elapsed: timedelta, words: str) -> None:
    assert elapsed_words(Look(), elapsed) == words


TYPED = [
    ("14:06", (30, 14, 6)),
    ("９：０５", (30, 9, 5)),
    ("9.05", (30, 9, 5)),
    ("11-29 22:10", (29, 22, 10)),
    ("2026/11/28  07:00", (28, 7, 0)),
]


@pytest.mark.parametrize(("typed", "wanted"), TYPED)
def test_a_time_as_people_type_it(typed: str, wanted: tuple[int, int, int]) -> None:
    moment = typed_moment(typed, NOTICED)
    assert moment is not None and (moment.day, moment.hour, moment.minute) == wanted


def test_a_day_of_later_this_year_was_last_year() -> None:
    moment = typed_moment("12-31 23:00", NOTICED)
    assert moment is not None and moment.date() == date(2025, 12, 31)


@pytest.mark.parametrize("typed", ["", "昨天", "25:00", "14:60", "02-30 12:00", "14", "14:6"])
def test_what_is_no_time(typed: str) -> None:
    assert typed_moment(typed, NOTICED) is None


def test_a_line_written_on_another_day_says_which(shown: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    tick(qtbot, shown, "passwords")
    now = NOTICED
    line = LogLine("昨晚的事", now - timedelta(hours=16), now)
    book = desk.ledger.book.with_lines(case(desk).entry.id, (line,))
    desk.keep_book(book, lambda _workspace: None)
    QApplication.processEvents()
    assert "11月29日 周日" in said(shown)
    assert "补记，11-30 14:02 写下" in said(shown)
