"""Linux without systemd: a desktop entry, run at every login, which also catches up what was missed."""

from collections.abc import Sequence
from datetime import time
from pathlib import Path

from merchant_guard.reminders.running import Run
from merchant_guard.reminders.scheduler import Status
from merchant_guard.system.files import write_whole

_FILE = "merchant-guard-remind.desktop"
_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Merchant Guard reminder
Name[zh_CN]=商户隐私自查：到日子提醒
Comment=Shows what is due, at most once a day
Comment[zh_CN]=到日子的事提醒一次，每天最多一次
TryExec={program}
Exec={command}
Terminal=false
NoDisplay=true
X-GNOME-Autostart-Delay=60
X-MATE-Autostart-Delay=60
"""
_SWITCHED_OFF = ("Hidden=true", "X-GNOME-Autostart-enabled=false")
"""What desktops write into the entry when somebody switches it off in their settings."""


def entry_text(command: Sequence[str]) -> str:
    """The desktop entry; where the program of `TryExec` is gone, desktops pass over it."""
    return _ENTRY.format(program=_string(command[0]), command=_string(" ".join(map(_word, command))))


class XdgAutostart:
    """An entry in `folder`, usually `~/.config/autostart`. It knows no time of day: it is read at login."""

    name = "xdg_autostart"

    def __init__(self, run: Run, folder: Path) -> None:  # noqa: ARG002 (it asks no program for anything)
        self._entry = folder / _FILE

    def install(self, command: Sequence[str], at: time, folder: Path) -> None:  # noqa: ARG002
        """Write the entry."""
        write_whole(self._entry, entry_text(command).encode())

    def remove(self) -> None:
        """Delete the entry."""
        self._entry.unlink(missing_ok=True)

    def status(self) -> Status:
        """Whether the entry is there, and desktops are not told to pass over it."""
        try:
            lines = self._entry.read_text(encoding="utf-8").splitlines()
        except (FileNotFoundError, NotADirectoryError):
            return Status.ABSENT
        return Status.OFF if any(line.strip() in _SWITCHED_OFF for line in lines) else Status.ON


def _word(word: str) -> str:
    """A word of `Exec`: in quotes, with what would be replaced in them escaped, and `%` doubled."""
    for char in ("\\", '"', "`", "$"):
        word = word.replace(char, f"\\{char}")
    return f'"{word.replace("%", "%%")}"'


def _string(text: str) -> str:
    """A value of a desktop entry."""
    return text.replace("\\", "\\\\")
