"""The table of kept files: references of older stores stay, and nonsense stays out."""

from pathlib import Path

import pytest

from merchant_guard.storage.database import open_database
from merchant_guard.storage.migrations import MIGRATIONS

BEFORE, WITH_IT = MIGRATIONS[:3], MIGRATIONS[:4]
REFERENCE = (1, "question", "access.lock", 0, "照片.jpg")
GOOD = {
    "id": "abcdefghijklmnopqrstuvwxyz",
    "media_type": "image/jpeg",
    "name": "照片.jpg",
    "sha256": "0" * 64,
    "size": 1,
    "imported_at": "2026-11-30T09:15:00+00:00",
}
ADD = "INSERT INTO attachment (id, media_type, name, sha256, size, imported_at) VALUES (?, ?, ?, ?, ?, ?)"


def test_references_of_an_older_store_stay(tmp_path: Path) -> None:
    with open_database(tmp_path, BEFORE) as old, old.transaction() as connection:
        connection.execute("INSERT INTO shop VALUES ('s1', '店', '{}', '{}')")
        connection.execute("INSERT INTO self_check (id, shop_id, bank_version) VALUES (1, 's1', '1')")
        connection.execute("INSERT INTO evidence VALUES (?, ?, ?, ?, ?)", REFERENCE)
    with open_database(tmp_path, WITH_IT) as opened:
        assert opened.rows("SELECT * FROM evidence") == [REFERENCE]
        assert opened.rows("SELECT * FROM attachment") == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "../store"),
        ("id", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        ("id", None),
        ("media_type", "jpeg"),
        ("name", None),
        ("sha256", "00"),
        ("sha256", "Z" * 64),
        ("size", 0),
        ("size", "large"),
        ("imported_at", "2026-11-30"),
        ("imported_at", "2026-11-30T09:15:00+08:00"),
    ],
)
def test_nonsense_stays_out(column: str, value: object, tmp_path: Path) -> None:
    with open_database(tmp_path, WITH_IT) as opened:
        with opened.transaction() as connection:
            connection.execute(ADD, tuple(GOOD.values()))
        other = {**GOOD, "id": "zyxwvutsrqponmlkjihgfedcba"}
        with (
            pytest.raises(Exception, match=r"constraint failed|cannot store TEXT") as caught,
            opened.transaction() as connection,
        ):
            connection.execute(ADD, tuple({**other, column: value}.values()))
        assert type(caught.value).__name__ == "IntegrityError"
        assert opened.rows("SELECT id FROM attachment") == [(GOOD["id"],)]
