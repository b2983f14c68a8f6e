"""Disks that are full, read-only or somebody else's, and files where folders should be."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from merchant_guard.system import resources
from tests.support.command_line import MODULE, environment, run, shell, told
from tests.support.shops import write_plain, write_shop

NOBODY = 65534


@cache
def may_mount() -> bool:
    script = 'mount -t tmpfs none "$0"'
    with tempfile.TemporaryDirectory() as folder:
        command = ["unshare", "-m", "sh", "-c", script, folder]
        tried = subprocess.run(command, capture_output=True, check=False)
    return tried.returncode == 0


def on_disk(place: Path, options: str, *words: str | Path) -> tuple[int, str, str]:
    """Run a command where a small disk of its own is mounted; returns exit code, what lies there, stderr."""
    if not may_mount():
        pytest.skip("mounting a disk for a test needs root and unshare(1)")
    place.mkdir()
    command = shlex.join(map(str, (*MODULE, *words)))
    disk, outcome = shlex.quote(str(place)), shlex.quote(str(place.parent / "outcome"))
    script = f"""
        mount -t tmpfs -o {options} none {disk} || exit
        {command} > /dev/null
        echo $? > {outcome}
        ls -A {disk}
    """
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script],
        env=environment({}),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return int((place.parent / "outcome").read_text()), done.stdout, done.stderr


def test_a_full_disk_is_told_and_no_part_of_a_file_is_left(tmp_path: Path, shop_file: Path) -> None:
    disk = tmp_path / "disk"
    code, left, err = on_disk(disk, "size=16k", "plan", shop_file, "--out", disk, "--formats", "json")
    assert (code, err) == (3, told("write.disk_full", file=disk / "plan.json"))
    assert left == ""


def test_a_full_disk_under_the_store_is_told(tmp_path: Path, shop_file: Path, home: Path) -> None:
    code, _, err = on_disk(home, "size=32k", "import", shop_file)
    assert (code, err) == (3, told("store.disk_full", folder=home))


@pytest.mark.parametrize("wanted", ["pdf", "docx", "png"])
def test_papers_on_a_full_or_a_read_only_disk_are_told_and_no_part_is_left(
    tmp_path: Path, shop_file: Path, wanted: str
) -> None:
    for options, code in (("size=4k", "disk_full"), ("ro", "read_only")):
        disk = tmp_path / options
        words = ("papers", "make", "plan-list", "--shop", shop_file, "--out", disk, "--formats", wanted)
        exit_code, left, err = on_disk(disk, options, *words)
        name = "plan-list-1.png" if wanted == "png" else f"plan-list.{wanted}"
        assert (exit_code, err, left) == (3, told(f"write.{code}", file=disk / name), "")


def test_a_disk_that_only_lets_itself_be_read_is_told(tmp_path: Path, shop_file: Path) -> None:
    disk = tmp_path / "disk"
    code, _, err = on_disk(disk, "ro", "plan", shop_file, "--out", disk, "--formats", "json")
    assert (code, err) == (3, told("write.read_only", file=disk / "plan.json"))


def test_a_data_folder_that_only_lets_itself_be_read_is_told(home: Path, shop_file: Path) -> None:
    code, _, err = on_disk(home, "ro", "import", shop_file)
    assert (code, err) == (3, told("store.cannot_write", folder=home))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def as_nobody() -> Iterator[None]:
    """What happens inside happens as somebody who owns nothing here."""
    if os.geteuid() != 0:
        pytest.skip("acting as somebody else needs root")
    os.seteuid(NOBODY)
    try:
        if not os.access(resources.path("schema"), os.R_OK | os.X_OK, effective_ids=True):
            pytest.skip("nobody else may read this source tree")
        yield
    finally:
        os.seteuid(0)


def test_what_belongs_to_somebody_else_is_told(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(open_folder / "home"))
    file, secret = write_plain(open_folder), write_plain(open_folder, name="secret.json")
    secret.chmod(0o600)
    plan = ("plan", file, "--out", open_folder, "--formats", "json")
    run("import", file)  # loads all that nobody may not
    run(*plan)
    with as_nobody():
        said = run("assess", secret, "--lang", "en")
        assert said == (1, "", told("file.not_allowed", "en", file=secret))
        said = run(*plan, "--lang", "en")
        assert said == (3, "", told("write.not_allowed", "en", file=open_folder / "plan.json"))
        for words in (("import", file), ("export", open_folder / "out.json")):
            said = run(*words, "--lang", "en")
            assert said == (3, "", told("store.cannot_write", "en", folder=open_folder / "home"))


@pytest.mark.parametrize("place", ["file", "file/below", "file/far/below"])
def test_a_file_where_the_folder_should_be_is_told(place: str, tmp_path: Path, shop_file: Path) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    said = run("plan", shop_file, "--out", tmp_path / place, "--formats", "json")
    assert said == (1, "", told("write.not_a_folder", file=tmp_path / place / "plan.json"))
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_a_folder_where_the_file_should_be_is_told(tmp_path: Path, shop_file: Path) -> None:
    (tmp_path / "plan.json").mkdir()
    said = run("plan", shop_file, "--out", tmp_path, "--formats", "json")
    assert said == (1, "", told("write.is_a_folder", file=tmp_path / "plan.json"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.json", "shop.json"]


@pytest.mark.parametrize(
    "name", ["字" * 100, "a" * 300, "zero\0byte"], ids=["Chinese", "letters", "zero byte"]
)
def test_a_name_no_file_can_have_is_told(name: str, tmp_path: Path, shop_file: Path) -> None:
    said = run("plan", shop_file, "--out", tmp_path / name, "--formats", "json")
    assert (said.code, said.out) == (1, "")
    assert said.err == told("write.no_such_name", file=tmp_path / name / "plan.json").replace("\0", "\ufffd")


def test_a_file_where_the_data_folder_should_be_is_told(home: Path, shop_file: Path) -> None:
    home.write_text("kept", encoding="utf-8")
    for words in (["import", str(shop_file)], ["export", str(home.parent / "out.json")]):
        assert run(*words) == (3, "", told("store.cannot_write", folder=home))
    assert home.read_text(encoding="utf-8") == "kept"


def test_a_damaged_store_is_told_and_left_as_it_is(home: Path, shop_file: Path) -> None:
    run("import", shop_file)
    (home / "store.db").write_bytes(b"damaged" * 1000)
    # A process of its own also shows what the database itself would say.
    assert shell("import", shop_file) == (3, "", told("store.unreadable", folder=home))
    assert run("export", home.parent / "out.json") == (3, "", told("store.unreadable", folder=home))
    assert (home / "store.db").read_bytes() == b"damaged" * 1000


def test_commands_that_work_from_files_alone_need_no_store(home: Path, tmp_path: Path) -> None:
    file = write_shop(tmp_path)
    for words in (
        *(["questions"], ["questions", "--shop", file], ["assess", file], ["law"]),
        ["plan", file, "--out", tmp_path, "--formats", "json"],
    ):
        assert run(*words).code == 0
    assert not home.exists()
