"""`remind`: today's reminder as a notification, at most one a day. The system's scheduler runs it."""

from __future__ import annotations

from merchant_guard.cli.exit_codes import DONE, SYSTEM_PROBLEM
from merchant_guard.services.remind import Reminder, Told, remind
from merchant_guard.system.paths import data_place

TYPE_CHECKING = False  # see `system.language`
if TYPE_CHECKING:
    from argparse import Namespace

    from merchant_guard.cli.session import Session


def run(arguments: Namespace, session: Session) -> int:
    """Show it, and say what was shown, or why nothing was."""
    reminder = remind(data_place(), session.day(arguments.date), session.language)
    if reminder.told is Told.DAMAGED:
        from merchant_guard.localization.sentences import sentence  # noqa: PLC0415 (as in `entry`)

        session.warn(sentence(session.language, "remind.damaged", {}))
        return SYSTEM_PROBLEM
    session.say(_line(reminder, session))
    return DONE


def _line(reminder: Reminder, session: Session) -> str:
    words = session.translate
    if reminder.notice is not None:
        return f"{reminder.notice.title}: {reminder.notice.body}"
    if reminder.told is Told.ALREADY:
        return words("Today’s reminder was shown already.")
    if reminder.told is Told.NO_FILE:
        return words("There is nothing to remind of yet.")
    return words("Nothing to remind of today.")
