"""Questions, their ticks, and the bank of the thirteen groups."""

from dataclasses import dataclass
from enum import StrEnum

from merchant_guard.domain.applicability import ALWAYS, Condition
from merchant_guard.domain.shop import Labelled
from merchant_guard.domain.text import Text


class Choice(StrEnum):
    """The four answers, and the quiet fifth that needs a reason."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNSURE = "unsure"
    NOT_APPLICABLE = "not_applicable"


class Force(StrEnum):
    """How binding a measure is: forbidden by law, demanded by law, a standard, or advice."""

    FORBIDDEN = "forbidden"
    STATUTORY = "statutory"
    STANDARD = "standard"
    ADVICE = "advice"

    @property
    def is_law(self) -> bool:
        """Whether the law itself says so."""
        return self in (Force.FORBIDDEN, Force.STATUTORY)


class RedLine(StrEnum):
    """Whether a gap can wait: no red line, mend it today, or forbidden: stop first."""

    NONE = "none"
    TODAY = "today"
    FORBIDDEN = "forbidden"

    @property
    def rank(self) -> int:
        """0 for none, 2 for the gravest."""
        return ("none", "today", "forbidden").index(self.value)


@dataclass(frozen=True, slots=True)
class Citation:
    """An article of a law. The law is its id in `resources/content/law`; 之一 is written `-1` (`253-1`)."""

    law: str
    article: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One measure of a question; a tick that is missing becomes its action.

    `covers` names what it answers for: audit items (a01 …), assessment situations (s1 …) and measures of
    `coverage.json`.
    """

    id: str
    title: Text
    action: str
    covers: tuple[str, ...]
    red_line: RedLine = RedLine.NONE
    applies_when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Modifier:
    """A change of the levels for shops like these (GB/T 39335-2020 levels, one step up or down)."""

    when: Condition
    impact: int = 0
    likelihood: int = 0


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Whom to ask when the owner is not sure, and what to say to them."""

    who: str
    say: Text


@dataclass(frozen=True, slots=True)
class Question:
    """One screen of the self-check.

    `impact` and `likelihood` are levels 1–4 of GB/T 39335-2020 before the profile's modifiers;
    `notes` holds the shop's own words under each of the four answers; `crime` marks a red line about which
    nothing is to be written down; `added` and `changed` are months, YYYY-MM.
    """

    id: str
    group: str
    title: Text
    hint: Text
    notes: dict[Choice, Text]
    look: tuple[Text, ...]
    ticks: tuple[Tick, ...]
    why: Text
    example: Text
    citations: tuple[Citation, ...]
    force: Force
    impact: int
    likelihood: int
    ask: Inquiry
    added: str
    applies_when: Condition = ALWAYS
    modifiers: tuple[Modifier, ...] = ()
    red_line: RedLine = RedLine.NONE
    crime: bool = False
    quick_rank: int | None = None
    suggested_by: str | None = None
    changed: str | None = None

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions of its ticks, each once, in the ticks' order."""
        return tuple(dict.fromkeys(tick.action for tick in self.ticks))

    @property
    def covers(self) -> tuple[str, ...]:
        """What its ticks cover, sorted, each once."""
        return tuple(sorted({tag for tick in self.ticks for tag in tick.covers}))


@dataclass(frozen=True, slots=True)
class Head:
    """One of the five heads of the rail, with its groups in their order."""

    id: str
    label: Text
    groups: tuple[Labelled, ...]
