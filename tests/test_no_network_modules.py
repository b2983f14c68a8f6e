"""Our own modules may not import what could use the network: `make check` refuses each of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import ROOT

BANNED = (
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "asyncio",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "PySide6.QtNetwork",
)
ROOMS = ("merchant_guard/exchange/x.py", "merchant_guard/desktop/pages/x.py", "merchant_guard/x.py")


def refused(source: str, place: str = ROOMS[0]) -> bool:
    """Whether the project's own settings refuse a module with this source."""
    words = [str(Path(sys.executable).with_name("ruff")), "check", "--no-cache", "--select", "TID251", "-q"]
    done = subprocess.run(
        [*words, "--stdin-filename", place, "-"],
        input=source.encode(),
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    return done.returncode == 1 and b"never uses the network" in done.stdout


@pytest.mark.parametrize("module", BANNED)
def test_a_module_that_could_use_the_network_is_refused(module: str) -> None:
    package, _, name = module.rpartition(".")
    assert refused(f"import {module}\n\n{module}\n")
    assert refused(
        f"from {package} import {name}\n\n{name}\n" if package else f"from {module} import x\n\nx\n"
    )
    assert refused(f"def late():\n    import {module}\n    return {module}\n")


@pytest.mark.parametrize("place", ROOMS)
def test_it_is_refused_in_every_room(place: str) -> None:
    assert refused("import socket\n\nsocket\n", place)


def test_what_uses_no_network_is_not_refused() -> None:
    assert not refused("import json\n\njson\n")


def test_nobody_has_asked_for_an_exception() -> None:
    asking = [
        path.name
        for path in (ROOT / "merchant_guard").rglob("*.py")
        if "TID251" in path.read_text(encoding="utf-8")
    ]
    assert asking == []
