"""Plain JSON of `inspection.json` → what to do when inspectors come, and the rehearsal."""

from collections.abc import Mapping
from typing import Any

from merchant_guard.content.builder import NamedConditions, citation, condition_at, labelled, text
from merchant_guard.content.duty_builder import recent_rule, share_rule
from merchant_guard.domain.inspection_visit import (
    Finished,
    InspectionGuide,
    Material,
    Mend,
    Readiness,
    Ticked,
    VisitNote,
    Visitor,
    VisitStep,
    VisitWay,
)
from merchant_guard.domain.question import Citation
from merchant_guard.domain.rehearsal import RehearsalTest
from merchant_guard.domain.shop import Labelled

Plain = Mapping[str, Any]


def inspection_guide(plain: Plain, named: NamedConditions) -> InspectionGuide:
    """Build all of it."""
    return InspectionGuide(
        visitors=tuple(_visitor(one, named) for one in plain["visitors"]),
        steps=tuple(map(_step, plain["steps"])),
        notes=tuple(map(_note, plain["notes"])),
        materials=tuple(_material(one, named) for one in plain["materials"]),
        tests=tuple(_test(one, named) for one in plain["tests"]),
    )


def rehearsed(plain: Plain) -> tuple[Labelled, ...]:
    """The tests as options: the register of checks keeps which of them came out badly."""
    return tuple(labelled({"id": one["id"], "label": one["title"]}) for one in plain["tests"])


def _visitor(plain: Plain, named: NamedConditions) -> Visitor:
    return Visitor(
        id=plain["id"],
        label=text(plain["label"]),
        lead=text(plain["lead"]),
        authority=plain.get("authority"),
        paper=plain.get("paper"),
        notes=tuple(map(_note, plain.get("notes", ()))),
        applies_when=condition_at(plain, "applies_when", named),
    )


def _note(plain: Plain) -> VisitNote:
    return VisitNote(text(plain["text"]), _citations(plain))


def _step(plain: Plain) -> VisitStep:
    return VisitStep(plain["id"], tuple(map(_way, plain["ways"])), plain.get("notes_it", False))


def _way(plain: Plain) -> VisitWay:
    return VisitWay(
        title=text(plain["title"]),
        lines=tuple(map(text, plain["lines"])),
        citations=_citations(plain),
        visitors=frozenset(plain.get("for", ())),
    )


def _material(plain: Plain, named: NamedConditions) -> Material:
    mend = plain["mend"]
    return Material(
        id=plain["id"],
        title=text(plain["title"]),
        ready=tuple(map(_readiness, plain["ready"])),
        mend=Mend(tuple(mend.get("papers", ())), mend.get("register"), tuple(mend.get("question", ()))),
        visitors=frozenset(plain.get("for", ())),
        applies_when=condition_at(plain, "applies_when", named),
    )


def _readiness(plain: Plain) -> Readiness:
    if "share" in plain:
        return share_rule(plain["share"])
    if "recent" in plain:
        return recent_rule(plain["recent"])
    if "question" in plain:
        return Ticked(plain["question"], frozenset(plain["ticks"]))
    return Finished()


def _test(plain: Plain, named: NamedConditions) -> RehearsalTest:
    return RehearsalTest(
        id=plain["id"],
        title=text(plain["title"]),
        how=tuple(map(text, plain["how"])),
        good=text(plain["good"]),
        now=text(plain["now"]),
        actions=tuple(plain["actions"]),
        applies_when=condition_at(plain, "applies_when", named),
    )


def _citations(plain: Plain) -> tuple[Citation, ...]:
    return tuple(citation(one) for one in plain.get("citations", ()))
