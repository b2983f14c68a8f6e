"""A year of a courier outlet and others, day by day with a fixed clock, over the real duties."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.due import DueItem, DutyYear, due_items
from merchant_guard.domain.duties import DutyKind, PerEntry, Recurring
from merchant_guard.domain.registers.book import Book, DutyRecord, HoldRelease, Outcome
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Value
from merchant_guard.domain.sheet import lay_out
from merchant_guard.domain.shop import BusyTime, WorkRhythm
from tests.support.books import entry, moment
from tests.support.real_content import bank
from tests.support.shops import SAMPLES, read_shop

BANK = bank()
BEGIN = date(2027, 3, 1)
LEAP = date(2028, 2, 29)
RHYTHM = WorkRhythm(1, 2, (BusyTime((11, 1), (11, 15)), BusyTime((6, 10), (6, 20))))


class Owner:
    """Keeps the registers of a sample shop; does what falls due on the days it opens the app."""

    def __init__(self, sample: str, begin: date = BEGIN) -> None:
        file = read_shop(next(path for path in SAMPLES if sample in path.name))
        self.facts = lay_out(BANK, file.shop, SelfCheck().answers).facts
        self.book, self.since, self.self_checks = Book(), begin, [begin]
        self.done: list[tuple[date, str]] = []
        self.number = 0

    def write(self, register: str, day: date, **values: Value) -> Entry:
        self.number += 1
        made = entry(register, day, values, f"{register}-{self.number}")
        self.book = self.book.with_entry(made)
        return made

    def due(self, today: date) -> tuple[DueItem, ...]:
        year = DutyYear(
            facts=self.facts,
            book=self.book,
            registers=BANK.registers,
            rhythm=RHYTHM,
            since=self.since,
            content_checked_on=BEGIN,
            self_checks=tuple(self.self_checks),
        )
        return due_items(BANK.year_duties, year)

    def do(self, item: DueItem, today: date) -> None:
        """Do it the way the window does: write it down where it belongs, else note it as done."""
        self.done.append((today, item.id))
        duty, rule = item.duty, item.duty.rule
        if duty.kind is DutyKind.SELF_CHECK:
            self.self_checks.append(today)
        elif isinstance(rule, PerEntry) and rule.settled_by and item.entry:
            self.book = self.book.with_entry(
                self.book.entries[item.entry.id].with_value(rule.settled_by, today, moment(today))
            )
        elif isinstance(rule, Recurring) and rule.settled_by and rule.settled_by[0].field:
            settling = rule.settled_by[0]
            kinds = {field: min(options) for field, options in settling.only.items()}
            self.write(settling.register, today, **{**kinds, settling.field: today})
        else:
            entry_id = item.entry.id if item.entry else None
            record = DutyRecord(duty.id, entry_id, item.due, Outcome.DONE, today, moment(today))
            self.book = self.book.with_record(record)


def days(first: date, count: int) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range(count))


def busy_outlet(begin: date = BEGIN) -> Owner:
    owner = Owner("courier", begin)
    courier = owner.write("staff", begin, name="快递员1", role="courier", joined=begin)
    owner.write("accounts", begin, name="巴枪 1", held_by=courier.id)
    owner.write("partners", begin, name="打单软件", kind="order_software", role="entrusted", began_on=begin)
    owner.write("periods", begin, what="stubs", months=12, found_on=begin)
    return owner


@pytest.mark.parametrize("sample", [path.stem for path in SAMPLES])
def test_who_does_everything_on_its_day_is_never_late_and_done_in_time(sample: str) -> None:
    owner = Owner(sample)
    for today in days(BEGIN, 366):
        for item in owner.due(today):
            assert item.overdue_days(today) == 0
            if item.due == today:
                owner.do(item, today)
    counts = Counter(item_id for _day, item_id in owner.done)
    for duty in BANK.year_duties:
        if isinstance(duty.rule, Recurring) and duty.rule.every and counts[duty.id]:
            span = duty.rule.every.months * 30.4 + duty.rule.every.days
            assert counts[duty.id] <= 366 / span + 2


def test_the_outlet_destroys_labels_every_week_of_the_year_also_when_it_is_busy() -> None:
    owner = busy_outlet()
    for today in days(BEGIN, 366):
        for item in owner.due(today):
            if item.due == today:
                owner.do(item, today)
    weekly = [day for day, item_id in owner.done if item_id == "disposals.labels"]
    assert {day.isoweekday() for day in weekly} == {2}
    assert {(after - before).days for before, after in pairwise(weekly)} == {7}
    assert len(weekly) == 52


def test_what_need_not_be_done_weekly_keeps_out_of_busy_times() -> None:
    owner = busy_outlet()
    for today in days(BEGIN, 366):
        for item in owner.due(today):
            if item.due == today:
                owner.do(item, today)
            is_rare = isinstance(item.duty.rule, Recurring) and (
                (item.duty.rule.every or item.duty.rule.first) is not None
                and item.duty.rule.each_year_on is None
                and (item.duty.rule.every is None or item.duty.rule.every.months >= 3)
            )
            if is_rare and item.duty.kind is not DutyKind.CONTENT:
                assert not any(busy.covers(item.due) for busy in RHYTHM.busy), item.id


def test_who_does_nothing_for_a_year_has_each_duty_once_and_its_real_delay() -> None:
    owner = busy_outlet()
    before: dict[str, date] = {}
    for today in days(BEGIN, 366):
        found = owner.due(today)
        ids = [item.id for item in found]
        assert len(ids) == len(set(ids))
        for item in found:
            assert before.setdefault(item.id, item.due) == item.due
            assert item.overdue_days(today) == max(0, (today - item.due).days)


def test_a_shop_that_opens_once_a_month_catches_up_in_one_go() -> None:
    owner = busy_outlet()
    for today in days(BEGIN, 366):
        if today.day == 5:
            for item in owner.due(today):
                if item.due <= today:
                    owner.do(item, today)
            assert all(
                item.due > today for item in owner.due(today) if item.duty.kind is not DutyKind.CONTENT
            )


def test_somebody_comes_and_leaves() -> None:
    owner = busy_outlet()
    joined, left = BEGIN + timedelta(days=40), BEGIN + timedelta(days=100)
    new = owner.write("staff", joined, name="快递员2", role="courier", joined=joined)
    account = owner.write("accounts", joined, name="巴枪 2", held_by=new.id)
    about = {item.duty.id for item in owner.due(joined) if item.entry and item.entry.id == new.id}
    assert {"staff.agreement", "staff.training"} <= about
    gone = owner.book.entries[new.id].with_value("left_on", left, moment(left))
    owner.book = owner.book.with_entry(gone)
    found = {item.id: item for item in owner.due(left)}
    assert found[f"accounts.leaver:{account.id}"].due == left
    assert not any(item_id.startswith("staff.agreement") and new.id in item_id for item_id in found)
    for item_id in (f"accounts.leaver:{account.id}", f"staff.leaver:{new.id}"):
        owner.do(found[item_id], left)
    rest = [item for item in owner.due(left) if item.duty.kind is not DutyKind.RETENTION]
    assert not any(new.id in item.id or account.id in item.id for item in rest)


def test_an_incident_stops_the_destruction_until_it_is_signed_off() -> None:
    owner = busy_outlet()
    noticed, signed = date(2027, 5, 3), date(2027, 7, 1)
    incident = owner.write("incidents", noticed, noticed_on=noticed, kind="labels_out")
    for today in days(BEGIN, 366):
        if today == signed:
            owner.book = owner.book.with_release(
                HoldRelease(incident.id, signed, "店主", "结案", moment(signed))
            )
        for item in owner.due(today):
            if item.hold is None and item.due == today:
                owner.do(item, today)
    weekly = [day for day, item_id in owner.done if item_id == "disposals.labels"]
    assert not any(noticed <= day < signed + timedelta(days=7) for day in weekly)
    assert any(day >= signed + timedelta(days=7) for day in weekly)


def test_a_leap_day_is_a_day_like_any_other() -> None:
    owner = busy_outlet(LEAP)
    owner.write("checks", LEAP, kind="self_audit", on=LEAP)
    owner.write("checks", LEAP, kind="impact_assessment", on=LEAP)
    found = {item.id: item.due for item in owner.due(LEAP)}
    assert found["audit.formal"] <= date(2033, 2, 28)
    ends = {item_id: due for item_id, due in found.items() if item_id.startswith("keep.")}
    assert set(ends.values()) == {date(2033, 3, 1), date(2031, 3, 1)}
