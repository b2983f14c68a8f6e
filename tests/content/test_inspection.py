"""What is said of inspections: all that it names is there, and what is missing is complained of."""

import pytest

from merchant_guard.content.inspection_coherence import inspection_problems
from merchant_guard.content.loader import understand
from merchant_guard.domain.errors import problem
from merchant_guard.domain.inspection_visit import Visitor
from merchant_guard.domain.registers.register import FieldKind
from merchant_guard.domain.rehearsal import KIND, REGISTER
from tests.support import real_content
from tests.support.damage import Damage, put

BANK = real_content.bank()
GUIDE = BANK.inspection
FAULTS: dict[str, tuple[Damage, tuple[str, str, str]]] = {
    "an unknown folder": (
        put("visitors.0.paper", "inspection-fire"),
        ("inspection.police", "paper", "inspection-fire"),
    ),
    "an unknown authority": (
        put("visitors.0.authority", "fire"),
        ("inspection.police", "option", "inspections.authority=fire"),
    ),
    "a step for nobody": (
        put("steps.0.ways.0.for", ["fire"]),
        ("inspection.look", "visitor", "fire"),
    ),
    "a material for nobody": (
        put("materials.0.for", ["fire"]),
        ("inspection.plan", "visitor", "fire"),
    ),
    "an unknown paper to mend it": (
        put("materials.2.mend.papers", ["hosepipe"]),
        ("inspection.rules", "paper", "hosepipe"),
    ),
    "an unknown register to mend it": (
        put("materials.2.mend", {"register": "hoses"}),
        ("inspection.rules", "register", "hoses"),
    ),
    "an unknown question to mend it": (
        put("materials.2.mend", {"question": ["audit.hoses"]}),
        ("inspection.rules", "question", "audit.hoses"),
    ),
    "an unknown question that shows it": (
        put("materials.2.ready.0.question", "audit.hoses"),
        ("inspection.rules", "question", "audit.hoses"),
    ),
    "an unknown tick": (
        put("materials.2.ready.0.ticks", ["hose"]),
        ("inspection.rules", "tick", "audit.rules-and-person/hose"),
    ),
    "an unknown day": (
        put("materials.2.ready.0", {"share": {"register": "staff", "day": "wet_on"}}),
        ("inspection.rules", "day", "staff.wet_on"),
    ),
    "an unknown action": (
        put("tests.0.actions", ["access.hose"]),
        ("inspection.lock_screen", "action", "access.hose"),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_names_something_that_is_not_there_is_found(fault: str) -> None:
    damage, (where, kind, id_) = FAULTS[fault]
    bank = understand(real_content.with_file(real_content.damaged("inspection", damage)))
    assert problem("content.unresolved", where=where, kind=kind, id=id_) in inspection_problems(bank)


def test_the_register_of_checks_knows_every_test() -> None:
    field = BANK.registers[REGISTER].field("to_mend")
    assert field.kind is FieldKind.MANY
    assert [one.id for one in field.options] == [test.id for test in GUIDE.tests]
    assert field.asked_when == {"kind": frozenset({KIND})}


def test_a_rehearsal_is_no_drill_of_the_emergency_card() -> None:
    duty = next(one for one in BANK.duties if one.id == "incident.yearly-drill")
    assert all(KIND not in settling.only.get("kind", ()) for settling in duty.rule.settled_by)


@pytest.mark.parametrize("visitor", GUIDE.visitors, ids=lambda one: one.id)
def test_every_authority_has_a_folder_that_fits_whom_it_visits(visitor: Visitor) -> None:
    if visitor.paper is None:
        assert visitor.authority is None
        return
    form = BANK.paper_forms[visitor.paper]
    assert form.applies_when == visitor.applies_when


def test_titles_fit_their_places() -> None:
    assert [test.id for test in GUIDE.tests if len(test.title.zh) > 14] == []
    assert [one.id for one in GUIDE.materials if len(one.title.zh) > 8] == []
    lines = [line.zh for test in GUIDE.tests for line in (*test.how, test.good, test.now)]
    assert [line for line in lines if len(line) > 32] == []


def test_no_default_password_is_told() -> None:
    said = " ".join(line.zh + line.en for test in GUIDE.tests for line in (*test.how, test.now))
    assert not [word for word in ("admin", "123456", "888888") if word in said.lower()]
