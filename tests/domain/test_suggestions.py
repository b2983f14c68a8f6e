"""Registers suggest, with a reason, and never answer."""

from datetime import date

import pytest

from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.question import Choice
from merchant_guard.domain.suggestions import RecentRule, ShareRule, SuggestionRule, suggest
from tests.support.books import book, entry, text

DAY = date(2026, 11, 30)
SIGNED = SuggestionRule(
    "staff.signed",
    ShareRule("staff", {}, "left_on", "agreement_on"),
    ("everyone",),
    text("all {total}"),
    text("{missing} of {total}"),
    text("none of {total}"),
)
DESTROYED = SuggestionRule(
    "waybill.destroyed",
    RecentRule("disposals", {"what": frozenset({"labels"})}, "on", Interval(days=14)),
    ("record",),
    text("last on {day}"),
    None,
    text("only on {day}"),
)


def staff(signed: int, unsigned: int, left: int = 0) -> list[object]:
    on = {"agreement_on": DAY}
    return [
        entry("staff", DAY, values, f"{kind}{number}")
        for kind, count, values in (("s", signed, on), ("u", unsigned, {}), ("l", left, {"left_on": DAY}))
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("signed", "unsigned", "choice", "reason", "done"),
    [
        (9, 3, Choice.PARTLY, "3 of 12", set()),
        (12, 0, None, "all 12", {"everyone"}),
        (0, 4, None, "none of 4", set()),
    ],
)
def test_a_share_says_how_many_and_points_to_an_answer(
    signed: int, unsigned: int, choice: Choice | None, reason: str, done: set[str]
) -> None:
    found = suggest(SIGNED, book(staff(signed, unsigned, left=2)), DAY)
    assert found is not None
    assert (found.choice, found.reason.zh, found.done) == (choice, reason, done)
    assert found.open == frozenset({"everyone"}) - done


def test_an_empty_register_suggests_nothing() -> None:
    assert suggest(SIGNED, book(), DAY) is None
    assert suggest(SIGNED, book(staff(0, 0, left=3)), DAY) is None
    assert suggest(DESTROYED, book(), DAY) is None


def test_what_was_written_lately_counts_and_what_is_old_is_said_with_its_day() -> None:
    lately = entry("disposals", DAY, {"on": date(2026, 11, 24), "what": "labels"}, "a")
    long_ago = entry("disposals", DAY, {"on": date(2026, 9, 1), "what": "labels"}, "b")
    other = entry("disposals", DAY, {"on": DAY, "what": "exports"}, "c")
    found = suggest(DESTROYED, book([long_ago, lately, other]), DAY)
    assert found is not None and (found.reason.zh, found.done) == ("last on 2026-11-24", {"record"})
    found = suggest(DESTROYED, book([long_ago, other]), DAY)
    assert found is not None and (found.reason.zh, found.done) == ("only on 2026-09-01", set())


def test_days_that_are_too_long_ago_count_no_more() -> None:
    rule = SuggestionRule(
        "training",
        ShareRule("staff", {}, None, "trained_on", Interval(months=12)),
        ("before",),
        text("all"),
        text("some"),
        text("none"),
    )
    old = entry("staff", DAY, {"trained_on": date(2025, 11, 29)}, "a")
    fresh = entry("staff", DAY, {"trained_on": date(2025, 11, 30)}, "b")
    found = suggest(rule, book([old, fresh]), DAY)
    assert found is not None and found.reason.zh == "some"
