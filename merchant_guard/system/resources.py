"""The one door to the files the app ships: from source, from a wheel and in a frozen app."""

from __future__ import annotations

import os
import sys

# See `language`: whoever only reads a catalogue or a shipped file does not pay for `pathlib`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def _root() -> str:
    """Find the folder: beside the package in a wheel or frozen app, beside its parent in a source tree."""
    frozen = getattr(sys, "_MEIPASS", None)
    parents = [*([frozen] if frozen else []), _PACKAGE, os.path.dirname(_PACKAGE)]
    places = [os.path.join(parent, "resources") for parent in parents]
    return next((place for place in places if os.path.isdir(place)), places[-1])


def _place(name: str) -> str:
    parts = name.split("/")
    if not name or any(part in ("", ".", "..") for part in parts) or "\\" in name or ":" in name:
        raise ValueError(name)
    place = os.path.join(_root(), *parts)
    if not os.path.exists(place):
        raise FileNotFoundError(name)
    return place


def path(name: str) -> Path:
    """Return the place of a resource, named by its path with `/` below `resources`.

    Raises ValueError for a name that leads outside, FileNotFoundError for one that is not there.
    """
    from pathlib import Path  # noqa: PLC0415

    return Path(_place(name))


def read_bytes(name: str) -> bytes:
    """Read a resource."""
    with open(_place(name), "rb") as file:
        return file.read()


def read_text(name: str) -> str:
    """Read a resource that is UTF-8 text."""
    return read_bytes(name).decode("utf-8")


def names(folder: str, suffix: str) -> list[str]:
    """List the resources of one folder that end in `suffix`, sorted, as names `read_text` takes."""
    return sorted(f"{folder}/{name}" for name in os.listdir(_place(folder)) if name.endswith(suffix))


def notice() -> str:
    """Read what this app is made of and under which licences: among the resources, or in the source tree."""
    places = [os.path.join(_root(), "NOTICE"), os.path.join(os.path.dirname(_root()), "NOTICE")]
    with open(next(filter(os.path.isfile, places), places[0]), encoding="utf-8") as file:
        return file.read()
