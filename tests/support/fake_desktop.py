"""A desktop of Linux made of small programs first on the path: real processes, nothing really set."""

import json
import os
import sys
from pathlib import Path

import pytest

_PROGRAM = """\
#!{python}
import json, sys
from pathlib import Path

here = Path({folder!r})
with open(here / "calls", "a", encoding="utf-8") as calls:
    calls.write(json.dumps([{name!r}, *sys.argv[1:]]) + "\\n")
code = here / "{name}.code"
if code.exists():
    print("no, said {name}", file=sys.stderr)
    sys.exit(int(code.read_text()))
choice = here / "choice"
asks = any("--action" in word for word in sys.argv)
if {name!r} == "notify-send" and asks and choice.exists():
    print(choice.read_text())
"""


class FakeDesktop:
    """`notify-send`, `gdbus` and `systemctl`: they write down what is asked and do as they are told."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.programs = folder / "programs"
        self.programs.mkdir(parents=True)
        for name in ("notify-send", "gdbus", "systemctl"):
            program = self.programs / name
            text = _PROGRAM.format(python=sys.executable, folder=str(folder), name=name)
            program.write_text(text, "utf-8")
            program.chmod(0o755)

    def refuse(self, *names: str) -> None:
        """Have programs end badly from now on."""
        for name in names:
            (self._folder / f"{name}.code").write_text("1")

    def choose(self, choice: str) -> None:
        """Have the person at the screen choose this on every notification that asks."""
        (self._folder / "choice").write_text(choice)

    @property
    def calls(self) -> list[list[str]]:
        """Everything that was asked for."""
        file = self._folder / "calls"
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []

    @property
    def notifications(self) -> list[list[str]]:
        """Title and text of every notification."""
        return [call[-2:] for call in self.calls if call[0] == "notify-send"]


def use_fake_desktop(folder: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDesktop:
    """Let this process, and those it starts, see such a desktop and an empty folder for settings."""
    made = FakeDesktop(folder / "desktop")
    monkeypatch.setenv("PATH", f"{made.programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    return made
