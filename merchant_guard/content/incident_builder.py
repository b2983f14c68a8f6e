"""Plain JSON of `incident.json` → what to do when information may have got out."""

from collections.abc import Mapping
from typing import Any

from merchant_guard.content.builder import NamedConditions, citation, condition_at, text
from merchant_guard.content.register_builder import match, text_at
from merchant_guard.domain.incident import Call, IncidentGuide, IncidentStep, IncidentTick, Telling
from merchant_guard.domain.question import Citation, Force
from merchant_guard.domain.registers.register import Match

Plain = Mapping[str, Any]


def incident_guide(plain: Plain, named: NamedConditions) -> IncidentGuide:
    """Build all of it."""
    return IncidentGuide(
        steps=tuple(_step(step, named) for step in plain["steps"]),
        tellings=tuple(_telling(telling, named) for telling in plain["tellings"]),
        silent_for=match(plain["silent_for"]),
        silence=text(plain["silence"]),
    )


def _step(plain: Plain, named: NamedConditions) -> IncidentStep:
    return IncidentStep(
        id=plain["id"],
        title=text(plain["title"]),
        about=text(plain["about"]),
        force=Force(plain["force"]),
        citations=_citations(plain),
        ticks=tuple(_tick(tick, named) for tick in plain.get("ticks", ())),
        asks=plain.get("asks", False),
        tells=plain.get("tells", False),
    )


def _tick(plain: Plain, named: NamedConditions) -> IncidentTick:
    return IncidentTick(
        id=plain["id"],
        title=text(plain["title"]),
        applies_when=condition_at(plain, "applies_when", named),
        only=_match_at(plain, "only"),
        never=_match_at(plain, "never"),
        field=plain.get("field"),
        finding=plain.get("finding", False),
    )


def _telling(plain: Plain, named: NamedConditions) -> Telling:
    return Telling(
        id=plain["id"],
        who=text(plain["who"]),
        done=text(plain["done"]),
        say=text(plain["say"]),
        force=Force(plain["force"]),
        applies_when=condition_at(plain, "applies_when", named),
        also_when=plain.get("also_when"),
        binds_when=plain.get("binds_when"),
        spared_by=plain.get("spared_by"),
        spared=text_at(plain, "spared"),
        field=plain.get("field"),
        calls=tuple(map(_call, plain.get("calls", ()))),
        papers=tuple(plain.get("papers", ())),
        citations=_citations(plain),
    )


def _call(plain: Plain) -> Call:
    return Call(text(plain["use"]), plain.get("number"), plain.get("detail"), _match_at(plain, "never"))


def _citations(plain: Plain) -> tuple[Citation, ...]:
    return tuple(citation(one) for one in plain.get("citations", ()))


def _match_at(plain: Plain, key: str) -> Match | None:
    return match(plain[key]) if key in plain else None
