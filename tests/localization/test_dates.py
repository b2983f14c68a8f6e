"""Days as people write them, and how near they are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.localization.dates import (
    day_with_weekday,
    month_and_day,
    nearness,
    several_days,
    weekday,
)


@pytest.mark.parametrize(
    ("day", "chinese", "english"),
    [
        (date(2026, 12, 1), "12月1日 周二", "Tue 1 Dec"),
        (date(2026, 11, 30), "11月30日 周一", "Mon 30 Nov"),
        (date(2027, 1, 3), "1月3日 周日", "Sun 3 Jan"),
        (date(2028, 2, 29), "2月29日 周二", "Tue 29 Feb"),
    ],
)
def test_a_day_with_its_weekday(day: date, chinese: str, english: str) -> None:
    assert day_with_weekday("zh", day) == chinese
    assert day_with_weekday("en", day) == english


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [(1, "周一", "Mon"), (2, "周二", "Tue"), (6, "周六", "Sat"), (7, "周日", "Sun")],
)
def test_a_weekday(number: int, chinese: str, english: str) -> None:
    assert (weekday("zh", number), weekday("en", number)) == (chinese, english)


@given(st.dates())
def test_the_weekday_of_a_day_is_that_of_the_calendar(day: date) -> None:
    assert day_with_weekday("zh", day).endswith(weekday("zh", day.isoweekday()))
    assert day_with_weekday("en", day).startswith(weekday("en", day.isoweekday()))
    assert day_with_weekday("en", day).split()[1:] == [str(day.day), f"{day:%b}"]


def test_a_month_and_a_day_without_a_year() -> None:
    assert (month_and_day("zh", 12, 1), month_and_day("en", 12, 1)) == ("12月1日", "1 Dec")


@pytest.mark.parametrize(
    ("days", "chinese", "english"),
    [
        ([date(2026, 12, 8)], "12月8日 周二", "8 Dec (Tue)"),
        (
            [date(2026, 12, 22), date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 8)],
            "12月8日、15日、22日 周二",
            "8, 15, 22 Dec (Tue)",
        ),
        ([date(2026, 12, 29), date(2027, 1, 5)], "12月29日、1月5日 周二", "29 Dec, 5 Jan (Tue)"),
        ([date(2026, 12, 8), date(2026, 12, 9)], "12月8日、9日", "8, 9 Dec"),
    ],
)
def test_several_days(days: list[date], chinese: str, english: str) -> None:
    assert several_days("zh", days) == chinese
    assert several_days("en", days) == english


MONDAY, WEDNESDAY, SUNDAY = date(2026, 11, 30), date(2026, 12, 2), date(2026, 12, 6)


@pytest.mark.parametrize(
    ("today", "after", "near"),
    [
        (WEDNESDAY, -1, "overdue"),
        (WEDNESDAY, -400, "overdue"),
        (WEDNESDAY, 0, "today"),
        (WEDNESDAY, 1, "this_week"),
        (WEDNESDAY, 4, "this_week"),
        (WEDNESDAY, 5, "next_week"),
        (WEDNESDAY, 11, "next_week"),
        (WEDNESDAY, 12, "later"),
        (MONDAY, 6, "this_week"),
        (MONDAY, 7, "next_week"),
        (SUNDAY, 1, "next_week"),
        (SUNDAY, 7, "next_week"),
        (SUNDAY, 8, "later"),
    ],
)
def test_how_near_a_day_is(today: date, after: int, near: str) -> None:
    assert nearness(today, today + timedelta(after)) == near


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_days_only_get_further_away(today: date, after: int) -> None:
    order = ("overdue", "today", "this_week", "next_week", "later")
    near, further = (order.index(nearness(today, today + timedelta(days))) for days in (after, after + 1))
    assert near <= further
