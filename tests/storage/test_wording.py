"""The words of a check come back exactly, go when the check is replaced, and are asked for where missing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.domain.wording import Wording
from merchant_guard.storage.database import Database
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore
from tests.support.answer_files import WORDINGS
from tests.support.stores import refused

CHECK = SelfCheck(date(2026, 11, 21), {"access.lock": Answer(Choice.YES)})
WORDS = Wording(score=61)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(first=WORDINGS, second=WORDINGS)
def test_any_words_come_back_exactly_and_are_replaced_whole(
    quick_database: Database, first: Wording, second: Wording
) -> None:
    checks = SelfCheckStore(quick_database)
    check_id = checks.save(ShopStore(quick_database).save(Shop()), CHECK, bank_version="1")
    for words in (first, second):
        checks.save_wording(check_id, words)
        assert checks.load_wording(check_id) == words
        assert checks.load(check_id) == replace(CHECK, wording=words)


def test_a_check_saved_anew_has_the_words_that_come_with_it_or_none(database: Database) -> None:
    checks, shop_id = SelfCheckStore(database), ShopStore(database).save(Shop())
    check_id = checks.save(shop_id, replace(CHECK, wording=WORDS), bank_version="1")
    assert checks.load(check_id).wording == WORDS
    checks.save(shop_id, CHECK, bank_version="1", self_check_id=check_id)
    assert checks.load_wording(check_id) is None


def test_words_of_a_check_that_is_gone_are_refused(database: Database) -> None:
    with refused("store.no_self_check", InputError):
        SelfCheckStore(database).save_wording(7, WORDS)


@pytest.mark.parametrize(("finished", "missing"), [(None, [1, 2]), (date(2026, 11, 22), [1, 2, 3])])
def test_the_finished_and_the_earlier_ones_want_words(
    database: Database, finished: date | None, missing: list[int]
) -> None:
    checks, shop_id = SelfCheckStore(database), ShopStore(database).save(Shop())
    other = ShopStore(database).save(Shop("另一家"))
    for day in (None, date(2025, 11, 20)):
        checks.save(shop_id, replace(CHECK, checked_on=day), bank_version="1")
    latest = checks.save(shop_id, CHECK, bank_version="1")
    if finished:
        checks.save_finished(latest, finished)
    assert list(checks.list_without_wording(shop_id)) == missing
    assert checks.list_without_wording(other) == ()
    for check_id in missing:
        checks.save_wording(check_id, WORDS)
    assert checks.list_without_wording(shop_id) == ()
