"""While a matter is open nothing it concerns is destroyed, and only a signature ends that."""

from datetime import date

from merchant_guard.domain.due import due_items
from merchant_guard.domain.duties import Recurring, Settling
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.legal_hold import (
    holds_in_force,
    legal_holds,
    may_be_deleted,
    may_be_struck,
)
from merchant_guard.domain.registers.book import HoldRelease
from merchant_guard.domain.registers.register import HoldRule
from tests.support.books import book, duty, entry, moment, register, year

DAY, LATER = date(2026, 11, 30), date(2026, 12, 20)
INCIDENTS = register("incidents", HoldRule("concerns", "closed_on", {}, all_unless_said=True), "noticed_on")
REQUESTS = register(
    "requests",
    HoldRule("concerns", "done_on", {"kind": frozenset({"complaint"})}, all_unless_said=False),
    "received_on",
)
REGISTERS = {one.id: one for one in (INCIDENTS, REQUESTS)}
WEEK = Interval(days=7)
LABELS = duty(
    Recurring(WEEK, WEEK, settled_by=(Settling("disposals", "on", {}),)), "labels", destroys=["labels"]
)
FOOTAGE = duty(Recurring(WEEK, WEEK), "footage", destroys=["footage"])
REVIEW = duty(Recurring(WEEK, WEEK), "review")


def incident(**values: object) -> object:
    return entry("incidents", DAY, {"noticed_on": DAY, **values}, "i")


def signed(on: date) -> HoldRelease:
    return HoldRelease("i", on, "店主", "派出所说可以了", moment(on))


def test_an_open_incident_holds_everything_unless_it_says_what() -> None:
    [hold] = holds_in_force(book([incident()]), REGISTERS)
    assert hold.covers(frozenset({"labels"}))
    assert not hold.covers(frozenset())
    [narrow] = holds_in_force(book([incident(concerns=frozenset({"footage"}))]), REGISTERS)
    assert narrow.covers(frozenset({"footage"}))
    assert not narrow.covers(frozenset({"labels"}))


def test_destruction_is_suspended_and_nothing_else() -> None:
    held = book([incident(concerns=frozenset({"labels"}))])
    found = {item.id: item for item in due_items([LABELS, FOOTAGE, REVIEW], year(held, DAY, [INCIDENTS]))}
    assert found["labels"].hold is not None
    assert found["labels"].overdue_days(LATER) == 0
    assert not found["labels"].is_near(LATER)
    assert found["footage"].hold is None and found["review"].hold is None


def test_closing_the_matter_does_not_end_it_but_a_signature_does() -> None:
    closed = book([incident(closed_on=DAY)])
    [hold] = holds_in_force(closed, REGISTERS)
    assert hold.is_closed
    assert holds_in_force(closed.with_release(signed(LATER)), REGISTERS) == ()
    assert len(legal_holds(closed.with_release(signed(LATER)), REGISTERS)) == 1


def test_what_waited_falls_due_a_week_after_the_hold() -> None:
    held = book([incident()]).with_release(signed(LATER))
    [item] = due_items([LABELS], year(held, DAY, [INCIDENTS]))
    assert (item.due, item.hold) == (date(2026, 12, 27), None)


def test_what_was_done_since_comes_round_as_ever() -> None:
    done = entry("disposals", date(2026, 12, 29), {"on": date(2026, 12, 29)})
    held = book([incident(), done]).with_release(signed(LATER))
    [item] = due_items([LABELS], year(held, DAY, [INCIDENTS]))
    assert item.due == date(2027, 1, 5)


def test_a_correction_does_not_make_a_hold_smaller() -> None:
    narrowed = incident(concerns=frozenset({"labels", "footage"})).with_value(
        "concerns", frozenset({"footage"}), moment(LATER)
    )
    [hold] = holds_in_force(book([narrowed]), REGISTERS)
    assert hold.covers(frozenset({"labels"}))
    complaint = entry("requests", DAY, {"kind": "complaint", "concerns": frozenset({"labels"})}, "r")
    renamed = complaint.with_value("kind", "see", moment(LATER))
    assert len(holds_in_force(book([renamed]), REGISTERS)) == 1


def test_a_complaint_holds_only_what_it_says() -> None:
    bare = entry("requests", DAY, {"kind": "complaint"}, "r")
    assert holds_in_force(book([bare]), REGISTERS) == ()
    other = entry("requests", DAY, {"kind": "see", "concerns": frozenset({"labels"})}, "r")
    assert holds_in_force(book([other]), REGISTERS) == ()


def test_an_old_matter_told_for_the_record_holds_nothing() -> None:
    old = entry("incidents", DAY, {"noticed_on": date(2025, 3, 1), "closed_on": date(2025, 4, 1)}, "i")
    assert holds_in_force(book([old]), REGISTERS) == ()


def test_a_matter_that_ended_lately_is_no_old_one_and_ends_by_a_signature_only() -> None:
    for began, closed in (
        (date(2026, 11, 29), date(2026, 11, 29)),  # the day before it was written down
        (date(2026, 11, 29), date(2026, 9, 1)),  # over before it began: no day to go by
    ):
        lately = entry("incidents", DAY, {"noticed_on": began, "closed_on": closed}, "i")
        assert len(holds_in_force(book([lately]), REGISTERS)) == 1
        assert not may_be_deleted(lately, book([lately]), REGISTERS, DAY)


def test_what_brings_a_hold_is_neither_deleted_nor_crossed_out() -> None:
    held = book([incident()])
    assert not may_be_deleted(held.entries["i"], held, REGISTERS, DAY)
    assert not may_be_struck(held.entries["i"], held, REGISTERS)
    freed = held.with_release(signed(LATER))
    assert may_be_struck(freed.entries["i"], freed, REGISTERS)
    assert not may_be_deleted(freed.entries["i"], freed, REGISTERS, DAY)


def test_a_slip_of_the_pen_may_go_the_same_day_only() -> None:
    slip = entry("disposals", DAY, {"on": DAY}, "d")
    assert may_be_deleted(slip, book([slip]), REGISTERS, DAY)
    assert not may_be_deleted(slip, book([slip]), REGISTERS, LATER)
