"""Checks of the steps and tellings of an incident: all that they name is there, and the law's are cited."""

from collections.abc import Iterator

from merchant_guard.content.register_coherence import known_papers, match_problems
from merchant_guard.domain.applicability import Condition
from merchant_guard.domain.errors import Problem, problem
from merchant_guard.domain.incident import INCIDENTS, IncidentStep, Telling
from merchant_guard.domain.question import Citation
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.register import Match

Problems = Iterator[Problem]


def incident_problems(bank: QuestionBank) -> Problems:
    """Yield what steps and tellings name and is not there."""
    guide = bank.incident
    details = {one.detail.id for one in bank.paper_details}
    papers = known_papers(bank)
    findings = {tick.id for step in guide.steps for tick in step.ticks if tick.finding}
    days = {field.id for field in bank.registers[INCIDENTS].fields if field.is_day} if guide.steps else set()
    for match in _matches(bank):
        yield from match_problems(bank, "incident", INCIDENTS, match)
    ticks = [tick for step in guide.steps for tick in step.ticks]
    wanted = [
        *(("day", one.field, days, one.id) for one in ticks if one.field),
        *(("day", one.field, days, one.id) for one in guide.tellings if one.field),
        *(("paper", paper, papers, one.id) for one in guide.tellings for paper in one.papers),
        *(("detail", c.detail, details, one.id) for one in guide.tellings for c in one.calls if c.detail),
        *(("finding", one.also_when, findings, one.id) for one in guide.tellings if one.also_when),
        *(("finding", one.binds_when, findings, one.id) for one in guide.tellings if one.binds_when),
        *(("finding", one.spared_by, findings, one.id) for one in guide.tellings if one.spared_by),
    ]
    for kind, id_, known, where in wanted:
        if id_ not in known:
            yield problem("content.unresolved", where=where, kind=kind, id=id_)
    for one in _held(bank):
        if one.force.is_law and not one.citations:
            yield problem("content.unresolved", where=one.id, kind="citation for force", id=one.force.value)


def incident_citations(bank: QuestionBank) -> list[tuple[str, Citation]]:
    """The articles that steps and tellings cite."""
    return [(one.id, citation) for one in _held(bank) for citation in one.citations]


def incident_conditions(bank: QuestionBank) -> list[tuple[str, Condition]]:
    """The conditions of ticks and tellings."""
    ticks = [tick for step in bank.incident.steps for tick in step.ticks]
    of_tellings = [(one.id, one.applies_when) for one in bank.incident.tellings]
    return [*((tick.id, tick.applies_when) for tick in ticks), *of_tellings]


def _held(bank: QuestionBank) -> list[IncidentStep | Telling]:
    return [*bank.incident.steps, *bank.incident.tellings]


def _matches(bank: QuestionBank) -> Iterator[Match]:
    guide = bank.incident
    if guide.silent_for:
        yield guide.silent_for
    for step in guide.steps:
        for tick in step.ticks:
            yield from (match for match in (tick.only, tick.never) if match)
    for telling in guide.tellings:
        yield from (call.never for call in telling.calls if call.never)
