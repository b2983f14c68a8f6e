"""The calendar of a shop as a file, and what later files say of what is done."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from merchant_guard.domain.answers import Progress
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.reminders.calendar_entries import uid_of
from merchant_guard.services.calendar_memory import FORMAT, NAME
from merchant_guard.services.make_calendar import make_calendar, with_duties
from merchant_guard.services.make_plan import MadePlan, make_plan
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.run_self_check import run_self_check
from merchant_guard.services.sample_shop import open_sample
from merchant_guard.services.save_calendar import save_calendar
from tests.support.books import entry
from tests.support.calendars import events, lines
from tests.support.real_content import bank
from tests.support.shops import full_shop
from tests.support.stores import refused

MONDAY = date(2026, 11, 30)
WEEK = timedelta(days=7)


def incident(day: date) -> Entry:
    """Something may have got out: everything stays."""
    return entry("incidents", day, {"noticed_on": day, "kind": "labels_out"}, "incidentincident")


@pytest.fixture
def check() -> OpenCheck:
    """A finished self-check with a year of registers."""
    return open_sample().with_days_kept(MONDAY)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder."""
    return tmp_path / "data"


def saved(check: OpenCheck, today: date, folder: Path, data: Path | None) -> dict[str, str]:
    """Save the calendar; the status of each entry by its UID."""
    place = save_calendar(check, today, "zh", folder, data)
    return {str(event["uid"]): str(event["status"]) for event in events(place.read_bytes())}


def ordinary(check: OpenCheck) -> str:
    items = check.plan(MONDAY).open_items
    return next(one.id for one in items if one.remedy.red_line is RedLine.NONE and not one.remedy.is_inquiry)


def test_it_is_saved_under_its_day_and_over_nothing(check: OpenCheck, tmp_path: Path) -> None:
    (tmp_path / "要做的事 2026-11-30.ics").write_bytes(b"mine")
    place = save_calendar(check, MONDAY, "zh", tmp_path, None)
    assert place.name == "要做的事 2026-11-30 (2).ics"
    assert (tmp_path / "要做的事 2026-11-30.ics").read_bytes() == b"mine"
    assert save_calendar(check, MONDAY, "en", tmp_path, None).name == "To do 2026-11-30.ics"


def test_every_task_and_every_duty_is_in_it(check: OpenCheck, tmp_path: Path) -> None:
    found = saved(check, MONDAY, tmp_path, None)
    tasks = {uid_of("sample", item.id) for item in check.plan(MONDAY).open_items}
    shop_wide = {uid_of("sample", item.duty.id) for item in check.due if item.entry is None}
    assert tasks | shop_wide <= set(found)
    assert set(found.values()) == {"CONFIRMED"}


def test_what_is_done_since_is_cancelled_and_what_never_went_out_is_not_told(
    check: OpenCheck, tmp_path: Path, data: Path
) -> None:
    item = ordinary(check)
    done = check.with_progress(item, Progress(done_on=MONDAY))
    uid = uid_of("sample", item)
    assert uid not in saved(done, MONDAY, tmp_path, data)
    (data / NAME).unlink()
    first = saved(check, MONDAY, tmp_path, data)
    second = saved(done, MONDAY + timedelta(days=1), tmp_path, data)
    assert (first[uid], second[uid]) == ("CONFIRMED", "CANCELLED")
    assert set(first) <= set(second)


def test_it_stays_cancelled_for_a_year_and_is_forgotten_then(
    check: OpenCheck, tmp_path: Path, data: Path
) -> None:
    uid = uid_of("sample", item := ordinary(check))
    saved(check, MONDAY, tmp_path, data)
    done = check.with_progress(item, Progress(done_on=MONDAY))
    told = [
        saved(done, MONDAY + days, tmp_path, data).get(uid)
        for days in (WEEK, 50 * WEEK, 54 * WEEK, 55 * WEEK)
    ]
    assert told == ["CANCELLED", "CANCELLED", "CANCELLED", None]


def test_what_comes_back_is_no_longer_cancelled(check: OpenCheck, tmp_path: Path, data: Path) -> None:
    uid = uid_of("sample", item := ordinary(check))
    done = check.with_progress(item, Progress(done_on=MONDAY))
    told = [saved(one, MONDAY, tmp_path, data)[uid] for one in (check, done, check)]
    assert told == ["CONFIRMED", "CANCELLED", "CONFIRMED"]


def test_what_must_not_be_destroyed_for_now_is_cancelled(
    check: OpenCheck, tmp_path: Path, data: Path
) -> None:
    saved(check, MONDAY, tmp_path, data)
    held = check.with_book(check.book.with_entry(incident(MONDAY)))
    assert held.holds
    told = saved(held, MONDAY, tmp_path, data)
    assert told[uid_of("sample", "disposals.labels")] == "CANCELLED"


