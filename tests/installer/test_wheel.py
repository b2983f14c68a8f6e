"""The wheel: all that the app needs, nothing it does not, and it works away from the source tree."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.command_line import ROOT, Said, environment, shell

CODE, RESOURCES = "merchant_guard", "merchant_guard/resources"
CACHES = ("__pycache__", ".pyc", ".DS_Store", ".orig", "~")
WHERE = """
import merchant_guard
from merchant_guard.system import resources
print(merchant_guard.__file__, resources.path("content"), sep="\\n")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check")
    done = subprocess.run(
        [*pip, "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", str(folder), str(ROOT)],
        env=environment({"PIP_CONFIG_FILE": os.devnull}),
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def names(wheel: Path) -> frozenset[str]:
    with zipfile.ZipFile(wheel) as held:
        return frozenset(held.namelist())


@pytest.fixture(scope="module")
def unpacked(wheel: Path) -> Path:
    """The wheel's files in a folder of their own, as an installer would lay them down."""
    folder = wheel.parent / "site"
    with zipfile.ZipFile(wheel) as held:
        held.extractall(folder)
    return folder


def started(unpacked: Path, *words: str, program: tuple[str, ...] = ("-m", "merchant_guard.cli")) -> Said:
    """Run Python on the wheel's files; `-P` keeps the folder it is started in off the path."""
    start = ("env", "-C", str(unpacked.parent), sys.executable, "-P", *program)
    home = str(unpacked.parent / "home")
    return shell(*words, start=start, PYTHONPATH=str(unpacked), MERCHANT_GUARD_HOME=home)


def files_below(folder: Path) -> set[str]:
    """The files of a part of the source tree, caches left out."""
    found = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return {name for name in found if not any(cache in name for cache in CACHES)}


def test_every_module_is_in_it(names: frozenset[str]) -> None:
    assert {f"{CODE}/{name}" for name in files_below(ROOT / CODE)} <= names


def test_every_resource_is_in_it_with_the_compiled_words(names: frozenset[str]) -> None:
    assert {f"{RESOURCES}/{name}" for name in files_below(ROOT / "resources")} <= names
    assert f"{RESOURCES}/locale/zh_CN/LC_MESSAGES/merchant_guard.mo" in names


def test_nothing_else_is_in_it(names: frozenset[str]) -> None:
    outside = {name for name in names if not name.startswith(f"{CODE}/")}
    (about,) = {name.partition("/")[0] for name in outside}
    assert about.endswith(".dist-info")
    assert not [name for name in names if any(cache in name for cache in CACHES)]
    assert not [name for name in names if {"tests", "installer", "shared"} & set(name.split("/"))]


def test_it_says_its_licences_and_its_commands(unpacked: Path) -> None:
    (about,) = unpacked.glob("*.dist-info")
    licences = {path.name for path in (about / "licenses").rglob("*") if path.is_file()}
    assert licences == {"LICENSE", "NOTICE", "LICENSE-OFL.txt"}
    commands = (about / "entry_points.txt").read_text(encoding="utf-8")
    assert "merchant-guard-cli = merchant_guard.cli:main" in commands
    assert "merchant-guard = merchant_guard.app:main" in commands


def test_away_from_the_source_tree_it_finds_its_own_code_and_resources(unpacked: Path) -> None:
    said = started(unpacked, program=("-c", WHERE))
    assert said.out.splitlines() == [
        str(unpacked / CODE / "__init__.py"),
        str(unpacked / RESOURCES / "content"),
    ]


def test_away_from_the_source_tree_its_self_check_finds_everything_in_order(unpacked: Path) -> None:
    said = started(
        unpacked,
        *("--lang", "en", "self-check"),
        program=("-X", "importtime", "-m", "merchant_guard.cli"),
    )
    assert said.code == 0
    assert all(line.startswith("import time:") for line in said.lines)
    assert "PySide6" not in said.err
    assert said.out.splitlines() == [
        "questions, actions and laws: in order",
        "Chinese and English: in order",
        "encrypted store: in order",
        "plan as PDF: in order",
        "papers: in order",
    ]
    assert not (unpacked.parent / "home").exists()


def test_away_from_the_source_tree_it_speaks_chinese(unpacked: Path) -> None:
    assert "给小店用的隐私自查" in started(unpacked, "--help").out
