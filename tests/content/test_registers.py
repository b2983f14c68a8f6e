"""The registers that ship with the app: what they hold and ask, in words that fit their places."""

import re
from typing import Any

import pytest

from merchant_guard.content.coherence import coherence_problems
from merchant_guard.content.listed import listed_ids
from merchant_guard.content.loader import understand
from merchant_guard.content.register_coherence import kinds_of_records, register_problems
from merchant_guard.content.schema import schema_problems
from merchant_guard.content.source import ContentSource
from merchant_guard.domain.errors import Problem, problem
from merchant_guard.domain.registers.register import STAFF, FieldKind
from merchant_guard.system import resources
from tests.support import real_content
from tests.support.damage import Damage, drop, put, repeat

BANK = real_content.bank()
REGISTERS = BANK.registers

FIELDS = {
    "staff": "name role employment joined agreement_on agreement_until trained_on access left_on closed_on "
    "note",
    "accounts": "name kind held_by opened_on reviewed_on closed_on note",
    "partners": "name kind role began_on contract_on contract_until checked_on ended_on returned_on note",
    "disposals": "on what amount how by witness note",
    "trainings": "on topics attended minutes quiz note",
    "requests": "received_on reference kind via concerns done_on outcome reason note",
    "incidents": "noticed_on happened_on kind concerns people stopped_on authority_on postal_on police_on "
    "people_on closed_on note",
    "inspections": "on authority kind document concerns deadline done_on replied_on note",
    "disputes": "began_on kind reference concerns ended_on note",
    "checks": "on kind by found to_mend note",
    "periods": "what months said_by found_on note",
}
"""The ids are for ever: entries in stores and files name them."""

LONGEST_TAB, LONGEST_LABEL, LONGEST_HINT, LONGEST_ABOUT, LONGEST_BADGE, LONGEST_ADD = 6, 14, 24, 34, 6, 9


def test_the_registers_stand_in_the_order_of_their_tabs_with_their_fields() -> None:
    assert list(REGISTERS) == list(FIELDS)
    held = {id_: " ".join(field.id for field in one.fields) for id_, one in REGISTERS.items()}
    assert held == FIELDS


def test_staff_have_what_the_plan_takes_from_them() -> None:
    staff = REGISTERS[STAFF]
    kinds = {id_: staff.field(id_).kind for id_ in ("name", "role", "joined", "left_on")}
    assert kinds == {
        "name": FieldKind.TEXT,
        "role": FieldKind.CHOICE,
        "joined": FieldKind.DAY,
        "left_on": FieldKind.DAY,
    }
    assert staff.field("role").options == tuple(BANK.roles.values())


def test_nothing_but_a_name_or_number_is_asked_about_a_person() -> None:
    """Free words are few: no field asks for an identity card or a whole phone number."""
    free = {f"{id_}.{f.id}" for id_, one in REGISTERS.items() for f in one.fields if f.kind is FieldKind.TEXT}
    assert free == {
        "staff.name",
        "accounts.name",
        "partners.name",
        "disposals.amount",
        "disposals.witness",
        "requests.reference",
        "requests.reason",
        "inspections.document",
        "disputes.reference",
    }
    assert "后 4 位" in (REGISTERS["requests"].field("reference").hint or pytest.fail("no hint")).zh


def test_holds_are_as_the_law_wants_them() -> None:
    """All records of an open matter, and of a complaint what was ticked."""
    holds = {id_: one.holds for id_, one in REGISTERS.items() if one.holds}
    assert set(holds) == {"incidents", "inspections", "disputes", "requests"}
    assert {id_ for id_, rule in holds.items() if rule.all_unless_said} == set(holds) - {"requests"}
    assert {id_: dict(rule.only) for id_, rule in holds.items() if rule.only} == {
        "requests": {"kind": frozenset({"complaint"})}
    }
    assert kinds_of_records(BANK) == {
        *("labels", "stubs", "footage", "chats", "orders", "members", "staff_papers", "computers")
    }


def test_every_picture_is_one_of_our_icons() -> None:
    icons = {name.rpartition("/")[2] for name in resources.names("icons", ".svg")}
    assert not [one.id for one in REGISTERS.values() if f"{one.picture}.svg" not in icons]


def test_words_fit_their_places() -> None:
    wanted = [
        *((one.id, one.tab or one.title, LONGEST_TAB) for one in REGISTERS.values()),
        *((one.id, one.about, LONGEST_ABOUT) for one in REGISTERS.values()),
        *((one.id, one.settled, LONGEST_BADGE) for one in REGISTERS.values()),
        *((one.id, one.add, LONGEST_ADD) for one in REGISTERS.values() if one.add),
        *((one.id, field.label, LONGEST_LABEL) for one in REGISTERS.values() for field in one.fields),
        *(
            (one.id, field.hint, LONGEST_HINT)
            for one in REGISTERS.values()
            for field in one.fields
            if field.hint
        ),
    ]
    faults = [
        f"{id_}: {len(text.zh)} > {most}: {text.zh}" for id_, text, most in wanted if len(text.zh) > most
    ]
    assert not faults, real_content.listed(faults)


