"""Registers come back from the store exactly as they went in, with everything that was ever written."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.registers.book import DutyRecord, HoldRelease, Outcome
from merchant_guard.domain.registers.entry import Entry, Struck, Written
from merchant_guard.domain.shop import Shop
from merchant_guard.storage.database import Database
from merchant_guard.storage.register_store import RegisterStore, new_entry_id
from merchant_guard.storage.shop_store import ShopStore
from tests.support.stores import refused

AT = datetime(2026, 11, 30, 9, 15, tzinfo=timezone(timedelta(hours=8)))
DAY = AT.date()
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
VALUES = st.one_of(
    WORDS, st.integers(-(2**40), 2**40), st.dates(), st.frozensets(WORDS, max_size=3), st.none()
)
MOMENTS = st.integers(0, 10**6).map(lambda minutes: AT + timedelta(minutes=minutes))
HISTORIES = st.lists(st.builds(Written, VALUES, MOMENTS), min_size=1, max_size=3).map(tuple)
ENTRIES = st.builds(
    Entry,
    st.builds(new_entry_id),
    st.sampled_from(["staff", "disposals"]),
    MOMENTS,
    st.dictionaries(st.sampled_from(["name", "on", "note"]), HISTORIES, max_size=3),
    st.none() | st.builds(Struck, MOMENTS, WORDS),
)
one_store_for_all_examples = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50
)


@pytest.fixture
def shop_id(database: Database) -> str:
    return ShopStore(database).save(Shop("小店"))


@pytest.fixture
def registers(database: Database) -> RegisterStore:
    return RegisterStore(database)


def written(words: str = "员工B") -> Entry:
    return Entry(new_entry_id(), "staff", AT, {"name": (Written(words, AT),)})


@one_store_for_all_examples
@given(entries=st.lists(ENTRIES, max_size=4, unique_by=lambda one: one.id))
def test_any_entries_come_back_exactly_and_in_their_order(
    quick_database: Database, entries: list[Entry]
) -> None:
    shop_id, registers = ShopStore(quick_database).save(Shop()), RegisterStore(quick_database)
    registers.save_all(shop_id, entries)
    assert list(registers.load(shop_id).entries.items()) == [(one.id, one) for one in entries]


def test_a_value_keeps_its_kind(registers: RegisterStore, shop_id: str) -> None:
    values = {"a": 1, "b": True, "c": "2026-11-30", "d": DAY, "e": frozenset(), "f": frozenset({"x"})}
    entry = Entry(new_entry_id(), "staff", AT, {key: (Written(one, AT),) for key, one in values.items()})
    registers.save(shop_id, entry)
    back = registers.load(shop_id).entries[entry.id]
    assert {key: type(one[0].value) for key, one in back.written.items()} == {
        key: type(one) for key, one in values.items()
    }


def test_saving_again_keeps_the_place_and_the_first_moment(registers: RegisterStore, shop_id: str) -> None:
    first, second = written("甲"), written("乙")
    registers.save_all(shop_id, [first, second])
    changed = first.with_value("role", "packing", AT + timedelta(days=1))
    registers.save(shop_id, replace(changed, struck=Struck(AT, "写错了")))
    book = registers.load(shop_id)
    assert list(book.entries) == [first.id, second.id]
    assert book.entries[first.id] == replace(changed, struck=Struck(AT, "写错了"))


def test_several_entries_are_saved_together_or_not_at_all(registers: RegisterStore, shop_id: str) -> None:
    broken = Entry(new_entry_id(), "staff", AT, {"name": (Written("\ud800", AT),)})
    with pytest.raises(UnicodeEncodeError):
        registers.save_all(shop_id, [written(), broken])
    assert registers.load(shop_id).entries == {}


def test_settled_duties_and_signatures_come_back_and_can_be_taken_back(
    registers: RegisterStore, shop_id: str
) -> None:
    entry = written()
    registers.save(shop_id, entry)
    done = DutyRecord("waybill.weekly", None, DAY, Outcome.DONE, DAY, AT)
    left_out = DutyRecord("staff.agreement", entry.id, DAY, Outcome.SKIPPED, DAY, AT, "下周才来")
    release = HoldRelease(entry.id, DAY, "店主", "结案了", AT)
    registers.save_record(shop_id, done)
    registers.save_record(shop_id, left_out)
    registers.save_release(release)
    registers.save_release(replace(release, signed_by="别人"))
    book = registers.load(shop_id)
    assert (book.records, book.releases) == ((done, left_out), {entry.id: release})
    registers.delete_record(shop_id, done)
    registers.delete_record(shop_id, done)
    assert registers.load(shop_id).records == (left_out,)


def test_evidence_belongs_to_its_entry_and_goes_with_it(registers: RegisterStore, shop_id: str) -> None:
    entry = written()
    registers.save(shop_id, entry)
    registers.add_evidence(entry.id, "photo")
    registers.add_evidence(entry.id, "paper")
    assert registers.load(shop_id).evidence == {entry.id: ("photo", "paper")}
    registers.save_evidence(entry.id, ["paper"])
    assert registers.load_evidence(entry.id) == ("paper",)
    registers.delete(entry.id)
    assert registers.load(shop_id).evidence == {}


def test_what_is_not_there_is_a_sentence(registers: RegisterStore, shop_id: str) -> None:
    record = DutyRecord("waybill.weekly", None, DAY, Outcome.DONE, DAY, AT)
    with refused("store.no_shop", InputError):
        registers.save("nowhere", written())
    with refused("store.no_shop", InputError):
        registers.save_record("nowhere", record)
    for work in (
        lambda: registers.delete("nothing"),
        lambda: registers.add_evidence("nothing", "photo"),
        lambda: registers.save_evidence("nothing", ["photo"]),
    ):
        with refused("store.no_entry", InputError):
            work()


def test_the_day_duties_began_is_noted_once(registers: RegisterStore, shop_id: str) -> None:
    assert registers.load_since(shop_id) is None
    registers.save_since(shop_id, DAY)
    registers.save_since(shop_id, date(2027, 1, 1))
    assert registers.load_since(shop_id) == DAY


def test_deleting_a_shop_takes_its_registers_along(
    database: Database, registers: RegisterStore, shop_id: str
) -> None:
    entry = written()
    registers.save(shop_id, entry)
    registers.add_evidence(entry.id, "photo")
    registers.save_record(shop_id, DutyRecord("a.b", entry.id, DAY, Outcome.DONE, DAY, AT))
    ShopStore(database).delete(shop_id)
    for table in ("register_entry", "register_value", "duty_record", "entry_evidence"):
        assert database.rows(f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608
