"""A data folder that is not there yet, and an open store in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from merchant_guard.storage.database import Database, open_database


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    with open_database(folder) as opened:
        yield opened


@pytest.fixture
def quick_database(database: Database) -> Database:
    """An open store that does not wait for the disk, for hundreds of examples."""
    database.rows("PRAGMA synchronous = OFF")
    return database
