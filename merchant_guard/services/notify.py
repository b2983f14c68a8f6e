"""Show a notification of this system, and say in the owner's words why there is none."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.localization import Language, translator
from merchant_guard.reminders.notifier import Notice, NotificationRefusedError, Notifier
from merchant_guard.reminders.notifiers.freedesktop import FreedesktopNotifier
from merchant_guard.reminders.notifiers.windows_toast import WindowsToast
from merchant_guard.reminders.running import Run
from merchant_guard.reminders.running import run as run_here
from merchant_guard.services.due_day import DueDay
from merchant_guard.services.reminder_words import body, title


def make_notice(language: Language, near: Sequence[DueDay], today: date, *, with_choices: bool) -> Notice:
    """What is due, in words."""
    words = translator(language)
    choices = (words("Open"), words("Again tomorrow")) if with_choices else ("", "")
    return Notice(words("Merchant Guard"), title(language, near, today), body(language, near), *choices)


def trial_notice(language: Language) -> Notice:
    """What is shown to try it out."""
    words = translator(language)
    told = words("This is how it will look. At most one a day, and only when something is due.")
    return Notice(words("Merchant Guard"), words("A reminder, to try it out"), told)


def notifier_here(
    run: Run | None = None, platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> Notifier:
    """The kind of notification this system has."""
    if platform == "win32":
        return WindowsToast(run or run_here, environment.get("SYSTEMROOT", r"C:\Windows"))
    return FreedesktopNotifier(run or run_here)


def show_notice(notice: Notice, run: Run | None = None) -> str:
    """Show it; returns the choice made, where there is one. Raises SystemProblemError (`remind.…`)."""
    with telling_refusals():
        return notifier_here(run).show(notice)


@contextmanager
def telling_refusals() -> Iterator[None]:
    """Turn what the system refuses into a problem that has a sentence."""
    try:
        yield
    except NotificationRefusedError as error:
        if said := str(error):
            raise SystemProblemError(problem("remind.refused", said=said)) from error
        raise SystemProblemError(problem("remind.no_notifications")) from error
