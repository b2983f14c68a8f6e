"""Duties, registers and banners on the home page, through the real window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.home_state import MOST_ROWS, HomeState
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.registers.book import Book, HoldRelease
from merchant_guard.services.keep_book import BookKeeper
from merchant_guard.services.open_check import OpenCheck
from tests.support.books import moment
from tests.support.year_books import DISPOSAL, INCIDENT, LEAVER_S_ACCOUNT, PARTNER, year_book

TODAY = date(2026, 11, 30)
ShowWindow = Callable[[Desk], MainWindow]
Press = Callable[[QWidget, str], None]


def home(desk: Desk, show_window: ShowWindow, check: OpenCheck | None = None) -> MainWindow:
    """The home page of the sample shop after a year of registers."""
    book = year_book(desk.open_check.book, TODAY)
    desk.check = check or replace(desk.open_check.with_book(book), finished_on=TODAY)
    entries = list(desk.check.book.entries.values())
    desk.keep_book(desk.check.book, lambda store: BookKeeper(store, desk.check.shop_id).save(entries))
    desk.go(Screen.HOME)
    return show_window(desk)


def with_nothing_to_mend(desk: Desk, **about_book: object) -> OpenCheck:
    """The sample's check with its whole plan done, so that only duties are left."""
    check = replace(desk.open_check, finished_on=TODAY)
    done = {item.id: Progress(done_on=TODAY) for item in desk.plan.items}
    check = replace(check, progress=done)
    return check.with_book(year_book(check.book, TODAY, **about_book))


def said(inside: QWidget, name: str) -> str:
    return inside.findChild(QLabel, name).accessibleName()


def words_in(inside: QWidget) -> str:
    return "\n".join(label.accessibleName() for label in inside.findChildren(QLabel))


def row(window: MainWindow, name: str) -> QWidget:
    found = window.page.findChild(QWidget, f"task_{name}")
    assert found is not None, name
    return found


def rows(window: MainWindow) -> list[str]:
    tasks = window.page.findChild(QWidget, "tasks")
    found = [one for one in tasks.findChildren(QWidget) if one.objectName().startswith("task_")]
    return [one.objectName().removeprefix("task_") for one in sorted(found, key=lambda one: one.y())]


def unsigned(desk: Desk) -> str:
    return desk.ledger.book.of("staff")[1].id


# --- the heading ------------------------------------------------------------------------------------


def test_the_heading_counts_plan_and_duties(desk: Desk, show_window: ShowWindow) -> None:
    check = desk.open_check.with_book(year_book(desk.open_check.book, TODAY))
    later = {item.id: Progress(due=TODAY + timedelta(days=15)) for item in desk.plan.open_items}
    window = home(desk, show_window, replace(check, finished_on=TODAY, progress=later))
    week, things = desk.plan.due_this_week, {item.duty.id: item.duty.minutes for item in desk.ledger.near}
    assert "accounts.leaver" in things
    late = sum(item.overdue_days(TODAY) > 0 for item in desk.ledger.near)
    assert late == 1
    assert said(window.page, "page_title") == "有 1 件过了日子，晚了 1 天"
    desk.ledger.write(LEAVER_S_ACCOUNT, "closed_on", TODAY)
    del things["accounts.leaver"]
    minutes = sum(item.remedy.minutes for item in week) + sum(things.values())
    expected = f"店主，这周 {len(week) + len(things)} 件，约 {minutes} 分钟"
    assert said(window.page, "page_title") == expected


def test_what_many_people_have_to_sign_is_one_thing(desk: Desk, show_window: ShowWindow) -> None:
    window = home(desk, show_window, with_nothing_to_mend(desk, unsigned=5))
    assert f"当面签保密协议 · {len(desk.ledger.book.of('staff')) - 2} 人" in words_in(
        row(window, "staff.agreement")
    )
    near = {item.duty.id for item in desk.ledger.near}
    assert len([item for item in desk.ledger.near if item.duty.id == "staff.agreement"]) == 3
    assert HomeState.of(desk.open_check, TODAY, desk.ledger.items).counts.near == len(near | week_ids(desk))


def week_ids(desk: Desk) -> set[str]:
    return {item.id for item in desk.plan.due_this_week}


def test_with_nothing_near_the_next_duty_is_named(desk: Desk, show_window: ShowWindow) -> None:
    done = with_nothing_to_mend(desk, unsigned=0)
    book = done.book
    for entry_id, field in ((LEAVER_S_ACCOUNT, "closed_on"), (book.of("staff")[-1].id, "closed_on")):
        book = book.with_entry(book.entries[entry_id].with_value(field, TODAY, moment(TODAY)))
    partner = book.entries[PARTNER].with_value("contract_until", date(2029, 1, 1), moment(TODAY))
    book = book.with_entry(partner)
    book = book.with_entry(book.entries[DISPOSAL].with_value("on", TODAY, moment(TODAY)))
    for find_out in done.assessment.find_outs:
        done = done.with_answer(find_out.question.id, None)
    window = home(desk, show_window, replace(done.with_book(book), duties_since=TODAY))
    assert not desk.ledger.near
    first = next(item for item in desk.ledger.items)
    assert said(window.page, "page_title") == "眼下没有要做的事"
    assert first.duty.title.zh in said(window.page, "page_below")
    assert first.duty.title.zh in words_in(window.page.findChild(QWidget, "tasks"))