def test_the_memory_has_days_and_uids_only_and_is_the_owners_alone(
    check: OpenCheck, tmp_path: Path, data: Path
) -> None:
    saved(check, MONDAY, tmp_path, data)
    text = (data / NAME).read_text(encoding="utf-8")
    plain = json.loads(text)
    assert set(plain) == {"format", "version", "shops"}
    days = {day for told in plain["shops"].values() for pair in told.values() for day in pair if day}
    assert all(date.fromisoformat(day) for day in days)
    assert not any(item.id in text for item in check.plan(MONDAY).items)
    assert text.isascii()
    assert (data / NAME).stat().st_mode & 0o077 == 0


def test_two_shops_have_a_memory_each(check: OpenCheck, tmp_path: Path, data: Path) -> None:
    other = replace(check, shop_id="another")
    saved(check, MONDAY, tmp_path, data)
    assert "CANCELLED" not in saved(other, MONDAY, tmp_path, data).values()
    assert "CANCELLED" not in saved(check, MONDAY, tmp_path, data).values()


@pytest.mark.parametrize(
    "damage",
    [
        b"", b"{", b"[]", b"3", b"\xff", b'{"format": "other", "shops": {}}',
        f'{{"format": "{FORMAT}"}}'.encode(),
        f'{{"format": "{FORMAT}", "shops": 3}}'.encode(),
        f'{{"format": "{FORMAT}", "shops": {{"sample": 3}}}}'.encode(),
        f'{{"format": "{FORMAT}", "shops": {{"sample": {{"a": 3}}}}}}'.encode(),
        f'{{"format": "{FORMAT}", "shops": {{"sample": {{"a": []}}}}}}'.encode(),
        f'{{"format": "{FORMAT}", "shops": {{"sample": {{"a": ["soon", null]}}}}}}'.encode(),
    ],
)  # fmt: skip
def test_a_damaged_memory_is_begun_anew(damage: bytes, check: OpenCheck, tmp_path: Path, data: Path) -> None:
    data.mkdir()
    (data / NAME).write_bytes(damage)
    assert "CANCELLED" not in saved(check, MONDAY, tmp_path, data).values()
    assert json.loads((data / NAME).read_text(encoding="utf-8"))["format"] == FORMAT


def test_nothing_is_remembered_of_a_file_that_could_not_be_written(
    check: OpenCheck, tmp_path: Path, data: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with refused("write.not_a_folder", InputError):
        save_calendar(check, MONDAY, "zh", tmp_path / "file", data)
    assert not data.exists()


# --- without a memory -----------------------------------------------------------------------------------


def test_a_file_alone_tells_what_was_done_of_late() -> None:
    file = full_shop()
    today = date(2026, 11, 30)
    plain = make_plan(run_self_check(bank(), file.shop, file.check), file.check, today)
    whole: MadePlan = with_duties(plain, file)
    done = [item for item in whole.plan.items if item.is_done]
    assert done and whole.duties
    told = {one.uid: one for one in make_calendar(whole, "name", "zh").entries}
    assert all(told[uid_of("name", item.id)].is_gone for item in done)
    later = replace(whole, plan=replace(whole.plan, made_on=today + timedelta(days=400)))
    assert not any(one.is_gone for one in make_calendar(later, "name", "zh").entries)


def test_what_waits_in_a_file_waits_in_its_calendar() -> None:
    file = full_shop()
    held = replace(file, book=file.book.with_entry(incident(MONDAY)))
    plain = make_plan(run_self_check(bank(), file.shop, file.check), file.check, MONDAY)
    told = {one.uid: one for one in make_calendar(with_duties(plain, held), "name", "zh").entries}
    assert told[uid_of("name", "disposals.labels")].is_gone
    free = {one.uid: one for one in make_calendar(with_duties(plain, file), "name", "zh").entries}
    assert not free[uid_of("name", "disposals.labels")].is_gone


def test_files_of_two_days_have_the_same_uids() -> None:
    file = full_shop()
    told = []
    for today in (MONDAY, MONDAY + timedelta(days=2)):
        plain = make_plan(run_self_check(bank(), file.shop, file.check), file.check, today)
        told.append({one.uid for one in make_calendar(with_duties(plain, file), "name", "zh").entries})
    assert told[0] == told[1]


def test_people_of_a_file_are_told_by_their_number() -> None:
    file = full_shop()
    plain = make_plan(run_self_check(bank(), file.shop, file.check), file.check, MONDAY)
    data = make_calendar(with_duties(plain, file), "name", "zh").data
    assert not any("阿甲" in line or "阿乙" in line for line in lines(data))
