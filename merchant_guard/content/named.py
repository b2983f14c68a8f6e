"""Where the content uses a named condition that `profile.json` does not define, or defines only later."""

from collections.abc import Iterator, Set
from typing import Any

from merchant_guard.content.source import ContentSource
from merchant_guard.domain.errors import Problem, problem


def unknown_names(source: ContentSource) -> Iterator[Problem]:
    """Yield every use of a name that is not known where it stands, in files of the right shape."""
    profile = source.one("profile")
    earlier: set[str] = set()
    for name, condition in profile.plain["conditions"].items():
        yield from _unknown(condition, f"{profile.name}, $.conditions.{name}", earlier)
        earlier.add(name)
    for file in source.files:
        is_profile = file.kind == "profile"
        held, place = (file.plain["fields"], "$.fields") if is_profile else (file.plain, "$")
        yield from _unknown(held, f"{file.name}, {place}", earlier)


def _unknown(held: Any, where: str, known: Set[str]) -> Iterator[Problem]:
    if isinstance(held, list):
        for number, part in enumerate(held):
            yield from _unknown(part, f"{where}[{number}]", known)
    elif isinstance(held, dict):
        for key, part in held.items():
            if key == "named" and part not in known:
                yield problem("content.unresolved", where=where, kind="named condition", id=part)
            yield from _unknown(part, f"{where}.{key}", known)
