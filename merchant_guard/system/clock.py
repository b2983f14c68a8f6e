"""The only place that asks what day it is."""

from datetime import date


def today() -> date:
    """Return the day on this computer's calendar."""
    return date.today()  # noqa: DTZ011 (the owner's own calendar day is what is meant)
