"""The screens there are, and what stands beside them."""

from enum import StrEnum


class Screen(StrEnum):
    """One page of the window."""

    FIRST_RUN = "first_run"
    BRING = "bring"
    PROFILE = "profile"
    QUESTION = "question"
    QUICK_END = "quick_end"
    REVIEW = "review"
    HOME = "home"
    RESULT = "result"
    PLAN = "plan"
    REGISTERS = "registers"
    PRINT = "print"
    SETTINGS = "settings"
    HELP = "help"
    ABOUT = "about"


BARE = frozenset({Screen.FIRST_RUN, Screen.BRING, Screen.QUICK_END})
"""Screens with nothing beside them."""
WITH_STEPS = frozenset({Screen.PROFILE, Screen.QUESTION, Screen.REVIEW})
"""Screens of the interview, with the rail of groups; all others have the navigation."""
