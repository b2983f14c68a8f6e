"""Steps and tellings of an incident that name what is not there: the complaint names place and id."""

from collections.abc import Sequence

import pytest

from merchant_guard.content.coherence import coherence_problems
from merchant_guard.content.loader import understand
from merchant_guard.content.schema import schema_problems
from merchant_guard.content.source import ContentSource
from merchant_guard.domain.errors import problem
from tests.support import real_content
from tests.support.damage import Damage, drop, put

STOP, JUDGE = "steps.0", "steps.2"
POSTAL, AUTHORITY, PEOPLE = "tellings.0", "tellings.1", "tellings.2"
FAULTS: dict[str, tuple[Damage, tuple[str, str, str]]] = {
    "a tick for a field without a day": (
        put(f"{STOP}.ticks.0.field", "kind"),
        ("unplug", "day", "kind"),
    ),
    "a telling for a field that is not there": (
        put(f"{AUTHORITY}.field", "told_on"),
        ("tell-authority", "day", "told_on"),
    ),
    "a paper that is not there": (
        put(f"{PEOPLE}.papers.0", "fax"),
        ("tell-people", "paper", "fax"),
    ),
    "a detail that is not there": (
        put(f"{POSTAL}.calls.0.detail", "postal_fax"),
        ("tell-postal", "detail", "postal_fax"),
    ),
    "spared by what is no finding": (
        put(f"{PEOPLE}.spared_by", "weighed"),
        ("tell-people", "finding", "weighed"),
    ),
    "a kind that is not there": (
        put("silent_for.kind.0", "gossip"),
        ("incident", "option", "incidents.kind=gossip"),
    ),
    "a tick never shown for an unknown kind": (
        put(f"{STOP}.ticks.0.never.kind.0", "gossip"),
        ("incident", "option", "incidents.kind=gossip"),
    ),
    "an article that is not there": (
        put(f"{AUTHORITY}.citations.0.article", "571"),
        ("tell-authority", "citation", "personal-information-protection-law:571"),
    ),
    "a duty of the law without its article": (
        drop(f"{JUDGE}.citations"),
        ("judge", "citation for force", "statutory"),
    ),
    "a condition on a field that is not there": (
        put(f"{STOP}.ticks.0.applies_when", {"laptop": True}),
        ("unplug", "condition", "laptop"),
    ),
}


def damaged(damage: Damage) -> ContentSource:
    return real_content.with_file(real_content.damaged("incident", damage))


@pytest.mark.parametrize(("damage", "told"), FAULTS.values(), ids=FAULTS)
def test_what_is_named_and_not_there_is_told(damage: Damage, told: Sequence[str]) -> None:
    bank = understand(damaged(damage))
    where, kind, id_ = told
    assert problem("content.unresolved", where=where, kind=kind, id=id_) in list(coherence_problems(bank, ()))


SHAPES: dict[str, Damage] = {
    "a number that is none": put(f"{AUTHORITY}.calls.0.number", "12387 or so"),
    "a number and a detail": put(f"{AUTHORITY}.calls.0.detail", "cac_contact"),
    "spared without a word": drop(f"{PEOPLE}.spared"),
    "a step that neither ticks nor tells": drop(f"{STOP}.ticks"),
    "a step that does both": put(f"{STOP}.tells", True),
}


@pytest.mark.parametrize("damage", SHAPES.values(), ids=SHAPES)
def test_another_shape_is_told(damage: Damage) -> None:
    assert list(schema_problems(damaged(damage)))
