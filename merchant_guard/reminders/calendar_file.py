"""The calendar file: iCalendar (RFC 5545), as calendars of telephones, Outlook and WPS take it in.

There is no METHOD: it is a file that its owner takes into a calendar, no invitation. All entries are of whole
days without a time zone, so they stand on the same day wherever the telephone is.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from merchant_guard.domain.intervals import Interval
from merchant_guard.localization import Language, translator
from merchant_guard.reminders.calendar_entries import CalendarEntry

MORNING = timedelta(hours=9)
"""When it rings, after the beginning of the day."""
_BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
_A_DAY = timedelta(days=1)


def calendar_file(entries: Iterable[CalendarEntry], language: Language, made_at: datetime) -> bytes:
    """Write entries as a calendar, as of a moment (with its time zone).

    A later file takes the place of what an earlier one brought: the same thing has the same UID, and its
    SEQUENCE, the seconds since 2026, grows from file to file.
    """
    words = translator(language)
    calendar = Calendar()
    calendar.add("prodid", f"-//Merchant Guard//Calendar//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", f"{words('Merchant Guard')} · {words('To do')}")
    for entry in entries:
        calendar.add_component(_event(entry, made_at.astimezone(UTC).replace(microsecond=0)))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: CalendarEntry, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made_at)
    event.add("last-modified", made_at)
    event.add("sequence", max(0, int((made_at - _BEGIN).total_seconds())))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + _A_DAY)
    event.add("summary", _writable(entry.title))
    if entry.text:
        event.add("description", _writable(entry.text))
    event.add("categories", [_writable(entry.category)])
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # the shop goes on that day
    event.add("status", "CANCELLED" if entry.is_gone else "CONFIRMED")
    if entry.every is not None:
        event.add("rrule", _rule(entry.every))
    for days in entry.rings:
        event.add_component(_alarm(entry, days))
    return event


def _rule(every: Interval) -> dict[str, object]:
    if every.months == 12 and not every.days:
        return {"freq": "YEARLY"}
    weeks, rest = divmod(every.days, 7)
    if every.months or rest:
        raise ValueError("a calendar reckons months otherwise than we do")
    return {"freq": "WEEKLY"} if weeks == 1 else {"freq": "WEEKLY", "interval": weeks}


def _alarm(entry: CalendarEntry, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _writable(entry.title))
    alarm.add("trigger", MORNING - days * _A_DAY)
    return alarm


def _writable(text: str) -> str:
    """The text without what a calendar file cannot hold: control characters, and halves of characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "ignore").decode()
    return "".join(char for char in lines if char == "\n" or not _is_control(char))


def _is_control(char: str) -> bool:
    return char < " " or "\x7f" <= char <= "\x9f" or char in "\u2028\u2029"
