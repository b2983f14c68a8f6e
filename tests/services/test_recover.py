"""A store whose key is gone opens again with its card, and with no other."""

from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.shop import Shop
from merchant_guard.services.recover import groups_of, open_with_card
from merchant_guard.services.workspace import open_workspace
from merchant_guard.storage.data_folder import KEY_NAME, STORE_NAME
from tests.support.keyrings import TestKeyring, keyring
from tests.support.stores import contents, refused

__all__ = ["keyring"]

PASSWORD = "毛毛雨 下了 3 天"


def store_with(folder: Path, password: str | None = None) -> str:
    """A store with a shop; returns its card."""
    with open_workspace(folder, password) as workspace:
        workspace.shops.save(Shop("小店"))
        return " ".join(groups_of(workspace))


def shop_names(folder: Path) -> list[str]:
    with open_workspace(folder) as workspace:
        return [shop.name for shop in workspace.shops.list()]


def test_windows_installed_anew_with_the_data_kept(tmp_path: Path, keyring: TestKeyring) -> None:
    card = store_with(tmp_path / "data")
    keyring.lose()
    with refused("store.key_missing"), open_workspace(tmp_path / "data"):
        pass
    open_with_card(tmp_path / "data", card)
    assert shop_names(tmp_path / "data") == ["小店"]
    assert len(keyring.entries) == 1


def test_a_forgotten_password(tmp_path: Path) -> None:
    card = store_with(tmp_path / "data", PASSWORD)
    open_with_card(tmp_path / "data", card)
    assert shop_names(tmp_path / "data") == ["小店"]


@pytest.mark.parametrize("left", [None, b"", b"not a key", b"merchant-guard-key plain 00\n"])
def test_a_key_file_that_is_gone_or_damaged(tmp_path: Path, left: bytes | None) -> None:
    card = store_with(tmp_path / "data")
    (tmp_path / "data" / KEY_NAME).unlink()
    if left is not None:
        (tmp_path / "data" / KEY_NAME).write_bytes(left)
    open_with_card(tmp_path / "data", card)
    assert shop_names(tmp_path / "data") == ["小店"]


def test_the_card_of_another_store_changes_nothing(tmp_path: Path) -> None:
    other = store_with(tmp_path / "other")
    card = store_with(tmp_path / "data")
    (tmp_path / "data" / KEY_NAME).unlink()
    before = contents(tmp_path / "data")
    with refused("card.other_data", InputError):
        open_with_card(tmp_path / "data", other)
    assert contents(tmp_path / "data") == before
    open_with_card(tmp_path / "data", card)


def test_a_card_and_no_store_makes_none(tmp_path: Path) -> None:
    card = store_with(tmp_path / "data")
    (tmp_path / "empty").mkdir()
    with refused("card.other_data", InputError):
        open_with_card(tmp_path / "empty", card)
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_damaged_store_knows_its_card_by_the_key_file(tmp_path: Path) -> None:
    card = store_with(tmp_path / "data", PASSWORD)
    store = tmp_path / "data" / STORE_NAME
    store.write_bytes(b"\0" * store.stat().st_size)
    open_with_card(tmp_path / "data", card)
    with refused("store.unreadable"), open_workspace(tmp_path / "data"):
        pass


def test_files_kept_as_proof_open_with_the_key_from_the_card(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "data", PASSWORD) as workspace:
        before = workspace.database.key
        card = " ".join(groups_of(workspace))
    open_with_card(tmp_path / "data", card)
    with open_workspace(tmp_path / "data") as workspace:
        assert workspace.database.key == before
