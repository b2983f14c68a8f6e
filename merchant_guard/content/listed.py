"""The ids as they stand in the content files, before equal ones cover each other."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from merchant_guard.content.source import ContentSource

Plain = Mapping[str, Any]
ListedIds = Iterator[tuple[str, str]]


def listed_ids(source: ContentSource) -> ListedIds:
    """Yield (kind, id) for everything that has an id, in files of the right shape."""
    for file in source.files:
        yield from _BY_FILE_KIND[file.kind](file.plain)


def _plainly(key: str, kind: str) -> Callable[[Plain], ListedIds]:
    """List the ids of one list."""
    return lambda plain: ((kind, one["id"]) for one in plain[key])


def _in_questionnaire(plain: Plain) -> ListedIds:
    yield "questionnaire", plain["group"]
    for question in plain["questions"]:
        yield "question", question["id"]
        yield from (("tick", f"{question['id']}/{tick['id']}") for tick in question["ticks"])


def _in_law(plain: Plain) -> ListedIds:
    yield "law", plain["id"]
    yield from (("article", f"{plain['id']}:{one['article']}") for one in plain["articles"])


def _in_profile(plain: Plain) -> ListedIds:
    for field in plain["fields"]:
        yield "field", field["id"]
        yield from (("option", f"{field['id']}={option['id']}") for option in field.get("options", ()))


def _in_groups(plain: Plain) -> ListedIds:
    for head in plain["heads"]:
        yield "head", head["id"]
        yield from (("group", group["id"]) for group in head["groups"])


def _in_people(plain: Plain) -> ListedIds:
    yield from _plainly("roles", "role")(plain)
    yield from _plainly("counterparts", "counterpart")(plain)


def _in_registers(plain: Plain) -> ListedIds:
    for name, held in plain["lists"].items():
        yield from (("option", f"{name}={option['id']}") for option in held)
    for register in plain["registers"]:
        yield "register", register["id"]
        for field in register["fields"]:
            place = f"{register['id']}.{field['id']}"
            yield "register field", place
            options = field.get("options", ())
            if not isinstance(options, str):
                yield from (("option", f"{place}={option['id']}") for option in options)


def _in_duties(plain: Plain) -> ListedIds:
    yield from _plainly("duties", "duty")(plain)
    yield from _plainly("keep_rules", "keep rule")(plain)


def _in_incident(plain: Plain) -> ListedIds:
    yield from _plainly("steps", "step of an incident")(plain)
    # Lines of a log name ticks and tellings alike.
    yield from _plainly("tellings", "tick of an incident")(plain)
    for step in plain["steps"]:
        yield from (("tick of an incident", tick["id"]) for tick in step.get("ticks", ()))


def _in_inspection(plain: Plain) -> ListedIds:
    yield from _plainly("visitors", "visitor")(plain)
    yield from _plainly("steps", "step of a visit")(plain)
    yield from _plainly("materials", "material")(plain)
    yield from _plainly("tests", "test of the rehearsal")(plain)


_BY_FILE_KIND: Mapping[str, Callable[[Plain], ListedIds]] = {
    "groups": _in_groups,
    "people": _in_people,
    "profile": _in_profile,
    "coverage": _plainly("tags", "tag"),
    "audit_form": _plainly("items", "audit item"),
    "consequences": _plainly("consequences", "consequence"),
    "misconceptions": _plainly("misconceptions", "misconception"),
    "registers": _in_registers,
    "duties": _in_duties,
    "suggestions": _plainly("suggestions", "suggestion"),
    "paper_details": _plainly("details", "shop detail"),
    "papers": _plainly("papers", "paper"),
    "incident": _in_incident,
    "inspection": _in_inspection,
    "questionnaire": _in_questionnaire,
    "actions": _plainly("actions", "action"),
    "law": _in_law,
}
