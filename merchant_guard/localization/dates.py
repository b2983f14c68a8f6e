"""Days as people write them."""

from collections.abc import Sequence
from datetime import date

from merchant_guard.localization import Language

_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_with_weekday(language: Language, day: date) -> str:
    """12月1日 周二, or Tue 1 Dec."""
    if language == "zh":
        return f"{day.month}月{day.day}日 周{_WEEKDAYS_ZH[day.weekday()]}"
    return f"{_WEEKDAYS_EN[day.weekday()]} {day.day} {_MONTHS_EN[day.month - 1]}"


def month_and_day(language: Language, month: int, day: int) -> str:
    """12月1日, or 1 Dec."""
    return f"{month}月{day}日" if language == "zh" else f"{day} {_MONTHS_EN[month - 1]}"


def several_days(language: Language, days: Sequence[date]) -> str:
    """12月8日、15日、22日 周二, or 8, 15, 22 Dec (Tue); the weekday only where it is the same for all."""
    months: dict[tuple[int, int], list[int]] = {}
    for day in sorted(set(days)):
        months.setdefault((day.year, day.month), []).append(day.day)
    same = len({day.weekday() for day in days}) == 1
    if language == "zh":
        parts = [
            f"{month}月" + "、".join(f"{n}日" for n in numbers) for (_, month), numbers in months.items()
        ]
        return "、".join(parts) + (f" {weekday(language, days[0].isoweekday())}" if same else "")
    parts = [
        f"{', '.join(map(str, numbers))} {_MONTHS_EN[month - 1]}" for (_, month), numbers in months.items()
    ]
    return ", ".join(parts) + (f" ({weekday(language, days[0].isoweekday())})" if same else "")


def weekday(language: Language, number: int) -> str:
    """周二 or Tuesday's short form, for an ISO weekday (1 = Monday)."""
    return f"周{_WEEKDAYS_ZH[number - 1]}" if language == "zh" else _WEEKDAYS_EN[number - 1]


def nearness(today: date, day: date) -> str:
    """How near a day is: `overdue`, `today`, `this_week`, `next_week` or `later`."""
    if day <= today:
        return "today" if day == today else "overdue"
    weeks = (day.toordinal() - day.weekday() - today.toordinal() + today.weekday()) // 7
    return ("this_week", "next_week")[weeks] if weeks < 2 else "later"
