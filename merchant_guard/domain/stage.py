"""How much of the self-check is asked: a module of its own, as the window knows it before any content."""

from enum import StrEnum


class Stage(StrEnum):
    """The quick check of ten questions, or the whole self-check."""

    QUICK = "quick"
    FULL = "full"
