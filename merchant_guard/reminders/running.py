"""Programs of the operating system: the only place that starts any. Handlers are given `run` and `start`."""

import os
import subprocess  # here only; arguments are never a shell's
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

USUAL_LIMIT = 20.0
"""Seconds; no program asked here takes one."""
_WITHOUT_A_CONSOLE = 0x08000000
"""Windows' CREATE_NO_WINDOW: no black window flashes up."""


class Outcome(NamedTuple):
    """How a program ended: its exit code (None where it did not end in time), and what it said.

    `is_missing` when there is no such program here.
    """

    code: int | None
    out: str = ""
    err: str = ""
    is_missing: bool = False

    @property
    def is_done(self) -> bool:
        """Whether it ended well."""
        return self.code == 0

    @property
    def words(self) -> str:
        """The first line of what it complained of."""
        return next(iter((self.err.strip() or self.out.strip()).splitlines()), "")[:160]


class Run(Protocol):
    """Runs a program and waits for its end, at most `limit` seconds."""

    def __call__(self, arguments: Sequence[str], limit: float = USUAL_LIMIT) -> Outcome:
        """Return how it ended."""


Start = Callable[[Sequence[str]], object]
"""Starts a program that goes on by itself."""


def run(arguments: Sequence[str], limit: float = USUAL_LIMIT) -> Outcome:
    """Run a program of the system. Never raises for what it does or for not being there."""
    try:
        done = subprocess.run(  # noqa: S603
            list(arguments),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=limit,
            creationflags=_WITHOUT_A_CONSOLE if sys.platform == "win32" else 0,
        )
    except FileNotFoundError:
        return Outcome(None, is_missing=True)
    except OSError as error:
        return Outcome(None, err=os.strerror(error.errno or 0), is_missing=True)
    except subprocess.TimeoutExpired as late:
        return Outcome(None, _text(late.stdout), _text(late.stderr))
    return Outcome(done.returncode, _text(done.stdout), _text(done.stderr))


def start(arguments: Sequence[str]) -> None:
    """Start a program that outlives this one."""
    subprocess.Popen(  # noqa: S603
        list(arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def command_line(arguments: Sequence[str]) -> str:
    """A command as one line of Windows, with quotation marks where they are needed."""
    return subprocess.list2cmdline(arguments)


def _text(said: bytes | None) -> str:
    """Decode what a program said: consoles of Windows speak its code page, everything else UTF-8."""
    # `schtasks` gives its XML in two bytes a letter on some versions.
    plain = (said or b"").replace(b"\0", b"")
    return plain.decode("oem" if sys.platform == "win32" else "utf-8", errors="replace")
