"""Linux with systemd: a timer and a service of the user's own.

What stays behind when the app goes never fails: both units carry conditions. `Persistent` brings a missed
time at the next start, and the timer looks again every hour, as at the first time nobody may have been there.
"""

from collections.abc import Sequence
from datetime import time
from pathlib import Path

from merchant_guard.reminders.running import Outcome, Run
from merchant_guard.reminders.scheduler import SchedulerRefusedError, Status, hours_from
from merchant_guard.system.files import write_whole

NAME = "merchant-guard-remind"
_TIMER, _SERVICE = f"{NAME}.timer", f"{NAME}.service"

_SERVICE_TEXT = """\
[Unit]
Description=商户隐私自查：到日子提醒一次 (Merchant Guard reminder)
ConditionPathExists={due_file}
ConditionFileIsExecutable={program}

[Service]
Type=oneshot
ExecStart={command}
# 3: the desktop took no notification just now. It is tried again in an hour.
SuccessExitStatus=3
# A click on the notification opens the window, which goes on.
KillMode=process
"""
_TIMER_TEXT = """\
[Unit]
Description=商户隐私自查：每天看一次有没有到日子的事 (Merchant Guard reminder)
ConditionFileIsExecutable={program}

[Timer]
OnCalendar=*-*-* {hours}:{minute}:00
Persistent=true

[Install]
WantedBy=timers.target
"""


def service_text(command: Sequence[str], folder: Path) -> str:
    """The service: one run of the command."""
    return _SERVICE_TEXT.format(
        due_file=_path(str(folder / "due.json")), program=_path(command[0]), command=_command(command)
    )


def timer_text(command: Sequence[str], at: time) -> str:
    """The timer: on every day from `at` on, by the computer's own clock."""
    first, last = hours_from(at)
    hours = f"{first:02}" if first == last else f"{first:02}..{last:02}"
    return _TIMER_TEXT.format(program=_path(command[0]), hours=hours, minute=f"{at.minute:02}")


class SystemdTimer:
    """`systemctl --user`; the units lie in `units`, usually `~/.config/systemd/user`."""

    name = "systemd_timer"

    def __init__(self, run: Run, units: Path) -> None:
        self._run, self._units = run, units

    def is_there(self) -> bool:
        """Whether this user has a systemd that answers."""
        return self._systemctl("show", "--property=Version").is_done

    def install(self, command: Sequence[str], at: time, folder: Path) -> None:
        """Write both units, and start the timer with them."""
        write_whole(self._units / _SERVICE, service_text(command, folder).encode())
        write_whole(self._units / _TIMER, timer_text(command, at).encode())
        for words in (("daemon-reload",), ("enable", _TIMER), ("restart", _TIMER)):
            self._expect(self._systemctl(*words))

    def remove(self) -> None:
        """Stop the timer and delete both units, where they are."""
        if not (self._has_unit(_TIMER) or self._has_unit(_SERVICE)):
            return
        if self._has_unit(_TIMER) and self.is_there():
            self._expect(self._systemctl("disable", "--now", _TIMER))
        for unit in (_TIMER, _SERVICE):
            (self._units / unit).unlink(missing_ok=True)
        # Where systemd does not answer it reads the folder anew at its next start.
        self._systemctl("daemon-reload")

    def status(self) -> Status:
        """Whether the timer is there and enabled."""
        if not self._has_unit(_TIMER):
            return Status.ABSENT
        return Status.ON if self._systemctl("is-enabled", _TIMER).is_done else Status.OFF

    def _has_unit(self, unit: str) -> bool:
        return (self._units / unit).exists()

    def _systemctl(self, *words: str) -> Outcome:
        return self._run(["systemctl", "--user", *words])

    def _expect(self, outcome: Outcome) -> None:
        if not outcome.is_done:
            raise SchedulerRefusedError(outcome.words)


def _path(path: str) -> str:
    """A path as a condition takes it: to the end of the line, with `%` doubled."""
    return path.replace("%", "%%")


def _command(command: Sequence[str]) -> str:
    """A command line as systemd reads it: every word in quotes, nothing in it is replaced."""
    program, *words = (f'"{_word(word)}"' for word in command)
    # Variables are looked for in what comes after the program only.
    return " ".join([program, *(word.replace("$", "$$") for word in words)])


def _word(word: str) -> str:
    for char, written in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%")):
        word = word.replace(char, written)
    return word
