"""Calendar files, read twice: by the library, and line by line as RFC 5545 has it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import takewhile
from pathlib import Path

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

MOST_OCTETS = 75


def events(data: bytes) -> list[Event]:
    """The entries, as the library reads them."""
    return list(Calendar.from_ical(data).walk("VEVENT"))


def lines(data: bytes) -> list[str]:
    """The lines of a file, unfolded by hand; fails where a line is too long, cut or ended in another way."""
    assert data.endswith(b"\r\n")
    raw = data[:-2].split(b"\r\n")
    assert all(len(line) <= MOST_OCTETS for line in raw)
    assert all(b"\r" not in line and b"\n" not in line for line in raw)
    whole: list[str] = []
    for line in raw:
        text = line.decode()  # raises where a character is cut in two
        if text.startswith(" "):
            whole[-1] += text[1:]
        else:
            whole.append(text)
    return whole


def values(data: bytes, name: str) -> list[str]:
    """What stands behind a name, unescaped by hand."""
    found = [line.partition(":")[2] for line in lines(data) if line.partition(":")[0].split(";")[0] == name]
    return [_unescaped(value) for value in found]


def _unescaped(value: str) -> str:
    plain, rest = "", iter(value)
    for char in rest:
        plain += {"n": "\n", "N": "\n"}.get(after := next(rest), after) if char == "\\" else char
    return plain


def days(event: Event, until: date) -> Iterator[date]:
    """The days of an entry up to one, as another library reckons them."""
    first = event["dtstart"].dt
    if "rrule" not in event:
        return iter([first])
    begin = datetime(first.year, first.month, first.day)  # noqa: DTZ001 (days without a zone)
    found = rrulestr(event["rrule"].to_ical().decode(), dtstart=begin)
    return (day.date() for day in takewhile(lambda day: day.date() <= until, found))


def read(folder: Path) -> bytes:
    """The one calendar in a folder."""
    (place,) = folder.glob("*.ics")
    return place.read_bytes()


def three_years(first: date) -> date:
    return first + timedelta(days=3 * 365 + 1)
