"""`due`: what falls due in the shops of this computer."""

from argparse import Namespace
from datetime import date
from typing import Any

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.open_store import open_store
from merchant_guard.cli.output import say_json
from merchant_guard.cli.session import Session
from merchant_guard.localization.dates import day_with_weekday
from merchant_guard.services.what_is_due import Due, open_checks, what_is_due


def run(arguments: Namespace, session: Session) -> int:
    """List what falls due, the soonest first."""
    today = session.day(arguments.date)
    with open_store(session) as workspace:
        found = [(check.shop_id, what_is_due(check, today)) for check in open_checks(workspace)]
    if arguments.json:
        say_json(session, [_plain(one, shop, session) for shop, due in found for one in due])
        return DONE
    lines = [one for _shop, due in found for one in due if one.is_near(today)]
    for one in lines:
        session.say(_line(one, today, session))
    if not lines:
        session.say(session.translate("Nothing is due this week."))
    return DONE


def _plain(one: Due, shop: str, session: Session) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "title": one.title.pick(session.language),
        "due": one.due.isoformat(),
        "overdue_days": one.overdue_days,
        "register": one.register,
        "about": one.about.pick(session.language) if one.about else None,
        "minutes": one.minutes,
        "shop": shop,
    }


def _line(one: Due, today: date, session: Session) -> str:
    words, day = session.translate, day_with_weekday(session.language, one.due)
    if one.due.year != today.year:
        day = one.due.isoformat()
    if one.overdue_days == 1:
        day = words("{day}, 1 day late").format(day=day)
    elif one.overdue_days:
        day = words("{day}, {days} days late").format(day=day, days=one.overdue_days)
    elif one.due == today:
        day = words("Today")
    about = f" ({one.about.pick(session.language)})" if one.about else ""
    return f"  {day}  {one.title.pick(session.language)}{about}"
