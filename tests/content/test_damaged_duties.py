"""Duties, keeping periods and suggestions that name what is not there: the complaint names place and id."""

from typing import Any

import pytest

from merchant_guard.content.loader import understand
from merchant_guard.content.register_coherence import register_problems
from merchant_guard.content.schema import schema_problems
from merchant_guard.content.source import ContentSource
from merchant_guard.domain.errors import problem
from tests.support import real_content
from tests.support.damage import Damage, drop, put


def place(file: str, list_: str, id_: str) -> str:
    """Where something stands in its file."""
    plain = real_content.file(file).plain[list_]
    return f"{list_}.{next(number for number, one in enumerate(plain) if one['id'] == id_)}"


def of_duty(id_: str, where: str, value: Any) -> Damage:
    return put(f"{place('duties', 'duties', id_)}.{where}", value)


def of_rule(id_: str, where: str, value: Any) -> Damage:
    return put(f"{place('duties', 'keep_rules', id_)}.{where}", value)


def of_suggestion(id_: str, where: str, value: Any) -> Damage:
    return put(f"{place('suggestions', 'suggestions', id_)}.{where}", value)


FAULTS: dict[str, tuple[str, Damage, tuple[str, str, str]]] = {
    "a duty of no register": (
        "duties",
        of_duty("staff.leaver", "rule.per", "people"),
        ("staff.leaver", "register", "people"),
    ),
    "a duty written down nowhere": (
        "duties",
        of_duty("incident.yearly-drill", "register", "book"),
        ("incident.yearly-drill", "register", "book"),
    ),
    "a preset that is no field": (
        "duties",
        of_duty("incident.yearly-drill", "preset", {"on": "today"}),
        ("incident.yearly-drill", "choice", "checks.on"),
    ),
    "a preset that is no option": (
        "duties",
        of_duty("incident.yearly-drill", "preset", {"kind": "nap"}),
        ("incident.yearly-drill", "option", "checks.kind=nap"),
    ),
    "a preset where several are ticked": (
        "duties",
        of_duty("training.yearly", "preset", {"topics": "fraud"}),
        ("training.yearly", "choice of one", "trainings.topics"),
    ),
    "a duty settled by words": (
        "duties",
        of_duty("staff.leaver", "rule.settled_by", "name"),
        ("staff.leaver", "day", "staff.name"),
    ),
    "a duty after no field": (
        "duties",
        of_duty("staff.leaver", "rule.after", "went_on"),
        ("staff.leaver", "day", "staff.went_on"),
    ),
    "a duty after a field without link": (
        "duties",
        of_duty("accounts.leaver", "rule.after", "name.left_on"),
        ("accounts.leaver", "link", "accounts.name"),
    ),
    "a duty after a day that is not there": (
        "duties",
        of_duty("accounts.leaver", "rule.after", "held_by.gone_on"),
        ("accounts.leaver", "day", "staff.gone_on"),
    ),
    "a duty of unknown entries": (
        "duties",
        of_duty("checks.open", "rule.only", {"found": ["mice"]}),
        ("checks.open", "option", "checks.found=mice"),
    ),
    "a duty settled by unknown entries": (
        "duties",
        of_duty("incident.yearly-drill", "rule.settled_by.0.only", {"kind": ["nap"]}),
        ("incident.yearly-drill", "option", "checks.kind=nap"),
    ),
    "a duty that needs an unknown field": (
        "duties",
        of_duty("disposals.stubs", "rule.needs.filled", "weeks"),
        ("disposals.stubs", "field", "periods.weeks"),
    ),
    "a duty settled through no link": (
        "duties",
        of_duty("staff.training", "rule.also_by.link", "topics"),
        ("staff.training", "link", "trainings.topics"),
    ),
    "a duty that destroys what no hold knows": (
        "duties",
        of_duty("disposals.labels", "destroys", ["leaves"]),
        ("disposals.labels", "kind of record", "leaves"),
    ),
    "a duty with an unknown paper": (
        "duties",
        of_duty("staff.leaver", "papers", ["farewell-card"]),
        ("staff.leaver", "paper", "farewell-card"),
    ),
    "a duty of the law without an article": (
        "duties",
        drop(f"{place('duties', 'duties', 'staff.leaver')}.citations"),
        ("staff.leaver", "citation for force", "statutory"),
    ),
    "an unknown placeholder in a badge": (
        "duties",
        of_duty("staff.leaver", "badge.zh", "{name} 走了"),
        ("staff.leaver", "placeholder", "name"),
    ),
    "a day in an ordinary title": (
        "duties",
        of_duty("staff.leaver", "title.en", "Left on {day}"),
        ("staff.leaver", "placeholder", "day"),
    ),
    "papers kept from no day": (
        "duties",
        of_rule("self-audit", "since", "kind"),
        ("self-audit", "day", "checks.kind"),
    ),
    "papers of no kind": (
        "duties",
        of_rule("self-audit", "records", "leaves"),
        ("self-audit", "kind of record", "leaves"),
    ),
    "a suggestion from no day": (
        "suggestions",
        of_suggestion("agreements", "share.day", "name"),
        ("agreements", "day", "staff.name"),
    ),
    "a suggestion about no tick": (
        "suggestions",
        of_suggestion("agreements", "ticks", ["nobody"]),
        ("agreements", "tick", "staff.agreement-signed/nobody"),
    ),
    "a suggestion with a gap": (
        "suggestions",
        of_suggestion("drill", "none.zh", "上次是 {count}"),
        ("drill", "placeholder", "count"),
    ),
    "a suggestion nobody leans on": (
        "suggestions",
        of_suggestion("drill", "id", "nap"),
        ("nap", "question", "suggested_by nap"),
    ),
    "a question that leans on nothing": (
        "suggestions",
        of_suggestion("drill", "id", "nap"),
        ("incident.card", "suggestion", "drill"),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_names_something_that_is_not_there_is_found(fault: str) -> None:
    name, damage, (where, kind, id_) = FAULTS[fault]
    bank = understand(real_content.with_file(real_content.damaged(name, damage)))
    assert problem("content.unresolved", where=where, kind=kind, id=id_) in register_problems(bank)


SHAPES: dict[str, tuple[str, Damage, str]] = {
    "a span of nothing": (
        "duties",
        of_duty("incident.yearly-drill", "rule.every", {}),
        "rule",
    ),
    "a rule of two minds": ("duties", of_duty("incident.yearly-drill", "rule.per", "staff"), "rule"),
    "an unknown kind": ("duties", of_duty("incident.yearly-drill", "kind", "nap"), "kind"),
    "a duty of hours": ("duties", of_duty("incident.yearly-drill", "minutes", 90), "minutes"),
    "a suggestion that says nothing": (
        "suggestions",
        drop(f"{place('suggestions', 'suggestions', 'agreements')}.share"),
        "",
    ),
}


@pytest.mark.parametrize("fault", SHAPES)
def test_a_duty_of_the_wrong_shape_is_named_with_its_place(fault: str) -> None:
    name, damage, below = SHAPES[fault]
    found = [
        str(one.params["place"])
        for one in schema_problems(ContentSource((real_content.damaged(name, damage),)))
    ]
    assert any(where.endswith(f".{below}" if below else "]") for where in found), found
