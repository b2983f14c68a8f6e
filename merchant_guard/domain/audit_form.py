"""The 24 audit topics of our reference list and what the answers suggest for each.

The list follows Order 25 annex 1 as far as it is known; it is not the official form, so it is data with a
version and a certainty for every item.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from merchant_guard.domain.applicability import ALWAYS, Condition
from merchant_guard.domain.question import Citation
from merchant_guard.domain.text import Text


class Suggestion(StrEnum):
    """What the answers suggest; the owner decides."""

    COMPLIANT = "compliant"
    NON_COMPLIANT = "non_compliant"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


class TickState(StrEnum):
    """What an answer says about one tick."""

    DONE = "done"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class AuditItem:
    """One topic of the audit list, in our own words."""

    id: str
    topic: Text
    check: Text
    citations: tuple[Citation, ...]
    certainty: str
    applies_when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class AuditForm:
    """The audit list with its version and the day it was checked."""

    version: str
    checked_on: date
    items: tuple[AuditItem, ...]


@dataclass(frozen=True, slots=True)
class AuditSuggestion:
    """What the answers suggest for one item, and the questions that feed it."""

    item: str
    suggested: Suggestion
    questions: tuple[str, ...]


def suggest(applies: bool, states: Mapping[str, list[TickState]], item: str) -> AuditSuggestion:
    """Suggest an outcome for one item.

    `states` maps each question that shows and feeds the item to the states of its ticks that do. One missing
    measure is enough for 不合规; nothing is called 合规 while a measure is unknown or nobody was asked.
    """
    flat = [state for ticks in states.values() for state in ticks]
    if not applies:
        suggested = Suggestion.NOT_APPLICABLE
    elif TickState.MISSING in flat:
        suggested = Suggestion.NON_COMPLIANT
    elif TickState.UNKNOWN in flat or not flat:
        suggested = Suggestion.UNKNOWN
    elif TickState.DONE in flat:
        suggested = Suggestion.COMPLIANT
    else:
        suggested = Suggestion.NOT_APPLICABLE
    return AuditSuggestion(item, suggested, tuple(states))
