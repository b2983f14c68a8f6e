"""The screens there are, and what stands beside them."""

from enum import StrEnum


class Screen(StrEnum):
    """One page of the window."""

    FIRST_RUN = "first_run"
    BRING = "bring"
    PROFILE = "profile"
    QUESTION = "question"
    GROUP_AGAIN = "group_again"
    QUICK_END = "quick_end"
    REVIEW = "review"
    HOME = "home"
    RESULT = "result"
    COMPARE = "compare"
    YEARS = "years"
    PLAN = "plan"
    REGISTERS = "registers"
    INCIDENT = "incident"
    INSPECTION = "inspection"
    REHEARSAL = "rehearsal"
    PRINT = "print"
    SETTINGS = "settings"
    HELP = "help"
    ABOUT = "about"


BARE = frozenset({Screen.FIRST_RUN, Screen.BRING, Screen.QUICK_END})
"""Screens with nothing beside them."""
WITH_STEPS = frozenset({Screen.PROFILE, Screen.QUESTION, Screen.GROUP_AGAIN, Screen.REVIEW})
"""Screens of the interview, with the rail of groups; all others have the navigation."""
UNDER_HOME = frozenset({Screen.INCIDENT, Screen.INSPECTION, Screen.REHEARSAL})
"""Screens that home leads to; the navigation shows home as the place where they are."""
TO_BEGIN_WITH = frozenset(Screen) - BARE - WITH_STEPS - {Screen.COMPARE}
"""Screens the window can be started on: those that need nothing but a self-check."""
DUTIES = "duties"
"""The tab of the registers on which everything stands that falls due."""