def test_every_register_has_the_words_of_its_button_and_shows_what_names_an_entry() -> None:
    assert not [one.id for one in REGISTERS.values() if one.add is None or one.columns[0] != one.name]
    assert not [one.id for one in REGISTERS.values() if (one.over is None) is not (one.ended is None)]


def test_a_day_on_which_somebody_acted_is_an_act_and_ends_are_days() -> None:
    ends = {"joined", "agreement_until", "contract_until", "deadline", "ended_on", "left_on", "found_on"}
    ends |= {"opened_on", "began_on", "received_on", "noticed_on", "happened_on"}
    for register in REGISTERS.values():
        for field in register.fields:
            if field.kind is FieldKind.DAY:
                assert field.id in ends or (register.id, field.id) == ("inspections", "on")


OF_REGISTERS: dict[str, tuple[Damage, str, str, str]] = {
    "a column that is no field": (put("registers.0.columns.1", "phone"), "staff", "field", "staff.phone"),
    "a name that is no field": (put("registers.0.name", "phone"), "staff", "field", "staff.phone"),
    "an event that is no day": (put("registers.0.event", "name"), "staff", "day", "staff.name"),
    "an end that is no day": (put("registers.0.over", "role"), "staff", "day", "staff.role"),
    "proof of what is no day": (put("registers.0.proof_of", "note"), "staff", "day", "staff.note"),
    "a link to nothing": (
        put("registers.1.fields.2.links_to", "people"),
        "accounts.held_by",
        "register",
        "people",
    ),
    "a field asked for an unknown option": (
        put("registers.5.fields.4.asked_when", {"kind": ["quarrel"]}),
        "requests.concerns",
        "option",
        "requests.kind=quarrel",
    ),
    "a hold on unknown entries": (
        put("registers.5.holds.only", {"mood": ["bad"]}),
        "requests",
        "choice",
        "requests.mood",
    ),
    "a hold about no options": (
        put("registers.6.holds.concerns", "people"),
        "incidents",
        "choice",
        "incidents.people",
    ),
    "a hold that ends on no day": (
        put("registers.6.holds.ends", "kind"),
        "incidents",
        "day",
        "incidents.kind",
    ),
}


@pytest.mark.parametrize("fault", OF_REGISTERS)
def test_a_register_that_names_what_is_not_there_is_found(fault: str) -> None:
    damage, where, kind, id_ = OF_REGISTERS[fault]
    bank = understand(real_content.with_file(real_content.damaged("registers", damage)))
    assert problem("content.unresolved", where=where, kind=kind, id=id_) in register_problems(bank)


TWICE: dict[str, tuple[Damage, Problem]] = {
    "a register": (repeat("registers"), problem("content.repeated", kind="register", id="staff")),
    "a field": (
        repeat("registers.0.fields"),
        problem("content.repeated", kind="register field", id="staff.name"),
    ),
    "an option": (
        repeat("registers.0.fields.2.options"),
        problem("content.repeated", kind="option", id="staff.employment=full_time"),
    ),
    "an option of a list": (
        repeat("lists.records"),
        problem("content.repeated", kind="option", id="records=labels"),
    ),
}


def few(source: ContentSource) -> ContentSource:
    """Without the questions: what is asked here is not about them."""
    return ContentSource(tuple(one for one in source.files if one.kind not in ("questionnaire", "actions")))


@pytest.mark.parametrize("what", TWICE)
def test_what_stands_twice_is_named(what: str) -> None:
    damage, wanted = TWICE[what]
    source = few(real_content.with_file(real_content.damaged("registers", damage)))
    assert wanted in coherence_problems(understand(source), listed_ids(source))


SHAPES: dict[str, tuple[Damage, str]] = {
    "a choice without options": (drop("registers.0.fields.2.options"), "$.registers[0].fields[2]"),
    "words with options": (put("registers.0.fields.0.options", "roles"), "$.registers[0].fields[0]"),
    "a link to no register": (drop("registers.1.fields.2.links_to"), "$.registers[1].fields[2]"),
    "an end without a word for it": (drop("registers.0.ended"), "$.registers[0]"),
    "too many columns": (
        put("registers.0.columns", ["name", "role", "joined", "note", "left_on"]),
        "$.registers[0].columns",
    ),
    "an unknown kind of field": (
        put("registers.0.fields.0.kind", "phone"),
        "$.registers[0].fields[0].kind",
    ),
    "no words for the button": (drop("registers.0.add"), "$.registers[0]"),
}


def places(file: str, damage: Damage) -> list[Any]:
    """Where the schema complains about a damaged file."""
    found = schema_problems(ContentSource((real_content.damaged(file, damage),)))
    return [one.params["place"] for one in found]


@pytest.mark.parametrize("fault", SHAPES)
def test_a_register_of_the_wrong_shape_is_named_with_its_place(fault: str) -> None:
    damage, place = SHAPES[fault]
    assert place in places("registers", damage)


def test_no_placeholder_stands_in_a_register() -> None:
    texts = [
        (place, words)
        for place, *pair in real_content.sentences()
        if place.startswith("content/registers.json")
        for words in pair
    ]
    assert texts
    assert not [place for place, words in texts if re.search(r"[{}]", words)]
