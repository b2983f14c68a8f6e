"""Days as people write them."""

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


def weekday(language: Language, number: int) -> str:
    """周二 or Tuesday's short form, for an ISO weekday (1 = Monday)."""
    return f"周{_WEEKDAYS_ZH[number - 1]}" if language == "zh" else _WEEKDAYS_EN[number - 1]


def nearness(today: date, day: date) -> str:
    """How near a day is: `overdue`, `today`, `this_week`, `next_week` or `later`."""
    if day <= today:
        return "today" if day == today else "overdue"
    weeks = (day.toordinal() - day.weekday() - today.toordinal() + today.weekday()) // 7
    return ("this_week", "next_week")[weeks] if weeks < 2 else "later"
