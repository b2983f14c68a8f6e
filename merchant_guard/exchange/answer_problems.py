"""What the validator finds in an answer file, as problems to mend: the place and the nearest valid id."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from merchant_guard.domain.errors import Problem, problem
from merchant_guard.exchange.answer_schema import Schema
from merchant_guard.exchange.place import place_of, shown

MOST_PROBLEMS = 100
"""Nobody mends more at a time, and a hostile file could hold hundreds of thousands."""
MOST_KNOWN = 8
"""As many valid values as a sentence lists."""

_TYPES = {
    "string": "answer_file.not_text",
    "boolean": "answer_file.not_yes_no",
    "integer": "answer_file.not_whole_number",
    "number": "answer_file.not_number",
    "array": "answer_file.not_list",
    "object": "answer_file.not_object",
}
_OWN_SENTENCES = {
    "day": "answer_file.not_a_day",
    "busy_time": "answer_file.not_a_busy_time",
    "moment": "answer_file.not_a_moment",
    "entry_id": "answer_file.not_an_entry_id",
    "kept_file": "answer_file.not_a_kept_file",
}
"""Definitions of the schema, by title, whose every fault is told by one sentence with an example."""
_ENTRIES = {
    "answers": "answer_file.unknown_question",
    "waiting": "answer_file.unknown_question",
    "plan": "answer_file.unknown_plan_item",
}
"""Objects whose keys are ids of the bank and have a sentence of their own."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of the validator: the keyword that failed, what it wanted, its schema, and what is there."""

    keyword: str
    wanted: Any
    schema: Schema
    path: tuple[str | int, ...]
    value: Any

    @property
    def place(self) -> str:
        """Where in the file it is."""
        return place_of(self.path)


def shape_problems(tree: Any, schema: Schema) -> list[Problem]:
    """Hold a file's content against the schema; return at most `MOST_PROBLEMS` problems, each once."""
    return list(islice(_told_once(_faults(tree, schema)), MOST_PROBLEMS))


def _faults(tree: Any, schema: Schema) -> Iterator[Fault]:
    # Heavy to import, and most runs of the app read no answer file.
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415

    validator = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    for error in validator.iter_errors(tree):
        around: Any = error.schema
        yield Fault(
            str(error.validator), error.validator_value, around, tuple(error.absolute_path), error.instance
        )


def _told_once(faults: Iterable[Fault]) -> Iterator[Problem]:
    """A day may fail the pattern and the calendar; that is one problem to its owner."""
    told: list[Problem] = []
    for fault in faults:
        for found in _problems(fault):
            if found not in told:
                told.append(found)
                yield found


def _problems(fault: Fault) -> Iterable[Problem]:
    if own := _OWN_SENTENCES.get(fault.schema.get("title", "")):
        return [problem(own, place=fault.place, value=shown(fault.value))]
    if fault.keyword == "additionalProperties":
        return _unknown_keys(fault)
    if fault.keyword == "required":
        missing = (key for key in fault.wanted if key not in fault.value)
        return (problem("answer_file.missing", place=place_of((*fault.path, key))) for key in missing)
    return [_VALUE_PROBLEMS[fault.keyword](fault)]


def _unknown_keys(fault: Fault) -> Iterator[Problem]:
    """One problem for each key that does not belong here."""
    known = fault.schema["properties"]
    entry = _ENTRIES.get(str(fault.path[-1])) if fault.path else None
    for key in fault.value:
        if key not in known:
            place = fault.place if entry else place_of((*fault.path, key))
            yield unknown(entry or "answer_file.unknown_key", key, list(known), place)


def unknown(code: str, value: Any, known: Sequence[Any], place: str) -> Problem:
    """Return a problem that names the nearest valid value, or what is valid where nothing comes near."""
    names = [str(one) for one in known]
    near = difflib.get_close_matches(shown(value).lower(), names, n=1)
    if near:
        return problem(f"{code}_near", place=place, value=shown(value), nearest=near[0])
    some = names if len(names) <= MOST_KNOWN else [*names[:MOST_KNOWN], "…"]
    return problem(code, place=place, value=shown(value), known=", ".join(some))


def _unknown_value(fault: Fault) -> Problem:
    known = fault.wanted if fault.keyword == "enum" else [fault.wanted]
    return unknown("answer_file.unknown_value", fault.value, known, fault.place)


def _wrong_type(fault: Fault) -> Problem:
    return problem(_TYPES[fault.wanted], place=fault.place, value=shown(fault.value))


def _out_of_range(fault: Fault) -> Problem:
    low, high = fault.schema["minimum"], fault.schema["maximum"]
    return problem(
        "answer_file.out_of_range", place=fault.place, value=shown(fault.value), low=low, high=high
    )


def _too_long(fault: Fault) -> Problem:
    return problem("answer_file.too_long", place=fault.place, length=len(fault.value), limit=fault.wanted)


def _too_many(fault: Fault) -> Problem:
    return problem("answer_file.too_many", place=fault.place, count=len(fault.value), limit=fault.wanted)


def _empty(fault: Fault) -> Problem:
    return problem("answer_file.empty", place=fault.place)


def _strange_character(fault: Fault) -> Problem:
    allowed = re.compile(fault.wanted)
    strange = next(char for char in fault.value if not allowed.match(char))
    return problem("answer_file.strange_character", place=fault.place, character=f"U+{ord(strange):04X}")


_VALUE_PROBLEMS: dict[str, Callable[[Fault], Problem]] = {
    "const": _unknown_value,
    "enum": _unknown_value,
    "type": _wrong_type,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "maxLength": _too_long,
    "maxItems": _too_many,
    "maxProperties": _too_many,
    "minLength": _empty,
    "pattern": _strange_character,
}
