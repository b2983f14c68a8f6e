"""Self-checks come back exactly; answers are saved one by one; the years stand in a row."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.storage.database import Database, open_database
from merchant_guard.storage.self_check_store import SelfCheckStore, StoredCheck
from merchant_guard.storage.shop_store import ShopStore
from tests.support.stores import ANSWERS, IDS, PROGRESS, SELF_CHECKS, refused

one_store_for_all_examples = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

CHECK = SelfCheck(
    date(2026, 11, 21),
    {
        "access.lock": Answer(
            Choice.PARTLY, frozenset({"screen", "door"}), "记一下", "", ("b.jpg", "a.jpg", "b.jpg")
        ),
        "cameras.signs": Answer(Choice.NOT_APPLICABLE, reason="没有摄像头"),
    },
    {
        "lock-screen": Progress("甲", date(2026, 12, 1), date(2026, 11, 30), ("a.jpg",)),
        "later": Progress(due=date(2026, 12, 8), reason="他请假了", interim="先锁柜子"),
        "empty": Progress(),
    },
)
MORNING = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture
def shop_id(database: Database) -> str:
    return ShopStore(database).save(Shop())


@pytest.fixture
def checks(database: Database) -> SelfCheckStore:
    return SelfCheckStore(database)


def save(checks: SelfCheckStore, shop_id: str, check: SelfCheck, self_check_id: int | None = None) -> int:
    return checks.save(shop_id, check, bank_version="2026.1", self_check_id=self_check_id)


def answered_at(database: Database, question_id: str) -> str | None:
    ((moment,),) = database.rows("SELECT answered_at FROM answer WHERE question_id = ?", (question_id,))
    return moment  # type: ignore[no-any-return]


@one_store_for_all_examples
@given(first=SELF_CHECKS, second=SELF_CHECKS)
def test_any_self_check_comes_back_exactly_and_is_replaced_whole(
    quick_database: Database, first: SelfCheck, second: SelfCheck
) -> None:
    checks, shop_id = SelfCheckStore(quick_database), ShopStore(quick_database).save(Shop())
    check_id = save(checks, shop_id, first)
    assert checks.load(check_id) == first
    assert save(checks, shop_id, second, check_id) == check_id
    assert checks.load(check_id) == second


@one_store_for_all_examples
@given(check=SELF_CHECKS, one=st.tuples(IDS, ANSWERS), other=st.tuples(IDS, PROGRESS))
def test_one_answer_and_one_plan_item_change_nothing_else(
    quick_database: Database, check: SelfCheck, one: tuple[str, Answer], other: tuple[str, Progress]
) -> None:
    checks = SelfCheckStore(quick_database)
    check_id = save(checks, ShopStore(quick_database).save(Shop()), check)
    checks.save_answer(check_id, *one)
    checks.save_progress(check_id, *other)
    changed = replace(
        check, answers={**check.answers, one[0]: one[1]}, progress={**check.progress, other[0]: other[1]}
    )
    assert checks.load(check_id) == changed


@one_store_for_all_examples
@given(days=st.lists(st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 9)), max_size=6))
def test_previous_leads_through_the_years(quick_database: Database, days: list[date | None]) -> None:
    checks, shop_id = SelfCheckStore(quick_database), ShopStore(quick_database).save(Shop())
    neighbour = ShopStore(quick_database).save(Shop())
    saved = []
    for number, day in enumerate(days):
        save(checks, neighbour, SelfCheck(day))
        saved.append(
            (day or date.min, save(checks, shop_id, SelfCheck(day, {f"q{number}": Answer(Choice.YES)})))
        )
    in_order = [check_id for _, check_id in sorted(saved)]
    assert [row.id for row in checks.list(shop_id)] == in_order[::-1]
    earlier: SelfCheck | None = None
    for check_id in in_order:
        loaded = checks.load(check_id)
        assert loaded.previous == earlier
        earlier = loaded


def test_the_evidence_of_an_answer_and_of_a_plan_item_of_one_name_stay_apart(
    checks: SelfCheckStore, shop_id: str
) -> None:
    check = SelfCheck(
        answers={"same": Answer(Choice.YES, evidence=("a",))}, progress={"same": Progress(proof=("b",))}
    )
    check_id = save(checks, shop_id, check)
    checks.save_answer(check_id, "same", Answer(Choice.YES))
    assert checks.load(check_id).progress == check.progress


def test_what_a_check_no_longer_holds_does_not_stay_in_the_file(
    database: Database, checks: SelfCheckStore, shop_id: str
) -> None:
    check_id = save(checks, shop_id, CHECK)
    save(checks, shop_id, SelfCheck(), check_id)
    for table in ("answer", "evidence", "plan_progress"):
        assert database.rows(f"SELECT * FROM {table}") == []  # noqa: S608


def test_the_list_says_what_stands_beside_the_answers(checks: SelfCheckStore, shop_id: str) -> None:
    first = checks.save(shop_id, CHECK, bank_version="2026.1", finished_on=date(2026, 11, 22))
    second = checks.save(shop_id, SelfCheck(), bank_version="2026.2")
    assert checks.list(shop_id) == (
        StoredCheck(first, date(2026, 11, 21), "2026.1", date(2026, 11, 22)),
        StoredCheck(second, None, "2026.2", None),
    )
    checks.save(shop_id, CHECK, bank_version="2026.3", self_check_id=second)
    assert checks.list(shop_id)[0] == StoredCheck(second, date(2026, 11, 21), "2026.3", None)


def test_an_answer_is_committed_when_it_is_saved(folder: Path, checks: SelfCheckStore, shop_id: str) -> None:
    check_id = save(checks, shop_id, CHECK)
    answer = Answer(Choice.UNSURE, note="还要问", evidence=("c.jpg",))
    checks.save_answer(check_id, "access.lock", answer)
    with open_database(folder) as another_window:
        assert SelfCheckStore(another_window).load(check_id).answers["access.lock"] == answer


def test_an_answer_knows_since_when_it_stands(
    database: Database, checks: SelfCheckStore, shop_id: str
) -> None:
    check_id = save(checks, shop_id, CHECK)
    assert answered_at(database, "access.lock") is None
    no = Answer(Choice.NO)
    checks.save_answer(check_id, "access.lock", no, MORNING)
    checks.save_answer(check_id, "access.lock", no, MORNING.replace(hour=10))
    save(checks, shop_id, replace(CHECK, answers={"access.lock": no}), check_id)
    assert answered_at(database, "access.lock") == "2026-11-21T09:30:00+00:00"
    checks.save_answer(check_id, "access.lock", replace(no, note="x"), MORNING.replace(hour=11))
    assert answered_at(database, "access.lock") == "2026-11-21T11:30:00+00:00"


def test_a_check_that_cannot_be_written_whole_changes_nothing(checks: SelfCheckStore, shop_id: str) -> None:
    check_id = save(checks, shop_id, CHECK)
    half_a_character = Answer(Choice.NO, note="\ud800")
    with pytest.raises(UnicodeEncodeError):
        save(
            checks,
            shop_id,
            SelfCheck(answers={"first": Answer(Choice.NO), "second": half_a_character}),
            check_id,
        )
    with pytest.raises(UnicodeEncodeError):
        checks.save_answer(
            check_id, "access.lock", replace(half_a_character, note="", evidence=("a", "\ud800"))
        )
    assert checks.load(check_id) == CHECK


def test_deleting_a_check_leaves_the_others(checks: SelfCheckStore, shop_id: str) -> None:
    first, second = save(checks, shop_id, SelfCheck()), save(checks, shop_id, CHECK)
    checks.delete(first)
    assert checks.load(second) == CHECK
    assert [row.id for row in checks.list(shop_id)] == [second]


def test_a_deleted_shop_takes_its_checks_along(
    database: Database, checks: SelfCheckStore, shop_id: str
) -> None:
    check_id = save(checks, shop_id, CHECK)
    ShopStore(database).delete(shop_id)
    assert checks.list(shop_id) == ()
    with refused("store.no_self_check", InputError):
        checks.load(check_id)


def test_what_is_not_there_is_a_sentence(database: Database, checks: SelfCheckStore, shop_id: str) -> None:
    with refused("store.no_shop", InputError):
        save(checks, "nowhere", CHECK)
    with refused("store.no_self_check", InputError):
        save(checks, shop_id, CHECK, 99)
    with refused("store.no_self_check", InputError):
        save(checks, ShopStore(database).save(Shop()), CHECK, save(checks, shop_id, CHECK))
    with refused("store.no_self_check", InputError):
        checks.save_answer(99, "access.lock", Answer(Choice.YES))
    with refused("store.no_self_check", InputError):
        checks.save_progress(99, "lock-screen", Progress())
    with refused("store.no_self_check", InputError):
        checks.load(99)
    with refused("store.no_self_check", InputError):
        checks.delete(99)


def test_a_check_remembers_where_the_person_stood_and_when_it_was_finished(
    checks: SelfCheckStore, shop_id: str
) -> None:
    check_id = save(checks, shop_id, SelfCheck())
    assert checks.load_place(check_id) == (None, None)
    checks.save_place(check_id, "access.own-accounts", "quick")
    checks.save_finished(check_id, date(2026, 11, 21))
    assert checks.load_place(check_id) == ("access.own-accounts", "quick")
    assert checks.list(shop_id)[0].finished_on == date(2026, 11, 21)
    checks.save_place(check_id, None, "full")
    assert checks.load_place(check_id) == (None, "full")


def test_the_place_of_a_check_that_is_gone_is_refused(checks: SelfCheckStore) -> None:
    for attempt in (
        lambda: checks.save_place(99, None, "full"),
        lambda: checks.load_place(99),
        lambda: checks.save_finished(99, date(2026, 11, 21)),
    ):
        with pytest.raises(InputError):
            attempt()


def test_the_profile_of_every_year_stays_with_its_check(checks: SelfCheckStore, shop_id: str) -> None:
    before = SelfCheck(date(2025, 11, 20), profile={"team": 2, "kinds": frozenset({"beauty"})})
    checks.save(shop_id, before, bank_version="1")
    now = checks.save(shop_id, SelfCheck(date(2026, 11, 20)), bank_version="2")
    assert checks.load(now).profile is None
    checks.save_profile(now, {"team": 3})
    assert checks.load(now).profile == {"team": 3}
    assert checks.load(now).previous == before


def test_a_check_saved_again_without_a_profile_keeps_the_one_it_had(
    checks: SelfCheckStore, shop_id: str
) -> None:
    saved = checks.save(shop_id, SelfCheck(profile={"team": 3}), bank_version="1")
    checks.save(shop_id, SelfCheck(), bank_version="1", self_check_id=saved)
    assert checks.load(saved).profile == {"team": 3}
    checks.save(shop_id, SelfCheck(profile={}), bank_version="1", self_check_id=saved)
    assert checks.load(saved).profile == {}


def test_the_profile_of_a_check_that_is_gone_is_refused(checks: SelfCheckStore) -> None:
    with refused("store.no_self_check", InputError):
        checks.save_profile(7, {})
