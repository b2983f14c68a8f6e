"""What a reminder says: how much is due, by kind, in words anybody may read over a shoulder."""

from __future__ import annotations

from merchant_guard.localization import mark, translator
from merchant_guard.services.due_day import DueDay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from merchant_guard.localization import Language

MOST_KINDS = 4
"""More would be cut off by the system."""

_KINDS = {
    # The most pressing first. Neither leaks nor people who left are named: others may stand at the screen.
    "incident": mark("urgent"),
    "leaver": mark("accounts to close"),
    "request": mark("customers’ requests"),
    "inspection": mark("answers to an inspection"),
    "task": mark("tasks"),
    "find_out": mark("to find out"),
    "agreement": mark("agreements"),
    "contract": mark("contracts"),
    "destruction": mark("labels to destroy"),
    "retention": mark("old records to clear"),
    "review": mark("checks"),
    "logs": mark("login records"),
    "training": mark("trainings"),
    "drill": mark("drills"),
    "audit": mark("audit of the whole shop"),
    "minors_audit": mark("yearly audit and report"),
    "self_check": mark("self-check"),
}
_OTHER = mark("other things")
PLAN_KINDS = frozenset({"task", "find_out"})


def title(language: Language, near: Sequence[DueDay], today: date) -> str:
    """How many things there are, and how many of them are late."""
    words = translator(language)
    count = len({one.thing for one in near})
    late = len({one.thing for one in near if one.overdue_days(today)})
    if not late:
        said = words("1 thing to do this week") if count == 1 else words("{count} things to do this week")
    elif late < count:
        said = words("{count} things to do, {late} past their day")
    else:
        said = words("1 thing is past its day") if count == 1 else words("{count} things are past their day")
    return said.format(count=count, late=late)


def body(language: Language, near: Sequence[DueDay]) -> str:
    """How many of each kind, the most pressing first."""
    words = translator(language)
    things: dict[str, set[str]] = {}
    for one in near:
        things.setdefault(one.kind if one.kind in _KINDS else "", set()).add(one.thing)
    kinds = [kind for kind in (*_KINDS, "") if kind in things]
    parts = [f"{words(_KINDS.get(kind, _OTHER))} {len(things[kind])}" for kind in kinds[:MOST_KINDS]]
    left = sum(len(things[kind]) for kind in kinds[MOST_KINDS:])
    if left:
        parts.append(words("{count} other things").format(count=left))
    return " · ".join(parts)


def screen_for(near: Sequence[DueDay]) -> str:
    """The screen with what a reminder speaks of: plan or registers; home for both, or for nothing."""
    kinds = {one.kind for one in near}
    if not kinds or "self_check" in kinds:
        return "home"
    if kinds <= PLAN_KINDS:
        return "plan"
    return "home" if kinds & PLAN_KINDS else "registers"
