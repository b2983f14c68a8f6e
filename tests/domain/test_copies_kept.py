"""Thinning daily copies: seven days, four weeks, twelve months."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.copies_kept import DAYS, MONTHS, WEEKS, days_kept

TODAY = date(2028, 2, 29)
some_days = st.sets(st.dates(date(2025, 1, 1), TODAY), max_size=60)


def test_of_three_years_of_days_those_that_help_are_kept() -> None:
    every = [TODAY - timedelta(days=back) for back in range(1000)]
    kept = days_kept(every)
    assert sorted(kept, reverse=True)[:DAYS] == every[:DAYS]
    assert date(2028, 1, 31) in kept
    assert date(2027, 3, 31) in kept
    assert min(kept) == date(2027, 3, 31)
    # The last of this week and of this month are among the last seven days.
    assert len(kept) == DAYS + (WEEKS - 2) + (MONTHS - 1)


def test_a_shop_that_was_shut_keeps_what_it_has() -> None:
    few = [date(2027, 6, day) for day in (1, 2, 3)]
    assert days_kept(few) == set(few)


@given(some_days)
def test_the_newest_copy_always_stays_and_nothing_is_made_up(days: set[date]) -> None:
    kept = days_kept(days)
    assert kept <= days
    assert not days or max(days) in kept
    assert len(kept) <= DAYS + WEEKS + MONTHS


@given(some_days)
def test_thinning_twice_is_thinning_once(days: set[date]) -> None:
    once = days_kept(days)
    assert days_kept(once) == once


@given(some_days, st.integers(1, 400))
def test_what_was_thinned_day_by_day_still_reaches_back(days: set[date], count: int) -> None:
    """Deleting each day what is not kept leaves no month of the last year empty that had a copy."""
    every = [TODAY - timedelta(days=back) for back in range(count)]
    left: set[date] = set()
    for day in reversed(every):
        left = set(days_kept(left | {day}))
    months = list(dict.fromkeys((day.year, day.month) for day in every))[:MONTHS]
    assert {(day.year, day.month) for day in left} >= set(months)
