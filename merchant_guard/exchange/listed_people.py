"""What is taken from a list of people, and what was left out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from merchant_guard.exchange.person_text import masked

LONGEST_LINE = 40
"""Characters of a line that was not understood, as it is shown."""
MOST_LINES = 50
"""Lines that were not understood and are shown; a list with more is no list."""


class LeftOut(StrEnum):
    """What a list of people may hold beside names, roles and days, in the order it is spoken of."""

    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    BANK_CARD = "bank_card"
    EMAIL = "email"
    ADDRESS = "address"
    BIRTHDAY = "birthday"
    WAGE = "wage"
    CHAT_ACCOUNT = "chat_account"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One person of a list.

    `role` is an id of the content's roles, `other` where none is known; `role_as_written` is the word for it
    in the list, empty where there was none. It is shown before the list is taken in, and kept nowhere.
    """

    name: str
    role: str = "other"
    joined: date | None = None
    role_as_written: str = ""


@dataclass(frozen=True, slots=True)
class NameList:
    """The people of a list, everyone once, in its order.

    `left_out` counts what was not taken, `unread_days` the days of joining that name no whole day, `repeated`
    the people who stood in it once more, `other_sheets` the sheets of a workbook that were not read.
    `not_understood` holds the beginnings of lines with nobody in them, without their long numbers.
    """

    people: tuple[ListedPerson, ...]
    left_out: Mapping[LeftOut, int]
    unread_days: int = 0
    repeated: int = 0
    not_understood: tuple[str, ...] = ()
    other_sheets: int = 0


@dataclass(slots=True)
class Gathering:
    """A list of people while it is being read."""

    people: dict[str, ListedPerson] = field(default_factory=dict)
    left_out: dict[LeftOut, int] = field(default_factory=dict)
    unread_days: int = 0
    repeated: int = 0
    not_understood: list[str] = field(default_factory=list)

    def add(self, person: ListedPerson) -> None:
        """Somebody was read. Who stands in the list twice counts as they stood there first."""
        if person.name in self.people:
            self.repeated += 1
        self.people.setdefault(person.name, person)

    def leave_out(self, kind: LeftOut) -> None:
        """Something was read that is not kept."""
        self.left_out[kind] = self.left_out.get(kind, 0) + 1

    def puzzle_over(self, line: str) -> None:
        """A line was read in which there is nobody."""
        shown = masked(line, LONGEST_LINE)
        if shown and len(self.not_understood) < MOST_LINES:
            self.not_understood.append(shown)

    def as_list(self, other_sheets: int = 0) -> NameList:
        """The list as it was read."""
        return NameList(
            tuple(self.people.values()),
            {kind: self.left_out[kind] for kind in LeftOut if kind in self.left_out},
            self.unread_days,
            self.repeated,
            tuple(self.not_understood),
            other_sheets,
        )
