"""The calendar file: what a parser reads, what its raw lines are, and how it comes round."""

from datetime import UTC, date, datetime, timedelta
from itertools import count, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.due import due_items
from merchant_guard.domain.duties import Recurring
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.domain.registers.book import Book, DutyRecord, Outcome
from merchant_guard.domain.shop import BusyTime, WorkRhythm
from merchant_guard.reminders.calendar_entries import Agenda, CalendarEntry, calendar_entries
from merchant_guard.reminders.calendar_file import calendar_file
from merchant_guard.services.make_plan import make_plan
from merchant_guard.services.run_self_check import run_self_check
from tests.support.books import duty, moment, year
from tests.support.calendars import days, events, lines, three_years, values
from tests.support.real_content import bank
from tests.support.shops import full_shop

NOW = datetime(2026, 11, 30, 14, 5, 59, 123456, tzinfo=UTC)
MONDAY = date(2026, 11, 30)
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.just("\n"), max_size=400)


def written(entry: CalendarEntry, made_at: datetime = NOW) -> bytes:
    return calendar_file([entry], "zh", made_at)


# --- what a line is -------------------------------------------------------------------------------------


def test_the_file_says_what_it_is_and_is_no_invitation() -> None:
    told = lines(written(CalendarEntry("u", MONDAY, "一")))
    assert told[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert "X-WR-CALNAME:商户隐私自查 · 要做的事" in told
    assert not any(line.startswith(("METHOD", "ORGANIZER", "ATTENDEE", "DTSTART;TZID")) for line in told)
    assert told[-1] == "END:VCALENDAR"


def test_an_entry_is_of_a_whole_day_and_rings_in_the_morning_and_ahead() -> None:
    entry = CalendarEntry("u", MONDAY, "续签", "步骤", "登记本", (0, 45))
    told = lines(written(entry))
    for line in (
        "UID:u",
        "DTSTART;VALUE=DATE:20261130",
        "DTEND;VALUE=DATE:20261201",
        "DTSTAMP:20261130T140559Z",
        "LAST-MODIFIED:20261130T140559Z",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "CATEGORIES:登记本",
    ):
        assert line in told
    assert [line for line in told if line.startswith("TRIGGER")] == ["TRIGGER:PT9H", "TRIGGER:-P44DT15H"]
    assert told.count("ACTION:DISPLAY") == told.count("BEGIN:VALARM") == 2


def test_a_later_file_counts_as_newer_also_on_the_same_day() -> None:
    entry = CalendarEntry("u", MONDAY, "一")
    moments = [NOW - timedelta(days=900), NOW, NOW + timedelta(seconds=1), NOW + timedelta(days=20000)]
    numbers = [int(values(written(entry, moment), "SEQUENCE")[0]) for moment in moments]
    assert numbers[0] == 0
    assert numbers == sorted(set(numbers))
    assert numbers[-1] < 2**31


def test_what_is_gone_is_cancelled_and_rings_no_more() -> None:
    told = lines(written(CalendarEntry("u", MONDAY, "不用做了", is_gone=True)))
    assert "STATUS:CANCELLED" in told
    assert not {"BEGIN:VALARM", "STATUS:CONFIRMED"} & {*told}


@pytest.mark.parametrize(
    "text",
    [
        "面" * 300,
        "a" * 24 + "面单",
        "a" * 500,
        "😀" * 100,
        "逗号,分号;反斜\\杠\\n 和\n换行\r\n再换\r一行",
        "BEGIN:VEVENT\nUID:x",
        " 前后有空格 ",
        "",
    ],
)
def test_every_text_comes_back_whole(text: str) -> None:
    data = written(CalendarEntry("u", MONDAY, text, text or "-", "登记本", (0,)))
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    (event,) = events(data)
    assert event["summary"] == values(data, "SUMMARY")[0] == plain
    assert event["description"] == plain or not text


@pytest.mark.parametrize("text", ["a\x00b", "a\x07b", "a\x85b", "a\u2028b", "a\ud800b", "a\x7fb"])
def test_what_a_line_cannot_hold_is_left_out(text: str) -> None:
    data = written(CalendarEntry("u", MONDAY, text))
    assert events(data)[0]["summary"] == values(data, "SUMMARY")[0] == "ab"


@given(title=TEXTS, text=TEXTS, category=TEXTS)
def test_any_text_folds_and_reads_back(title: str, text: str, category: str) -> None:
    data = written(CalendarEntry("u", MONDAY, title, text, category, (0,)))
    (event,) = events(data)
    assert event["summary"] == values(data, "SUMMARY")[0] == title
    assert values(data, "CATEGORIES") == [category]
    assert values(data, "DESCRIPTION")[0] == (text or title)
    assert str(event.get("description", "")) == text


@given(text=st.text(st.characters()))
def test_no_text_at_all_breaks_the_lines(text: str) -> None:
    data = written(CalendarEntry("u", MONDAY, text, text, text, (0,)))
    assert len(events(data)) == 1
    assert [line for line in lines(data) if line.startswith("BEGIN")] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "BEGIN:VALARM",
    ]


