"""A command at a terminal of its own: what it asks for is typed, and what it shows is read."""

import os
import pty
import select
from collections.abc import Mapping
from pathlib import Path

from tests.support.command_line import ENTRY_POINT, Said

ASKS = "密码：".encode()


def at_terminal(*words: str | Path, typed: str, **settings: str) -> Said:
    """Run a command, type an answer when it asks for one, and return what the terminal showed."""
    child, terminal = pty.fork()
    if child == 0:
        _become([ENTRY_POINT[0], *map(str, words)], settings)
    shown = _read(terminal, until=ASKS)
    os.write(terminal, f"{typed}\n".encode())
    shown += _read(terminal, until=None)
    _pid, status = os.waitpid(child, 0)
    return Said(os.waitstatus_to_exitcode(status), shown.decode(errors="replace"), "")


def _become(words: list[str], settings: Mapping[str, str]) -> None:
    os.environ.update(settings)
    os.environ.pop("MERCHANT_GUARD_PASSWORD", None)
    os.execv(words[0], words)  # noqa: S606 (our own command)


def _read(terminal: int, until: bytes | None) -> bytes:
    """Read until some words come, or until the program has ended."""
    shown = b""
    while until is None or until not in shown:
        ready, _write, _other = select.select([terminal], [], [], 60)
        assert ready, shown.decode(errors="replace")
        try:
            more = os.read(terminal, 4096)
        except OSError:  # Linux: the other side is closed
            break
        if not more:
            break
        shown += more
    return shown
