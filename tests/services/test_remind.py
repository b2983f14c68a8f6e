"""At most one reminder a day, on the right days, whatever the clock and the computer do."""

import json
import os
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.errors import SystemProblemError
from merchant_guard.reminders.running import Outcome
from merchant_guard.services.due_glance import home_counts
from merchant_guard.services.remind import System, Told, due_screen, is_switched_off, remind, snooze
from merchant_guard.services.shown_days import KEPT
from tests.support.due_files import TODAY, due_item, write_due
from tests.support.recorded_systems import Recorded

DAY = timedelta(days=1)


@pytest.fixture
def said() -> Recorded:
    """A desktop that shows everything."""
    return Recorded()


def look(folder: Path, day: date, said: Recorded) -> Told:
    return remind(str(folder), day, "zh", System(said)).told


def days_spoken(folder: Path, days: list[date], said: Recorded) -> list[date]:
    """The days on which something was shown, when each is looked at three times."""
    return [day for day in days for _again in range(3) if look(folder, day, said) is Told.SHOWN]


def every_day(first: date, count: int) -> list[date]:
    return [first + DAY * number for number in range(count)]


def kept(folder: Path) -> Any:
    return json.loads((folder / "due.json").read_text("utf-8"))["shown"]


# --- which days -----------------------------------------------------------------------------------------


def test_it_is_said_once_a_day_and_then_no_more(tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("disposals.labels", "destruction", TODAY))
    assert [look(tmp_path, TODAY, said) for _ in range(3)] == [Told.SHOWN, Told.ALREADY, Told.ALREADY]
    assert len(said.calls) == 1
    assert said.calls[0][-2:] == ["这周 1 件要做", "毁面单 1"]


def test_before_it_comes_near_nothing_is_said(tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("disposals.labels", "destruction", TODAY, lead=3))
    assert days_spoken(tmp_path, every_day(TODAY - 10 * DAY, 7), said) == []
    assert look(tmp_path, TODAY - 3 * DAY, said) is Told.SHOWN


def test_one_thing_is_mentioned_as_it_comes_near_on_its_day_after_it_and_then_weekly(
    tmp_path: Path, said: Recorded
) -> None:
    write_due(tmp_path, due_item("access.review", "review", TODAY, lead=3))
    spoken = days_spoken(tmp_path, every_day(TODAY - 10 * DAY, 30), said)
    assert [(day - TODAY).days for day in spoken] == [-3, 0, 1, 8, 15]


def test_a_red_line_is_mentioned_on_every_day(tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("waybill.bin", "task", TODAY, always_today=True))
    assert days_spoken(tmp_path, every_day(TODAY, 9), said) == every_day(TODAY, 9)


def test_what_was_missed_while_the_computer_was_off_is_caught_up_once(tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("access.review", "review", TODAY, lead=3))
    assert look(tmp_path, TODAY - 3 * DAY, said) is Told.SHOWN
    back = TODAY + 3 * DAY  # its day and the day after went by
    assert days_spoken(tmp_path, every_day(back, 5), said) == [back]


def test_what_is_done_meanwhile_is_not_mentioned(tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("access.review", "review", TODAY))
    assert look(tmp_path, TODAY - 3 * DAY, said) is Told.SHOWN
    write_due(tmp_path, shown=kept(tmp_path))
    assert look(tmp_path, TODAY, said) is Told.NOTHING


def test_leap_day_is_a_day(tmp_path: Path, said: Recorded) -> None:
    leap = date(2028, 2, 29)
    write_due(tmp_path, due_item("access.review", "review", leap, lead=2), made_on=date(2028, 2, 1))
    spoken = days_spoken(tmp_path, every_day(date(2028, 2, 20), 20), said)
    assert spoken == [date(2028, 2, 27), leap, date(2028, 3, 1), date(2028, 3, 8)]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Shanghai", "Pacific/Apia"])
def test_through_changes_of_the_clock_every_day_has_one(zone: str, tmp_path: Path, said: Recorded) -> None:
    """The computer looks every hour, by the clock on its wall, around days of 23 and 25 hours."""
    write_due(tmp_path, due_item("waybill.bin", "task", date(2026, 3, 1), always_today=True))
    begin = datetime(2026, 3, 1, tzinfo=UTC)
    wall = [(begin + timedelta(hours=hours)).astimezone(ZoneInfo(zone)) for hours in range(24 * 280)]
    changes = [at for at in range(1, len(wall)) if wall[at].utcoffset() != wall[at - 1].utcoffset()]
    for at in changes or [100]:
        hours = [moment.date() for moment in wall[max(0, at - 60) : at + 60]]
        shown = [day for day in hours if look(tmp_path, day, said) is Told.SHOWN]
        assert shown == sorted(set(hours))


