"""The shop as it describes itself: the profile form, the profile, the staff and its weekly rhythm."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from merchant_guard.domain.applicability import ALWAYS, Condition
from merchant_guard.domain.text import Text

OWNER = "owner"
"""The role of the shop owner."""

ProfileValue = bool | int | str | frozenset[str]
"""A yes/no, a head count, one option, or the set of options ticked."""

Profile = Mapping[str, ProfileValue]
"""Field id → value. A field that is absent has not been asked; conditions take it as no."""


class FieldType(StrEnum):
    """How a profile field is answered."""

    YES_NO = "yes_no"
    ONE = "one"
    MANY = "many"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Labelled:
    """An id with the words people see for it: an option, a role, somebody to ask."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class ProfileField:
    """One thing the profile asks.

    `door` is the group at whose door the full check asks it; None means that it stands on the one profile
    screen of the quick check.
    """

    id: str
    type: FieldType
    title: Text
    hint: Text | None = None
    options: tuple[Labelled, ...] = ()
    door: str | None = None
    asked_when: Condition = ALWAYS

    @property
    def is_quick(self) -> bool:
        """Whether the quick check's profile screen asks this field."""
        return self.door is None


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works here: just enough to say who does what."""

    name: str
    role: str
    joined: date | None = None


@dataclass(frozen=True, slots=True)
class BusyTime:
    """A stretch of every year in which no ordinary task falls, both ends included, as (month, day).

    It may run over new year: (12, 20) to (1, 15).
    """

    start: tuple[int, int]
    end: tuple[int, int]

    def covers(self, day: date) -> bool:
        """Whether the day lies in this stretch."""
        here = (day.month, day.day)
        if self.start <= self.end:
            return self.start <= here <= self.end
        return here >= self.start or here <= self.end


@dataclass(frozen=True, slots=True)
class WorkRhythm:
    """The time a week the shop gives, on which quiet day (ISO weekday, 1 = Monday), and when it is busy."""

    hours_per_week: float = 1.0
    quiet_day: int = 2
    busy: tuple[BusyTime, ...] = ()

    @property
    def share_minutes(self) -> int:
        """The minutes one quiet day carries."""
        return round(self.hours_per_week * 60)


def is_blank(name: str) -> bool:
    """Whether a name that was given shows nothing; an empty one was not given."""
    return bool(name) and not any(char.isprintable() and not char.isspace() for char in name)


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop: its name, what it said of itself, its people, its rhythm, and what its papers say of it."""

    name: str = ""
    profile: Profile = field(default_factory=dict)
    staff: tuple[StaffMember, ...] = ()
    rhythm: WorkRhythm = WorkRhythm()
    details: Mapping[str, str] = field(default_factory=dict)
