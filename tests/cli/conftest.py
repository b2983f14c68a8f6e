"""Every command here has a data folder of its own, which is not there yet."""

from pathlib import Path

import pytest

from tests.support.shops import write_shop


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(folder))
    return folder


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    """The file of a shop that uses all an answer file can say."""
    return write_shop(tmp_path)
