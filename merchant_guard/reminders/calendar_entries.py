"""What stands in the calendar: every task and every duty on its day, in words that a telephone may show.

A calendar is passed on and copied to other machines. It has no names and says nothing of what was found: what
touches a crime, a red line of the law, a leak or an inspection only asks to open the app.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID, uuid5

from merchant_guard.domain.action import ASK_TODAY
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import DutyKind, PerEntry
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.paper import may_be_sent
from merchant_guard.domain.plan import PlanItem, RemediationPlan
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.registers.register import Register
from merchant_guard.domain.repetition import series_of
from merchant_guard.domain.shop import WorkRhythm
from merchant_guard.localization import Language, Translate, translator

_NAMESPACE = UUID("4b0f6a52-55f3-4c1e-9d0e-6f2a8c7d1e90")
"""Never changed: with another one a calendar would hold everything twice."""
_A_YEAR = timedelta(days=366)
_QUIET_KINDS = frozenset({DutyKind.INCIDENT, DutyKind.INSPECTION})


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is to be done in a shop as of a day.

    `shop` tells it from other shops; `known` are the entries a calendar may hold already, by their UID, with
    the day each stood on.
    """

    shop: str
    today: date
    plan: RemediationPlan
    duties: Sequence[DueItem] = ()
    rhythm: WorkRhythm = field(default_factory=WorkRhythm)
    registers: Mapping[str, Register] = field(default_factory=dict)
    known: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A day of the calendar. `category` is the part of the app it is from.

    `rings` are the days before it, 0 for itself, on whose mornings it is told; `every` is how it comes round.
    What is gone was told earlier and is to be taken away.
    """

    uid: str
    day: date
    title: str
    text: str = ""
    category: str = ""
    rings: tuple[int, ...] = ()
    every: Interval | None = None
    is_gone: bool = False


def uid_of(shop: str, item: str) -> str:
    """The UID of something to do: the same for the same shop and thing, and telling nothing of either."""
    return str(uuid5(_NAMESPACE, f"{shop}\n{item}"))


def calendar_entries(agenda: Agenda, language: Language) -> tuple[CalendarEntry, ...]:
    """Return every open task and every duty that may be done, and what is no longer to be done, by day."""
    words = translator(language)
    here = [*_tasks(agenda, language, words), *_duties(agenda, language, words)]
    shown = {one.uid for one in here}
    title, category = words("No longer to do"), words("Merchant Guard")
    gone = [
        CalendarEntry(uid, day, title, category=category, is_gone=True)
        for uid, day in agenda.known.items()
        if uid not in shown
    ]
    return tuple(sorted([*here, *gone], key=lambda one: (one.day, one.is_gone)))


# --- tasks --------------------------------------------------------------------------------------------


def _tasks(agenda: Agenda, language: Language, words: Translate) -> Iterator[CalendarEntry]:
    for item in agenda.plan.open_items:
        entry = CalendarEntry(
            uid=uid_of(agenda.shop, item.id),
            day=max(item.due, agenda.today),
            title=item.remedy.action.title.pick(language),
            text=_steps(item, language, words),
            category=words("To do"),
            rings=(0,),
        )
        yield _quiet(entry, words) if _must_be_quiet(item) else entry


def _must_be_quiet(item: PlanItem) -> bool:
    is_forbidden = item.remedy.red_line is RedLine.FORBIDDEN or item.remedy.action.id == ASK_TODAY
    return is_forbidden or not may_be_sent(item)


def _quiet(entry: CalendarEntry, words: Translate) -> CalendarEntry:
    """The entry without what it is about."""
    title = words("Open Merchant Guard: something to do")
    return replace(entry, title=title, text="", category=words("Merchant Guard"))


def _steps(item: PlanItem, language: Language, words: Translate) -> str:
    steps = [step.text.pick(language) for step in item.steps if not step.fallback]
    numbered = [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    done = words("When it is done, tick it off in Merchant Guard.")
    return "\n".join([*numbered, _time(item.remedy.minutes, words), done])


def _time(minutes: int, words: Translate) -> str:
    return words("about {minutes} min").format(minutes=minutes)


# --- duties -------------------------------------------------------------------------------------------


def _duties(agenda: Agenda, language: Language, words: Translate) -> Iterator[CalendarEntry]:
    """What is asked about several entries on one day is done in one go, and is one entry."""
    open_items = [item for item in agenda.duties if item.hold is None and not _is_far(item, agenda.today)]
    ordered = sorted(open_items, key=lambda item: (_key(item, agenda.today), item.due))
    for key, group in groupby(ordered, lambda item: _key(item, agenda.today)):
        items = [*group]
        entry = replace(_duty(items, agenda, language, words), uid=uid_of(agenda.shop, key))
        entry = _quiet(entry, words) if items[0].duty.kind in _QUIET_KINDS else entry
        yield from _coming_round(entry, items[0], agenda)


def _is_far(item: DueItem, today: date) -> bool:
    """Papers that may go in some years are told in their year: there is one for every week of this one."""
    is_old_paper = isinstance(item.duty.rule, PerEntry) and item.duty.kind is DutyKind.RETENTION
    return is_old_paper and item.due > today + _A_YEAR


def _key(item: DueItem, today: date) -> str:
    """What is one thing in the calendar: a duty of the shop, or one about entries on its day or past it."""
    if not isinstance(item.duty.rule, PerEntry):
        return item.duty.id
    return f"{item.duty.id}/{'late' if item.due < today else item.due.isoformat()}"


def _duty(items: Sequence[DueItem], agenda: Agenda, language: Language, words: Translate) -> CalendarEntry:
    item, duty = items[0], items[0].duty
    title = duty.title.pick(language)
    day = max(item.due, agenda.today)
    register = agenda.registers.get(duty.register or "")
    lines = [_time(duty.minutes, words)] if duty.minutes else []
    if register is not None:
        said = words("When it is done, note it in Merchant Guard: {register}.")
        lines.append(said.format(register=register.title.pick(language)))
    return CalendarEntry(
        uid="",
        day=day,
        title=f"{title} ×{len(items)}" if len(items) > 1 else title,
        text="\n".join(lines),
        category=words("Registers"),
        rings=_rings(item, day, agenda.today),
    )


def _rings(item: DueItem, day: date, today: date) -> tuple[int, ...]:
    """On the day; and ahead of it where something has to be prepared, unless that day is past."""
    rule = item.duty.rule
    lead = rule.lead if isinstance(rule, PerEntry) else 0
    return (0, lead) if lead and (day - today).days > lead else (0,)


def _coming_round(entry: CalendarEntry, item: DueItem, agenda: Agenda) -> Iterator[CalendarEntry]:
    """The entry as a series; a day that does not belong to it, as one that is late, stands for itself."""
    series = series_of(item, agenda.rhythm, agenda.today)
    if series is None:
        yield entry
        return
    if series.first != entry.day:
        yield replace(entry, uid=uid_of(agenda.shop, f"{item.duty.id}/once"))
    yield replace(entry, day=series.first, every=series.every)
