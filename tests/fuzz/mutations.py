"""Changes that keep the shape of a file: JSON stays JSON, an archive an archive, with other things in it."""

import io
import json
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import islice
from typing import Any

Mutate = Callable[[bytes], bytes]
"""Changes a few bytes."""

MOST_PLACES = 2000
LARGEST = 100_000
"""Bytes. What grows by being copied into itself ends there."""
VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    10**29,
    1e308,
    "",
    "\ud800",
    "\x00",
    "../../etc/passwd",
    "2026-02-30",
    "0001-01-01",
    "2026-11-30T25:61:00+99:99",
    "长" * 600,
    "yes",
    "not_applicable",
    [],
    {},
    [[]],
    {"": {}},
    ["a", "a"],
)


def changed_json(data: bytes, chance: random.Random) -> bytes:
    """The same JSON with one to three places in it changed; what is no JSON stays as it is."""
    if len(data) > LARGEST:
        return data
    is_plain = chance.random() < 0.5
    try:
        for _ in range(chance.randint(1, 3)):
            changed = json.dumps(_changed(json.loads(data), chance), ensure_ascii=is_plain)
            if len(changed) > LARGEST:
                break
            data = changed.encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return data
    return data


def _changed(tree: Any, chance: random.Random) -> Any:
    places = list(islice(_places(tree), MOST_PLACES)) if isinstance(tree, dict | list) else []
    if not places:
        return deepcopy(chance.choice(VALUES))
    holder, key = chance.choice(places)
    match chance.randrange(5):
        case 0:
            del holder[key]
        case 1:
            other, there = chance.choice(places)
            holder[key] = deepcopy(other[there])
        case 2 if isinstance(holder, list):
            holder.extend([holder[key]] * chance.choice((1, 3, 600)))
        case 3 if isinstance(holder, dict):
            holder[chance.choice(("", "x", "id", "previous", "wording", "\ud800"))] = holder.pop(key)
        case _:
            holder[key] = deepcopy(chance.choice(VALUES))
    return tree


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every list or object with each of its keys, level by level, as many as are changed quickly."""
    level = [tree]
    while level:
        inner = [(one, key) for one in level for key in (one if isinstance(one, dict) else range(len(one)))]
        yield from inner
        level = [one[key] for one, key in inner if isinstance(one[key], dict | list)]


def changed_zip(data: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """The same archive with one member changed, renamed, doubled or gone; what is no archive stays."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(one, archive.read(one)) for one in archive.infolist()[:50] if one.file_size < 1 << 20]
    except (zipfile.BadZipFile, zlib.error, struct.error, ValueError, OSError, RuntimeError, EOFError):
        return data
    if not members:
        return data
    at = chance.randrange(len(members))
    about, content = members[at]
    match chance.randrange(7):
        case 0:
            del members[at]
        case 1:
            members.append((about, content))
        case 2:
            about.filename = chance.choice(("../x", "/x", "files/x", "", about.filename + "/", "x" * 300))
        case 3:
            about.compress_type = zipfile.ZIP_DEFLATED
        case 4 | 5 if content[:1] in b"{[":
            members[at] = (about, changed_json(content, chance))
        case _:
            members[at] = (about, mutate(content))
    return _packed(members)


def _packed(members: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name that stands there twice is meant
        for about, content in members:
            fresh = zipfile.ZipInfo(about.filename)
            fresh.compress_type = about.compress_type
            archive.writestr(fresh, content)
    return whole.getvalue()
