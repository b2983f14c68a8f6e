"""What last year's plan carries, read back: whole, what is still asked of it, or one sentence why not."""

import json
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.question import Choice
from merchant_guard.exchange.plan_answers import (
    LARGEST_PLAN_ANSWERS,
    LEFT_OUT,
    SCHEMA,
    PlanAnswers,
    read_plan_answers,
)
from merchant_guard.localization.sentences import lines
from merchant_guard.system import resources
from tests.support.damage import Damage, drop, put
from tests.support.small_bank import SMALL_BANK

WHOLE: dict[str, Any] = {
    "format": "merchant-guard/plan-answers",
    "version": 1,
    "checked_on": "2026-11-21",
    "bank_version": "2026.1",
    "profile": {"kinds": ["beauty", "online_shop"], "team": 4, "computer": True, "people_held": "from_10k"},
    "answers": {
        "access.own-accounts": {"choice": "partly", "done": ["leavers", "one-each"]},
        "access.screen-lock": {"choice": "no"},
        "marketing.never-sell": {"choice": "not_applicable"},
    },
}


def read(plain: Any) -> PlanAnswers:
    return read_plan_answers(json.dumps(plain).encode(), SMALL_BANK)


def changed(*damages: Damage) -> Any:
    plain = deepcopy(WHOLE)
    for damage in damages:
        damage(plain)
    return plain


def test_a_whole_one_becomes_the_earlier_check() -> None:
    assert read(WHOLE) == PlanAnswers(
        SelfCheck(
            date(2026, 11, 21),
            {
                "access.own-accounts": Answer(Choice.PARTLY, frozenset({"leavers", "one-each"})),
                "access.screen-lock": Answer(Choice.NO),
                "marketing.never-sell": Answer(Choice.NOT_APPLICABLE, reason=LEFT_OUT),
            },
            profile={
                "kinds": frozenset({"beauty", "online_shop"}),
                "team": 4,
                "computer": True,
                "people_held": "from_10k",
            },
        ),
        "2026.1",
        0,
    )


def test_the_schema_is_one_and_its_example_fits() -> None:
    schema = json.loads(resources.read_text(SCHEMA))
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid(schema["examples"][0])


def test_what_is_not_asked_any_more_is_left_out_and_counted() -> None:
    plain = changed(
        put("answers.access/old", {"choice": "yes"}),
        put("profile.old_field", True),
        put("profile.kinds", ["online_shop", "blacksmith"]),
        put("profile.people_held", "from_3k"),
        put("profile.team", "several"),
    )
    plain["answers"]["access.old"] = plain["answers"].pop("access/old")
    plain["answers"]["access.own-accounts"]["done"].append("old-tick")
    held = read(plain)
    assert held.gone == 1
    assert held.check.answers == read(WHOLE).check.answers
    assert held.check.profile == {"kinds": frozenset({"online_shop"}), "computer": True}


def test_fields_of_a_later_version_1_are_passed_over() -> None:
    assert read(changed(put("made_by", "1.2"))) == read(WHOLE)


DAMAGED: dict[str, Any] = {
    "another format": changed(put("format", "merchant-guard/self-check")),
    "no format": changed(drop("format")),
    "no version": changed(drop("version")),
    "version nought": changed(put("version", 0)),
    "a true version": changed(put("version", True)) | {"format": "x"},
    "no day": changed(drop("checked_on")),
    "a day not in the calendar": changed(put("checked_on", "2026-02-30")),
    "a day as a number": changed(put("checked_on", 20261121)),
    "no profile": changed(drop("profile")),
    "a profile in a list": changed(put("profile", [])),
    "a count of nobody": changed(put("profile.team", 0)),
    "an option that is no id": changed(put("profile.kinds", ["<b>"])),
    "options without end": changed(put("profile.kinds", ["online_shop"] * 101)),
    "no answers": changed(drop("answers")),
    "answers in a list": changed(put("answers", [])),
    "an answer in one word": changed(put("answers", {"access.own-accounts": "yes"})),
    "an answer without a choice": changed(put("answers", {"access.own-accounts": {"done": []}})),
    "another choice": changed(put("answers", {"access.own-accounts": {"choice": "perhaps"}})),
    "ticks in one word": changed(
        put("answers", {"access.own-accounts": {"choice": "no", "done": "leavers"}})
    ),
    "a question that is no id": changed(put("answers", {"../../x y": {"choice": "no"}})),
    "answers without end": changed(put("answers", {f"a.{n}": {"choice": "no"} for n in range(1001)})),
    "a list": [],
    "nothing": None,
    "a word": "plan",
}


@pytest.mark.parametrize("plain", DAMAGED.values(), ids=DAMAGED)
def test_anything_else_is_damaged(plain: Any) -> None:
    with pytest.raises(InputError) as caught:
        read(plain)
    assert [one.code for one in caught.value.problems] == ["plan_answers.damaged"]


BYTES = {
    "nothing": b"",
    "not UTF-8": json.dumps(WHOLE).encode("utf-16"),
    "cut off": json.dumps(WHOLE).encode()[:-2],
    "nested without end": b'{"a":' * 5000 + b"1" + b"}" * 5000,
    "a key twice": b'{"format":"merchant-guard/plan-answers","format":"merchant-guard/plan-answers"}',
    "more than fits": json.dumps(WHOLE).encode() + b" " * LARGEST_PLAN_ANSWERS,
}


@pytest.mark.parametrize("data", BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_json_are_damaged(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_plan_answers(data, SMALL_BANK)
    assert [one.code for one in caught.value.problems] == ["plan_answers.damaged"]


def test_a_newer_one_says_so_before_anything_else() -> None:
    with pytest.raises(InputError) as caught:
        read({"format": "merchant-guard/plan-answers", "version": 2, "entries": 7})
    assert [(one.code, one.params) for one in caught.value.problems] == [
        ("plan_answers.newer", {"version": "2"})
    ]


@given(at=st.integers(0, len(json.dumps(WHOLE)) - 1), put_in=st.binary(max_size=3), dropped=st.integers(0, 4))
def test_any_bytes_changed_are_refused_with_one_sentence_or_read(
    at: int, put_in: bytes, dropped: int
) -> None:
    data = json.dumps(WHOLE).encode()
    try:
        held = read_plan_answers(data[:at] + put_in + data[at + dropped :], SMALL_BANK)
    except InputError as error:
        (told,) = lines("zh", [(one.code, one.params) for one in error.problems])
        assert told.isprintable()
    else:
        assert set(held.check.answers) <= set(SMALL_BANK.by_id)
