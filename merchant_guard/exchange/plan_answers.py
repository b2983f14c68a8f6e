"""The answers that a plan's PDF carries, read back: what stands beside next year's questions.

`resources/schema/plan-answers.schema.json` documents the format; `documents` writes it. Its owner cannot mend
what is inside a PDF, so anything wrong is one problem: another copy is needed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.question import Choice
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import FieldType, ProfileField, ProfileValue
from merchant_guard.exchange.incoming_file import within
from merchant_guard.exchange.json_text import parse_json
from merchant_guard.exchange.place import shown
from merchant_guard.system import resources

SCHEMA = "schema/plan-answers.schema.json"
LARGEST_PLAN_ANSWERS = 256 * 1024
"""Bytes. A shop that is asked every question needs a tenth of it."""
LEFT_OUT = "……"
"""Stands for the reason of 不适用, which the paper does not carry; without one it had not been there."""

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PlanAnswers:
    """The self-check a plan was made of, by which question bank, and how many of its questions are gone."""

    check: SelfCheck
    bank_version: str
    gone: int


def read_plan_answers(data: bytes, bank: QuestionBank) -> PlanAnswers:
    """Read what a plan carries, as far as the bank still asks it.

    Raises InputError `plan_answers.newer` for a later version of the format and `plan_answers.damaged` for
    anything that is not whole.
    """
    tree = _tree(data)
    version = tree.get("version") if isinstance(tree, dict) else None
    if isinstance(version, int) and version > 1:
        raise InputError(problem("plan_answers.newer", version=shown(version)))
    if not _fits(tree):
        raise _damaged()
    known = {id_: one for id_, one in tree["answers"].items() if id_ in bank.by_id}
    check = SelfCheck(
        checked_on=date.fromisoformat(tree["checked_on"]),
        answers={id_: _answer(one, bank, id_) for id_, one in known.items()},
        profile=_profile(tree["profile"], bank),
    )
    return PlanAnswers(check, tree["bank_version"], len(tree["answers"]) - len(known))


def _tree(data: bytes) -> Any:
    try:
        return parse_json(within(data, LARGEST_PLAN_ANSWERS))
    except InputError as error:
        raise _damaged() from error


def _fits(tree: Any) -> bool:
    # Heavy to import, and most runs of the app read no plan.
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415

    schema = json.loads(resources.read_text(SCHEMA))
    return Draft202012Validator(schema, format_checker=FormatChecker(["date"])).is_valid(tree)


def _answer(plain: Plain, bank: QuestionBank, question_id: str) -> Answer:
    ticks = {tick.id for tick in bank.by_id[question_id].ticks}
    choice = Choice(plain["choice"])
    return Answer(
        choice,
        done=frozenset(plain.get("done", ())) & ticks,
        reason=LEFT_OUT if choice is Choice.NOT_APPLICABLE else "",
    )


def _profile(plain: Plain, bank: QuestionBank) -> dict[str, ProfileValue]:
    """What the profile still asks; an option that is gone is left out, and so is a field that changed."""
    found = {id_: _value(field, plain[id_]) for id_, field in bank.fields.items() if id_ in plain}
    return {id_: value for id_, value in found.items() if value is not None}


def _value(field: ProfileField, plain: Any) -> ProfileValue | None:
    options = {option.id for option in field.options}
    match field.type, plain:
        case (FieldType.YES_NO, bool()):
            return bool(plain)
        case (FieldType.COUNT, int()) if not isinstance(plain, bool):
            return int(plain)
        case (FieldType.ONE, str()) if plain in options:
            return str(plain)
        case (FieldType.MANY, list()):
            return frozenset(plain) & options
    return None


def _damaged() -> InputError:
    return InputError(problem("plan_answers.damaged"))
