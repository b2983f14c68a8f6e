"""Switch reminders on and off in this system, say how they stand, try one."""

import getpass
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import time
from pathlib import Path
from typing import NamedTuple

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.localization import Language, translator
from merchant_guard.reminders.notifier import Notifier
from merchant_guard.reminders.running import Run
from merchant_guard.reminders.running import run as run_here
from merchant_guard.reminders.scheduler import Scheduler, SchedulerRefusedError, Status
from merchant_guard.reminders.schedulers.systemd_timer import SystemdTimer
from merchant_guard.reminders.schedulers.task_scheduler import TaskScheduler
from merchant_guard.reminders.schedulers.xdg_autostart import XdgAutostart
from merchant_guard.services.notify import notifier_here, show_notice, telling_refusals, trial_notice
from merchant_guard.services.write_file import telling_problems, telling_problems_of
from merchant_guard.system.installation import Installation, this_installation

REMIND, SHOW_DUE, SNOOZE = ("--remind",), ("--show", "due"), ("--snooze",)


class Standing(NamedTuple):
    """How reminders stand: the scheduler that has them, or would have; None where there is none for us."""

    scheduler: str | None
    status: Status

    @property
    def is_absent(self) -> bool:
        """Whether nothing of ours is in the system."""
        return self.status is Status.ABSENT

    @property
    def is_off(self) -> bool:
        """Whether it is there, but was switched off in the system."""
        return self.status is Status.OFF


class Here(NamedTuple):
    """The system reminders are set on."""

    platform: str
    environment: Mapping[str, str]
    home: Path
    run: Run
    installation: Installation

    @classmethod
    def now(cls) -> "Here":
        """This computer, this user."""
        return cls(sys.platform, os.environ, Path.home(), run_here, this_installation())

    def schedulers(self, folder: Path) -> tuple[Scheduler, ...]:
        """The schedulers that may have something of ours, the one to be used first."""
        if self.platform == "win32":
            root = self.environment.get("SYSTEMROOT", r"C:\Windows")
            return (TaskScheduler(self.run, self._windows_user(), root, folder),)
        if self.platform != "linux":
            return ()
        settings = Path(self.environment.get("XDG_CONFIG_HOME") or self.home / ".config")
        timer = SystemdTimer(self.run, settings / "systemd" / "user")
        autostart = XdgAutostart(self.run, settings / "autostart")
        return (timer, autostart) if timer.is_there() else (autostart, timer)

    def notifier(self) -> Notifier:
        """What shows notifications here."""
        return notifier_here(self.run, self.platform, self.environment)

    def _windows_user(self) -> str:
        name = self.environment.get("USERNAME") or getpass.getuser()
        domain = self.environment.get("USERDOMAIN")
        return f"{domain}\\{name}" if domain else name


def standing(folder: Path, here: Here | None = None) -> Standing:
    """How reminders stand in this system. Raises SystemProblemError where it cannot be read."""
    schedulers = (here or Here.now()).schedulers(folder)
    with _telling_refusals(folder):
        for one in schedulers:
            if (status := one.status()) is not Status.ABSENT:
                return Standing(one.name, status)
    return Standing(schedulers[0].name if schedulers else None, Status.ABSENT)


def turn_on(folder: Path, at: time, language: Language, here: Here | None = None) -> Standing:
    """Have the system look every day from a time on. Raises SystemProblemError (`remind.…`, `write.…`)."""
    here = here or Here.now()
    schedulers = here.schedulers(folder)
    if not schedulers:
        raise SystemProblemError(problem("remind.no_scheduler"))
    command = here.installation.command
    with _telling_refusals(folder):
        for one in schedulers[1:]:
            one.remove()
        schedulers[0].install(command(*REMIND, folder=folder), at, folder)
    with telling_refusals():
        here.notifier().prepare(
            translator(language)("Merchant Guard"),
            command(*SHOW_DUE, folder=folder),
            command(*SNOOZE, folder=folder),
        )
    return standing(folder, here)


def turn_off(folder: Path, here: Here | None = None) -> Standing:
    """Take everything of ours out of the system. Raises SystemProblemError where it will not let go."""
    here = here or Here.now()
    with _telling_refusals(folder):
        for one in here.schedulers(folder):
            one.remove()
    here.notifier().forget()
    return standing(folder, here)


def try_now(language: Language, run: Run | None = None) -> None:
    """Really show a notification. Raises SystemProblemError (`remind.…`) where the system refused."""
    show_notice(trial_notice(language), run)


@contextmanager
def _telling_refusals(folder: Path) -> Iterator[None]:
    """Turn what system and disk refuse into problems that have a sentence."""
    try:
        with telling_problems(), telling_problems_of(folder):
            yield
    except SchedulerRefusedError as error:
        raise SystemProblemError(problem("remind.not_taken", said=str(error))) from error
