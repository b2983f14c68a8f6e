"""A register: what is asked of each of its entries, in the order of its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from merchant_guard.domain.shop import Labelled
from merchant_guard.domain.text import Text

Value = str | int | date | frozenset[str]
"""Words, an option or the id of another entry; a count; a day; a set of options or ids."""

Match = Mapping[str, frozenset[str]]
"""Field id → options. An entry matches when it has one of them in every field named."""

STAFF = "staff"
"""The register of the people who work here; the plan takes names from it."""


class FieldKind(StrEnum):
    """How a field is filled in.

    `DAY` is a day in the calendar, as an end of contract; `ACT` a day on which somebody did something, of
    which it matters when it was written down.
    """

    TEXT = "text"
    NOTE = "note"
    DAY = "day"
    ACT = "act"
    CHOICE = "choice"
    MANY = "many"
    COUNT = "count"
    LINK = "link"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a register's form.

    `links_to` is the register whose entries a link chooses from; `asked_when` keeps a field for entries that
    have an option elsewhere.
    """

    id: str
    kind: FieldKind
    label: Text
    hint: Text | None = None
    options: tuple[Labelled, ...] = ()
    links_to: str | None = None
    required: bool = False
    asked_when: Match | None = None

    @property
    def is_day(self) -> bool:
        """Whether its value is a day."""
        return self.kind in (FieldKind.DAY, FieldKind.ACT)

    def option(self, value: str) -> Labelled | None:
        """The option with an id."""
        return next((option for option in self.options if option.id == value), None)


@dataclass(frozen=True, slots=True)
class HoldRule:
    """Entries like these forbid to destroy what they concern, until somebody signs that it is over.

    `concerns` is the field that says which records, `all_unless_said` that it is all of them where nothing is
    ticked there. `ends` is the field whose day says that the matter itself is closed.
    """

    concerns: str
    ends: str
    only: Match
    all_unless_said: bool


@dataclass(frozen=True, slots=True)
class Register:
    """One register.

    `name` is the field that says which entry it is, `event` the day it is about, `over` the field whose day
    ends what it is about (somebody left, an account was closed). `columns` are shown in the table, `settled`
    says that nothing is to be done about an entry, `ended` that it is over. `add` are the words of the button
    that begins an entry, `tab` a shorter title for a narrow place. `proof` names what a photo would show,
    None where none is wanted, and `proof_of` the field whose day it proves.
    """

    id: str
    title: Text
    one: Text
    about: Text
    fields: tuple[Field, ...]
    columns: tuple[str, ...]
    name: str
    event: str
    settled: Text
    picture: str
    over: str | None = None
    proof: Text | None = None
    proof_of: str | None = None
    holds: HoldRule | None = None
    tab: Text | None = None
    add: Text | None = None
    ended: Text | None = None

    def field(self, field_id: str) -> Field:
        """The field with an id. Raises KeyError."""
        for field in self.fields:
            if field.id == field_id:
                return field
        raise KeyError(field_id)
