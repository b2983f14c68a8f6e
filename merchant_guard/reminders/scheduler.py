"""What every scheduler offers: put the daily look into the system, take it out again, say how it stands."""

from collections.abc import Sequence
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Protocol

LAST_HOUR = 22
"""The hour after which nobody is reminded any more."""


class Status(StrEnum):
    """How the daily look stands in the system; `off` when somebody switched it off there."""

    ABSENT = "absent"
    ON = "on"
    OFF = "off"


class SchedulerRefusedError(Exception):
    """The system did not take it or give it back; the message is what the system said."""


class Scheduler(Protocol):
    """One facility of an operating system. `name` is for the sentences about it."""

    name: str

    def install(self, command: Sequence[str], at: time, folder: Path) -> None:
        """Have `command` run on every day from a time on; anything of ours that was there is replaced.

        `folder` is the data folder: where it holds nothing to remind of, nothing is run. Raises
        SchedulerRefusedError, and FileProblemError where a file cannot be written.
        """

    def remove(self) -> None:
        """Leave nothing of ours behind; without anything there nothing happens. Raises as `install`."""

    def status(self) -> Status:
        """Say how it stands now."""


def hours_from(at: time) -> tuple[int, int]:
    """The first and last hour of looking: again every hour, as the first time nobody may have been there."""
    return at.hour, max(at.hour, LAST_HOUR)
