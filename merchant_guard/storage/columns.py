"""How values stand in columns: days as YYYY-MM-DD, the rest as JSON in which a set is a sorted list."""

import json
from collections.abc import Mapping, Set
from datetime import date

from merchant_guard.domain.shop import BusyTime, Profile, ProfileValue, WorkRhythm
from merchant_guard.domain.wording import Wording

# One encoder for all: making it anew, as json.dumps does, shows in the time an answer takes to save.
_to_json = json.JSONEncoder(ensure_ascii=False).encode


def day_to_text(day: date | None) -> str | None:
    """Write a day, or that it is not known."""
    return None if day is None else day.isoformat()


def day_from_text(text: str | None) -> date | None:
    """Read what `day_to_text` wrote."""
    return None if text is None else date.fromisoformat(text)


def ids_to_json(ids: Set[str]) -> str:
    """Write a set of ids."""
    return _to_json(sorted(ids))


def ids_from_json(text: str) -> frozenset[str]:
    """Read what `ids_to_json` wrote."""
    return frozenset(json.loads(text))


def profile_to_json(profile: Profile) -> str:
    """Write a profile: yes/no, counts, options and sets of options keep their kind."""
    plain = {key: sorted(value) if isinstance(value, Set) else value for key, value in profile.items()}
    return _to_json(plain)


def profile_from_json(text: str) -> dict[str, ProfileValue]:
    """Read what `profile_to_json` wrote."""
    plain = json.loads(text)
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in plain.items()}


def rhythm_to_json(rhythm: WorkRhythm) -> str:
    """Write the weekly rhythm; busy times as [[month, day], [month, day]]."""
    busy = [[time.start, time.end] for time in rhythm.busy]
    plain = {"hours_per_week": rhythm.hours_per_week, "quiet_day": rhythm.quiet_day, "busy": busy}
    return _to_json(plain)


def rhythm_from_json(text: str) -> WorkRhythm:
    """Read what `rhythm_to_json` wrote."""
    plain = json.loads(text)
    busy = tuple(BusyTime((a, b), (c, d)) for (a, b), (c, d) in plain["busy"])
    return WorkRhythm(plain["hours_per_week"], plain["quiet_day"], busy)


def details_to_json(details: Mapping[str, str]) -> str:
    """Write what papers say of a shop."""
    return _to_json(dict(details))


def details_from_json(text: str) -> dict[str, str]:
    """Read what `details_to_json` wrote."""
    details: dict[str, str] = json.loads(text)
    return details


def wording_to_json(wording: Wording) -> str:
    """Write the words of a self-check."""
    return _to_json(wording.plain())


def wording_from_json(text: str) -> Wording:
    """Read what `wording_to_json` wrote."""
    return Wording.of(json.loads(text))
