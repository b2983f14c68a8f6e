"""A line of the log of an incident: what was found or done, when it happened, when it was written down."""

from dataclasses import dataclass
from datetime import datetime, timedelta

LATE = timedelta(minutes=10)
"""What is written down so long after it happened is marked 补记."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line is never changed and never taken out; who was wrong writes another one.

    `tick` is the id of the tick it stands for, empty in a line somebody wrote; `done` is False where a tick
    was taken back. Both moments have their time zone and whole seconds.
    """

    text: str
    happened_at: datetime
    written_at: datetime
    tick: str = ""
    done: bool = True

    @property
    def is_late(self) -> bool:
        """Whether it was written down well after it happened."""
        return self.written_at - self.happened_at > LATE
