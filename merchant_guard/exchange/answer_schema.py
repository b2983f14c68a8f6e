"""The schema of the answer file, narrowed to what a question bank asks.

`resources/schema/answer-file.schema.json` tells other programs the shape of the file and leaves the ids open.
Here the ids of the bank are put in, so that one run of one validator finds all that is wrong.
"""

import json
from collections.abc import Iterable
from typing import Any

from merchant_guard.domain.action import ASK_LATER, ASK_TODAY
from merchant_guard.domain.question import Question
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.remedy import INQUIRIES_PER_ROW
from merchant_guard.domain.shop import FieldType, Labelled, ProfileField
from merchant_guard.system import resources

SCHEMA = "schema/answer-file.schema.json"
FORMAT = "merchant-guard/self-check"
VERSION = 1

Schema = dict[str, Any]


def open_schema() -> Schema:
    """Return the schema as it is published, open for any id."""
    schema: Schema = json.loads(resources.read_text(SCHEMA))
    return schema


def schema_for(bank: QuestionBank) -> Schema:
    """Return the schema that knows no other ids than the bank's."""
    schema = open_schema()
    defs = schema["$defs"]
    defs["role"] = {"enum": list(bank.roles)}
    fields = {field.id: _field(field) for field in bank.profile_form}
    defs["shop"] = _closed(defs["shop"], {**fields, **defs["shop"]["properties"]})
    defs["profile"] = _closed(defs["profile"], fields)
    defs["answers"] = _closed(defs["answers"], {q.id: _answer(defs["answer"], q) for q in bank.questions})
    defs["plan"] = _closed(defs["plan"], dict.fromkeys(plan_item_ids(bank), defs["progress"]))
    detail_ids = [one.detail.id for one in bank.paper_details]
    defs["details"] = _closed(defs["details"], dict.fromkeys(detail_ids, defs["detail"]))
    entry = defs["entry"]
    defs["entry"] = {
        **entry,
        "properties": {**entry["properties"], "register": {"enum": list(bank.registers)}},
    }
    # What a field may hold depends on its register; `book_reader` looks at that.
    defs["written"]["properties"]["value"] = {}
    return schema


def plan_item_ids(bank: QuestionBank) -> tuple[str, ...]:
    """Every id a row of a plan can have: the actions, and the further rows of things to find out."""
    rows = range(2, -(-len(bank.questions) // INQUIRIES_PER_ROW) + 1)
    return (*bank.actions, *(f"{action}-{row}" for action in (ASK_TODAY, ASK_LATER) for row in rows))


def _closed(schema: Schema, properties: Schema) -> Schema:
    return {**schema, "properties": properties, "additionalProperties": False}


def _field(field: ProfileField) -> Schema:
    match field.type:
        case FieldType.YES_NO:
            return {"type": "boolean"}
        case FieldType.COUNT:
            return {"$ref": "#/$defs/count"}
        case FieldType.ONE:
            return _one_of(field.options)
        case FieldType.MANY:
            return {"type": "array", "items": _one_of(field.options)}


def _one_of(options: Iterable[Labelled]) -> Schema:
    return {"enum": [option.id for option in options]}


def _answer(answer: Schema, question: Question) -> Schema:
    done = {"type": "array", "items": {"enum": [tick.id for tick in question.ticks]}}
    return {**answer, "properties": {**answer["properties"], "done": done}}
