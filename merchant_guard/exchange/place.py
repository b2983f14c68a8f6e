"""How places and values of a file from outside are named in a sentence: short, and safe to print."""

import json
from collections.abc import Iterable
from typing import Any

LONGEST_SHOWN = 40


def shown(value: Any) -> str:
    """Return a value as the person wrote it, at most 40 characters, unprintable ones replaced.

    A large list or object is not written out to be cut: only how it begins.
    """
    match value:
        case str():
            written = value
        case dict():
            written = "{…}" if value else "{}"
        case list():
            written = "[…]" if value else "[]"
        case _:
            written = json.dumps(value)
    short = written if len(written) <= LONGEST_SHOWN else written[: LONGEST_SHOWN - 1] + "…"
    return printable(short)


def printable(text: str) -> str:
    """Return text with what cannot be printed replaced: control characters, halves of characters."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def place_of(path: Iterable[str | int]) -> str:
    """Return where something stands: `staff #2/joined` is `joined` of the second entry under `staff`."""
    place = ""
    for part in path:
        if isinstance(part, int):
            place += f" #{part + 1}"
        else:
            place += f"/{shown(part)}" if place else shown(part)
    return place
