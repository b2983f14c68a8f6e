"""Checks of what is said of inspections: all that it names is there."""

from collections.abc import Iterator

from merchant_guard.content.register_coherence import known_papers, rule_problems
from merchant_guard.domain.applicability import Condition
from merchant_guard.domain.errors import Problem, problem
from merchant_guard.domain.inspection_visit import Finished, Material, Ticked
from merchant_guard.domain.question import Citation
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.rehearsal import KIND, REGISTER

Problems = Iterator[Problem]

INSPECTIONS = "inspections"
"""The register in which a visit is written down."""


def inspection_problems(bank: QuestionBank) -> Problems:
    """Yield what the guide names and is not there."""
    yield from _visitors(bank)
    for material in bank.inspection.materials:
        yield from _material(bank, material)
    for test in bank.inspection.tests:
        for action in test.actions:
            if action not in bank.actions:
                yield _missing(f"inspection.{test.id}", "action", action)
    if bank.inspection.tests and not _has_option(bank, REGISTER, "kind", KIND):
        yield _missing("inspection", "option", f"{REGISTER}.kind={KIND}")


def inspection_citations(bank: QuestionBank) -> list[tuple[str, Citation]]:
    """The articles that are named, each with the place that names it."""
    guide = bank.inspection
    return [
        *(("inspection.notes", c) for note in guide.notes for c in note.citations),
        *((f"inspection.{v.id}", c) for v in guide.visitors for note in v.notes for c in note.citations),
        *((f"inspection.{s.id}", c) for s in guide.steps for way in s.ways for c in way.citations),
    ]


def inspection_conditions(bank: QuestionBank) -> list[tuple[str, Condition]]:
    """The conditions over the profile, each with the place that sets it."""
    guide = bank.inspection
    return [
        *((f"inspection.{one.id}", one.applies_when) for one in guide.visitors),
        *((f"inspection.{one.id}", one.applies_when) for one in guide.materials),
        *((f"inspection.{one.id}", one.applies_when) for one in guide.tests),
    ]


def _visitors(bank: QuestionBank) -> Problems:
    guide, papers = bank.inspection, known_papers(bank)
    known = {visitor.id for visitor in guide.visitors}
    for visitor in guide.visitors:
        where = f"inspection.{visitor.id}"
        if visitor.paper is not None and visitor.paper not in papers:
            yield _missing(where, "paper", visitor.paper)
        if visitor.authority and not _has_option(bank, INSPECTIONS, "authority", visitor.authority):
            yield _missing(where, "option", f"{INSPECTIONS}.authority={visitor.authority}")
    named = [(f"inspection.{step.id}", way.visitors) for step in guide.steps for way in step.ways]
    named += [(f"inspection.{material.id}", material.visitors) for material in guide.materials]
    for where, visitors in named:
        for visitor_id in sorted(visitors - known):
            yield _missing(where, "visitor", visitor_id)


def _material(bank: QuestionBank, material: Material) -> Problems:
    where, mend = f"inspection.{material.id}", material.mend
    for paper in mend.papers:
        if paper not in known_papers(bank):
            yield _missing(where, "paper", paper)
    if mend.register is not None and mend.register not in bank.registers:
        yield _missing(where, "register", mend.register)
    for question in mend.questions:
        if question not in bank.by_id:
            yield _missing(where, "question", question)
    for rule in material.ready:
        if isinstance(rule, Ticked):
            yield from _ticked(bank, where, rule)
        elif not isinstance(rule, Finished):
            yield from rule_problems(bank, where, rule)


def _ticked(bank: QuestionBank, where: str, rule: Ticked) -> Problems:
    question = bank.by_id.get(rule.question)
    if question is None:
        yield _missing(where, "question", rule.question)
        return
    for tick in sorted(rule.ticks - {tick.id for tick in question.ticks}):
        yield _missing(where, "tick", f"{rule.question}/{tick}")


def _has_option(bank: QuestionBank, register_id: str, field_id: str, option: str) -> bool:
    register = bank.registers.get(register_id)
    fields = register.fields if register else ()
    return any(field.id == field_id and field.option(option) for field in fields)


def _missing(where: str, kind: str, id_: str) -> Problem:
    return problem("content.unresolved", where=where, kind=kind, id=id_)
