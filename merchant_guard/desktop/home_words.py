"""The sentence on top of the home page. The first paint says it too, before anything heavy is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from merchant_guard.localization import Translate
    from merchant_guard.services.due_glance import HomeCounts


def to_do(words: Translate, counts: HomeCounts) -> str:
    """How much is overdue, else how much there is to do and how long it takes, else that there is nothing."""
    if counts.overdue:
        return _overdue(words, counts)
    if not counts.near:
        return words("Nothing to do for now")
    if counts.near == 1:
        return words("This week: 1 thing, about {minutes} min").format(minutes=counts.minutes)
    many = words("This week: {count} things, about {minutes} min")
    return many.format(count=counts.near, minutes=counts.minutes)


def _overdue(words: Translate, counts: HomeCounts) -> str:
    days = counts.oldest_days
    if counts.overdue > 1:
        many = words("{count} things are overdue, the oldest by {days} d")
        return many.format(count=counts.overdue, days=days)
    one = words("1 thing is overdue, by 1 day") if days == 1 else words("1 thing is overdue, by {days} days")
    return one.format(days=days)
