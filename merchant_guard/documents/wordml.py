"""The XML of Word files: elements, and the units it measures in."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

Element = Any
"""An element of lxml, which comes without types."""

_TWIPS = 20
_MM = 72 / 25.4
_name = lru_cache(maxsize=None)(qn)


def element(tag: str, *children: Element | None, **attributes: object) -> Element:
    """Make an element of WordprocessingML; a child that is None is left out."""
    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(_name(f"w:{name}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def is_a(one: Element, tag: str) -> bool:
    """Whether an element is of a kind."""
    return bool(one.tag == _name(f"w:{tag}"))


def text(words: str) -> Element:
    """Make a piece of text in which every space counts."""
    made = element("t")
    made.text = words
    made.set(_name("xml:space"), "preserve")
    return made


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * _TWIPS)


def twips_of_mm(millimetres: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(millimetres * _MM * _TWIPS)


def half_points(points: float) -> int:
    """A type size as Word counts it."""
    return round(points * 2)


def eighths(points: float) -> int:
    """The width of a line as Word counts it; there are none under a quarter of a point."""
    return max(round(points * 8), 2)


def grey(level: float) -> str:
    """A grey, 0 black and 1 white, as six digits."""
    return f"{round(level * 255):02X}" * 3


def set_children(parent: Element, children: Iterable[Element]) -> None:
    """Let an element hold these and nothing else."""
    parent[:] = list(children)
