"""The year ahead on one sheet: which duties fall into which month, and what comes round more often."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.domain.due import DueItem, DutyYear, due_items
from merchant_guard.domain.duties import DutyKind, PerEntry, Recurring
from merchant_guard.domain.intervals import Interval, near_quiet_day
from merchant_guard.localization import Language

LANGUAGE: Language = "zh"
MONTHS = 12
_WEEKLY = 7
"""Days. What comes round at least this often is named once, not fifty times."""


def year_view(source: PaperSource) -> dict[str, Any]:
    """Twelve months from the one the paper is made in, each with its things by day; and what is frequent.

    What is overdue stands on the day the paper is made, marked as such.
    """
    today = source.plan.made_on
    rare: list[DueItem] = []
    often: list[DueItem] = []
    for item in _items(source):
        rule = item.duty.rule
        is_often = isinstance(rule, Recurring) and rule.every is not None and rule.every.is_short
        (often if is_often else rare).append(item)
    things = _gathered(thing for item in rare for thing in _things(item, source))
    months = [Interval(months=number).after(today.replace(day=1)) for number in range(MONTHS)]
    return {
        "weekly": [_title(item) for item in often if _is_weekly(item)],
        "monthly": [_title(item) for item in often if not _is_weekly(item)],
        "months": [
            {
                "year": month.year,
                "month": month.month,
                "things": [
                    {"day": day.day, "title": title, "late": is_late}
                    for day, title, is_late in things
                    if (day.year, day.month) == (month.year, month.month)
                ],
            }
            for month in months
        ],
    }


def _items(source: PaperSource) -> Iterator[DueItem]:
    """What is due next of every duty; the age of the content is no matter for the wall."""
    sheet = source.assessment.sheet
    year = DutyYear(
        facts=sheet.facts,
        book=source.subject.book,
        registers=source.bank.registers,
        rhythm=source.shop.rhythm,
        since=source.checked_on,
        content_checked_on=source.bank.checked_on,
        self_checks=(source.checked_on,),
    )
    for item in due_items(source.bank.year_duties, year):
        if item.duty.kind is not DutyKind.CONTENT and item.hold is None:
            yield item


class _Thing(NamedTuple):
    """Something due on a day, and about whom, empty for the whole shop."""

    day: date
    title: str
    is_late: bool
    about: str


def _gathered(things: Iterable[_Thing]) -> list[tuple[date, str, bool]]:
    """By day; what is due of several people on one day is one line with their names."""
    names: dict[tuple[date, str, bool], list[str]] = {}
    for day, title, is_late, about in sorted(things):
        names.setdefault((day, title, is_late), []).extend([about] if about else [])
    return [
        (day, f"{title} · {'、'.join(about)}" if about else title, is_late)
        for (day, title, is_late), about in names.items()
    ]


def _things(item: DueItem, source: PaperSource) -> Iterator[_Thing]:
    """The days of the coming twelve months on which something is due, if each time is done on its day."""
    today = source.plan.made_on
    end = Interval(months=MONTHS).after(today.replace(day=1))
    day, is_late = max(item.due, today), item.due < today
    while day < end:
        yield _Thing(day, _title(item), is_late, _about(item, source))
        following = _after(item, day, source)
        if following is None or following <= day:
            return
        day, is_late = following, False


def _after(item: DueItem, day: date, source: PaperSource) -> date | None:
    rule = item.duty.rule
    if isinstance(rule, PerEntry):
        return rule.again.after(day) if rule.again else None
    if rule.each_year_on is not None:
        return Interval(months=12).after(day)
    if rule.every is None:
        return None
    wanted = rule.every.after(day)
    return near_quiet_day(wanted, source.shop.rhythm, day, rule.every, is_limit=rule.is_limit)


def _is_weekly(item: DueItem) -> bool:
    rule = item.duty.rule
    return isinstance(rule, Recurring) and rule.every is not None and 0 < rule.every.days <= _WEEKLY


def _title(item: DueItem) -> str:
    return item.duty.title.pick(LANGUAGE)


def _about(item: DueItem, source: PaperSource) -> str:
    """The name of the member of staff or partner it is about; of other entries nothing is hung up."""
    if item.entry is None or item.entry.register not in ("staff", "partners"):
        return ""
    return item.entry.said(source.bank.registers[item.entry.register].name)
