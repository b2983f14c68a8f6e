"""The published schema and the reader take the same files."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from merchant_guard.domain.answers import Answer
from merchant_guard.domain.findings import assess
from merchant_guard.domain.plan import make_plan
from merchant_guard.domain.question import Choice
from merchant_guard.domain.sheet import lay_out
from merchant_guard.domain.shop import FieldType
from merchant_guard.exchange.answer_file import AnswerFile, write_answer_file
from merchant_guard.exchange.answer_schema import FORMAT, VERSION, open_schema, plan_item_ids, schema_for
from merchant_guard.system import resources
from tests.support import banks
from tests.support.answer_files import ANSWER_FILES, FULL, SMALLEST, schema_example
from tests.support.small_bank import SMALL_BANK

SAMPLES = sorted(resources.path("samples").glob("*.json"))


OF_REGISTERS = ("registers", "entry", "log_line", "written", "settled", "release")
"""Definitions that `test_registers_in_files` is about."""
OF_WORDING = ("wording", "question_words", "words")
"""Those of the words of old years, whose ids nobody knows any more."""


def faults(plain: Any, schema: dict[str, Any]) -> list[str]:
    validator = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    return [error.message for error in validator.iter_errors(plain)]


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema."""
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from objects(inner)


def test_the_schema_and_its_narrowed_form_are_schemas() -> None:
    Draft202012Validator.check_schema(open_schema())
    Draft202012Validator.check_schema(schema_for(SMALL_BANK))


def test_format_and_version_are_those_of_the_reader() -> None:
    properties = open_schema()["properties"]
    assert (properties["format"]["const"], properties["version"]["const"]) == (FORMAT, VERSION)


@pytest.mark.parametrize("plain", [SMALLEST, FULL, schema_example()], ids=["smallest", "full", "example"])
def test_valid_files_fit_the_schema(plain: dict[str, Any]) -> None:
    assert faults(plain, open_schema()) == []


@pytest.mark.parametrize("place", SAMPLES, ids=lambda place: place.name)
def test_the_sample_shops_fit_the_schema(place: Path) -> None:
    assert faults(json.loads(place.read_text("utf-8")), open_schema()) == []


def test_every_part_of_the_schema_shows_examples_that_fit_it() -> None:
    schema = open_schema()
    shown = [(part, example) for part in objects(schema) for example in part.get("examples", ())]

    assert len(shown) > 5
    for part, example in shown:
        assert faults(example, {"$defs": schema["$defs"], **part}) == []


@settings(max_examples=20)
@given(ANSWER_FILES)
def test_whatever_is_written_fits_the_schema(held: AnswerFile) -> None:
    assert faults(json.loads(write_answer_file(held.shop, held.check, files=held.files)), open_schema()) == []


def used_keys(plain: dict[str, Any]) -> dict[str, set[str]]:
    """The keys of a file by the definition they belong to."""
    earlier = plain.get("previous", {})
    return {
        "file": set(plain),
        "shop": set(plain["shop"]),
        "staff_member": {key for member in plain["staff"] for key in member},
        "schedule": set(plain["schedule"]),
        "answer": {key for answer in plain["answers"].values() for key in answer},
        "progress": {key for item in plain["plan"].values() for key in item},
        "kept_file": {key for one in plain["files"] for key in one},
        "previous": set(earlier),
    }


def test_the_full_file_uses_every_key_of_the_schema() -> None:
    """With the test that it is written again value for value: the reader drops no key that the schema has."""
    schema = schema_for(SMALL_BANK)
    parts = schema["$defs"] | {"file": schema}

    used = used_keys(dict(FULL))
    assert used == {name: set(parts[name]["properties"]) - {"registers", "details"} for name in used}
    with_properties = {name for name, part in parts.items() if "properties" in part}
    assert with_properties == {
        *used,
        "profile",
        "answers",
        "waiting",
        "plan",
        "details",
        *OF_WORDING,
        *OF_REGISTERS,
    }


def test_every_object_refuses_keys_it_does_not_know() -> None:
    for part in objects(schema_for(SMALL_BANK)):
        is_by_register = "Field id" in part.get("description", "")  # `book_reader` looks at those
        by_old_id = "propertyNames" in part
        if part.get("type") == "object" and not is_by_register and not by_old_id:
            assert part["additionalProperties"] is False


def test_every_kind_of_profile_field_is_narrowed() -> None:
    assert {field.type for field in SMALL_BANK.profile_form} == set(FieldType)
    assert set(schema_for(SMALL_BANK)["$defs"]["shop"]["properties"]) == {"name", *SMALL_BANK.fields}


def test_every_row_a_plan_can_have_may_be_named_in_a_file() -> None:
    questions = [banks.question(f"access.q{n}") for n in range(8)]
    questions += [banks.question(f"audit.q{n}", red_line="forbidden") for n in range(13)]
    bank = banks.bank(*questions)
    answers = {question.id: Answer(Choice.UNSURE) for question in bank.questions}

    plan = make_plan(assess(lay_out(bank, banks.shop(), answers)), date(2026, 11, 21), date(2026, 11, 21), {})

    rows = {item.id for item in plan.items}
    assert {"ask.later-2", "ask.today-3"} <= rows <= set(plan_item_ids(bank))
    assert "ask.today-2" not in plan_item_ids(replace(bank, questions=bank.questions[:6]))
