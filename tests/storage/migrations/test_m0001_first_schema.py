"""The first schema: what belongs together goes together, and nonsense stays out."""

from collections.abc import Iterator
from contextlib import suppress

import pytest

from merchant_guard.storage.database import Database, open_database
from merchant_guard.storage.migrations import m0001_first_schema

TABLES = ("shop", "staff_member", "self_check", "answer", "plan_progress", "evidence")
ROWS = {
    "shop": ("s1", "店", "{}", "{}"),
    "staff_member": ("s1", 0, "甲", "owner", "2026-02-28"),
    "self_check": (1, "s1", "2026-11-21", "2026.1", None, "full", "access.lock"),
    "answer": (1, "access.lock", "yes", "[]", "", "", None),
    "plan_progress": (1, "lock-screen", None, "2026-12-01", None, "", ""),
    "evidence": (1, "question", "access.lock", 0, "photo"),
}


def insert(database: Database, table: str, values: tuple[object, ...]) -> None:
    with database.transaction() as connection:
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A store of the first version with one row in every table."""
    folder = tmp_path_factory.mktemp("first") / "data"
    with open_database(folder, (m0001_first_schema.apply,)) as opened:
        with opened.transaction():
            for table in TABLES:
                insert(opened, table, ROWS[table])
        yield opened


class _GoBackError(Exception):
    """Ends a test's changes."""


@pytest.fixture
def database(store: Database) -> Iterator[Database]:
    """The store for one test, which changes it for nobody else."""
    with suppress(_GoBackError), store.transaction():
        yield store
        raise _GoBackError


def counts(database: Database) -> dict[str, int]:
    return {table: database.rows(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}  # noqa: S608


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("shop", ("s2", None, "{}", "{}")),
        ("shop", ("s2", "店", "{not json", "{}")),
        ("shop", ("s2", "店", "{}", "{not json")),
        ("staff_member", ("nobody", 0, "甲", "owner", None)),
        ("staff_member", ("s1", 0, "乙", "owner", None)),
        ("staff_member", ("s1", "first", "乙", "owner", None)),
        ("staff_member", ("s1", 1, "乙", "owner", "2026-02-30")),
        ("self_check", (2, "nobody", None, "2026.1", None, None, None)),
        ("self_check", (2, "s1", "21.11.2026", "2026.1", None, None, None)),
        ("self_check", (2, "s1", None, "2026.1", "soon", None, None)),
        ("self_check", (2, "s1", None, None, None, None, None)),
        ("self_check", (2, "s1", None, "2026.1", None, "half", None)),
        ("answer", (2, "access.lock", "yes", "[]", "", "", None)),
        ("answer", (1, "access.other", "maybe", "[]", "", "", None)),
        ("answer", (1, "access.other", "yes", "[", "", "", None)),
        ("answer", (1, "access.lock", "no", "[]", "", "", None)),
        ("plan_progress", (2, "lock-screen", None, None, None, "", "")),
        ("plan_progress", (1, "other", None, "tomorrow", None, "", "")),
        ("plan_progress", (1, "other", None, None, "2026-13-01", "", "")),
        ("plan_progress", (1, "other", None, None, None, None, "")),
        ("plan_progress", (1, "other", None, None, None, "", None)),
        ("evidence", (2, "question", "access.lock", 0, "photo")),
        ("evidence", (1, "feeling", "access.lock", 0, "photo")),
        ("evidence", (1, "question", "access.lock", 0, "again")),
    ],
)
def test_nonsense_stays_out(database: Database, table: str, values: tuple[object, ...]) -> None:
    before = counts(database)
    with pytest.raises(Exception, match=r"constraint failed|cannot store TEXT") as caught:
        insert(database, table, values)
    assert type(caught.value).__name__ == "IntegrityError"
    assert counts(database) == before


@pytest.mark.parametrize(
    ("deleted", "left"),
    [("shop", set()), ("self_check", {"shop", "staff_member"}), ("answer", set(TABLES) - {"answer"})],
)
def test_what_belongs_to_a_row_goes_with_it(database: Database, deleted: str, left: set[str]) -> None:
    with database.transaction() as connection:
        connection.execute(f"DELETE FROM {deleted}")  # noqa: S608
    assert {table for table, count in counts(database).items() if count} == left


def test_the_number_of_a_deleted_check_is_not_given_again(database: Database) -> None:
    with database.transaction() as connection:
        connection.execute("DELETE FROM self_check")
        connection.execute("INSERT INTO self_check (shop_id, bank_version) VALUES ('s1', '2026.1')")
    assert database.rows("SELECT id FROM self_check") == [(2,)]
