"""A keyring for a test of its own, seen by this process and those it starts."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.file_keyring import LOCKED


@dataclass(frozen=True)
class TestKeyring:
    """What lies in the keyring of a test."""

    __test__ = False
    file: Path

    @property
    def entries(self) -> dict[str, str]:
        """Names and what is kept under them."""
        return json.loads(self.file.read_text()) if self.file.exists() else {}

    def lock(self) -> None:
        """Have it refuse everything."""
        self.file.with_name(LOCKED).touch()

    def unlock(self) -> None:
        """Have it answer again."""
        self.file.with_name(LOCKED).unlink()

    def lose(self) -> None:
        """Empty it, as a new installation of the system does."""
        self.file.unlink()


@pytest.fixture
def keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestKeyring:
    """A computer with a keyring."""
    file = tmp_path / "keyring" / "entries.json"
    file.parent.mkdir()
    monkeypatch.setenv("TEST_KEYRING", str(file))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.support.file_keyring.FileKeyring")
    return TestKeyring(file)
