"""What of typed text a paper can hold."""

from collections.abc import Mapping

_PRINTED_AS: Mapping[int, str | None] = {
    **dict.fromkeys((*range(32), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)),
    **dict.fromkeys((0x09, *range(0x2000, 0x200B), 0x205F), " "),
    **dict.fromkeys((0x0A, 0x85, 0x2028, 0x2029), "\n"),
    0x202F: "\u00a0",
}
"""What XML cannot hold is left out: the doors for input refuse it already, here it keeps a paper from
failing. Spaces and line ends of every kind become the ones our fonts and typesetting know."""


def printable(text: str) -> str:
    """Return a text as papers hold it."""
    return text.translate(_PRINTED_AS)
