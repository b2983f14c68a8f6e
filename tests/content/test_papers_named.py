"""The papers that tasks and duties lead to: each is named somewhere, and fits who is led to it."""

import pytest
from hypothesis import given

from merchant_guard.domain.action import Action
from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.findings import assess
from merchant_guard.domain.paper import LEAVER_HANDOVER, PAPERS
from merchant_guard.domain.paper_groups import offered_groups
from merchant_guard.domain.registers.register import STAFF
from merchant_guard.exchange.answer_file import read_answer_file
from merchant_guard.services.shop_papers import papers_of_file
from merchant_guard.system import resources
from tests.samples.test_samples import CHECKED_ON, SAMPLES
from tests.support import real_content
from tests.support.strategies import World, worlds_of

BANK = real_content.bank()
NAMED_NOWHERE = {
    "blank-questionnaire": "the questions themselves, on paper",
    "external-summary": "for a landlord or platform that asks, which no task is about",
    "inspection-police": "made when inspectors come or are expected; the task leads to the guide",
    "inspection-market": "made when inspectors come or are expected; the task leads to the guide",
    "inspection-postal": "made when inspectors come or are expected; the task leads to the guide",
    "inspection-cac": "made when inspectors come or are expected; the task leads to the guide",
    "inspection-other": "made when inspectors come or are expected; the task leads to the guide",
    "inspection-rehearsal": "the page 有人来检查 leads to it",
    "year-planner": "shows all duties at once",
}
"""The papers with a template that no task or duty leads to, and why."""


def fits(paper_id: str, facts: Facts) -> bool:
    """Whether a paper is for a shop; the plan's own are for every shop that has the task."""
    form = BANK.paper_forms.get(paper_id)
    return form is None or form.applies_when.holds(facts)


def test_every_paper_is_named_by_a_task_or_duty_or_excused() -> None:
    named = {paper for action in BANK.actions.values() for paper in action.papers}
    named |= {paper for duty in BANK.duties for paper in duty.papers}
    assert set(BANK.paper_forms) - named == set(NAMED_NOWHERE)


def test_what_touches_a_crime_leads_to_no_paper() -> None:
    crimes = {action for question in BANK.questions if question.crime for action in question.actions}
    assert {id_: BANK.actions[id_].papers for id_ in crimes if BANK.actions[id_].papers} == {}


@given(worlds_of(BANK))
def test_whatever_the_shop_a_paper_of_each_task_fits_it(world: World) -> None:
    facts = world.sheet.facts
    actions = (BANK.actions[id_] for finding in assess(world.sheet).findings for id_ in finding.actions)
    left_out = [one.id for one in actions if one.papers and not any(fits(id_, facts) for id_ in one.papers)]
    assert left_out == []


@pytest.mark.parametrize("name", SAMPLES)
def test_of_every_task_with_papers_the_shop_is_offered_one(name: str) -> None:
    file = read_answer_file(resources.read_bytes(f"samples/{name}.json"), BANK)
    run = papers_of_file(file, BANK, CHECKED_ON)
    leaver = next((entry.id for entry in run.book.of(STAFF)), "")
    groups = offered_groups(run.made.assessment, run.made.plan, run.book, {LEAVER_HANDOVER.id: leaver})
    offered = {paper.id for group in groups for paper in group.papers}
    tasks: dict[str, Action] = {item.id: item.remedy.action for item in run.made.plan.open_items}
    left_out = [id_ for id_, one in tasks.items() if one.papers and not offered & set(one.papers)]
    assert left_out == []
    assert any(one.papers for one in tasks.values())
    assert offered <= {*PAPERS, *BANK.paper_forms, "unsigned-agreements", "to-sign"}
