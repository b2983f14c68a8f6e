"""Plain JSON of `registers.json` → registers, as `builder` does for the questionnaire."""

from collections.abc import Mapping, Sequence
from typing import Any

from merchant_guard.content.builder import labelled, text
from merchant_guard.domain.registers.register import Field, FieldKind, HoldRule, Match, Register
from merchant_guard.domain.shop import Labelled
from merchant_guard.domain.text import Text

Plain = Mapping[str, Any]
Lists = Mapping[str, Sequence[Labelled]]

ROLES = "roles"
"""The list of options that `people.json` holds."""

REHEARSED = "rehearsed"
"""The list of options that `inspection.json` holds: the tests of the rehearsal."""

RECORDS = "records"
"""The list of the kinds of records that a legal hold may be about."""


def registers(
    plain: Plain, roles: Sequence[Labelled], rehearsed: Sequence[Labelled] = ()
) -> dict[str, Register]:
    """Build all registers in their order, by id."""
    lists = {
        ROLES: roles,
        REHEARSED: rehearsed,
        **{name: tuple(map(labelled, held)) for name, held in plain["lists"].items()},
    }
    return {one["id"]: _register(one, lists) for one in plain["registers"]}


def match(plain: Plain | None) -> Match:
    """Build which entries are meant; nothing said means all of them."""
    return {field: frozenset(options) for field, options in (plain or {}).items()}


def text_at(plain: Plain, key: str) -> Text | None:
    """Build a sentence pair that may be left out."""
    return text(plain[key]) if key in plain else None


def _register(plain: Plain, lists: Lists) -> Register:
    return Register(
        id=plain["id"],
        title=text(plain["title"]),
        one=text(plain["one"]),
        about=text(plain["about"]),
        fields=tuple(_field(field, lists) for field in plain["fields"]),
        columns=tuple(plain["columns"]),
        name=plain["name"],
        event=plain["event"],
        settled=text(plain["settled"]),
        picture=plain["picture"],
        over=plain.get("over"),
        proof=text_at(plain, "proof"),
        proof_of=plain.get("proof_of"),
        holds=_hold_rule(plain["holds"]) if "holds" in plain else None,
        tab=text_at(plain, "tab"),
        add=text(plain["add"]),
        ended=text_at(plain, "ended"),
    )


def _field(plain: Plain, lists: Lists) -> Field:
    options = plain.get("options", ())
    return Field(
        id=plain["id"],
        kind=FieldKind(plain["kind"]),
        label=text(plain["label"]),
        hint=text_at(plain, "hint"),
        options=tuple(lists[options] if isinstance(options, str) else map(labelled, options)),
        links_to=plain.get("links_to"),
        required=plain.get("required", False),
        asked_when=match(plain["asked_when"]) if "asked_when" in plain else None,
    )


def _hold_rule(plain: Plain) -> HoldRule:
    return HoldRule(plain["concerns"], plain["ends"], match(plain.get("only")), plain["all_unless_said"])
