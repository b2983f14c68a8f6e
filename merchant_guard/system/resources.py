"""The one door to the files the app ships: from source, from a wheel and in a frozen app."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _root() -> Path:
    """Find the folder: beside the package in a wheel or frozen app, beside its parent in a source tree."""
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if frozen else []
    places += [_PACKAGE / "resources", _PACKAGE.parent / "resources"]
    return next((place for place in places if place.is_dir()), places[-1])


def path(name: str) -> Path:
    """Return the place of a resource, named by its path with `/` below `resources`.

    Raises ValueError for a name that leads outside, FileNotFoundError for one that is not there.
    """
    parts = name.split("/")
    if not name or any(part in ("", ".", "..") for part in parts) or "\\" in name or ":" in name:
        raise ValueError(name)
    place = _root().joinpath(*parts)
    if not place.exists():
        raise FileNotFoundError(name)
    return place


def read_bytes(name: str) -> bytes:
    """Read a resource."""
    return path(name).read_bytes()


def read_text(name: str) -> str:
    """Read a resource that is UTF-8 text."""
    return path(name).read_text(encoding="utf-8")


def names(folder: str, suffix: str) -> list[str]:
    """List the resources of one folder that end in `suffix`, sorted, as names `read_text` takes."""
    return sorted(f"{folder}/{place.name}" for place in path(folder).iterdir() if place.name.endswith(suffix))