@pytest.mark.parametrize("back", [1, 5, 30])
def test_a_clock_set_back_shows_nothing_twice(back: int, tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("waybill.bin", "task", TODAY, always_today=True))
    assert look(tmp_path, TODAY, said) is Told.SHOWN
    again = every_day(TODAY - back * DAY, back + 2)
    assert days_spoken(tmp_path, again, said) == [TODAY + DAY]


def test_a_clock_that_was_years_wrong_silences_nobody_for_years(tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("waybill.bin", "task", TODAY, always_today=True))
    wrong = [date(2031, 1, 1), date(2016, 1, 1)]
    days = [TODAY, wrong[0], TODAY, TODAY + DAY, wrong[1], TODAY + DAY, TODAY + 2 * DAY]
    spoken = days_spoken(tmp_path, days, said)
    assert spoken == [TODAY, wrong[0], TODAY + DAY, wrong[1], TODAY + 2 * DAY]


@given(
    days=st.lists(st.dates(date(2026, 1, 1), date(2028, 12, 31)), max_size=9),
    due=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    is_red=st.booleans(),
)
def test_no_day_is_ever_spoken_of_twice(
    days: list[date], due: date, is_red: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, said = tmp_path_factory.mktemp("any"), Recorded()
    write_due(folder, due_item("a.b", "task", due, always_today=is_red))
    spoken = [day for day in [*days, *days] if look(folder, day, said) is Told.SHOWN]
    assert len(spoken) == len(set(spoken)) == len(said.calls)
    assert len(kept(folder)["days"] if spoken else []) <= KEPT


# --- put off --------------------------------------------------------------------------------------------


def test_put_off_it_comes_again_tomorrow_and_then_goes_on_as_before(tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("access.review", "review", TODAY + 2 * DAY, lead=2))
    assert look(tmp_path, TODAY, said) is Told.SHOWN
    snooze(str(tmp_path), TODAY)
    spoken = days_spoken(tmp_path, every_day(TODAY, 6), said)
    assert spoken == [TODAY + DAY, TODAY + 2 * DAY, TODAY + 3 * DAY]


def test_put_off_over_days_on_which_the_computer_is_off_it_comes_once(tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("partners.contract-end", "contract", TODAY + 20 * DAY, lead=20))
    assert look(tmp_path, TODAY, said) is Told.SHOWN
    snooze(str(tmp_path), TODAY)
    assert days_spoken(tmp_path, every_day(TODAY + 4 * DAY, 5), said) == [TODAY + 4 * DAY]


def test_the_button_on_the_notification_puts_it_off(tmp_path: Path) -> None:
    write_due(tmp_path, due_item("partners.contract-end", "contract", TODAY + 20 * DAY, lead=20))
    button = Recorded(lambda _words: Outcome(0, out="tomorrow\n"))
    started: list[Any] = []
    remind(str(tmp_path), TODAY, "zh", System(button, started.append, with_choices=True))
    assert "--action=tomorrow=明天再提醒" in button.calls[0]
    assert kept(tmp_path)["again_on"] == "2026-12-01"
    assert look(tmp_path, TODAY + DAY, Recorded()) is Told.SHOWN
    assert started == []


def test_a_click_opens_the_window_where_it_stands(tmp_path: Path) -> None:
    write_due(tmp_path, due_item("access.review", "review", TODAY))
    click = Recorded(lambda _words: Outcome(0, out="default\n"))
    started: list[Any] = []
    remind(str(tmp_path), TODAY, "en", System(click, started.append, with_choices=True))
    assert started[0][-4:] == ("--show", "due", "--home", str(tmp_path))
    assert kept(tmp_path)["again_on"] is None


def test_putting_off_what_is_not_there_does_nothing(tmp_path: Path) -> None:
    snooze(str(tmp_path), TODAY)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "due.json").write_text("{")
    snooze(str(tmp_path), TODAY)
    assert (tmp_path / "due.json").read_text() == "{"


# --- the file -------------------------------------------------------------------------------------------


def test_without_a_file_there_is_nothing_to_remind_of(tmp_path: Path, said: Recorded) -> None:
    assert look(tmp_path, TODAY, said) is Told.NO_FILE
    assert look(tmp_path / "nowhere", TODAY, said) is Told.NO_FILE
    (tmp_path / "file").write_text("")
    assert look(tmp_path / "file", TODAY, said) is Told.NO_FILE
    assert said.calls == []


DAMAGED = ["", "{", "[]", "null", '{"format": "other"}', '{"format": "merchant-guard/due"}', "[" * 100_000]
DAMAGED_ITEMS = [
    f'{{"format": "merchant-guard/due", "items": {items}}}'
    for items in (
        "3",
        "[3]",
        "[{}]",
        '[{"at_home": true, "id": "a", "due": "soon", "lead": 1, "minutes": 1}]',
        '[{"at_home": true, "id": 3, "due": "2026-11-30", "lead": 1, "minutes": 1}]',
        '[{"at_home": true, "id": "a", "due": "2026-11-30", "lead": "1", "minutes": 1}]',
    )
]


