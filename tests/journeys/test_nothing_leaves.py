"""Under strace: nothing the app does opens a socket to a network, on the command line or in the window."""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.command_line import MODULE, ROOT, environment
from tests.support.shops import SAMPLES

STRACE = shutil.which("strace")
TO_A_NETWORK = re.compile(r"\bAF_(INET6?|PACKET|NETLINK)\b|\bsin6?_(port|addr)\b")
TODAY = "2026-11-30"


def _may_trace() -> bool:
    """Some containers have strace and forbid it."""
    if STRACE is None:
        return False
    return (
        subprocess.run(
            [STRACE, "-f", "--seccomp-bpf", "-o", "/dev/null", "true"], capture_output=True, check=False
        ).returncode
        == 0
    )


pytestmark = pytest.mark.skipif(
    not _may_trace(), reason="strace is not here or may not trace: sockets unseen"
)


def sockets(words: Sequence[str | Path], trace: Path, **settings: str | None) -> tuple[str, list[str]]:
    """Run a program; return what it said, and its calls that have to do with a network."""
    done = subprocess.run(
        [
            str(STRACE),
            "-f",
            "--seccomp-bpf",
            "-qq",
            "-e",
            "trace=network",
            "-o",
            str(trace),
            *map(str, words),
        ],
        env=environment(settings),
        capture_output=True,
        check=False,
        timeout=240,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr.decode()
    calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    return done.stdout.decode(), [call for call in calls if TO_A_NETWORK.search(call)]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_the_trace_sees_a_socket_where_there_is_one(tmp_path: Path) -> None:
    """Without this the tests below would pass with a trace that sees nothing."""
    opening = "import socket; socket.socket(socket.AF_INET); socket.socket(socket.AF_INET6)"
    _, seen = sockets([sys.executable, "-c", opening], tmp_path / "trace")
    assert [call.split("(")[1].split(",")[0] for call in seen if " socket(" in call] == [
        "AF_INET",
        "AF_INET6",
    ]


def test_from_import_over_plan_to_papers_nothing_leaves(home: Path, tmp_path: Path) -> None:
    sample = SAMPLES[0]
    commands: Sequence[Sequence[str | Path]] = (
        ("import", sample, "--date", TODAY),
        ("assess", sample, "--date", TODAY),
        ("plan", sample, "--out", tmp_path / "out", "--date", TODAY, "--formats", "pdf,docx,xlsx,ics,json"),
        (
            "papers",
            "make",
            "first-three",
            "plan",
            "--shop",
            sample,
            "--out",
            tmp_path / "papers",
            "--date",
            TODAY,
        ),
        ("export", tmp_path / "shop.zip"),
        ("import", tmp_path / "shop.zip", "--date", TODAY),
        ("backup", tmp_path),
        ("due",),
        ("self-check",),
    )
    for words in commands:
        _, seen = sockets([*MODULE, *words], tmp_path / "trace")
        assert seen == [], words[0]
    assert list((tmp_path / "out").iterdir())
    assert list((tmp_path / "papers").iterdir())


def test_the_window_begins_without_a_network(home: Path, tmp_path: Path) -> None:
    subprocess.run([*MODULE, "import", str(SAMPLES[0]), "--date", TODAY], check=True, capture_output=True)
    starting = [sys.executable, str(ROOT / "tests/support/window_that_closes.py")]
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": None, "WAYLAND_DISPLAY": None}
    said, seen = sockets(starting, tmp_path / "trace", PYTHONPATH=str(ROOT), **offscreen)
    assert said.split(), "home was painted with the shop"
    assert seen == []
