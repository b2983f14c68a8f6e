"""The content that ships with the app, read once for all tests."""

import copy
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from merchant_guard.content.loader import understand
from merchant_guard.content.source import ContentFile, ContentSource, read_source
from merchant_guard.domain.question_bank import QuestionBank

Plain = dict[str, Any]


@cache
def source() -> ContentSource:
    return read_source()


@cache
def bank() -> QuestionBank:
    return understand(source())


def file(name: str) -> ContentFile:
    """A file by its name below `content`, without its ending."""
    return next(one for one in source().files if one.name == f"content/{name}.json")


def damaged(name: str, damage: Callable[[Any], object]) -> ContentFile:
    """A copy of a file after `damage` was done to it."""
    whole = file(name)
    plain = copy.deepcopy(dict(whole.plain))
    damage(plain)
    return ContentFile(whole.kind, whole.name, plain)


def with_file(changed: ContentFile) -> ContentSource:
    """All files, one of them replaced."""
    return ContentSource(tuple(changed if one.name == changed.name else one for one in source().files))


def sentences() -> Iterator[tuple[str, str, str]]:
    """Every sentence pair of every file: its place, the Chinese, the English."""
    for one in source().files:
        for place, pair in _pairs(one.plain, ""):
            yield f"{one.name} {place}", pair["zh"], pair["en"]


def _pairs(held: Any, place: str) -> Iterator[tuple[str, Plain]]:
    if isinstance(held, list):
        for number, part in enumerate(held):
            name = part.get("id", number) if isinstance(part, dict) else number
            yield from _pairs(part, f"{place}[{name}]")
    elif isinstance(held, dict):
        if "zh" in held:
            yield place, held
        for key, part in held.items():
            yield from _pairs(part, f"{place}.{key}".lstrip("."))


def listed(faults: list[str]) -> str:
    """Faults as lines, for the message of a failing test."""
    return f"{len(faults)} faults:\n" + "\n".join(faults)
