"""A register in words: who is behind a link, what was written late or changed, and how it stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from merchant_guard.documents.register_view import RegisterView, RowView, register_view
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import PerEntry
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.text import Text
from merchant_guard.localization import Language
from tests.support.books import book, duty, entry, moment
from tests.support.kept_registers import LEAVER, STRUCK_REASON, kept_book
from tests.support.real_content import bank

MARCH = date(2026, 3, 2)
CHANGED = moment(date(2026, 3, 20)).replace(tzinfo=None)


def view(register_id: str, held: Book | None = None, language: Language = "zh") -> RegisterView:
    return register_view(held or kept_book(), bank().registers, register_id, language)


def row(shown: RegisterView, name: str) -> RowView:
    return next(one for one in (*shown.rows, *shown.struck) if one.name == name)


def test_every_register_shows_all_its_fields_and_first_those_of_its_table() -> None:
    for register in bank().registers.values():
        shown = view(register.id)
        assert [column.id for column in shown.columns] == [field.id for field in register.fields]
        assert [column.id for column in shown.in_table] == list(register.columns)


def test_options_and_links_are_words_in_the_language_asked_for() -> None:
    first, english = view("disposals").rows[0], view("disposals", language="en").rows[0]
    assert (first.cells["what"].value, english.cells["what"].value) == (
        "废面单、退货面单",
        "Spoiled or returned labels",
    )
    assert first.cells["by"].value == "员工甲"
    assert row(view("staff"), "员工甲").cells["access"].value == "订单、会员、顾客资料、收银、储值"


def test_several_links_stand_in_the_order_of_their_register() -> None:
    staff = [entry("staff", MARCH, {"name": name}, name) for name in ("甲", "乙", "丙")]
    attended = entry("trainings", MARCH, {"attended": frozenset(("丙", "甲"))})
    assert view("trainings", book((*staff, attended))).rows[0].cells["attended"].value == "甲、丙"


def test_a_link_to_nobody_is_not_passed_over() -> None:
    lone = book([entry("accounts", MARCH, {"name": "后台", "held_by": "gone"})])
    assert view("accounts", lone, "en").rows[0].cells["held_by"].value == "(no longer there)"


def test_what_was_done_says_when_it_was_written_down() -> None:
    signed = row(view("staff"), "员工乙").cells["agreement_on"]
    assert (signed.value, signed.written_on, signed.is_late) == (date(2026, 3, 5), date(2026, 3, 20), True)
    at_once = row(view("staff"), "员工甲").cells["agreement_on"]
    assert (at_once.written_on, at_once.is_late) == (MARCH, False)
    never = row(view("staff"), "员工丙").cells["agreement_on"]
    assert (never.value, never.written_on, never.is_late) == ("", None, False)


def test_entries_stand_by_the_day_they_are_about() -> None:
    days = [one.cells["on"].value for one in view("disposals").rows]
    assert days == sorted(days)  # type: ignore[type-var]
    later = entry("checks", date(2026, 5, 1), {"on": MARCH, "kind": "drill"}, "later")
    undated = entry("checks", date(2026, 4, 1), {"kind": "logs"}, "undated")
    shown = view("checks", book((undated, later)))
    assert [one.cells["on"].value for one in shown.rows] == [MARCH, ""]


def test_what_was_crossed_out_stays_readable_with_its_reason() -> None:
    shown = view("staff")
    assert [one.name for one in shown.rows] == ["员工甲", "员工乙", "员工丙"]
    struck = row(shown, "员工丁")
    assert (struck.struck_on, struck.reason) == (date(2026, 3, 20), STRUCK_REASON)


def test_corrections_say_what_stood_there_before_and_when_it_was_changed() -> None:
    assert [
        (change.name, change.field, change.before, change.after, change.at)
        for change in view("staff").changes
    ] == [
        ("员工丙", "到岗日期", date(2026, 1, 4), date(2026, 1, 5), CHANGED),
        ("员工丙", "岗位", "打包", "快递员", CHANGED + timedelta(minutes=3)),
    ]


def test_what_was_emptied_later_and_then_crossed_out_is_told_too() -> None:
    one = entry("checks", MARCH, {"on": MARCH, "kind": "drill"})
    one = one.with_value("on", None, moment(date(2026, 4, 1))).crossed_out("错", moment(date(2026, 4, 2)))
    (change,) = view("checks", book([one])).changes
    assert (change.before, change.after) == (MARCH, "")


def test_evidence_is_counted() -> None:
    held = kept_book().with_evidence("staff-a", ("one", "two"))
    assert [one.files for one in view("staff", held).rows] == [2, 0, 0]


# --- how it stands --------------------------------------------------------------------------------------


def due(entry_id: str, badge: str | None) -> DueItem:
    made = replace(duty(PerEntry("staff", {})), badge=Text(badge, badge) if badge else None)
    return DueItem(made, MARCH, kept_book().entries[entry_id])


@pytest.mark.parametrize(
    ("near", "status"),
    [
        ((), ""),
        ((due("staff-c", "待签"),), "待签"),
        ((due("staff-a", "待签"),), ""),
        ((due("staff-c", None), due("staff-c", "待培训"), due("staff-c", "后面的")), "待培训"),
    ],
)
def test_an_entry_says_what_is_most_urgent_about_it(near: tuple[DueItem, ...], status: str) -> None:
    shown = register_view(kept_book(), bank().registers, "staff", "zh", near)
    assert row(shown, "员工丙").status == status
    assert row(shown, "员工丁").status == ""


def test_only_who_signed_is_said_to_have_signed() -> None:
    signed = kept_book().entries["staff-c"].with_value("agreement_on", MARCH, moment(MARCH))
    shown = register_view(kept_book().with_entry(signed), bank().registers, "staff", "zh", ())
    assert row(shown, "员工丙").status == "已签"


def test_who_has_left_is_not_said_to_be_settled() -> None:
    shown = register_view(kept_book(), bank().registers, "staff", "zh", ())
    assert row(shown, kept_book().entries[LEAVER].said("name")).status == "已离职"


def test_nothing_is_said_to_be_settled_before_duties_have_begun() -> None:
    assert {one.status for one in view("staff").rows} == {""}