@pytest.mark.parametrize("text", [*DAMAGED, *DAMAGED_ITEMS], ids=lambda text: text[:60])
def test_a_damaged_file_is_told_and_left_to_the_window(text: str, tmp_path: Path, said: Recorded) -> None:
    (tmp_path / "due.json").write_text(text, "utf-8")
    assert look(tmp_path, TODAY, said) is Told.DAMAGED
    assert (tmp_path / "due.json").read_text("utf-8") == text
    assert home_counts(tmp_path, TODAY) is None
    assert due_screen(str(tmp_path), TODAY) == "home"
    assert said.calls == []


@pytest.mark.parametrize(
    "shown", [None, "2026-11-29", 3, [], {}, {"days": "x"}, {"days": [3]}, {"days": [], "again_on": "soon"}]
)
def test_what_makes_no_sense_about_days_shown_counts_as_never(
    shown: Any, tmp_path: Path, said: Recorded
) -> None:
    write_due(tmp_path, due_item("a.b", "task", TODAY), shown=shown)
    assert days_spoken(tmp_path, [TODAY], said) == [TODAY]
    assert kept(tmp_path) == {"days": ["2026-11-30"], "again_on": None}


def test_only_what_was_shown_changes_in_the_file(tmp_path: Path, said: Recorded) -> None:
    file = write_due(tmp_path, due_item("a.b", "task", TODAY), due_item("content.age", "content", TODAY))
    before = json.loads(file.read_text("utf-8"))
    look(tmp_path, TODAY, said)
    after = json.loads(file.read_text("utf-8"))
    assert after == {**before, "shown": {"days": ["2026-11-30"], "again_on": None}}
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_age_of_the_content_is_the_windows_business(tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("content.age", "content", TODAY, at_home=False))
    assert look(tmp_path, TODAY, said) is Told.NOTHING


# --- refusals -------------------------------------------------------------------------------------------


def test_what_the_system_did_not_show_is_shown_at_the_next_look(tmp_path: Path, said: Recorded) -> None:
    file = write_due(
        tmp_path, due_item("a.b", "task", TODAY), shown={"days": ["2026-11-01"], "again_on": None}
    )
    refusing = Recorded(lambda _words: Outcome(1, err="no bus"))
    with pytest.raises(SystemProblemError) as told:
        look(tmp_path, TODAY, refusing)
    assert (told.value.problems[0].code, told.value.problems[0].params) == (
        "remind.refused",
        {"said": "no bus"},
    )
    assert json.loads(file.read_text("utf-8"))["shown"]["days"] == ["2026-11-01"]
    assert look(tmp_path, TODAY, said) is Told.SHOWN


def test_where_nothing_can_show_anything_that_is_told(tmp_path: Path) -> None:
    write_due(tmp_path, due_item("a.b", "task", TODAY))
    with pytest.raises(SystemProblemError) as told:
        look(tmp_path, TODAY, Recorded(lambda _words: Outcome(None, is_missing=True)))
    assert told.value.problems[0].code == "remind.no_notifications"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights mean nothing here, or to this user")
def test_what_cannot_be_noted_is_not_shown(tmp_path: Path, said: Recorded) -> None:
    write_due(tmp_path, due_item("a.b", "task", TODAY))
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(SystemProblemError):
            look(tmp_path, TODAY, said)
    finally:
        tmp_path.chmod(0o700)
    assert said.calls == []


# --- what the settings say ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "off"),
    [
        *((text, False) for text in (None, "{}", '{"remind": null}', '{"remind": true}', "{")),
        ('{"remind": false}', True),
    ],
)
def test_only_a_plain_no_switches_it_off(settings: str | None, off: bool, tmp_path: Path) -> None:
    if settings is not None:
        (tmp_path / "settings.json").write_text(settings, "utf-8")
    assert is_switched_off(str(tmp_path)) is off


@pytest.mark.parametrize(
    ("kinds", "screen"),
    [
        ((), "home"),
        (("task", "find_out"), "plan"),
        (("destruction", "leaver"), "registers"),
        (("task", "destruction"), "home"),
        (("self_check",), "home"),
        (("destruction", "self_check"), "home"),
    ],
)
def test_a_click_leads_to_where_it_all_stands(kinds: tuple[str, ...], screen: str, tmp_path: Path) -> None:
    write_due(tmp_path, *(due_item(f"a.{kind}", kind, TODAY) for kind in kinds))
    assert due_screen(str(tmp_path), TODAY) == screen
