"""Tasks that would destroy evidence wait for the end of a legal hold, and come back with it."""

from dataclasses import replace
from datetime import date

from merchant_guard.domain.answers import Answer
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.plan import red_lines_left
from merchant_guard.domain.question import Choice
from merchant_guard.domain.registers.book import HoldRelease
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.what_is_due import what_is_due
from tests.support.books import book, entry, moment
from tests.support.real_content import bank
from tests.support.shops import SAMPLES, read_shop

TODAY = date(2026, 11, 30)
CLEAR_BIN = "waybill.clear-bin"


def outlet(*entries: object) -> OpenCheck:
    """A courier outlet with readable labels in its bin: a red line of today."""
    file = read_shop(next(path for path in SAMPLES if "courier" in path.name))
    answers = {**file.check.answers, "waybill.waste-labels": Answer(Choice.NO)}
    check = OpenCheck("s", 1, Interview(bank(), file.shop, answers), TODAY, finished_on=TODAY)
    return replace(check, book=book(entries), duties_since=TODAY)


INCIDENT = entry("incidents", TODAY, {"noticed_on": TODAY, "kind": "labels_out"}, "i" * 16)


def test_what_destroys_labels_is_a_task_and_waits_while_they_may_be_evidence() -> None:
    assert CLEAR_BIN in {item.id for item in outlet().plan(TODAY).open_items}
    held = outlet(INCIDENT)
    plan = held.plan(TODAY)
    assert CLEAR_BIN not in {item.id for item in plan.open_items}
    assert [item.is_held for item in plan.items if item.id == CLEAR_BIN] == [True]
    assert CLEAR_BIN not in {due.id for due in what_is_due(held, TODAY)}


def test_the_red_line_is_still_there_while_its_task_waits() -> None:
    held = outlet(INCIDENT)
    assert red_lines_left(held.assessment, held.plan(TODAY)) == red_lines_left(
        outlet().assessment, outlet().plan(TODAY)
    )


def test_a_hold_on_other_records_holds_nothing_back() -> None:
    footage = entry("incidents", TODAY, {"noticed_on": TODAY, "concerns": frozenset({"footage"})}, "f" * 16)
    assert CLEAR_BIN in {item.id for item in outlet(footage).plan(TODAY).open_items}


def test_with_the_signature_it_comes_back() -> None:
    held = outlet(INCIDENT)
    release = HoldRelease(INCIDENT.id, TODAY, "店主", "查清了", moment(TODAY))
    freed = held.with_book(held.book.with_release(release))
    assert CLEAR_BIN in {item.id for item in freed.plan(TODAY).open_items}