def test_what_comes_every_week_is_not_there_again_as_soon_as_it_is_done(
    desk: Desk, show_window: ShowWindow
) -> None:
    desk.today = TODAY + timedelta(days=1)  # the quiet day, on which it is due
    window = home(desk, show_window, with_nothing_to_mend(desk))
    assert "disposals.labels" in rows(window)
    entry = desk.ledger.new_entry("disposals", {"what": "labels"})
    desk.ledger.write(entry.id, "on", desk.today)
    assert "disposals.labels" not in rows(window)


# --- rows -------------------------------------------------------------------------------------------


def test_duties_stand_among_the_tasks_by_day_red_lines_first(desk: Desk, show_window: ShowWindow) -> None:
    window = home(desk, show_window)
    red = [item.id for item in desk.plan.open_items if item.remedy.red_line is not RedLine.NONE]
    shown = rows(window)
    assert len(shown) == MOST_ROWS
    assert shown[: len(red)] == red
    late = f"accounts.leaver:{LEAVER_S_ACCOUNT}"
    assert shown[len(red)] == late
    assert f"staff.agreement:{unsigned(desk)}" in shown


def test_a_row_says_whom_it_is_about_and_how_late(desk: Desk, show_window: ShowWindow) -> None:
    window = home(desk, show_window)
    told = words_in(row(window, f"accounts.leaver:{LEAVER_S_ACCOUNT}"))
    assert "用它的人走了，今天停用或收回 · kefu2" in told
    assert "今天停用" in told
    assert "店主 · 晚了 1 天 · 约 10 分钟" in told
    leaver = desk.ledger.book.of("staff")[-1]
    told = words_in(row(window, f"staff.leaver:{leaver.id}"))
    assert "今天 · 约 15 分钟 · 离职日期 11月29日" in told


def test_a_duty_is_not_ticked_but_written_down(desk: Desk, show_window: ShowWindow, press: Press) -> None:
    window = home(desk, show_window)
    name = f"staff.agreement:{unsigned(desk)}"
    assert not row(window, name).findChildren(QCheckBox)
    act = window.page.findChild(QAbstractButton, f"act_{name}")
    assert act.text().strip() == "打印协议"
    assert act.accessibleName().startswith("打印协议：当面签保密协议 · ")
    press(window.page, f"lead_{name}")
    assert (desk.screen, desk.open_register) == (Screen.REGISTERS, ("staff", unsigned(desk)))


def test_the_picture_before_a_duty_leads_there_too_by_keyboard(
    desk: Desk, show_window: ShowWindow, qtbot: QtBot
) -> None:
    window = home(desk, show_window)
    lead = window.page.findChild(QAbstractButton, f"lead_accounts.leaver:{LEAVER_S_ACCOUNT}")
    assert min(lead.width(), lead.height()) >= 32
    assert lead.accessibleName() == "记下来：用它的人走了，今天停用或收回 · kefu2"
    lead.setFocus()
    qtbot.keyClick(lead, Qt.Key.Key_Space)
    assert desk.open_register == ("accounts", LEAVER_S_ACCOUNT)


