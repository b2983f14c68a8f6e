"""Answers, and a self-check as the set of answers given on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Profile
from merchant_guard.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer.

    `done` holds the ids of the ticks marked under 做到一部分; `reason` says why the question does not apply;
    `evidence` holds references to files kept as proof.
    """

    choice: Choice
    done: frozenset[str] = frozenset()
    note: str = ""
    reason: str = ""
    evidence: tuple[str, ...] = ()


Answers = Mapping[str, Answer]
"""Question id → answer."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What the owner decided or did about one plan item; None where they left our proposal.

    Somebody who takes another day for something overdue says the `reason`, and what is done meanwhile
    (`interim`); both are empty otherwise. `proposed` is the day we proposed, kept from the first time it was
    shown, so that a day that passes is seen to have passed.
    """

    owner: str | None = None
    due: date | None = None
    done_on: date | None = None
    proof: tuple[str, ...] = ()
    reason: str = ""
    interim: str = ""
    proposed: date | None = None


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """One self-check: when, what was answered, and how its plan is going; `previous` is the one before it.

    `profile` is what the shop said of itself when it was answered, None where nobody kept it; `wording` the
    words it was answered in, kept once it is finished; `finished_on` the day of that, None where nobody noted
    it. `waiting` is the evidence for questions that are not answered yet, by question.
    """

    checked_on: date | None = None
    answers: Answers = field(default_factory=dict)
    progress: Mapping[str, Progress] = field(default_factory=dict)
    previous: "SelfCheck | None" = None
    profile: Profile | None = None
    wording: Wording | None = None
    finished_on: date | None = None
    waiting: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
