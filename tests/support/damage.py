"""Damage to plain JSON, one way at a time. A place is keys and numbers with dots: `ticks.0.title`."""

from collections.abc import Callable
from typing import Any

Damage = Callable[[Any], None]


def _keys(place: str) -> list[str | int]:
    return [int(part) if part.isdecimal() else part for part in place.split(".")]


def _at(plain: Any, keys: list[str | int]) -> Any:
    for key in keys:
        plain = plain[key]
    return plain


def put(place: str, value: Any) -> Damage:
    """Put a value where something else stood, or nothing."""

    def damage(plain: Any) -> None:
        *way, last = _keys(place)
        _at(plain, way)[last] = value

    return damage


def drop(place: str) -> Damage:
    """Take away what stands there."""

    def damage(plain: Any) -> None:
        *way, last = _keys(place)
        del _at(plain, way)[last]

    return damage


def repeat(place: str, times: int = 1) -> Damage:
    """Put the first of a list at its end once more."""

    def damage(plain: Any) -> None:
        held = _at(plain, _keys(place))
        held.extend([held[0]] * times)

    return damage


def shorten(place: str, length: int) -> Damage:
    """Keep only the first few of a list."""

    def damage(plain: Any) -> None:
        del _at(plain, _keys(place))[length:]

    return damage


def in_only(place: str, damage: Damage) -> Damage:
    """Keep only the first of a list, and do the damage there."""

    def both(plain: Any) -> None:
        shorten(place, 1)(plain)
        inside(f"{place}.0", damage)(plain)

    return both


def inside(place: str, damage: Damage) -> Damage:
    """Do the damage further down."""
    return lambda plain: damage(_at(plain, _keys(place)))
