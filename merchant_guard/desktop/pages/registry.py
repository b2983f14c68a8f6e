"""Which module makes which screen; each is imported when it is first shown: the first paint stays quick."""

from importlib import import_module

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page
from merchant_guard.desktop.screens import Screen

_PAGES = {
    Screen.UNLOCK: ("unlock_page", "UnlockPage"),
    Screen.RESCUE: ("rescue_page", "RescuePage"),
    Screen.FIRST_RUN: ("first_run_page", "FirstRunPage"),
    Screen.BRING: ("bring_page", "BringPage"),
    Screen.PROFILE: ("profile_page", "ProfilePage"),
    Screen.QUESTION: ("question_page", "QuestionPage"),
    Screen.QUICK_END: ("quick_end_page", "QuickEndPage"),
    Screen.GROUP_AGAIN: ("group_again_page", "GroupAgainPage"),
    Screen.REVIEW: ("review_page", "ReviewPage"),
    Screen.HOME: ("home_page", "HomePage"),
    Screen.RESULT: ("result_page", "ResultPage"),
    Screen.COMPARE: ("compare_page", "ComparePage"),
    Screen.YEARS: ("years_page", "YearsPage"),
    Screen.PLAN: ("plan_page", "PlanPage"),
    Screen.REGISTERS: ("register_page", "RegisterPage"),
    Screen.INCIDENT: ("incident_page", "IncidentPage"),
    Screen.INSPECTION: ("inspection_page", "InspectionPage"),
    Screen.REHEARSAL: ("rehearsal_page", "RehearsalPage"),
    Screen.PRINT: ("print_page", "PrintPage"),
    Screen.SETTINGS: ("settings_page", "SettingsPage"),
    Screen.CARD: ("card_page", "CardPage"),
    Screen.BACKUP: ("backup_page", "BackupPage"),
    Screen.RESTORE: ("restore_page", "RestorePage"),
    Screen.MOVE: ("move_page", "MovePage"),
    Screen.DELETE: ("delete_page", "DeletePage"),
    Screen.HELP: ("help_page", "HelpPage"),
    Screen.ABOUT: ("about_page", "AboutPage"),
}


def make_page(screen: Screen, desk: Desk, low: bool, wide: bool) -> Page:
    """Build the page of a screen for a window that is low or not, and wide or not."""
    module, name = _PAGES[screen]
    page: Page = getattr(import_module(f"merchant_guard.desktop.pages.{module}"), name)(desk, low, wide)
    return page
