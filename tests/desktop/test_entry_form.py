"""The form of an entry: saved as it is filled in, honest about when, and hard to lose anything in."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.entry_form import EntryForm
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.evidence import Subject
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.services.open_check import OpenCheck
from tests.support.evidence_files import JPEG
from tests.support.pressing import find, press, said, there_is, write
from tests.support.registers import fill, note, on_day

Ids = dict[str, str]
Stored = Callable[[], OpenCheck]


@pytest.fixture
def ids(desk: Desk) -> Ids:
    """The registers of a shop of five people."""
    return fill(desk)


def settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def form_of(desk: Desk, window: MainWindow, register: str, entry: str) -> EntryForm:
    desk.go_to_register(register, entry)
    window.activateWindow()
    settle()
    return find(window, "entry_form", EntryForm)


def new_form(qtbot: QtBot, desk: Desk, window: MainWindow, register: str) -> EntryForm:
    desk.go_to_register(register)
    window.activateWindow()
    settle()
    press(qtbot, window, "add_entry")
    settle()
    return find(window, "entry_form", EntryForm)


def fill_in(form: QWidget, name: str, text: str) -> None:
    """Write into a field and leave it."""
    write(form, name, text)
    find(form, name, QLineEdit).clearFocus()
    settle()


def choose(form: QWidget, name: str, option: str) -> None:
    """Choose from a list as somebody does who opens it."""
    box = find(form, name, QComboBox)
    box.setCurrentIndex(box.findData(option))
    box.activated.emit(box.currentIndex())
    settle()


def error(form: QWidget, field: str) -> str:
    name = f"error_{field}"
    return find(form, name).accessibleName() if there_is(form, name) else ""


def entry(desk: Desk, entry_id: str) -> Entry:
    return desk.ledger.book.entries[entry_id]


# --- writing --------------------------------------------------------------------------------------------


def test_a_person_is_added_by_typing_and_saved_without_a_button(
    qtbot: QtBot, desk: Desk, window: MainWindow, stored: Stored, ids: Ids
) -> None:
    form = new_form(qtbot, desk, window, "staff")
    assert QApplication.focusWidget() is find(form, "field_name")
    assert find(form, "entry_title").accessibleName() == "添加员工"
    assert form.entry_id not in desk.ledger.book.entries, "it comes into being with the first word"
    fill_in(form, "field_name", "员工F")
    choose(form, "field_role", "packing")
    press(qtbot, form, "field_employment_part_time")
    fill_in(form, "field_joined", "2026/11/30")
    press(qtbot, form, "field_access_labels")
    press(qtbot, form, "field_access_orders")

    written = {
        "name": "员工F",
        "role": "packing",
        "employment": "part_time",
        "joined": date(2026, 11, 30),
        "access": frozenset({"labels", "orders"}),
    }
    assert entry(desk, form.entry_id).values == written, "and nothing is there that nobody wrote"
    assert find(form, "entry_title").accessibleName() == "员工F"
    qtbot.waitUntil(lambda: desk.is_saved)
    assert stored().book.entries[form.entry_id].values == written
    assert "员工F" in [row.cells[0] for row in find(window, "register_table").model().rows]


def test_who_puts_an_empty_form_away_leaves_nothing_behind(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    before = len(desk.ledger.book.entries)
    new_form(qtbot, desk, window, "partners")
    press(qtbot, window, "close_entry")
    settle()
    assert not there_is(window, "entry_form")
    assert len(desk.ledger.book.entries) == before


def test_what_is_typed_last_is_kept_when_the_form_goes(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    form = form_of(desk, window, "staff", ids["员工A"])
    note_box = find(form, "field_note", QPlainTextEdit)
    note_box.setFocus()
    note_box.insertPlainText("周六不上班")
    qtbot.keyClick(note_box, Qt.Key.Key_Escape)
    settle()
    assert not there_is(window, "entry_form")
    assert entry(desk, ids["员工A"]).said("note") == "周六不上班"


def test_what_has_to_be_filled_in_is_told_under_its_label_on_leaving(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    form = new_form(qtbot, desk, window, "requests")
    fill_in(form, "field_reference", "尾号 1234")
    assert not error(form, "received_on"), "nobody has been there yet"
    press(qtbot, form, "close_entry")
    assert error(form, "received_on") == "还要填：哪天提的"
    field = find(form, "field_received_on", QLineEdit)
    assert QApplication.focusWidget() is field
    assert field.accessibleDescription().startswith("还要填：哪天提的")
    fill_in(form, "field_received_on", "2026-11-29")
    assert not error(form, "received_on")
    press(qtbot, form, "close_entry")
    assert not there_is(window, "entry_form")


@pytest.mark.parametrize(
    ("field", "typed", "wrong"),
    [
        ("agreement_on", "昨天", "日期写成 2026-12-01 这样"),
        ("agreement_on", "2026-12-01", "这一天还没到。做了再来记。"),
        ("joined", "2026-02-30", "日期写成 2026-12-01 这样"),
    ],
)
def test_a_day_that_is_none_is_refused_where_it_stands(
    desk: Desk, window: MainWindow, ids: Ids, field: str, typed: str, wrong: str
) -> None:
    before = entry(desk, ids["员工B"])
    form = form_of(desk, window, "staff", ids["员工B"])
    fill_in(form, f"field_{field}", typed)
    assert error(form, field) == wrong
    assert entry(desk, ids["员工B"]) == before
    assert find(form, f"field_{field}", QLineEdit).text() == typed, "it stays to be mended"


def test_a_count_takes_numbers_only(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    form = new_form(qtbot, desk, window, "periods")
    fill_in(form, "field_months", "一年")
    assert error(form, "months") == "写一个整数"
    fill_in(form, "field_months", "12")
    assert entry(desk, form.entry_id).values["months"] == 12


def test_fields_come_and_go_with_what_is_chosen_and_the_form_stays_where_it_is(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    form = new_form(qtbot, desk, window, "requests")
    assert not there_is(form, "box_concerns")
    choose(form, "field_kind", "complaint")
    assert there_is(form, "box_concerns")
    press(qtbot, form, "field_outcome_refused")
    assert there_is(form, "box_reason")
    press(qtbot, form, "field_outcome_done")
    assert not there_is(form, "box_reason")
    assert find(window, "entry_form") is form


def test_a_typed_id_number_is_warned_about_and_kept_all_the_same(
    desk: Desk, window: MainWindow, ids: Ids
) -> None:
    form = form_of(desk, window, "staff", ids["员工A"])
    fill_in(form, "field_name", "员工A 13800138000")
    below = find(form, "below_name", QLabel)
    assert below.property("tone") == "warn" and "手机号" in below.accessibleName()
    assert entry(desk, ids["员工A"]).said("name") == "员工A 13800138000"
    fill_in(form, "field_name", "员工A")
    assert find(form, "below_name", QLabel).property("tone") == "text2"


# --- honest records -------------------------------------------------------------------------------------


def test_a_day_written_down_later_is_marked_and_says_when(desk: Desk, window: MainWindow, ids: Ids) -> None:
    form = form_of(desk, window, "staff", ids["员工B"])
    assert not there_is(form, "mark_agreement_on")
    assert "记这笔的日期另存：2026-11-30，晚记的印“补记”" in find(form, "below_agreement_on").accessibleName()
    fill_in(form, "field_agreement_on", "2026-11-24")
    assert find(form, "mark_agreement_on").accessibleName() == "补记"
    fill_in(form, "field_agreement_on", "2026-11-30")
    assert not there_is(form, "mark_agreement_on")


def test_a_correction_leaves_its_trace(qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids) -> None:
    form = form_of(desk, window, "staff", ids["员工A"])
    assert not there_is(form, "fold_trace")
    fill_in(form, "field_agreement_on", "2026-11-23")
    choose(form, "field_role", "manager")
    assert find(form, "fold_trace").text() == "改过 2 次"
    find(form, "fold_trace").click()
    settle()
    assert {one for one in said(form) if "→" in one} == {
        "岗位：客服 → 店长，2026-11-30",
        "协议签署日期：2026-11-24 → 2026-11-23，2026-11-30",
    }


def test_done_without_proof_is_a_state_of_its_own(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids, tmp_path: Path
) -> None:
    form = form_of(desk, window, "staff", ids["员工A"])
    assert find(form, "entry_badge").accessibleName() == "已做，还没留证据"
    assert find(form, "proof_state").accessibleName() == "已做，还没留证据"
    place = tmp_path / "协议.jpg"
    place.write_bytes(JPEG)
    subject = Subject("entry", ids["员工A"])
    desk.proofs.give(subject, [place])
    qtbot.waitUntil(lambda: bool(desk.open_check.evidence_of(subject)) and desk.is_saved)
    settle()
    assert find(form, "entry_badge").accessibleName() == "已签"
    assert not there_is(form, "proof_state")
    (reference,) = desk.open_check.evidence_of(subject)
    form.looked_at.emit(reference)
    settle()
    assert there_is(window, "evidence_panel")
    press(qtbot, window, "close_evidence")
    settle()
    assert find(window, "entry_title").accessibleName() == "员工A", "and back to the record"
    assert desk.open_register == ("staff", ids["员工A"])


# --- who leaves -----------------------------------------------------------------------------------------


def test_somebody_leaves_and_every_step_is_the_owners_own(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    form = form_of(desk, window, "staff", ids["员工A"])
    assert not there_is(form, "box_left_on") and not there_is(form, "leaver")
    find(form, "has_left").click()
    settle()
    assert entry(desk, ids["员工A"]).day("left_on") is None, "asking is not yet leaving"
    assert QApplication.focusWidget() is find(form, "field_left_on")
    find(form, "left_today").click()
    settle()
    assert entry(desk, ids["员工A"]).day("left_on") == desk.today
    assert entry(desk, ids["员工A"]).day("closed_on") is None
    told = said(find(form, "leaver"))
    assert told[0] == "今天要停的账号" and told[1:] == ["客服 3 号", "客服 4 号"]

    undone: list[Callable[[], object]] = []
    desk.undo_offered.connect(lambda _words, undo: undone.append(undo))
    find(form, f"close_{ids['账号3']}").click()
    settle()
    assert entry(desk, ids["账号3"]).day("closed_on") == desk.today
    assert entry(desk, ids["账号4"]).day("closed_on") is None
    assert "客服 3 号，2026-11-30 停了" in said(find(form, "leaver"))
    undone[-1]()
    settle()
    assert entry(desk, ids["账号3"]).day("closed_on") is None
    assert there_is(form, f"close_{ids['账号3']}")

    fill_in(form, "field_closed_on", "2026-11-30")
    assert entry(desk, ids["员工A"]).day("closed_on") == desk.today
    assert find(form, "entry_badge").accessibleName() == "已离职"
    assert find(form, "entry_primary").accessibleName() == "打印离职交接单（已填员工A）"
    press(qtbot, form, "entry_primary")
    assert (desk.screen, desk.paper) == (Screen.PRINT, ("leaver-handover", None))
    assert desk.paper_subjects["leaver-handover"] == ids["员工A"]


def test_whoever_has_no_account_is_told_what_to_do_instead(desk: Desk, window: MainWindow, ids: Ids) -> None:
    desk.ledger.write(ids["员工C"], "left_on", desk.today)
    form = form_of(desk, window, "staff", ids["员工C"])
    assert "没有记在这个人名下的账号。大家共用的，今天改密码。" in said(find(form, "leaver"))


# --- how a record goes ----------------------------------------------------------------------------------


def test_what_was_entered_today_can_be_deleted_after_a_question(
    qtbot: QtBot, desk: Desk, window: MainWindow, stored: Stored
) -> None:
    made = note(desk, "partners", name="写错了的")
    form = form_of(desk, window, "partners", made)
    press(qtbot, form, "remove_entry")
    assert QApplication.focusWidget() is find(find_box(window), "ask_no")
    find(find_box(window), "ask_no").click()
    settle()
    assert made in desk.ledger.book.entries
    press(qtbot, form, "remove_entry")
    undone: list[Callable[[], object]] = []
    desk.undo_offered.connect(lambda _words, undo: undone.append(undo))
    find(find_box(window), "ask_yes").click()
    settle()
    assert made not in desk.ledger.book.entries
    assert not there_is(window, "entry_form")
    qtbot.waitUntil(lambda: desk.is_saved)
    assert made not in stored().book.entries
    undone[0]()
    assert made in desk.ledger.book.entries


def find_box(window: MainWindow) -> QWidget:
    return next(one for one in window.findChildren(QWidget, "ask_box") if one.isVisible())


def test_what_was_entered_earlier_is_crossed_out_with_a_reason_in_place(
    qtbot: QtBot, desk: Desk, window: MainWindow, ids: Ids
) -> None:
    form = form_of(desk, window, "staff", ids["员工B"])
    press(qtbot, form, "remove_entry")
    assert not any(one.isVisible() for one in window.findChildren(QWidget, "ask_box"))
    press(qtbot, form, "strike_entry")
    assert error(form, "strike_why") == "写一句为什么划掉"
    write(form, "strike_why", "重复了")
    press(qtbot, form, "strike_entry")
    settle()
    struck = entry(desk, ids["员工B"]).struck
    assert struck is not None and struck.reason == "重复了"
    assert not there_is(window, "entry_form")


def test_what_brings_a_hold_in_force_neither_goes_nor_is_crossed_out(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    made = note(desk, "incidents", noticed_on=desk.today, kind="labels_out")
    form = form_of(desk, window, "incidents", made)
    press(qtbot, form, "remove_entry")
    assert find(form, "removal_refused").accessibleName().startswith("这件事的资料要先留作证据")
    assert not there_is(form, "strike_why") and entry(desk, made).struck is None


# --- holds ----------------------------------------------------------------------------------------------


def test_a_hold_stands_on_every_tab_until_somebody_signs(
    qtbot: QtBot, desk: Desk, window: MainWindow, stored: Stored
) -> None:
    concerns = frozenset({"labels", "stubs"})
    made = note(desk, "incidents", noticed_on=desk.today, kind="labels_out", concerns=concerns)
    for register in ("duties", *desk.ledger.registers):
        desk.go_to_register(register)
        settle()
        told = find(window.page, "hold_words").accessibleName()
        assert told == "先别删、别撕、别重装电脑：这些可能是证据"
    press(qtbot, window, "hold_action")
    settle()
    form = find(window, "entry_form", EntryForm)
    assert form.entry_id == made
    assert "2026-11-30 起先留着：面单、底单、实名记录" in said(form)

    find(form, "end_hold").click()
    settle()
    find(form, "hold_sign").click()
    assert (error(form, "hold_name"), error(form, "hold_why")) == ("写上谁签字", "写一句为什么了结了")
    assert desk.ledger.holds, "nothing ends without a name, a day and a reason"
    write(form, "hold_name", "店主")
    write(form, "hold_day", "2026-11-30")
    write(form, "hold_why", "查清了，是误会")
    find(form, "hold_sign").click()
    settle()
    assert not desk.ledger.holds
    assert not there_is(window, "hold_words") and not there_is(form, "entry_hold")
    qtbot.waitUntil(lambda: desk.is_saved)
    release = stored().book.releases[made]
    assert (release.signed_by, release.on, release.reason) == ("店主", desk.today, "查清了，是误会")


def test_closing_an_incident_is_asked_first_and_ends_no_hold(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    with on_day(desk, desk.today - timedelta(days=9)):
        made = note(desk, "incidents", noticed_on=desk.today, kind="malware")
    form = form_of(desk, window, "incidents", made)
    fill_in(form, "field_closed_on", "2026-11-30")
    find(find_box(window), "ask_no").click()
    window.activateWindow()
    settle()
    assert entry(desk, made).day("closed_on") is None
    assert find(form, "field_closed_on", QLineEdit).text() == ""
    fill_in(form, "field_closed_on", "2026-11-30")
    find(find_box(window), "ask_yes").click()
    settle()
    assert entry(desk, made).day("closed_on") == desk.today
    assert desk.ledger.holds
