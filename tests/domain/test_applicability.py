from typing import Any

import pytest

from merchant_guard.content.builder import condition, named_conditions
from merchant_guard.domain.applicability import ALWAYS, Facts, leaves, questions_read

NAMED = named_conditions({"has_staff": {"team": {"min": 2}}, "lonely": {"not": {"named": "has_staff"}}})
SHOP = {"computer": True, "cameras": False, "team": 3, "size": "small", "kinds": frozenset({"shop", "class"})}
CHOICES = {"access.lock": "partly"}


@pytest.mark.parametrize(
    ("plain", "holds"),
    [
        ({}, True),
        ({"computer": True}, True),
        ({"computer": False}, False),
        ({"cameras": False}, True),
        ({"never_asked": True}, False),
        ({"never_asked": False}, True),
        ({"size": ["small", "large"]}, True),
        ({"size": ["large"]}, False),
        ({"kinds": ["courier", "class"]}, True),
        ({"kinds": ["courier"]}, False),
        ({"never_asked": ["courier"]}, False),
        ({"team": {"min": 3}}, True),
        ({"team": {"min": 4}}, False),
        ({"team": {"max": 3}}, True),
        ({"team": {"max": 2}}, False),
        ({"team": {"min": 2, "max": 3}}, True),
        ({"never_asked": {"max": 100}}, False),
        ({"computer": {"min": 1}}, False),
        ({"answers": {"access.lock": ["yes", "partly"]}}, True),
        ({"answers": {"access.lock": ["yes"]}}, False),
        ({"answers": {"not.answered": ["yes", "partly", "no", "unsure", "not_applicable"]}}, False),
        ({"answers": {"access.lock": ["partly"], "not.answered": ["yes"]}}, False),
        ({"named": "has_staff"}, True),
        ({"named": "lonely"}, False),
        ({"not": {"team": {"min": 4}}}, True),
        ({"not": {}}, False),
        ({"all": [{"computer": True}, {"cameras": True}]}, False),
        ({"any": [{"computer": False}, {"cameras": False}]}, True),
        ({"any": [{"computer": False}, {"cameras": True}]}, False),
        ({"computer": True, "named": "lonely"}, False),
        ({"computer": True, "named": "has_staff", "size": ["small"]}, True),
    ],
)
def test_a_condition_holds_when_every_key_of_it_does(plain: dict[str, Any], holds: bool) -> None:
    assert condition(plain, NAMED).holds(Facts(SHOP, CHOICES)) is holds


def test_no_condition_always_holds() -> None:
    assert ALWAYS.holds(Facts({}, {}))


def test_the_questions_a_condition_reads_are_found_at_any_depth() -> None:
    deep = condition(
        {
            "any": [
                {"not": {"answers": {"a.one": ["yes"]}}},
                {"all": [{"computer": True, "answers": {"b.two": ["no"]}}]},
            ]
        },
        {},
    )
    assert questions_read(deep) == {"a.one", "b.two"}
    assert len(list(leaves(deep))) == 3
    assert questions_read(ALWAYS) == frozenset()
