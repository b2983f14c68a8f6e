"""The command line from outside: in this process, or as an owner's shell starts it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

from merchant_guard.cli import main
from merchant_guard.localization import Language
from merchant_guard.localization.sentences import sentence

ROOT = Path(__file__).resolve().parents[2]
ENTRY_POINT = (str(Path(sys.executable).with_name("merchant-guard-cli")),)
MODULE = (sys.executable, "-m", "merchant_guard.cli")


class Said(NamedTuple):
    """How a command ended and what it said, which had to be UTF-8."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


def run(*words: str | Path) -> Said:
    """Run a command in this process."""
    out, err = BytesIO(), BytesIO()
    with TextIOWrapper(out, "ascii") as stdout, TextIOWrapper(err, "ascii") as stderr:
        with redirect_stdout(stdout), redirect_stderr(stderr):
            code = main([str(word) for word in words])
        stdout.flush()
        stderr.flush()
        return Said(code, out.getvalue().decode(), err.getvalue().decode())


def shell(
    *words: str | Path, start: Sequence[str] = ENTRY_POINT, seconds: float = 60, **settings: str | None
) -> Said:
    """Run a command as a process of its own; settings change its environment, None takes one away."""
    done = subprocess.run(
        [*start, *map(str, words)],
        env=environment(settings),
        capture_output=True,
        check=False,
        timeout=seconds,
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def told(code: str, language: Language = "zh", **params: object) -> str:
    """The line a person reads for a problem."""
    return sentence(language, code, params) + "\n"


def environment(settings: Mapping[str, str | None]) -> dict[str, str]:
    """This process's environment with the changes; streams are buffered, as they are for an owner."""
    held = {**os.environ, "PYTHONUNBUFFERED": None, **settings}
    return {name: value for name, value in held.items() if value is not None}


def values_of(tree: Any, *keys: str) -> list[Any]:
    """Every value of these keys, wherever in a tree of JSON."""
    if isinstance(tree, list):
        return [value for branch in tree for value in values_of(branch, *keys)]
    if not isinstance(tree, dict):
        return []
    here = [value for key, value in tree.items() if key in keys]
    return here + [value for branch in tree.values() for value in values_of(branch, *keys)]
