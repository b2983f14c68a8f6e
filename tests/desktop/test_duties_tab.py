"""What falls due: bands, force and source, written down or settled in place, history and what is kept."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.duty_row import DutyRow
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.registers.book import Outcome
from merchant_guard.services.open_check import OpenCheck
from tests.support.pressing import find, press, said, there_is, write
from tests.support.registers import fill, forget_staff, note, on_day

LABELS = "disposals.labels"
Ids = dict[str, str]


@pytest.fixture
def ids(desk: Desk) -> Ids:
    """The registers of a shop of five people."""
    return fill(desk)


def settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def show(desk: Desk, window: MainWindow) -> QWidget:
    desk.go_to_register("duties")
    window.activateWindow()
    settle()
    assert window.page is not None
    return window.page


def item(desk: Desk, item_id: str) -> DueItem:
    return next(one for one in desk.ledger.items if one.id == item_id)


def row(page: QWidget, name: str) -> DutyRow:
    return find(page, f"duty_{name}", DutyRow)


def test_what_is_late_comes_first_then_this_week_then_later(desk: Desk, window: MainWindow, ids: Ids) -> None:
    page = show(desk, window)
    told = said(page)
    heads = [one.split(" ")[0] for one in told if one.split(" ")[0] in ("过了日子", "这周")]
    assert heads == ["过了日子", "这周"]
    assert find(page, "fold_duties_later", QAbstractButton).text().startswith("以后 ")
    assert told.index("当面签保密协议") < told.index("集中毁掉废面单，记一笔")


def test_a_row_says_who_and_when_why_and_by_what_law(desk: Desk, window: MainWindow, ids: Ids) -> None:
    page = show(desk, window)
    agreement = f"staff.agreement:{ids['员工B']}"
    told = said(row(page, agreement))
    duty = item(desk, agreement).duty
    assert told[:3] == [
        "当面签保密协议",
        f"员工B · 11月17日 周二，晚了 13 天 · 约 {duty.minutes} 分钟",
        duty.why.zh,
    ]
    assert "建议" in told
    chip = find(row(page, agreement), "law_consumer-rights-law_29")
    assert chip.accessibleName() == "《消费者权益保护法》第 29 条"
    chip.click()
    settle()
    assert there_is(window, "law_panel")


def test_one_duty_of_many_people_is_one_row(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    with on_day(desk, desk.today - timedelta(days=3)):
        for number in range(60):
            note(desk, "staff", name=f"快递员{number:02}", role="courier")
    page = show(desk, window)
    assert len(page.findChildren(DutyRow)) < 30
    meta = find(row(page, "staff.agreement_overdue"), "duty_meta").accessibleName()
    assert "等另外" in meta
    press(qtbot, page, "record_staff.agreement_overdue")
    assert desk.open_register == ("staff", None)


def test_what_is_noted_of_an_entry_leads_to_its_field(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    page = show(desk, window)
    press(qtbot, page, f"record_staff.agreement:{ids['员工B']}")
    settle()
    assert desk.open_register == ("staff", ids["员工B"])
    assert QApplication.focusWidget() is find(window, "field_agreement_on")


def test_what_is_noted_of_the_shop_begins_an_entry_of_its_kind_and_nothing_more(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    page, before = show(desk, window), len(desk.ledger.book.of("disposals"))
    press(qtbot, page, f"record_{LABELS}")
    settle()
    form = find(window, "entry_form")
    assert find(form, "field_what", QComboBox).currentData() == "labels"
    assert find(form, "field_on", QLineEdit).text() == "", "no act is ever filled in by itself"
    assert len(desk.ledger.book.of("disposals")) == before, "nothing is written yet"
    write(form, "field_on", "2026-11-30")
    find(form, "field_on", QLineEdit).clearFocus()
    settle()
    assert len(desk.ledger.book.of("disposals")) == before + 1
    assert item(desk, LABELS).due > desk.today + timedelta(days=3)


def test_done_asks_on_which_day_and_proposes_none(
    qtbot: QtBot, desk: Desk, window: MainWindow, stored: Callable[[], OpenCheck], ids: Ids
) -> None:
    due = item(desk, LABELS).due
    page = show(desk, window)
    find(page, f"done_{LABELS}").click()
    settle()
    field = find(page, "settle_day", QLineEdit)
    assert (field.text(), field.placeholderText()) == ("", "2026-11-30")
    find(page, "settle").click()
    assert find(page, "error_settle_day").accessibleName() == "日期写成 2026-12-01 这样"
    write(page, "settle_day", "2026-11-29")
    undone: list[Callable[[], object]] = []
    desk.undo_offered.connect(lambda _words, undo: undone.append(undo))
    find(page, "settle").click()
    settle()
    assert item(desk, LABELS).due > due
    qtbot.waitUntil(lambda: desk.is_saved)
    (record,) = stored().book.records
    assert (record.duty_id, record.outcome, record.on) == (LABELS, Outcome.DONE, date(2026, 11, 29))

    find(page, "fold_history").click()
    settle()
    assert "集中毁掉废面单，记一笔 — 2026-11-29 · 做好了 · 补记" in said(page)
    undone[0]()
    settle()
    assert item(desk, LABELS).due == due and not there_is(page, "fold_history")


def test_left_out_this_time_wants_a_reason(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    page = show(desk, window)
    find(page, f"skip_{LABELS}").click()
    settle()
    find(page, "settle").click()
    assert find(page, "error_settle_reason").accessibleName() == "写一句为什么"
    write(page, "settle_reason", "这周没出单")
    find(page, "settle").click()
    settle()
    (record,) = desk.ledger.book.records
    assert (record.outcome, record.reason) == (Outcome.SKIPPED, "这周没出单")


def test_who_leaves_it_comes_back_to_the_button(desk: Desk, window: MainWindow) -> None:
    page = show(desk, window)
    find(page, f"skip_{LABELS}").click()
    settle()
    find(page, "settle_leave").click()
    settle()
    assert QApplication.focusWidget() is find(page, f"skip_{LABELS}")


def test_what_a_hold_forbids_stands_apart_and_cannot_be_settled(desk: Desk, window: MainWindow) -> None:
    note(desk, "incidents", noticed_on=desk.today, kind="labels_out", concerns=frozenset({"labels"}))
    page = show(desk, window)
    told = " ".join(said(find(page, "held_duties")))
    assert "先别销毁" in told and "集中毁掉废面单，记一笔：等“面单、单子流出去了 2026-11-30”了结" in told
    assert not there_is(page, f"done_{LABELS}") and not there_is(page, f"skip_{LABELS}")


def test_what_must_not_be_thrown_away_says_until_when(desk: Desk, window: MainWindow, ids: Ids) -> None:
    page = show(desk, window)
    find(page, "fold_kept").click()
    settle()
    assert "劳动合同，离职后至少存二年 · 员工E · 留到 2028-11-29" in said(page)


def test_only_the_self_check_itself_settles_the_self_check(desk: Desk, window: MainWindow) -> None:
    page = show(desk, window)
    if there_is(page, "fold_duties_later"):
        find(page, "fold_duties_later").click()
        settle()
    assert there_is(page, "record_check.yearly")
    assert not there_is(page, "done_check.yearly")


def test_what_would_fall_silent_cannot_be_left_out(desk: Desk, window: MainWindow, ids: Ids) -> None:
    page = show(desk, window)
    if there_is(page, "fold_duties_later"):
        find(page, "fold_duties_later").click()
        settle()
    assert there_is(page, "duty_audit.formal") and not there_is(page, "skip_audit.formal")
    assert not there_is(page, "skip_staff.leaver:" + ids["员工E"])
    assert not there_is(page, "duty_content.age"), "what says that the content is old stands here once it is"


def test_of_many_the_names_stand_in_order_with_their_numbers(desk: Desk, window: MainWindow) -> None:
    forget_staff(desk)
    for number in (10, 2, 1):
        note(desk, "staff", name=f"快递员{number}", role="courier")
    told = " ".join(said(show(desk, window)))
    assert "快递员1、快递员2、快递员10" in told


def test_what_goes_on_is_one_line_among_what_must_not_be_thrown_away(desk: Desk, window: MainWindow) -> None:
    forget_staff(desk)
    for number in range(12):
        note(desk, "staff", name=f"快递员{number}", role="courier")
    note(desk, "staff", name="员工Z", role="courier", left_on=desk.today)
    page = show(desk, window)
    assert find(page, "fold_kept", QAbstractButton).text().startswith("不能扔的 2 样")
    find(page, "fold_kept").click()
    settle()
    told = [one for one in said(page) if one.startswith("劳动合同，离职后至少存二年")]
    assert [one.split(" · ")[1] for one in told] == ["员工Z", "12 人"]
