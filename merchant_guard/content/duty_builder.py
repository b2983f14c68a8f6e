"""Plain JSON of `duties.json` and `suggestions.json` → duties, keeping periods and suggestions.

Spans are written in years, months, weeks and days; here they become months and days.
"""

from collections.abc import Mapping
from typing import Any

from merchant_guard.content.builder import (
    NamedConditions,
    citation,
    condition_at,
    day_of_year,
    text,
)
from merchant_guard.content.register_builder import match, text_at
from merchant_guard.domain.duties import NOT_LATER, Duty, DutyKind, PerEntry, Recurring, Settling
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.keeping import KeepRule
from merchant_guard.domain.question import Force
from merchant_guard.domain.suggestions import RecentRule, ShareRule, SuggestionRule

Plain = Mapping[str, Any]

ENTERED = "entered"
"""Where a day is asked for: the day of entry instead of a field."""

END_OF_YEAR = "end_of_year"


def interval(plain: Plain) -> Interval:
    """Build a span of the calendar."""
    return Interval(
        months=12 * plain.get("years", 0) + plain.get("months", 0),
        days=7 * plain.get("weeks", 0) + plain.get("days", 0),
    )


def duty(plain: Plain, named: NamedConditions) -> Duty:
    """Build one duty."""
    rule = plain["rule"]
    return Duty(
        id=plain["id"],
        kind=DutyKind(plain["kind"]),
        title=text(plain["title"]),
        why=text(plain["why"]),
        force=Force(plain["force"]),
        citations=tuple(citation(one) for one in plain.get("citations", ())),
        rule=_per_entry(rule) if "per" in rule else _recurring(rule),
        register=plain.get("register"),
        minutes=plain.get("minutes", 0),
        applies_when=condition_at(plain, "applies_when", named),
        destroys=frozenset(plain.get("destroys", ())),
        badge=text_at(plain, "badge"),
        act=text_at(plain, "act"),
        preset=plain.get("preset"),
        papers=tuple(plain.get("papers", ())),
        never_left_out=plain.get("never_left_out", False),
    )


def _recurring(plain: Plain) -> Recurring:
    first = plain.get("first", END_OF_YEAR)
    return Recurring(
        every=_interval_at(plain, "every"),
        first=None if first == END_OF_YEAR else interval(first),
        each_year_on=day_of_year(plain["each_year_on"]) if "each_year_on" in plain else None,
        is_limit=plain.get("limit", False),
        settled_by=tuple(_settling(one) for one in plain.get("settled_by", ())),
        needs=_settling(plain["needs"]) if "needs" in plain else None,
    )


def _per_entry(plain: Plain) -> PerEntry:
    return PerEntry(
        register=plain["per"],
        only=match(plain.get("only")),
        after=plain.get("after"),
        plus=_interval_at(plain, "plus") or NOT_LATER,
        settled_by=plain.get("settled_by"),
        also_by=_settling(plain["also_by"]) if "also_by" in plain else None,
        again=_interval_at(plain, "again"),
        over=plain.get("over"),
        counts_from_entry=plain.get("from_entry", False),
        or_entered=plain.get("or_entered", False),
        lead=plain.get("lead", 7),
        unless=match(plain["unless"]) if "unless" in plain else None,
    )


def _settling(plain: Plain) -> Settling:
    return Settling(
        register=plain["register"],
        field=None if plain["day"] == ENTERED else plain["day"],
        only=match(plain.get("only")),
        link=plain.get("link"),
        filled=plain.get("filled"),
    )


def _interval_at(plain: Plain, key: str) -> Interval | None:
    return interval(plain[key]) if key in plain else None


def keep_rule(plain: Plain) -> KeepRule:
    """Build how long the papers of some entries are kept."""
    return KeepRule(
        id=plain["id"],
        register=plain["register"],
        only=match(plain.get("only")),
        since=plain.get("since"),
        period=_interval_at(plain, "period") or NOT_LATER,
        records=plain["records"],
        title=text(plain["title"]),
        ended=text(plain["ended"]),
        why=text(plain["why"]),
        force=Force(plain["force"]),
        citations=tuple(citation(one) for one in plain["citations"]),
    )


def suggestion(plain: Plain) -> SuggestionRule:
    """Build what a register says about a question."""
    return SuggestionRule(
        id=plain["id"],
        rule=share_rule(plain["share"]) if "share" in plain else recent_rule(plain["recent"]),
        ticks=tuple(plain["ticks"]),
        all_there=text_at(plain, "all_there"),
        some=text_at(plain, "some"),
        none=text_at(plain, "none"),
    )


def share_rule(plain: Plain) -> ShareRule:
    """Build how many entries have a day."""
    return ShareRule(
        register=plain["register"],
        only=match(plain.get("only")),
        over=plain.get("over"),
        field=plain["day"],
        within=_interval_at(plain, "within"),
        begun=plain.get("begun"),
        unless=match(plain["unless"]) if "unless" in plain else None,
        also_by=_settling(plain["also_by"]) if "also_by" in plain else None,
    )


def recent_rule(plain: Plain) -> RecentRule:
    """Build whether something was written down lately."""
    return RecentRule(plain["register"], match(plain.get("only")), plain["day"], interval(plain["within"]))
