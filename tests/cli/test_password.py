"""The command line and a store with a password: from the variable, from a prompt, and never waiting."""

from pathlib import Path

import pytest

from tests.support.command_line import ROOT, Said, run, shell, told
from tests.support.keyrings import TestKeyring, keyring
from tests.support.terminal import at_terminal

__all__ = ["keyring"]

SAMPLE = ROOT / "resources/samples/01-clothes-shop.json"
PASSWORD = "毛毛雨 下了 3 天"


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder whose store has a password; it is in no variable any more."""
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("MERCHANT_GUARD_PASSWORD", PASSWORD)
    assert run("import", SAMPLE, "--date", "2026-11-30").code == 0
    monkeypatch.delenv("MERCHANT_GUARD_PASSWORD")
    return tmp_path / "data"


def test_a_first_import_with_the_variable_makes_a_store_with_a_password(
    locked: Path, keyring: TestKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("export", tmp_path / "out.json") == Said(1, "", told("store.password_needed"))
    monkeypatch.setenv("MERCHANT_GUARD_PASSWORD", PASSWORD)
    assert run("export", tmp_path / "out.json").code == 0
    assert keyring.entries == {}


def test_a_wrong_password_is_told_and_changes_nothing(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.name: path.read_bytes() for path in locked.iterdir() if path.is_file()}
    monkeypatch.setenv("MERCHANT_GUARD_PASSWORD", "Another password")
    assert run("due") == Said(1, "", told("store.password_wrong"))
    assert {path.name: path.read_bytes() for path in locked.iterdir() if path.is_file()} == before


def test_a_password_that_is_too_short_makes_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("MERCHANT_GUARD_PASSWORD", "short")
    assert run("import", SAMPLE) == Said(1, "", told("store.password_short", least=8))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_variable_is_no_matter_for_a_store_without_a_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(tmp_path / "data"))
    assert run("import", SAMPLE, "--date", "2026-11-30").code == 0
    monkeypatch.setenv("MERCHANT_GUARD_PASSWORD", PASSWORD)
    assert run("due").code == 0


def test_without_a_terminal_nobody_is_asked_and_nothing_waits(locked: Path) -> None:
    said = shell("due", MERCHANT_GUARD_HOME=str(locked))
    assert said == Said(1, "", told("store.password_needed"))


@pytest.mark.parametrize(("typed", "code"), [(PASSWORD, 0), ("Another password", 1)])
def test_at_a_terminal_the_password_is_asked_for_and_not_shown(locked: Path, typed: str, code: int) -> None:
    said = at_terminal("due", typed=typed, MERCHANT_GUARD_HOME=str(locked))
    assert said.code == code
    assert typed not in said.out
