"""Spans of the calendar: ends of months, leap days, quiet days."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from merchant_guard.domain.intervals import Interval, near_quiet_day
from merchant_guard.domain.shop import BusyTime, WorkRhythm

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
SPANS = st.builds(Interval, months=st.integers(0, 60), days=st.integers(0, 60)).filter(
    lambda span: span.months * 28 + span.days >= 7
)
RHYTHMS = st.builds(WorkRhythm, quiet_day=st.integers(1, 7))


@pytest.mark.parametrize(
    ("day", "span", "then"),
    [
        (date(2026, 1, 31), Interval(months=1), date(2026, 2, 28)),
        (date(2028, 1, 31), Interval(months=1), date(2028, 2, 29)),
        (date(2028, 2, 29), Interval(months=12), date(2029, 2, 28)),
        (date(2028, 2, 29), Interval(months=48), date(2032, 2, 29)),
        (date(2026, 8, 31), Interval(months=6), date(2027, 2, 28)),
        (date(2026, 12, 31), Interval(months=2), date(2027, 2, 28)),
        (date(2026, 3, 31), Interval(months=-1), date(2026, 2, 28)),
        (date(2026, 11, 30), Interval(days=7), date(2026, 12, 7)),
        (date(2026, 11, 30), Interval(months=36, days=1), date(2029, 12, 1)),
    ],
)
def test_a_month_without_such_a_day_ends_instead(day: date, span: Interval, then: date) -> None:
    assert span.after(day) == then


@given(day=DAYS, span=SPANS)
def test_a_span_leads_on_and_never_past_its_month(day: date, span: Interval) -> None:
    then = Interval(months=span.months).after(day)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == span.months
    assert then.day <= day.day


@given(day=DAYS, earlier=DAYS, span=SPANS)
def test_a_later_day_leads_no_earlier(day: date, earlier: date, span: Interval) -> None:
    assume(earlier <= day)
    assert span.after(earlier) <= span.after(day)


@given(last=DAYS, span=SPANS, rhythm=RHYTHMS, is_limit=st.booleans())
def test_what_comes_round_falls_on_a_quiet_day_near_its_own(
    last: date, span: Interval, rhythm: WorkRhythm, is_limit: bool
) -> None:
    own = span.after(last)
    found = near_quiet_day(own, rhythm, last, span, is_limit=is_limit)
    assert found > last
    assert abs(found - own) <= timedelta(days=6)
    if is_limit:
        assert found <= own
    if own - last >= timedelta(days=14):
        assert found.isoweekday() == rhythm.quiet_day


@given(last=DAYS)
def test_every_week_there_is_one_day_for_what_comes_round_weekly(last: date) -> None:
    rhythm, week = WorkRhythm(quiet_day=2), Interval(days=7)
    day = near_quiet_day(week.after(last), rhythm, last, week, is_limit=False)
    for _week in range(5):
        following = near_quiet_day(week.after(day), rhythm, day, week, is_limit=False)
        assert following - day == timedelta(days=7)
        day = following


def test_long_spans_keep_out_of_busy_times_and_short_ones_do_not() -> None:
    rhythm = WorkRhythm(quiet_day=2, busy=(BusyTime((11, 1), (11, 15)),))
    own = date(2026, 11, 10)
    quarter = near_quiet_day(own, rhythm, date(2026, 8, 10), Interval(months=3), is_limit=False)
    assert quarter == date(2026, 11, 17)
    limited = near_quiet_day(own, rhythm, date(2021, 11, 10), Interval(months=60), is_limit=True)
    assert limited == date(2026, 10, 27)
    weekly = near_quiet_day(own, rhythm, date(2026, 11, 3), Interval(days=7), is_limit=False)
    assert weekly == own


def test_a_rhythm_that_is_always_busy_leaves_the_day_as_it_is() -> None:
    rhythm = WorkRhythm(busy=(BusyTime((1, 1), (12, 31)),))
    own = date(2027, 3, 4)
    assert near_quiet_day(own, rhythm, date(2026, 3, 4), Interval(months=12), is_limit=False) == own
