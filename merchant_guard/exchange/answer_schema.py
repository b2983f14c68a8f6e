"""The schema of the answer file, narrowed to what a question bank asks.

`resources/schema/answer-file.schema.json` tells other programs the shape of the file and leaves the ids open.
Here the ids of the bank are put in, so that one run of one validator finds all that is wrong.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from merchant_guard.domain.action import ASK_LATER, ASK_TODAY
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


class RetiredIds(NamedTuple):
    """What earlier question banks had: questions with their ticks, and actions, whose words a file keeps."""

    questions: Mapping[str, frozenset[str]] = {}
    actions: tuple[str, ...] = ()


NONE_RETIRED = RetiredIds()


def retired_ids(tree: Any) -> RetiredIds:
    """Find the ids whose words a file keeps, before anybody has looked at the file."""
    questions: dict[str, frozenset[str]] = {}
    actions: list[str] = []
    while isinstance(tree, Mapping):
        words = _mapping(tree.get("wording"))
        for id_, one in _mapping(words.get("questions")).items():
            ticks = frozenset(_mapping(_mapping(one).get("ticks")))
            questions[id_] = questions.get(id_, frozenset()) | ticks
        actions += _mapping(words.get("actions"))
        tree = tree.get("previous")
    return RetiredIds(questions, tuple(dict.fromkeys(actions)))


def _mapping(plain: Any) -> Mapping[str, Any]:
    return plain if isinstance(plain, Mapping) else {}


def schema_for(bank: QuestionBank, retired: RetiredIds = NONE_RETIRED) -> Schema:
    """Return the schema that knows no other ids than the bank's, and those retired since."""
    schema = open_schema()
    defs = schema["$defs"]
    defs["role"] = {"enum": list(bank.roles)}
    fields = {field.id: _field(field) for field in bank.profile_form}
    defs["shop"] = _closed(defs["shop"], {**fields, **defs["shop"]["properties"]})
    defs["profile"] = _closed(defs["profile"], fields)
    ticks = {id_: sorted(ids) for id_, ids in retired.questions.items()}
    ticks |= {
        question.id: [*(tick.id for tick in question.ticks), *ticks.get(question.id, ())]
        for question in bank.questions
    }
    answers = {question_id: _answer(defs["answer"], known) for question_id, known in ticks.items()}
    defs["answers"] = _closed(defs["answers"], answers)
    defs["waiting"] = _closed(defs["waiting"], dict.fromkeys(ticks, defs["references"]))
    items = (*plan_item_ids(bank), *retired.actions)
    defs["plan"] = _closed(defs["plan"], dict.fromkeys(items, defs["progress"]))
    detail_ids = [one.detail.id for one in bank.paper_details]
    defs["details"] = _closed(defs["details"], dict.fromkeys(detail_ids, defs["detail"]))
    entry = defs["entry"]
    defs["entry"] = {
        **entry,
        "properties": {**entry["properties"], "register": {"enum": list(bank.registers)}},
    }
    defs["log_line"]["properties"]["tick"] = {"enum": sorted(bank.incident.tick_ids)}
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


def _answer(answer: Schema, ticks: Sequence[str]) -> Schema:
    done = {"type": "array", "items": {"enum": list(dict.fromkeys(ticks))}}
    return {**answer, "properties": {**answer["properties"], "done": done}}
