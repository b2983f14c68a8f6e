"""How moments of an incident are said: when it was noticed, how long that is ago, when a line is of."""

import re
import unicodedata
from datetime import date, datetime, timedelta

from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.incident import Standing, ToTell
from merchant_guard.domain.incident_case import IncidentCase
from merchant_guard.localization.dates import day_with_weekday

_TIME = re.compile(r"(?:(?:(\d{4})-)?(\d{1,2})-(\d{1,2}) +)?(\d{1,2}):(\d{2})")
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def noticed_words(look: Look, case: IncidentCase, now: datetime) -> str:
    """When it was noticed, and how long it has been known: 11月30日 周一 14:02 发现 · 已过 1 小时 20 分."""
    day, moment = day_with_weekday(look.language, case.noticed_on), case.noticed_at
    when = f"{day} {clock_words(moment)}" if moment else day
    noticed = look.words("Noticed {when}").format(when=when)
    return f"{noticed} · {elapsed_words(look, case.elapsed(now), moment is not None)}"


def elapsed_words(look: Look, elapsed: timedelta, to_the_minute: bool = True) -> str:
    """How long ago something was."""
    words, (days, rest) = look.words, divmod(elapsed, _DAY)
    hours, minutes = rest // _HOUR, rest % _HOUR // timedelta(minutes=1)
    if days and to_the_minute and hours:
        return words("{days} d {hours} h ago").format(days=days, hours=hours)
    if days:
        return words("{days} d ago").format(days=days)
    if not to_the_minute:
        return words("today")
    if hours:
        return words("{hours} h {minutes} min ago").format(hours=hours, minutes=minutes)
    return words("{minutes} min ago").format(minutes=minutes) if minutes else words("just now")


def clock_words(moment: datetime) -> str:
    """14:02."""
    return f"{moment:%H:%M}"


def stamp_words(moment: datetime, today: date) -> str:
    """14:02, or 11-29 14:02 for another day."""
    return f"{moment:%H:%M}" if moment.date() == today else f"{moment:%m-%d %H:%M}"


def typed_moment(text: str, now: datetime) -> datetime | None:
    """Read a moment as people type it: 14:06 of today, 11-29 22:10, 2026-11-29 22:10; None for anything else.

    A day without its year is the last one of that name.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("/", "-").replace(".", ":")
    found = _TIME.fullmatch(plain)
    if found is None:
        return None
    year, month, day, hour, minute = (int(part) if part else None for part in found.groups())
    try:
        moment = now.replace(hour=hour or 0, minute=minute or 0, second=0, microsecond=0)
        if month is not None and day is not None:
            moment = moment.replace(year=year or now.year, month=month, day=day)
            if year is None and moment > now:
                moment = moment.replace(year=now.year - 1)
    except ValueError:
        return None
    return moment


def telling_remark(look: Look, one: ToTell) -> str:
    """What stands beside somebody who is not told yet: a number known everywhere, or how it stands."""
    words = look.words
    if one.standing is Standing.SPARED:
        return words("may be spared")
    if one.standing is Standing.ADVISED:
        return words("advised")
    number = next((call.number for call in one.calls if call.number), "")
    if one.standing is Standing.IF_FOUND:
        return words("if it looks like a crime · {number}").format(number=number)
    return number or ""
