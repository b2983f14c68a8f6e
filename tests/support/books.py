"""Books of registers for tests: entries written on a day, with whatever values."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.due import DutyYear
from merchant_guard.domain.duties import Duty, DutyKind, PerEntry, Recurring
from merchant_guard.domain.question import Force
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Field, FieldKind, HoldRule, Register, Value
from merchant_guard.domain.shop import WorkRhythm
from merchant_guard.domain.text import Text

NOTHING_KNOWN = Facts({}, {})
TUESDAYS = WorkRhythm(quiet_day=2)


def moment(day: date, minutes: int = 0) -> datetime:
    """A moment of a day."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC) + timedelta(minutes=minutes)


def entry(register: str, entered_on: date, values: Mapping[str, Value], entry_id: str | None = None) -> Entry:
    """An entry that was written in one go."""
    made = Entry(entry_id or f"{register}-{entered_on}", register, moment(entered_on))
    for field_id, value in values.items():
        made = made.with_value(field_id, value, moment(entered_on))
    return made


def book(entries: Iterable[Entry] = ()) -> Book:
    """A book that holds entries."""
    return Book({one.id: one for one in entries})


def text(words: str) -> Text:
    """The same in both languages."""
    return Text(words, words)


def register(register_id: str, holds: HoldRule | None = None, event: str = "on") -> Register:
    """A register of which only its id and rule for holds matter."""
    return Register(
        id=register_id,
        title=text(register_id),
        one=text(register_id),
        about=text(""),
        fields=(Field("on", FieldKind.ACT, text("on")),),
        columns=("on",),
        name="on",
        event=event,
        settled=text("ok"),
        picture="file",
        add=text("add"),
        holds=holds,
    )


def duty(
    rule: Recurring | PerEntry,
    duty_id: str = "shop.duty",
    kind: DutyKind = DutyKind.REVIEW,
    destroys: Iterable[str] = (),
) -> Duty:
    """A duty of which only its rule matters."""
    return Duty(
        id=duty_id,
        kind=kind,
        title=text(duty_id),
        why=text(""),
        force=Force.ADVICE,
        citations=(),
        rule=rule,
        register=None,
        destroys=frozenset(destroys),
    )


def year(
    held: Book,
    since: date | None,
    registers: Iterable[Register] = (),
    rhythm: WorkRhythm = TUESDAYS,
    self_checks: tuple[date, ...] = (),
) -> DutyYear:
    """What the days of duties depend on."""
    return DutyYear(
        facts=NOTHING_KNOWN,
        book=held,
        registers={one.id: one for one in registers},
        rhythm=rhythm,
        since=since,
        content_checked_on=date(2026, 11, 21),
        self_checks=self_checks,
    )
