"""How what is written in a register stands in a column: JSON, with a day as {"day": "2026-11-30"}."""

import json
from collections.abc import Set
from datetime import date

from merchant_guard.domain.registers.register import Value

_to_json = json.JSONEncoder(ensure_ascii=False).encode


def value_to_json(value: Value | None) -> str | None:
    """Write a value; None where it was emptied."""
    if value is None:
        return None
    if isinstance(value, date):
        return _to_json({"day": value.isoformat()})
    return _to_json(sorted(value) if isinstance(value, Set) else value)


def value_from_json(text: str | None) -> Value | None:
    """Read what `value_to_json` wrote."""
    if text is None:
        return None
    plain = json.loads(text)
    if isinstance(plain, dict):
        return date.fromisoformat(plain["day"])
    value: Value = frozenset(plain) if isinstance(plain, list) else plain
    return value
