"""Bytes from outside → plain JSON values, within limits: UTF-8, depth, every key once, ordinary numbers."""

import json
import math
from typing import Any, NoReturn

from merchant_guard.domain.errors import InputError, Problem, problem
from merchant_guard.exchange.place import shown

DEEPEST = 40
"""Levels of nesting: an answer file with thirty-five earlier checks inside."""
LONGEST_NUMBER = 30
"""Characters. More are no number a shop writes, and whole numbers without end are slow to read."""


def parse_json(data: bytes) -> Any:
    """Read JSON text, with or without a byte order mark.

    Raises InputError for text that is not UTF-8 or not JSON (line and column), for nesting deeper than
    `DEEPEST`, keys that stand twice, and numbers that are none.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(problem("json.not_utf8")) from error
    repeated: list[Problem] = []
    try:
        tree = json.loads(
            text,
            object_pairs_hook=lambda pairs: _object(pairs, repeated),
            parse_constant=_refuse_number,
            parse_float=_float,
            parse_int=_int,
        )
    except json.JSONDecodeError as error:
        raise InputError(problem("json.not_json", line=error.lineno, column=error.colno)) from error
    except RecursionError as error:
        raise InputError(_too_deep()) from error
    if repeated:
        raise InputError(repeated)
    _refuse_depth(tree)
    return tree


def _object(pairs: list[tuple[str, Any]], repeated: list[Problem]) -> dict[str, Any]:
    """Make an object and note the keys that stand in it twice: one of the two values would be lost."""
    plain = dict(pairs)
    if len(plain) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                repeated.append(problem("json.repeated_key", key=shown(key)))
            seen.add(key)
    return plain


def _refuse_number(written: str) -> NoReturn:
    raise InputError(problem("json.not_a_number", value=shown(written)))


def _int(written: str) -> int:
    return int(written) if len(written) <= LONGEST_NUMBER else _refuse_number(written)


def _float(written: str) -> float:
    value = float(written)
    return value if math.isfinite(value) else _refuse_number(written)


def _too_deep() -> Problem:
    return problem("json.too_deep", limit=DEEPEST)


def _refuse_depth(tree: Any) -> None:
    level = [tree]
    for _ in range(DEEPEST + 1):
        level = [child for value in level for child in _children(value)]
        if not level:
            return
    raise InputError(_too_deep())


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
