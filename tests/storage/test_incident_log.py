"""Logs of incidents come back exactly as they were written, and what has one is never deleted."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.domain.shop import Shop
from merchant_guard.storage.database import Database
from merchant_guard.storage.register_store import RegisterStore, new_entry_id
from merchant_guard.storage.shop_store import ShopStore
from tests.support.stores import refused

AT = datetime(2026, 11, 30, 14, 2, tzinfo=timezone(timedelta(hours=8)))
MOMENTS = st.integers(0, 10**6).map(lambda seconds: AT + timedelta(seconds=seconds)) | st.just(
    AT.astimezone(UTC)
)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30)
LINES = st.lists(
    st.builds(LogLine, WORDS, MOMENTS, MOMENTS, st.sampled_from(["", "pictures"]), st.booleans()), max_size=5
)


def kept(database: Database) -> tuple[str, RegisterStore, Entry]:
    shop_id, registers = ShopStore(database).save(Shop("小店")), RegisterStore(database)
    entry = Entry(new_entry_id(), "incidents", AT)
    registers.save(shop_id, entry)
    return shop_id, registers, entry


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(first=LINES, more=LINES)
def test_any_lines_come_back_in_their_order(
    quick_database: Database, first: list[LogLine], more: list[LogLine]
) -> None:
    shop_id, registers, entry = kept(quick_database)
    registers.add_lines(entry.id, first)
    registers.add_lines(entry.id, more)
    assert registers.load(shop_id).logs.get(entry.id, ()) == (*first, *more)


def test_an_entry_with_a_log_can_be_changed_and_crossed_out_but_not_deleted(database: Database) -> None:
    shop_id, registers, entry = kept(database)
    line = LogLine("关掉链接", AT, AT)
    registers.add_lines(entry.id, [line])
    changed = entry.with_value("kind", "sent_wrong", AT).crossed_out("写重了", AT)
    registers.save(shop_id, changed)
    with refused("store.has_log", InputError):
        registers.delete(entry.id)
    book = registers.load(shop_id)
    assert (book.entries[entry.id], book.logs[entry.id]) == (changed, (line,))


def test_a_shop_with_a_log_is_not_deleted(database: Database) -> None:
    shop_id, registers, entry = kept(database)
    registers.add_lines(entry.id, [LogLine("关掉链接", AT, AT)])
    with refused("store.shop_has_log", InputError):
        ShopStore(database).delete(shop_id)
    assert registers.load(shop_id).logs


def test_a_line_needs_its_entry(database: Database) -> None:
    _shop_id, registers, _entry = kept(database)
    with pytest.raises(InputError, match=r"store\.no_entry"):
        registers.add_lines("z" * 16, [LogLine("x", AT, AT)])


def test_all_lines_are_added_or_none(database: Database) -> None:
    shop_id, registers, entry = kept(database)
    with pytest.raises(UnicodeEncodeError):
        registers.add_lines(entry.id, [LogLine("好", AT, AT), LogLine("\ud800", AT, AT)])
    assert registers.load(shop_id).logs == {}
