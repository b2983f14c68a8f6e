"""What an answer file tells of the photos and PDFs that lie beside it in a zip."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from merchant_guard.domain.errors import InputError, Problem, problem
from merchant_guard.domain.evidence import Evidence, MediaType
from merchant_guard.exchange.place import place_of, shown

Plain = Mapping[str, Any]


def read_kept_files(plain: Sequence[Plain]) -> tuple[Evidence, ...]:
    """Read a list that has the shape of the schema.

    Raises InputError for an id that stands there twice, and for a moment that there never was.
    """
    if problems := list(_problems(plain)):
        raise InputError(problems)
    return tuple(_evidence(one) for one in plain)


def _problems(plain: Sequence[Plain]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, one in enumerate(plain):
        place = ("files", number)
        if one["id"] in seen:
            yield problem("answer_file.twice", place=place_of((*place, "id")), value=one["id"])
        seen.add(one["id"])
        try:
            datetime.fromisoformat(one["kept_at"])
        except ValueError:
            at = place_of((*place, "kept_at"))
            yield problem("answer_file.not_a_moment", place=at, value=shown(one["kept_at"]))


def _evidence(plain: Plain) -> Evidence:
    moment = datetime.fromisoformat(plain["kept_at"]).astimezone(UTC)
    media_type = MediaType(plain["kind"])
    return Evidence(plain["id"], media_type, plain["name"], plain["sha256"], int(plain["size"]), moment)
