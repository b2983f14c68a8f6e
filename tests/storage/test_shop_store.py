"""Shops come back from the store exactly as they went in."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.shop import BusyTime, Shop, WorkRhythm
from merchant_guard.storage.database import Database
from merchant_guard.storage.shop_store import ShopStore, StoredShop
from tests.support.stores import SHOPS, refused

one_store_for_all_examples = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

SHOP = Shop(
    "巷口小店",
    {
        "computer": True,
        "camera": False,
        "team": 1,
        "none": 0,
        "size": "small",
        "kinds": frozenset({"shop", "class"}),
    },
    rhythm=WorkRhythm(0.5, 3, (BusyTime((12, 20), (1, 15)), BusyTime((6, 1), (6, 18)))),
)


def value_kinds(shop: Shop) -> dict[str, type]:
    """True equals 1 in Python, and a yes is not a count of one."""
    return {key: type(value) for key, value in shop.profile.items()}


@one_store_for_all_examples
@given(first=SHOPS, second=SHOPS)
def test_any_shop_comes_back_exactly_and_is_replaced_whole(
    quick_database: Database, first: Shop, second: Shop
) -> None:
    first, second = replace(first, staff=()), replace(second, staff=())
    shops = ShopStore(quick_database)
    shop_id = shops.save(first)
    assert shops.load(shop_id) == first
    assert shops.save(second, shop_id) == shop_id
    assert shops.load(shop_id) == second
    assert value_kinds(shops.load(shop_id)) == value_kinds(second)


def test_an_empty_set_stays_a_set(database: Database) -> None:
    shops = ShopStore(database)
    shop = Shop(profile={"kinds": frozenset()})
    assert shops.load(shops.save(shop)) == shop


def test_several_shops_stand_beside_each_other(database: Database) -> None:
    shops = ShopStore(database)
    second, first = shops.save(Shop("B")), shops.save(SHOP, "chosen")
    assert first == "chosen"
    assert shops.list() == (StoredShop(second, "B"), StoredShop("chosen", "巷口小店"))
    shops.delete(second)
    assert shops.list() == (StoredShop("chosen", "巷口小店"),)
    assert shops.load("chosen") == SHOP


def test_ids_are_short_different_and_typed_easily(database: Database) -> None:
    shops = ShopStore(database)
    ids = {shops.save(Shop()) for _ in range(50)}
    assert len(ids) == 50
    assert all(len(id_) == 8 and set(id_) <= set("abcdefghijklmnopqrstuvwxyz234567") for id_ in ids)


def test_a_shop_that_is_not_there_is_a_sentence(database: Database) -> None:
    shops = ShopStore(database)
    with refused("store.no_shop", InputError):
        shops.load("nowhere")
    with refused("store.no_shop", InputError):
        shops.delete("nowhere")


def test_a_shop_that_cannot_be_written_changes_nothing(database: Database) -> None:
    shops = ShopStore(database)
    shop_id = shops.save(SHOP)
    half_a_character = Shop("\ud800", {"team": 2})
    try:
        shops.save(half_a_character, shop_id)
    except UnicodeEncodeError:
        assert shops.load(shop_id) == SHOP
    else:
        raise AssertionError


def test_a_draft_is_kept_whole_replaced_and_forgotten(database: Database) -> None:
    shops = ShopStore(database)
    for draft in (Shop("", {"team": 1}), Shop(SHOP.name, SHOP.profile)):
        shops.save_draft(draft)
        found = shops.load_draft()
        assert found == draft
        assert found is not None and value_kinds(found) == value_kinds(draft)
    assert shops.list() == ()
    shops.delete_draft()
    assert shops.load_draft() is None
