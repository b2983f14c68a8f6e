"""An open store in a data folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from merchant_guard.services.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "data") as opened:
        yield opened
