"""Taking an answer file into the store: all of it or nothing, each check in its place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.errors import InputError, SystemProblemError
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.services.import_shop import Imported, import_shop
from merchant_guard.services.keep_book import load_shop
from merchant_guard.services.workspace import Workspace, open_workspace
from tests.support.books import book, entry
from tests.support.shops import full_shop
from tests.support.stores import refused

TODAY = date(2026, 11, 30)
SHOP = Shop("小店", {"team": 2})
QUESTION = "access.visitors"
Day = date | None


def check(day: Day, note: str, *earlier: SelfCheck) -> SelfCheck:
    """A check that can be told by its note."""
    return SelfCheck(day, {QUESTION: Answer(Choice.NO, note=note)}, {}, *earlier)


def chain(*checks: tuple[Day, str]) -> SelfCheck:
    """Checks, the oldest first, each with those before it."""
    (day, note), *later = checks
    made = check(day, note)
    for day, note in later:
        made = check(day, note, made)
    return made


def take_in(workspace: Workspace, made: SelfCheck, shop: Shop = SHOP, today: date = TODAY) -> Imported:
    return import_shop(workspace, AnswerFile(shop, made), today)


def kept(workspace: Workspace, shop_id: str) -> list[tuple[Day, str]]:
    """The checks of a shop, the oldest first, by day and note."""
    found: list[tuple[Day, str]] = []
    here: SelfCheck | None = workspace.checks.load(workspace.checks.list(shop_id)[0].id)
    while here:
        found.append((here.checked_on, here.answers[QUESTION].note))
        here = here.previous
    return found[::-1]


def test_a_shop_that_uses_everything_is_kept_whole(workspace: Workspace) -> None:
    file = full_shop()
    imported = import_shop(workspace, file, TODAY)
    assert load_shop(workspace, imported.shop_id) == file.shop
    assert workspace.checks.load(workspace.checks.list(imported.shop_id)[0].id) == file.check
    assert (imported.name, imported.is_new, imported.checks) == (file.shop.name, True, 3)
    assert imported.answers == len(file.check.answers) + 5 + 1


def test_it_is_there_when_the_store_is_opened_again(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as workspace:
        shop_id = take_in(workspace, check(date(2026, 11, 21), "写下的")).shop_id
    with open_workspace(tmp_path) as workspace:
        assert load_shop(workspace, shop_id) == SHOP
        assert kept(workspace, shop_id) == [(date(2026, 11, 21), "写下的")]


def test_a_check_without_a_day_counts_as_made_today(workspace: Workspace) -> None:
    shop_id = take_in(workspace, check(None, "今天")).shop_id
    assert kept(workspace, shop_id) == [(TODAY, "今天")]


def test_an_earlier_check_without_a_day_stays_without_one_and_comes_first(workspace: Workspace) -> None:
    shop_id = take_in(workspace, chain((None, "从前"), (None, "今天"))).shop_id
    assert kept(workspace, shop_id) == [(None, "从前"), (TODAY, "今天")]


def test_the_bank_s_version_is_kept_with_every_check(workspace: Workspace) -> None:
    shop_id = take_in(workspace, chain((date(2025, 1, 1), "a"), (date(2026, 1, 1), "b"))).shop_id
    assert [one.bank_version for one in workspace.checks.list(shop_id)] == [workspace.bank.version] * 2


def test_a_shop_of_the_same_name_is_brought_up_to_date(workspace: Workspace) -> None:
    first = take_in(workspace, check(date(2025, 11, 1), "去年"))
    grown = replace(SHOP, profile={"team": 5})
    second = take_in(workspace, check(date(2026, 11, 1), "今年"), grown)
    assert (first.is_new, second.is_new) == (True, False)
    assert second.shop_id == first.shop_id
    assert load_shop(workspace, first.shop_id) == grown
    assert kept(workspace, first.shop_id) == [(date(2025, 11, 1), "去年"), (date(2026, 11, 1), "今年")]


def test_a_shop_of_another_name_stands_beside_it(workspace: Workspace) -> None:
    one = take_in(workspace, check(TODAY, "甲"))
    other = take_in(workspace, check(TODAY, "乙"), Shop("另一家"))
    assert other.is_new
    assert kept(workspace, one.shop_id) == [(TODAY, "甲")]
    assert kept(workspace, other.shop_id) == [(TODAY, "乙")]


def test_a_check_of_the_same_day_is_replaced_and_stays_finished(workspace: Workspace) -> None:
    made = SelfCheck(TODAY, {"access.passwords": Answer(Choice.YES)}, {"ask.later": Progress(due=TODAY)})
    shop_id = workspace.shops.save(SHOP)
    finished = date(2026, 11, 29)
    workspace.checks.save(shop_id, made, bank_version="older", finished_on=finished)
    take_in(workspace, check(TODAY, "新的"))
    (stored,) = workspace.checks.list(shop_id)
    assert (stored.bank_version, stored.finished_on) == (workspace.bank.version, finished)
    assert workspace.checks.load(stored.id) == replace(check(TODAY, "新的"), finished_on=finished)


def test_an_older_file_is_put_below_what_is_newer(workspace: Workspace) -> None:
    shop_id = take_in(workspace, check(date(2026, 11, 1), "新")).shop_id
    take_in(workspace, chain((date(2024, 11, 1), "更旧"), (date(2025, 11, 1), "旧")))
    days = [date(2024, 11, 1), date(2025, 11, 1), date(2026, 11, 1)]
    assert kept(workspace, shop_id) == list(zip(days, ("更旧", "旧", "新"), strict=True))


def test_of_two_checks_of_one_day_in_the_store_the_last_is_replaced(workspace: Workspace) -> None:
    shop_id = take_in(workspace, chain((TODAY, "早上"), (TODAY, "中午"))).shop_id
    take_in(workspace, check(TODAY, "晚上"))
    assert kept(workspace, shop_id) == [(TODAY, "早上"), (TODAY, "晚上")]


def test_a_file_with_more_checks_of_a_day_adds_the_last_ones(workspace: Workspace) -> None:
    shop_id = take_in(workspace, check(TODAY, "原来")).shop_id
    take_in(workspace, chain((TODAY, "早上"), (TODAY, "晚上")))
    assert kept(workspace, shop_id) == [(TODAY, "早上"), (TODAY, "晚上")]


SOME_DAYS = st.lists(st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 4)), min_size=1, max_size=5)


@settings(max_examples=20)  # each opens a store, and waits for the disk
@given(days=SOME_DAYS.map(lambda days: sorted(days, key=lambda day: day or date.min)))
def test_taking_the_same_file_in_twice_is_taking_it_in_once(
    days: Sequence[Day], tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = chain(*((day, f"第{number}次") for number, day in enumerate(days)))
    with open_workspace(tmp_path_factory.mktemp("twice")) as workspace:
        shop_id = take_in(workspace, made).shop_id
        once = kept(workspace, shop_id)
        take_in(workspace, made)
        assert kept(workspace, shop_id) == once
    expected = [(day, f"第{number}次") for number, day in enumerate(days)]
    assert once == [*expected[:-1], (days[-1] or TODAY, expected[-1][1])]


@pytest.mark.parametrize(
    "days", [(TODAY, date(2026, 11, 29)), (date(2026, 12, 1), None), (TODAY, TODAY, None, TODAY)]
)
def test_days_that_go_backwards_are_refused(days: Sequence[Day], workspace: Workspace) -> None:
    with refused("import.not_in_order", InputError):
        take_in(workspace, chain(*((day, "某天") for day in days)))
    assert workspace.shops.list() == ()


def broken(day: date) -> SelfCheck:
    """A check that no store can hold: half a character cannot be written."""
    return check(day, "\ud800")


def test_when_the_second_check_cannot_be_saved_nothing_of_the_file_is(workspace: Workspace) -> None:
    before = check(date(2025, 11, 1), "好的")
    with pytest.raises(UnicodeEncodeError):
        take_in(workspace, replace(broken(TODAY), previous=before))
    assert workspace.shops.list() == ()


def test_when_the_second_check_cannot_be_saved_a_known_shop_stays_as_it_was(workspace: Workspace) -> None:
    shop_id = take_in(workspace, check(date(2025, 11, 1), "原来")).shop_id
    changed = check(date(2025, 11, 1), "改过")
    with pytest.raises(UnicodeEncodeError):
        take_in(workspace, replace(broken(TODAY), previous=changed), replace(SHOP, profile={"team": 9}))
    assert load_shop(workspace, shop_id) == SHOP
    assert kept(workspace, shop_id) == [(date(2025, 11, 1), "原来")]


def test_when_the_disk_fills_up_in_the_middle_nothing_of_the_file_is_kept(workspace: Workspace) -> None:
    with workspace.database.transaction() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with refused("store.disk_full", SystemProblemError):
        import_shop(workspace, full_shop(note="很长" * 900), TODAY)
    assert workspace.shops.list() == ()
    assert workspace.database.rows("SELECT count(*) FROM answer") == [(0,)]


@pytest.mark.parametrize("name", ["", " ", "\u3000\n"])
def test_a_shop_without_a_name_is_refused(name: str, workspace: Workspace) -> None:
    with refused("answer_file.shop_without_name", InputError):
        take_in(workspace, check(TODAY, ""), Shop(name))
    assert workspace.shops.list() == ()


def test_an_entry_never_takes_the_place_of_one_of_another_register(workspace: Workspace) -> None:
    day = date(2026, 11, 1)
    account = entry("accounts", day, {"name": "客服 1 号", "kind": "phone"}, "a" * 16)
    partner = entry("partners", day, {"name": "打单软件", "kind": "courier"}, "a" * 16)
    first = AnswerFile(SHOP, check(TODAY, "甲"), book([account]))
    shop_id = import_shop(workspace, first, TODAY).shop_id
    import_shop(workspace, replace(first, book=book([partner])), TODAY)
    held = workspace.registers.load(shop_id)
    assert held.of("accounts") == (account,)
    assert [one.values for one in held.of("partners")] == [partner.values]
