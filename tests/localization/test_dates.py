"""Days in words."""

from datetime import date

import pytest

from merchant_guard.localization import Language
from merchant_guard.localization.dates import month_and_day, several_days

TUESDAYS = [date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 15), date(2026, 12, 22)]


@pytest.mark.parametrize(
    ("language", "days", "words"),
    [
        ("zh", TUESDAYS, "12月8日、15日、22日 周二"),
        ("en", TUESDAYS, "8, 15, 22 Dec (Tue)"),
        ("zh", [date(2026, 12, 30), date(2027, 1, 6)], "12月30日、1月6日 周三"),
        ("zh", [date(2026, 12, 8), date(2026, 12, 10)], "12月8日、10日"),
        ("en", [date(2026, 12, 8), date(2027, 1, 1)], "8 Dec, 1 Jan"),
    ],
)
def test_several_days_are_said_in_one_breath(language: Language, days: list[date], words: str) -> None:
    assert several_days(language, days) == words


@pytest.mark.parametrize(("language", "words"), [("zh", "2月9日"), ("en", "9 Feb")])
def test_a_day_of_every_year_has_no_weekday(language: Language, words: str) -> None:
    assert month_and_day(language, 2, 9) == words
