"""`remind`: today's reminder as a notification, at most one a day. The system's scheduler runs it."""

from __future__ import annotations

from merchant_guard.cli.exit_codes import DONE, SYSTEM_PROBLEM
from merchant_guard.services.remind import Told, remind
from merchant_guard.system.paths import data_place

TYPE_CHECKING = False  # see `system.language`
if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from merchant_guard.cli.session import Session


def run(arguments: Namespace, session: Session) -> int:
    """Carry out the command as the parser understood it."""
    return look(arguments.date, session)


def look(day: date | None, session: Session) -> int:
    """Show what is due and say it. On days without anything, and the second time, it says nothing."""
    reminder = remind(data_place(), session.day(day), session.language)
    if reminder.told is Told.DAMAGED:
        from merchant_guard.localization.sentences import sentence  # noqa: PLC0415 (as in `entry`)

        session.warn(sentence(session.language, "remind.damaged", {}))
        return SYSTEM_PROBLEM
    if reminder.notice is not None:
        session.say(f"{reminder.notice.title}: {reminder.notice.body}")
    return DONE
