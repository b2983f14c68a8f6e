"""Who signs what: exactly one agreement fits everybody who works here, and all of it is found at once."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from merchant_guard.domain.paper import About
from merchant_guard.domain.paper_groups import PaperGroup, group_of, offered_groups
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import STAFF
from merchant_guard.domain.signing import (
    TO_SIGN,
    UNSIGNED,
    agreement_for,
    is_staff_agreement,
    is_to_sign,
    lacks_signature,
    papers_to_sign,
    unsigned_agreements,
)
from tests.support.books import book, entry
from tests.support.kept_registers import plan
from tests.support.real_content import bank

DAY = date(2026, 11, 30)
FACTS = plan().assessment.sheet.facts
STAFF_FIELDS = {field.id: field for field in bank().registers[STAFF].fields}
ROLES = [option.id for option in STAFF_FIELDS["role"].options]
EMPLOYMENTS = [option.id for option in STAFF_FIELDS["employment"].options]


def person(entry_id: str = "one", **values: object) -> Entry:
    return entry(STAFF, DAY, {"name": entry_id, **values}, entry_id)


def unsigned(*people: Entry) -> dict[str, str]:
    """Who has to sign what."""
    found = unsigned_agreements(bank(), FACTS, book(people))
    return {one.entry_id: one.form.id for one in found}


@pytest.mark.parametrize(("role", "employment"), list(product(ROLES, EMPLOYMENTS)))
def test_exactly_one_agreement_fits_everybody_but_the_owner(role: str, employment: str) -> None:
    somebody = person(role=role, employment=employment)
    fitting = [
        form.id for form in bank().paper_forms.values() if is_staff_agreement(form) and form.fits(somebody)
    ]
    assert len(fitting) == (0 if role == "owner" else 1)
    found = agreement_for(bank(), FACTS, somebody)
    assert [found.id if found else None] == (fitting or [None])


def test_who_has_signed_or_left_needs_no_agreement() -> None:
    signs = {"role": "packing", "employment": "full_time"}
    assert unsigned(
        person("waits", **signs),
        person("signed", **signs, agreement_on=DAY),
        person("left", **signs, left_on=DAY),
        person("owner", role="owner"),
        person("sent", role="packing", employment="outsourced"),
    ) == {"waits": "agreement-packing", "sent": "undertaking-outsourced"}


def test_only_papers_that_are_signed_and_kept_are_to_be_signed() -> None:
    for form in bank().paper_forms.values():
        if is_to_sign(form):
            assert form.signed
            assert form.kept is not None or form.kind == "agreement"
    assert not any(
        form.id.startswith("inspection-") for form in bank().paper_forms.values() if is_to_sign(form)
    )


def test_all_that_is_to_be_signed_is_of_the_shop_once_and_of_entries_that_are_not_signed() -> None:
    waits, signed = person("waits", role="packing"), person("signed", role="packing", agreement_on=DAY)
    firm = entry("partners", DAY, {"name": "甲", "kind": "courier", "role": "independent"}, "firm")
    bound = entry("partners", DAY, {"name": "乙", "kind": "courier", "contract_on": DAY}, "bound")
    papers = papers_to_sign(bank(), FACTS, book((waits, signed, firm, bound)))
    of_shop = [one.form.id for one in papers if one.form.about is About.SHOP]
    assert len(of_shop) == len(set(of_shop))
    assert all(one.form.applies_when.holds(FACTS) for one in papers)
    about = {(one.form.id, one.entry_id) for one in papers if one.entry_id}
    assert {entry_id for _form, entry_id in about} == {"waits", "firm"}
    assert ("agreement-packing", "waits") in about
    assert ("courier-clauses", "firm") in about


def test_an_entry_that_is_over_lacks_no_signature() -> None:
    firm = entry("partners", DAY, {"name": "甲", "ended_on": DAY}, "firm")
    assert not lacks_signature(bank(), firm)
    assert lacks_signature(bank(), person())


# --- groups ---------------------------------------------------------------------------------------------


def groups(held: Book) -> dict[str, list[str]]:
    made = plan()
    found = offered_groups(made.assessment, made.plan, held, {})
    return {one.group.value: [paper.id for paper in one.papers] for one in found}


def test_the_plan_comes_first_and_every_form_that_fits_stands_in_one_group() -> None:
    found = groups(Book())
    assert next(iter(found)) == "plan"
    assert found["plan"][0] == "plan-list"
    listed = [paper for group, papers in found.items() if group != "plan" for paper in papers]
    fitting = [form.id for form in bank().paper_forms.values() if form.applies_when.holds(FACTS)]
    assert sorted(set(listed) - {TO_SIGN.id, UNSIGNED.id}) == sorted(fitting)
    assert len(listed) == len(set(listed))
    assert list(found) == [group.value for group in PaperGroup if group.value in found]


def test_a_form_that_does_not_apply_is_not_offered() -> None:
    made = plan()
    sign = bank().paper_forms["camera-sign"]
    bare_facts = replace(FACTS, profile={})
    assert sign.applies_when.holds(FACTS)
    assert not sign.applies_when.holds(bare_facts)
    bare = replace(made.assessment, sheet=replace(made.assessment.sheet, facts=bare_facts))
    found = offered_groups(bare, made.plan, Book(), {})
    assert sign.id not in [paper.id for one in found for paper in one.papers]


def test_several_at_once_are_offered_only_where_there_is_somebody() -> None:
    assert UNSIGNED.id not in groups(Book())["sign"]
    found = groups(book([person(role="packing", employment="full_time")]))
    assert found["sign"][:2] == [UNSIGNED.id, TO_SIGN.id]


def test_what_is_for_one_purpose_stands_together() -> None:
    purposes = {form.id: group_of(form) for form in bank().paper_forms.values()}
    assert purposes["agreement-office"] == purposes["consent-slip"] == PaperGroup.SIGN
    assert purposes["camera-sign"] == purposes["processing-rules"] == PaperGroup.POST
    assert purposes["disposal-log"] == purposes["packing-week"] == PaperGroup.LOG
    assert purposes["inspection-police"] == PaperGroup.FILL
    assert purposes["correction-report"] == PaperGroup.SEND
    assert purposes["training-sheet"] == PaperGroup.TELL
