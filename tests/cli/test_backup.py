"""`backup` and `restore`: from one computer to another and back, with a password, a card, or neither."""

from pathlib import Path

import pytest

from merchant_guard.services.recover import groups_of
from merchant_guard.services.workspace import open_workspace
from tests.support.command_line import ROOT, Said, run, shell, told
from tests.support.terminal import at_terminal

SAMPLE = ROOT / "resources/samples/01-clothes-shop.json"
PASSWORD = "毛毛雨 下了 3 天"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer with a shop in its store, which has no password."""
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(tmp_path / "home"))
    assert run("import", SAMPLE, "--date", "2026-11-30").code == 0
    return tmp_path / "home"


def move_to(folder: Path, monkeypatch: pytest.MonkeyPatch, password: str | None = None) -> None:
    """Sit down at another computer."""
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(folder))
    if password is None:
        monkeypatch.delenv("MERCHANT_GUARD_PASSWORD", raising=False)
    else:
        monkeypatch.setenv("MERCHANT_GUARD_PASSWORD", password)


def made(folder: Path) -> Path:
    (file,) = folder.glob("*.mgbak")
    return file


def test_a_backup_with_a_password_goes_to_another_computer(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MERCHANT_GUARD_PASSWORD", PASSWORD)
    said = run("backup", tmp_path / "usb")
    assert (said.code, said.err) == (0, "")
    assert str(made(tmp_path / "usb")) in said.out
    run("export", tmp_path / "before.json")
    move_to(tmp_path / "there", monkeypatch, PASSWORD)
    said = run("restore", made(tmp_path / "usb"))
    assert (said.code, said.err) == (0, "")
    assert run("export", tmp_path / "after.json").code == 0
    assert (tmp_path / "after.json").read_bytes() == (tmp_path / "before.json").read_bytes()
    assert (tmp_path / "there/due.json").exists()
    # The new store is protected with it.
    move_to(tmp_path / "there", monkeypatch)
    assert run("due") == Said(1, "", told("store.password_needed"))


def test_without_the_password_nothing_is_put_back_and_nothing_waits(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MERCHANT_GUARD_PASSWORD", PASSWORD)
    run("backup", tmp_path / "usb")
    there = {"MERCHANT_GUARD_HOME": str(tmp_path / "there"), "MERCHANT_GUARD_PASSWORD": None}
    said = shell("restore", made(tmp_path / "usb"), **there)
    assert said == Said(1, "", told("backup.password_needed"))
    wrong = {**there, "MERCHANT_GUARD_PASSWORD": "not the password"}
    said = shell("restore", made(tmp_path / "usb"), **wrong)
    assert said == Said(1, "", told("backup.password_wrong"))
    assert [path for path in (tmp_path / "there").rglob("*") if path.is_file()] == []


def test_a_backup_without_a_password_says_so_and_opens_here(home: Path, tmp_path: Path) -> None:
    said = run("backup", tmp_path / "usb")
    assert said.code == 0
    assert "恢复卡" in said.err
    before = run("due", "--json").out
    said = run("restore", made(tmp_path / "usb"))
    assert (said.code, said.err) == (0, "")
    assert "store-before-" in said.out
    assert run("due", "--json").out == before


def test_a_backup_without_a_password_opens_elsewhere_with_the_card(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", tmp_path / "usb")
    with open_workspace(home) as workspace:
        card = " ".join(groups_of(workspace))
    move_to(tmp_path / "there", monkeypatch)
    assert run("restore", made(tmp_path / "usb")) == Said(1, "", told("backup.card_needed"))
    there = str(tmp_path / "there")
    said = at_terminal("restore", made(tmp_path / "usb"), typed=card, MERCHANT_GUARD_HOME=there)
    assert said.code == 0, said.out
    assert run("export", tmp_path / "after.json").code == 0


def test_while_a_window_has_the_store_open_nothing_is_put_back(home: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "usb")
    with open_workspace(home) as window:
        window.shops.list()
        said = shell("restore", made(tmp_path / "usb"), MERCHANT_GUARD_HOME=str(home))
    assert said == Said(3, "", told("store.busy", folder=str(home)))


def test_with_nothing_to_back_up_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move_to(tmp_path / "empty", monkeypatch)
    assert run("backup", tmp_path / "usb") == Said(1, "", told("export.no_shop"))
    assert not (tmp_path / "usb").exists()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.mgbak", None, "file.missing"),
        ("b.mgbak", b"PK", "backup.not_one"),
        ("c.json", b"{}", "backup.not_one"),
    ],
)
def test_what_is_no_backup_is_told(
    home: Path, tmp_path: Path, name: str, data: bytes | None, code: str
) -> None:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    assert run("restore", file) == Said(1, "", told(code, file=str(file)))


def test_a_place_that_takes_no_file_is_told(home: Path, tmp_path: Path) -> None:
    (tmp_path / "usb").write_text("a file")
    said = run("backup", tmp_path / "usb")
    assert said.code == 1
    assert str(tmp_path / "usb") in said.err
    assert said.err.count("\n") == 1
