"""What a recovery card does: it is made from an open store, and opens one whose key or password is gone."""

from pathlib import Path

from merchant_guard.domain.recovery_card import card_groups, key_of_card
from merchant_guard.services.workspace import Workspace
from merchant_guard.storage.keys import StoreKey
from merchant_guard.storage.recovery import give_key_back


def groups_of(workspace: Workspace) -> tuple[str, ...]:
    """The sixteen groups of the card of an open store; whoever has them opens it and its copies."""
    return card_groups(workspace.database.key.raw)


def open_with_card(folder: Path, typed: str) -> None:
    """Keep the key that somebody typed from a card; the store opens again, without the password it had.

    Raises InputError (`card.…`), SystemProblemError (`store.…`).
    """
    give_key_back(folder, StoreKey(key_of_card(typed)))
