"""The only place that asks what day it is."""

from datetime import date, datetime


def today() -> date:
    """Return the day on this computer's calendar."""
    return date.today()  # noqa: DTZ011 (the owner's own calendar day is what is meant)


def moment_on(day: date) -> datetime:
    """Return the time it is now, on a day: somebody may reckon with another day than that of the computer."""
    now = datetime.now().astimezone().replace(microsecond=0)
    return now.replace(year=day.year, month=day.month, day=day.day)
