"""Which ways back into the data there are beside this computer: the recovery card, a backup with a password.

The settings remember only the days, and for which key: a store put back under another one needs new ones.
"""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from merchant_guard.system.settings import Settings

_OF = "of"


class WayBack(StrEnum):
    """A way to open the data when the key of this computer is gone."""

    CARD = "card"
    BACKUP = "backup"


def made_on(settings: Settings, way: WayBack, check: str) -> date | None:
    """When a way back was made last for the key with this check; None where none is known of."""
    known = settings.ways_back
    if known.get(_OF) != check:
        return None
    try:
        return date.fromisoformat(known.get(way, ""))
    except ValueError:
        return None


def has_one(settings: Settings, check: str) -> bool:
    """Whether there is any way back for the key with this check."""
    return any(made_on(settings, way, check) for way in WayBack)


def with_made(settings: Settings, way: WayBack, check: str, day: date) -> Settings:
    """The settings once a way back was made; those for another key are forgotten."""
    known = settings.ways_back if settings.ways_back.get(_OF) == check else {}
    return replace(settings, ways_back={**known, _OF: check, way.value: day.isoformat()})
