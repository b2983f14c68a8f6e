"""The screens there are, and what stands beside them."""

from enum import StrEnum


class Screen(StrEnum):
    """One page of the window."""

    UNLOCK = "unlock"
    RESCUE = "rescue"
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
    CARD = "recovery_card"
    BACKUP = "backup"
    RESTORE = "restore"
    MOVE = "move"
    DELETE = "delete"
    HELP = "help"
    ABOUT = "about"


BARE = frozenset({Screen.UNLOCK, Screen.RESCUE, Screen.FIRST_RUN, Screen.BRING, Screen.QUICK_END})
"""Screens with nothing beside them."""
WITH_STEPS = frozenset({Screen.PROFILE, Screen.QUESTION, Screen.GROUP_AGAIN, Screen.REVIEW})
"""Screens of the interview, with the rail of groups; all others have the navigation."""
UNDER_HOME = frozenset({Screen.INCIDENT, Screen.INSPECTION, Screen.REHEARSAL})
"""Screens that home leads to; the navigation shows home as the place where they are."""
UNDER_SETTINGS = frozenset({Screen.BACKUP, Screen.RESTORE, Screen.MOVE, Screen.DELETE})
"""Screens that the settings lead to."""
TO_BEGIN_WITH = frozenset(Screen) - BARE - WITH_STEPS - {Screen.COMPARE, Screen.CARD} - UNDER_SETTINGS
"""Screens the window can be started on: those that need nothing but a self-check."""
DUTIES = "duties"
"""The tab of the registers on which everything stands that falls due."""


def shown_as(screen: Screen) -> Screen:
    """The section that the navigation shows as the place where a screen is."""
    if screen in UNDER_HOME:
        return Screen.HOME
    return Screen.SETTINGS if screen in UNDER_SETTINGS else screen
