from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.shop import BusyTime, WorkRhythm
from merchant_guard.domain.workdays import lay_on_days, next_day_of_year, quiet_days
from tests.support.strategies import RHYTHMS

SATURDAY = date(2026, 11, 21)
TUESDAY = date(2026, 11, 24)
WHOLE_YEAR = BusyTime((1, 1), (12, 31))
SINGLES_DAY = BusyTime((11, 1), (11, 15))
NEW_YEAR = BusyTime((12, 20), (1, 15))


def tuesdays(*weeks: int) -> list[date]:
    """The quiet Tuesdays so many weeks after the first."""
    return [TUESDAY + timedelta(weeks=week) for week in weeks]


@pytest.mark.parametrize(
    ("quiet_day", "first", "wanted"),
    [
        (2, SATURDAY, [date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 8)]),
        (2, TUESDAY, [date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 8)]),
        (2, date(2026, 11, 25), [date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15)]),
        (6, SATURDAY, [date(2026, 11, 21), date(2026, 11, 28), date(2026, 12, 5)]),
        (7, SATURDAY, [date(2026, 11, 22), date(2026, 11, 29), date(2026, 12, 6)]),
        (1, SATURDAY, [date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 7)]),
    ],
)
def test_quiet_days_are_those_of_the_week_from_the_first_on(
    quiet_day: int, first: date, wanted: list[date]
) -> None:
    assert list(islice(quiet_days(WorkRhythm(quiet_day=quiet_day), first), 3)) == wanted


@pytest.mark.parametrize(
    ("busy", "first", "wanted"),
    [
        ((SINGLES_DAY,), date(2026, 10, 26), [date(2026, 10, 27), date(2026, 11, 17)]),
        ((SINGLES_DAY,), date(2026, 11, 3), [date(2026, 11, 17), date(2026, 11, 24)]),
        ((NEW_YEAR,), date(2026, 12, 10), [date(2026, 12, 15), date(2027, 1, 19)]),
        ((NEW_YEAR,), date(2027, 1, 2), [date(2027, 1, 19), date(2027, 1, 26)]),
        ((NEW_YEAR, SINGLES_DAY), date(2026, 11, 2), [date(2026, 11, 17), date(2026, 11, 24)]),
        # Only the days at the year's end are free; 2026-12-29 is a Tuesday.
        ((BusyTime((1, 1), (12, 24)),), date(2026, 1, 1), [date(2026, 12, 29), date(2027, 12, 28)]),
    ],
)
def test_busy_times_are_left_out_every_year(
    busy: tuple[BusyTime, ...], first: date, wanted: list[date]
) -> None:
    assert list(islice(quiet_days(WorkRhythm(busy=busy), first), 2)) == wanted


@pytest.mark.parametrize(
    "busy",
    [(WHOLE_YEAR,), (BusyTime((1, 1), (6, 30)), BusyTime((7, 1), (12, 31))), (BusyTime((3, 2), (3, 1)),)],
)
def test_a_shop_that_is_always_busy_is_told_so(busy: tuple[BusyTime, ...]) -> None:
    with pytest.raises(InputError) as told:
        next(quiet_days(WorkRhythm(busy=busy), SATURDAY))
    assert [one.code for one in told.value.problems] == ["rhythm.always_busy"]
    with pytest.raises(InputError):
        lay_on_days([10], WorkRhythm(busy=busy), SATURDAY, {})


def test_a_quiet_day_is_looked_for_two_years_ahead() -> None:
    """15 June is the only free day of the year, and a Tuesday in 2027 only."""
    all_but_one = WorkRhythm(busy=(BusyTime((6, 16), (6, 14)),))
    assert next(quiet_days(all_but_one, date(2025, 6, 17))) == date(2027, 6, 15)
    for first in (date(2024, 6, 18), date(2027, 6, 16)):
        with pytest.raises(InputError):
            next(quiet_days(all_but_one, first))


def test_a_shop_that_is_always_busy_and_has_nothing_to_do_is_left_alone() -> None:
    assert lay_on_days([], WorkRhythm(busy=(WHOLE_YEAR,)), SATURDAY, {}) == []