# --- how it comes round ---------------------------------------------------------------------------------


def domain_days(rule: Recurring, first: date, rhythm: WorkRhythm, until: date) -> list[date]:
    """The next days of a duty of which each is done on its day."""
    asked, found, held = duty(rule), [first], Book()
    while found[-1] <= until:
        done = DutyRecord(asked.id, None, found[-1], Outcome.DONE, found[-1], moment(found[-1]))
        held = held.with_record(done)
        (item,) = due_items([asked], year(held, first - timedelta(days=7), rhythm=rhythm))
        found.append(item.due)
    return found[:-1]


def entry_of(rule: Recurring, rhythm: WorkRhythm) -> tuple[bytes, date]:
    """The calendar of one duty that began on that Monday, and its first day."""
    items = due_items([duty(rule)], year(Book(), MONDAY, rhythm=rhythm))
    agenda = Agenda("shop", MONDAY, RemediationPlan(MONDAY, ()), items, rhythm)
    return calendar_file(calendar_entries(agenda, "en"), "en", NOW), items[0].due


PLAIN = [
    *(Recurring(Interval(days=7 * weeks), Interval(days=7)) for weeks in (1, 2, 3, 4, 6)),
    Recurring(Interval(days=7), Interval(days=7), is_limit=True),
    *(Recurring(each_year_on=day) for day in ((1, 31), (12, 31), (2, 28), (11, 30))),
]
OWN = [
    *(Recurring(Interval(months=months), Interval(months=1)) for months in (1, 2, 3, 6, 12, 24, 60)),
    *(Recurring(Interval(days=number), Interval(days=7)) for number in (1, 10, 30, 49)),
    Recurring(Interval(months=1, days=7), Interval(days=7)),
    Recurring(each_year_on=(2, 29)),
]


@pytest.mark.parametrize("rule", PLAIN)
@pytest.mark.parametrize("quiet", range(1, 8))
def test_for_three_years_a_calendar_has_the_days_that_the_app_has(rule: Recurring, quiet: int) -> None:
    rhythm = WorkRhythm(quiet_day=quiet, busy=(BusyTime((11, 1), (11, 15)), BusyTime((1, 5), (2, 15))))
    data, first = entry_of(rule, rhythm)
    found, until = events(data), three_years(first)
    assert "rrule" in found[-1]
    told = sorted(day for event in found for day in days(event, until))
    assert told == domain_days(rule, first, rhythm, until)


@pytest.mark.parametrize("rule", OWN)
def test_what_a_calendar_would_reckon_otherwise_stands_on_its_next_day_alone(rule: Recurring) -> None:
    data, first = entry_of(rule, WorkRhythm())
    (event,) = events(data)
    assert "rrule" not in event
    assert event["dtstart"].dt == first
    assert "RRULE" not in " ".join(lines(data))


RULES = st.builds(
    Recurring,
    every=st.builds(
        Interval, months=st.integers(0, 24), days=st.sampled_from([0, 0, 1, 7, 14, 28, 42, 49])
    ).filter(lambda every: every.months or every.days),
    first=st.builds(Interval, months=st.integers(0, 3), days=st.integers(1, 40)),
    is_limit=st.booleans(),
)
RHYTHMS = st.builds(
    WorkRhythm,
    quiet_day=st.integers(1, 7),
    busy=st.lists(
        st.builds(BusyTime, st.just((1, 1)), st.tuples(st.integers(1, 12), st.integers(1, 28))), max_size=1
    ).map(tuple),
)


@given(rule=RULES, rhythm=RHYTHMS)
def test_whatever_comes_round_in_a_calendar_comes_round_so_in_the_app(
    rule: Recurring, rhythm: WorkRhythm
) -> None:
    data, first = entry_of(rule, rhythm)
    found = events(data)
    until = first + timedelta(days=400)
    told = sorted(day for event in found for day in days(event, until))
    real = domain_days(rule, first, rhythm, until)
    assert told == real[: len(told)]
    assert len(told) == len(real) or not any("rrule" in event for event in found)


def test_the_days_that_are_compared_are_many() -> None:
    data, first = entry_of(PLAIN[0], WorkRhythm())
    weeks = takewhile(lambda day: day <= three_years(first), (first + timedelta(7 * n) for n in count()))
    assert list(days(events(data)[0], three_years(first))) == list(weeks)


# --- a whole plan ---------------------------------------------------------------------------------------


def test_a_plan_of_everything_has_short_lines_in_both_languages() -> None:
    file = full_shop()
    made = make_plan(run_self_check(bank(), file.shop, file.check), file.check, MONDAY)
    for language in ("zh", "en"):
        entries = calendar_entries(Agenda("shop", MONDAY, made.plan), language)
        data = calendar_file(entries, language, NOW)
        assert values(data, "UID") == [entry.uid for entry in entries]
        assert len(events(data)) == len(entries) == len(made.plan.open_items)
