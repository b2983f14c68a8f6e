"""Shops in the store, with their profile and rhythm; their staff are in their registers."""

import base64
import os
from dataclasses import dataclass

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.shop import Shop
from merchant_guard.storage.columns import (
    details_from_json,
    details_to_json,
    profile_from_json,
    profile_to_json,
    rhythm_from_json,
    rhythm_to_json,
)
from merchant_guard.storage.database import Database
from merchant_guard.storage.incident_log import shop_has_log

_SAVE_SHOP = """
    INSERT INTO shop (id, name, profile, rhythm, details) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, profile = excluded.profile, rhythm = excluded.rhythm, details = excluded.details
"""
_SAVE_DRAFT = """
    INSERT INTO shop_draft (number, name, profile) VALUES (1, ?, ?)
    ON CONFLICT (number) DO UPDATE SET name = excluded.name, profile = excluded.profile
"""
_ID_BYTES = 5


@dataclass(frozen=True, slots=True)
class StoredShop:
    """A shop as it stands in a list."""

    id: str
    name: str


class ShopStore:
    """The shops of a store. Every method may raise SystemProblemError (`store.…`)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, shop: Shop, shop_id: str | None = None) -> str:
        """Save what a shop says of itself, as a new one when no id is given, and return its id.

        Its staff are not written: they are entries of its registers.
        """
        saved_id = shop_id or new_shop_id()
        profile, rhythm = profile_to_json(shop.profile), rhythm_to_json(shop.rhythm)
        details = details_to_json(shop.details)
        with self._database.transaction() as connection:
            connection.execute(_SAVE_SHOP, (saved_id, shop.name, profile, rhythm, details))
        return saved_id

    def load(self, shop_id: str) -> Shop:
        """Return a shop, without its staff. Raises InputError `store.no_shop`."""
        rows = self._database.rows("SELECT name, profile, rhythm, details FROM shop WHERE id = ?", (shop_id,))
        if not rows:
            raise _no_shop(shop_id)
        name, profile, rhythm, details = rows[0]
        return Shop(
            name,
            profile_from_json(profile),
            rhythm=rhythm_from_json(rhythm),
            details=details_from_json(details),
        )

    def save_draft(self, shop: Shop) -> None:
        """Save the name and profile of a shop that is still being described: there is one at most."""
        with self._database.transaction() as connection:
            connection.execute(_SAVE_DRAFT, (shop.name, profile_to_json(shop.profile)))

    def load_draft(self) -> Shop | None:
        """Return the shop that was being described, None where there is none."""
        rows = self._database.rows("SELECT name, profile FROM shop_draft")
        return Shop(rows[0][0], profile_from_json(rows[0][1])) if rows else None

    def delete_draft(self) -> None:
        """Forget the draft, if there is one."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM shop_draft")

    def list(self) -> tuple[StoredShop, ...]:
        """Return the shops by name."""
        rows = self._database.rows("SELECT id, name FROM shop ORDER BY name, id")
        return tuple(StoredShop(*row) for row in rows)

    def delete(self, shop_id: str) -> None:
        """Delete a shop with its self-checks.

        Raises InputError `store.no_shop`, and `store.shop_has_log` while an incident of it has a log.
        """
        with self._database.transaction() as connection:
            if shop_has_log(connection, shop_id):
                raise InputError(problem("store.shop_has_log"))
            if connection.execute("DELETE FROM shop WHERE id = ?", (shop_id,)).rowcount == 0:
                raise _no_shop(shop_id)


def new_shop_id() -> str:
    """Return eight random letters and digits, short enough to type."""
    return base64.b32encode(os.urandom(_ID_BYTES)).decode().lower()


def _no_shop(shop_id: str) -> InputError:
    return InputError(problem("store.no_shop", id=shop_id))
