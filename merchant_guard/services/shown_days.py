"""The days on which a reminder was shown, as `due.json` keeps them, and when there is reason for another.

At most one a day, whatever the clock does; what was missed while the computer was off is caught up once.
"""

from __future__ import annotations

from datetime import date, timedelta

from merchant_guard.services.due_day import DueDay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

KEPT = 10
"""As many shown days as the file keeps."""
CLOCK_WAS_WRONG = 31
"""A day shown that lies further ahead than this many days was shown by a clock that was wrong."""
_AGAIN_LATE = 7
"""Days from one mention of something late to the next."""


class ShownDays:
    """The days, the latest shown last, and the day from which a postponed reminder comes again."""

    __slots__ = ("again_on", "days")

    def __init__(self, days: tuple[date, ...] = (), again_on: date | None = None) -> None:
        self.days, self.again_on = days, again_on

    @classmethod
    def of(cls, plain: Any) -> ShownDays:
        """Read what the file has; what makes no sense there is as if nothing had been shown."""
        try:
            days = tuple(date.fromisoformat(day) for day in plain["days"])
            again_on = plain.get("again_on")
            return cls(days, date.fromisoformat(again_on) if again_on else None)
        except (AttributeError, KeyError, TypeError, ValueError):
            return cls()

    def plain(self) -> dict[str, Any]:
        """As the file keeps it."""
        days = [day.isoformat() for day in self.days]
        return {"days": days, "again_on": self.again_on.isoformat() if self.again_on else None}

    def with_day(self, today: date) -> ShownDays:
        """With one more day shown; what was postponed has come."""
        return ShownDays((*self.days, today)[-KEPT:])

    def postponed(self, today: date) -> ShownDays:
        """Today's put off to tomorrow."""
        days = self.days if today in self.days else (*self.days, today)[-KEPT:]
        return ShownDays(days, today + timedelta(days=1))

    def last(self, today: date) -> date | None:
        """The latest day shown, as far as the clock was right then."""
        latest = today + timedelta(days=CLOCK_WAS_WRONG)
        return max((day for day in self.days if day <= latest), default=None)

    def is_done(self, today: date) -> bool:
        """Whether today's was shown: today, or on a day that is still to come since the clock went back."""
        last = self.last(today)
        return today in self.days or (last is not None and last >= today)

    def has_reason(self, near: Iterable[DueDay], today: date) -> bool:
        """Whether something near gives a reason to speak: since the last time it came up or fell due."""
        since = self.last(today)
        if since is None or (self.again_on is not None and self.again_on <= today):
            return True
        return any(_comes_up(one, since, today) for one in near)


def _comes_up(one: DueDay, since: date, today: date) -> bool:
    """Whether there is a mention of it after one day and up to another.

    It is mentioned when it comes near, on its day, on the day after, and from then on once a week; a red line
    on every day.
    """
    if one.always_today:
        return True
    days = range((since - one.due).days + 1, (today - one.due).days + 1)
    return any(day in (-one.lead, 0) or (day > 0 and day % _AGAIN_LATE == 1) for day in days)