def test_what_is_noted_in_a_register_begins_a_line_of_its_kind_with_nothing_done(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    window = home(desk, show_window, with_nothing_to_mend(desk))
    assert "disposals.labels" in rows(window)
    press(window.page, "act_disposals.labels")
    register, entry_id = desk.open_register
    entry = desk.ledger.entry(entry_id)
    assert (register, dict(entry.values)) == ("disposals", {"what": "labels"})
    assert entry_id not in desk.ledger.book.entries


def test_duties_without_a_row_are_counted_and_can_be_reached(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    window = home(desk, show_window)
    shown = [one for one in rows(window) if ":" in one or one in {d.duty.id for d in desk.ledger.near}]
    count = len({item.duty.id for item in desk.ledger.near}) - len(shown)
    assert count > 0
    more = window.page.findChild(QAbstractButton, "more_duties")
    assert more.accessibleName() == f"登记本里还有 {count} 件"
    press(window.page, "more_duties")
    assert (desk.screen, desk.open_register) == (Screen.REGISTERS, ("duties", None))


def test_a_record_without_its_day_is_not_said_to_be_done(desk: Desk, show_window: ShowWindow) -> None:
    window = home(desk, show_window, desk.open_check.with_book(Book()))
    desk.ledger.write(desk.ledger.new_entry("disposals").id, "what", "labels")
    assert "上次" not in card(window, "disposals").accessibleName()


def test_before_the_check_is_finished_its_duties_are_only_counted(
    desk: Desk, show_window: ShowWindow
) -> None:
    check = desk.open_check.with_book(year_book(desk.open_check.book, TODAY))
    last = check.interview.path[-1].id
    answers = {key: value for key, value in check.interview.answers.items() if key != last}
    check = replace(check, interview=replace(check.interview, answers=answers), finished_on=None)
    window = home(desk, show_window, check)
    assert said(window.page, "page_title").startswith("还剩 1 题")
    assert len(rows(window)) == 3
    assert window.page.findChild(QAbstractButton, "more_duties") is not None


# --- registers --------------------------------------------------------------------------------------


def card(window: MainWindow, register: str) -> QAbstractButton:
    return window.page.findChild(QAbstractButton, f"register_{register}")


def test_each_register_says_how_many_and_what_is_next(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    window = home(desk, show_window)
    name = desk.ledger.book.of("staff")[-1].said("name")
    assert card(window, "staff").accessibleName() == f"员工，在职 4 人，{name} · 今天停账号"
    assert card(window, "accounts").accessibleName() == "账号，3 个在用，kefu2 · 今天停用"
    assert card(window, "partners").accessibleName() == "合作方，2 家，示例打单软件1 · 20 天后到期"
    assert card(window, "disposals").accessibleName() == "面单销毁，上次 11月24日 周二，下次 12月1日 周二"
    press(window.page, "register_partners")
    assert (desk.screen, desk.open_register) == (Screen.REGISTERS, ("partners", None))


def test_an_empty_register_says_so(desk: Desk, show_window: ShowWindow) -> None:
    window = home(desk, show_window, replace(desk.open_check, finished_on=TODAY))
    assert card(window, "accounts").accessibleName() == "账号，还没有记录"


def test_a_line_written_down_shows_at_once(desk: Desk, show_window: ShowWindow) -> None:
    window = home(desk, show_window)
    desk.ledger.write(LEAVER_S_ACCOUNT, "closed_on", TODAY)
    assert card(window, "accounts").accessibleName().startswith("账号，2 个在用")
    assert f"accounts.leaver:{LEAVER_S_ACCOUNT}" not in rows(window)


def test_a_shop_without_parcels_sees_its_trainings_instead(desk: Desk, show_window: ShowWindow) -> None:
    profile = {**desk.open_check.shop.profile, "kinds": frozenset({"beauty"}), "ships": False}
    shop = replace(desk.open_check.shop, profile=profile)
    check = replace(desk.open_check, interview=replace(desk.open_check.interview, shop=shop))
    window = home(desk, show_window, replace(check, finished_on=TODAY))
    assert card(window, "disposals") is None
    assert card(window, "trainings") is not None


# --- banners ----------------------------------------------------------------------------------------


def test_while_a_hold_is_in_force_it_stands_on_top_and_leads_to_its_matter(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    window = home(desk, show_window, with_nothing_to_mend(desk, with_incident=True))
    banner = window.page.findChild(QWidget, "hold")
    assert "先别删、别撕、别重装电脑：这些可能是证据" in words_in(banner)
    title = window.page.findChild(QLabel, "page_title")
    assert (
        banner.mapTo(window, banner.rect().bottomLeft()).y() < title.mapTo(window, title.rect().topLeft()).y()
    )
    assert "disposals.labels" not in rows(window)
    assert card(window, "disposals").accessibleName().endswith("先别毁")
    press(window.page, "hold_action")
    shown = desk.incidents.case
    assert desk.screen is Screen.INCIDENT
    assert shown is not None and shown.entry.id == INCIDENT


def test_once_it_is_signed_the_banner_is_gone(desk: Desk, show_window: ShowWindow) -> None:
    window = home(desk, show_window, with_nothing_to_mend(desk, with_incident=True))
    released = HoldRelease(INCIDENT, TODAY, "店主", "查清了", moment(TODAY))
    desk.ledger.end_hold(desk.ledger.holds[0], released.on, released.signed_by, released.reason)
    assert window.page.findChild(QWidget, "hold") is None


def test_content_older_than_a_year_is_told_and_is_no_task(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    bank = replace(desk.open_check.bank, checked_on=date(2025, 10, 1))
    check = replace(desk.open_check, interview=replace(desk.open_check.interview, bank=bank))
    window = home(desk, show_window, replace(check, finished_on=TODAY))
    assert said(window.page, "old_content_words") == "法规内容核对于2025-10-01，已过一年。请换新版再自查。"
    assert "content.age" not in rows(window)
    press(window.page, "old_content_action")
    assert desk.screen is Screen.ABOUT


def test_content_of_this_year_is_not_spoken_of(desk: Desk, show_window: ShowWindow) -> None:
    assert home(desk, show_window).page.findChild(QWidget, "old_content") is None
