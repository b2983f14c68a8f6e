from datetime import date

import pytest

from merchant_guard.domain.shop import BusyTime, WorkRhythm, is_blank


@pytest.mark.parametrize(
    ("start", "end", "day", "covers"),
    [
        ((11, 1), (11, 15), date(2026, 10, 31), False),
        ((11, 1), (11, 15), date(2026, 11, 1), True),
        ((11, 1), (11, 15), date(2027, 11, 15), True),
        ((11, 1), (11, 15), date(2026, 11, 16), False),
        ((12, 20), (1, 15), date(2026, 12, 19), False),
        ((12, 20), (1, 15), date(2026, 12, 20), True),
        ((12, 20), (1, 15), date(2027, 1, 1), True),
        ((12, 20), (1, 15), date(2027, 1, 15), True),
        ((12, 20), (1, 15), date(2027, 1, 16), False),
        ((12, 20), (1, 15), date(2026, 7, 1), False),
        ((6, 18), (6, 18), date(2026, 6, 18), True),
        ((6, 18), (6, 18), date(2026, 6, 19), False),
        ((2, 28), (3, 1), date(2028, 2, 29), True),
        ((1, 1), (12, 31), date(2028, 2, 29), True),
    ],
)
def test_a_busy_time_covers_its_days_every_year(
    start: tuple[int, int], end: tuple[int, int], day: date, covers: bool
) -> None:
    assert BusyTime(start, end).covers(day) is covers


@pytest.mark.parametrize(
    ("name", "blank"),
    [("", False), ("店", False), (" 店 ", False), (" ", True), ("\u3000\t\n", True), ("\u200b", True)],
)
def test_a_name_is_blank_when_it_was_given_and_shows_nothing(name: str, blank: bool) -> None:
    assert is_blank(name) is blank


@pytest.mark.parametrize(("hours", "minutes"), [(0.5, 30), (1, 60), (2, 120)])
def test_the_weekly_hours_are_the_minutes_of_the_quiet_day(hours: float, minutes: int) -> None:
    assert WorkRhythm(hours_per_week=hours).share_minutes == minutes
