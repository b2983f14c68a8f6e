"""Which daily copies of the store are kept: of the last days each, then one a week, then one a month."""

from collections.abc import Iterable
from datetime import date

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many days, weeks and months with a copy are kept; days without one do not count."""


def days_kept(days: Iterable[date]) -> frozenset[date]:
    """Return those days whose copies stay; of each week and month its last.

    Only days with a copy count, so that a shop that was shut for half a year still has all of its copies.
    """
    newest_first = sorted(set(days), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest_first:
        year, week, _weekday = day.isocalendar()
        weeks.setdefault((year, week), day)
        months.setdefault((day.year, day.month), day)
    return frozenset([*newest_first[:DAYS], *list(weeks.values())[:WEEKS], *list(months.values())[:MONTHS]])
