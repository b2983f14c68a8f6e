"""The registers: people of older shops move into them, and nonsense stays out."""

from pathlib import Path

import pytest

from merchant_guard.domain.shop import StaffMember
from merchant_guard.storage.database import open_database
from merchant_guard.storage.migrations import MIGRATIONS
from merchant_guard.storage.register_store import RegisterStore

BEFORE, WITH_IT = MIGRATIONS[:4], MIGRATIONS[:5]
AT = "2026-11-30T09:15:00+08:00"
ENTRY = "abcdefghijklmnop"
ADD_ENTRY = "INSERT INTO register_entry (id, shop_id, register, entered_at) VALUES (?, ?, ?, ?)"
ADD_VALUE = "INSERT INTO register_value VALUES (?, ?, ?, ?, ?)"
ADD_RECORD = """
    INSERT INTO duty_record (shop_id, duty_id, entry_id, due, outcome, settled_on, reason, written_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
ADD_RELEASE = "INSERT INTO hold_release VALUES (?, ?, ?, ?, ?)"


def test_the_people_of_an_older_store_move_into_the_register(tmp_path: Path) -> None:
    with open_database(tmp_path, BEFORE) as old, old.transaction() as connection:
        connection.execute("INSERT INTO shop VALUES ('s1', '店', '{}', '{}')")
        connection.execute("INSERT INTO staff_member VALUES ('s1', 1, '乙', 'packing', '2025-03-01')")
        connection.execute("INSERT INTO staff_member VALUES ('s1', 0, '甲 \"', 'owner', NULL)")
    with open_database(tmp_path) as opened:
        book = RegisterStore(opened).load("s1")
        assert [(one.name, one.role) for one in book.staff] == [('甲 "', "owner"), ("乙", "packing")]
        assert isinstance(book.staff[0], StaffMember)
        assert str(book.staff[1].joined) == "2025-03-01"
        assert opened.rows("SELECT name FROM sqlite_schema WHERE name = 'staff_member'") == []


@pytest.mark.parametrize(
    ("finished", "since"), [(("2025-11-01", "2026-11-24"), "2026-11-24"), ((None,), None)]
)
def test_duties_of_an_older_store_begin_with_its_last_finished_check(
    tmp_path: Path, finished: tuple[str | None, ...], since: str | None
) -> None:
    with open_database(tmp_path, BEFORE) as old, old.transaction() as connection:
        connection.execute("INSERT INTO shop VALUES ('s1', '店', '{}', '{}')")
        for day in finished:
            connection.execute(
                "INSERT INTO self_check (shop_id, bank_version, finished_on) VALUES ('s1', '1', ?)", (day,)
            )
    with open_database(tmp_path, WITH_IT) as opened:
        assert opened.rows("SELECT duties_since FROM shop") == [(since,)]


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (ADD_ENTRY, ("short", "s1", "staff", AT)),
        (ADD_ENTRY, ("../abcdefghijklm", "s1", "staff", AT)),
        (ADD_ENTRY, ("ponmlkjihgfedcba", "nobody", "staff", AT)),
        (ADD_ENTRY, ("ponmlkjihgfedcba", "s1", "staff", "yesterday")),
        (ADD_ENTRY, (ENTRY, "s1", "staff", AT)),
        (ADD_VALUE, ("nothing", "name", 0, '"甲"', AT)),
        (ADD_VALUE, (ENTRY, "name", 0, "{not json", AT)),
        (ADD_RECORD, ("s1", "a.b", None, "soon", "done", "2026-11-30", "", AT)),
        (ADD_RECORD, ("s1", "a.b", None, "2026-11-30", "maybe", "2026-11-30", "", AT)),
        (ADD_RECORD, ("s1", "a.b", None, "2026-11-30", "skipped", "2026-11-30", "", AT)),
        (ADD_RECORD, ("s1", "a.b", "nothing", "2026-11-30", "done", "2026-11-30", "", AT)),
        (ADD_RELEASE, (ENTRY, "2026-11-30", "", "结案了", AT)),
        (ADD_RELEASE, (ENTRY, "2026-11-30", "店主", "", AT)),
    ],
)
def test_nonsense_stays_out(statement: str, values: tuple[object, ...], tmp_path: Path) -> None:
    with open_database(tmp_path, WITH_IT) as opened:
        with opened.transaction() as connection:
            connection.execute("INSERT INTO shop (id, name, profile, rhythm) VALUES ('s1', '店', '{}', '{}')")
            connection.execute(ADD_ENTRY, (ENTRY, "s1", "staff", AT))
        with (
            pytest.raises(Exception, match="constraint failed") as caught,
            opened.transaction() as connection,
        ):
            connection.execute(statement, values)
        assert type(caught.value).__name__ == "IntegrityError"