@pytest.mark.parametrize(
    ("hours", "minutes", "weeks"),
    [
        (1, [20, 20, 20], [0, 0, 0]),
        (1, [20, 20, 20, 20], [0, 0, 0, 1]),
        (1, [30, 40, 20], [0, 1, 1]),
        # The second does not fit, and the third does not overtake it.
        (1, [40, 30, 20], [0, 1, 1]),
        (1, [60, 1], [0, 1]),
        (0.5, [10, 20, 30, 5], [0, 0, 1, 2]),
        (0.5, [30, 30, 30], [0, 1, 2]),
        (2, [30, 30, 30, 30, 30], [0, 0, 0, 0, 1]),
        # Larger than a share: as many whole days as it needs, with nothing beside it.
        (0.5, [45, 10], [1, 2]),
        (0.5, [10, 45, 10], [0, 2, 3]),
        (0.5, [90, 30], [2, 3]),
        (1, [61, 1], [1, 2]),
        (1, [120, 120, 60], [1, 3, 4]),
    ],
)
def test_tasks_fill_the_quiet_days_in_their_order(hours: float, minutes: list[int], weeks: list[int]) -> None:
    assert lay_on_days(minutes, WorkRhythm(hours_per_week=hours), SATURDAY, {}) == tuesdays(*weeks)


@pytest.mark.parametrize(
    ("taken", "minutes", "weeks"),
    [
        ({}, [60], [0]),
        ({TUESDAY: 40}, [20, 20], [0, 1]),
        ({TUESDAY: 41}, [20, 20], [1, 1]),
        ({TUESDAY: 60}, [1], [1]),
        ({TUESDAY: 500}, [1], [1]),
        ({TUESDAY: 60, TUESDAY + timedelta(weeks=1): 30}, [30, 30], [1, 2]),
        ({TUESDAY + timedelta(weeks=1): 10}, [60, 60], [0, 2]),
        ({TUESDAY + timedelta(days=1): 500}, [60], [0]),
        # A task of two whole days waits for days that are wholly free.
        ({TUESDAY + timedelta(weeks=1): 10}, [90, 10], [2, 3]),
    ],
)
def test_what_is_taken_of_a_day_is_left_free(
    taken: dict[date, int], minutes: list[int], weeks: list[int]
) -> None:
    assert lay_on_days(minutes, WorkRhythm(), TUESDAY, taken) == tuesdays(*weeks)


DAYS = st.integers(0, 800).map(lambda days: SATURDAY + timedelta(days=days))


@given(
    st.lists(st.integers(1, 150), max_size=12),
    st.sampled_from(RHYTHMS),
    DAYS,
    st.dictionaries(st.integers(0, 40), st.integers(1, 90), max_size=3),
)
def test_no_quiet_day_carries_more_than_its_share_and_no_task_overtakes(
    minutes: list[int], rhythm: WorkRhythm, today: date, taken_in: dict[int, int]
) -> None:
    taken = {today + timedelta(days=days): spent for days, spent in taken_in.items()}
    due = lay_on_days(minutes, rhythm, today, taken)
    assert len(due) == len(minutes)
    assert all(one <= following for one, following in pairwise(due))
    for day in set(due):
        assert day >= today
        assert day.isoweekday() == rhythm.quiet_day
        assert not any(busy.covers(day) for busy in rhythm.busy)
        on_day = [need for need, its_day in zip(minutes, due, strict=True) if its_day == day]
        if sum(on_day) + taken.get(day, 0) > rhythm.share_minutes:
            assert len(on_day) == 1
            assert on_day[0] > rhythm.share_minutes
            assert day not in taken


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.sampled_from(RHYTHMS), DAYS)
def test_more_time_a_week_never_makes_a_task_later(
    minutes: list[int], rhythm: WorkRhythm, today: date
) -> None:
    relaxed = lay_on_days(minutes, WorkRhythm(2.0, rhythm.quiet_day, rhythm.busy), today, {})
    tight = lay_on_days(minutes, WorkRhythm(0.5, rhythm.quiet_day, rhythm.busy), today, {})
    assert all(one <= other for one, other in zip(relaxed, tight, strict=True))


@pytest.mark.parametrize(
    ("day_of_year", "today", "wanted"),
    [
        ((12, 31), SATURDAY, date(2026, 12, 31)),
        ((11, 21), SATURDAY, SATURDAY),
        ((11, 20), SATURDAY, date(2027, 11, 20)),
        ((1, 1), SATURDAY, date(2027, 1, 1)),
        ((2, 29), date(2027, 1, 1), date(2027, 2, 28)),
        ((2, 29), date(2027, 3, 1), date(2028, 2, 29)),
        ((2, 29), date(2028, 2, 29), date(2028, 2, 29)),
        ((2, 29), date(2027, 2, 28), date(2027, 2, 28)),
    ],
)
def test_a_day_of_the_year_comes_again_from_today_on(
    day_of_year: tuple[int, int], today: date, wanted: date
) -> None:
    assert next_day_of_year(day_of_year, today) == wanted
