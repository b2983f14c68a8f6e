"""Real content files, damaged one way at a time: the complaint names the file, the place and what was expected."""

from collections.abc import Callable
from typing import Any

import pytest

from merchant_guard.content.coherence import coherence_problems
from merchant_guard.content.listed import listed_ids
from merchant_guard.content.loader import check_bank, understand
from merchant_guard.content.schema import schema_problems
from merchant_guard.content.source import ContentFile, ContentSource
from merchant_guard.domain.errors import ContentError, Problem
from tests.support import real_content

Damage = Callable[[Any], object]

ACCESS, ACTIONS, LAW = "questionnaire/access", "actions/access", "law/personal-information-protection-law"
FIRST = "$.questions[0]"


def put(*path: str | int) -> Callable[[Any], Damage]:
    """Damage that puts a value at a place."""

    def with_value(value: Any) -> Damage:
        def damage(plain: Any) -> None:
            for key in path[:-1]:
                plain = plain[key]
            plain[path[-1]] = value

        return damage

    return with_value


def drop(*path: str | int) -> Damage:
    """Damage that takes away what stands at a place."""

    def damage(plain: Any) -> None:
        for key in path[:-1]:
            plain = plain[key]
        del plain[path[-1]]

    return damage


def append_first(*path: str | int) -> Damage:
    """Damage that repeats the first of a list at its end."""

    def damage(plain: Any) -> None:
        for key in path:
            plain = plain[key]
        plain.append(plain[0])

    return damage


def in_first(*path: str | int) -> Callable[[Any], Damage]:
    return put("questions", 0, *path)


SHAPES: dict[str, tuple[str, Damage, str, str]] = {
    # what is wrong: file, damage, place, part of what was expected
    "a question without its hint": (ACCESS, drop("questions", 0, "hint"), FIRST, "'hint' is a required property"),
    "a title without English": (ACCESS, drop("questions", 0, "title", "en"), f"{FIRST}.title", "'en' is a required"),
    "a title without Chinese": (ACCESS, drop("questions", 0, "title", "zh"), f"{FIRST}.title", "'zh' is a required"),
    "an empty title": (ACCESS, in_first("title", "zh")(""), f"{FIRST}.title.zh", "non-empty"),
    "a title of blanks": (ACCESS, in_first("title", "zh")("  "), f"{FIRST}.title.zh", "does not match"),
    "Chinese in the English": (ACCESS, in_first("hint", "en")("the 后台 too"), f"{FIRST}.hint.en", "does not match"),
    "a title that is no pair": (ACCESS, in_first("title")("各用各的账号？"), f"{FIRST}.title", "'object'"),
    "an unknown key": (ACCESS, in_first("titel")("x"), FIRST, "'titel' was unexpected"),
    "an unknown key of a tick": (ACCESS, in_first("ticks", 0, "note")("x"), f"{FIRST}.ticks[0]", "'note' was unexpected"),
    "an impact in words": (ACCESS, in_first("impact")("high"), f"{FIRST}.impact", "is not of type 'integer'"),
    "an impact of five": (ACCESS, in_first("impact")(5), f"{FIRST}.impact", "maximum of 4"),
    "a likelihood of one": (ACCESS, in_first("likelihood")(1), f"{FIRST}.likelihood", "minimum of 2"),
    "an unknown force": (ACCESS, in_first("force")("must"), f"{FIRST}.force", "'statutory'"),
    "an unknown red line": (ACCESS, in_first("ticks", 0, "red_line")("now"), f"{FIRST}.ticks[0].red_line", "'forbidden'"),
    "no citation": (ACCESS, in_first("citations")([]), f"{FIRST}.citations", "non-empty"),
    "an article in Chinese": (
        ACCESS, in_first("citations", 0, "article")("五十一"), f"{FIRST}.citations[0].article", "does not match",
    ),
    "an article as a number": (
        ACCESS, in_first("citations", 0, "article")(51), f"{FIRST}.citations[0].article", "'string'",
    ),
    "a single tick": (ACCESS, lambda plain: plain["questions"][0]["ticks"].__delitem__(slice(1, None)), f"{FIRST}.ticks", "is too short"),
    "five ticks": (
        ACCESS, lambda plain: plain["questions"][0].update(ticks=plain["questions"][0]["ticks"][:1] * 5),
        f"{FIRST}.ticks", "is too long",
    ),
    "a tick that covers nothing": (ACCESS, in_first("ticks", 0, "covers")([]), f"{FIRST}.ticks[0].covers", "non-empty"),
    "a missing answer note": (ACCESS, drop("questions", 0, "notes", "unsure"), f"{FIRST}.notes", "'unsure' is a required"),
    "a note for 不适用": (
        ACCESS, in_first("notes", "not_applicable")({"zh": "不用", "en": "No"}), f"{FIRST}.notes", "was unexpected",
    ),
    "an id with a capital": (ACCESS, in_first("id")("access.Own"), f"{FIRST}.id", "does not match"),
    "a thirteenth month": (ACCESS, in_first("added")("2026-13"), f"{FIRST}.added", "does not match"),
    "an unknown answer in a condition": (
        ACCESS, in_first("applies_when")({"answers": {"staff.x": ["maybe"]}}),
        f"{FIRST}.applies_when.answers['staff.x'][0]", "'maybe' is not one of",
    ),
    "no questions at all": (ACCESS, put("questions")([]), "$.questions", "non-empty"),
    "an action of an hour": (ACTIONS, put("actions", 0, "minutes")(60), "$.actions[0].minutes", "maximum of 30"),
    "an action without steps": (ACTIONS, put("actions", 0, "steps")([]), "$.actions[0].steps", "non-empty"),
    "an action without proof": (ACTIONS, drop("actions", 0, "proof"), "$.actions[0]", "'proof' is a required property"),
    "a step without English": (ACTIONS, drop("actions", 0, "steps", 0, "en"), "$.actions[0].steps[0]", "'en' is a required"),
    "an uncertain menu": (
        ACTIONS, put("actions", 0, "steps", 0, "menu")(
            {"product": {"zh": "千牛", "en": "Qianniu"}, "checked_on": "2026-11", "certainty": "low"}
        ),
        "$.actions[0].steps[0].menu.certainty", "'low' is not one of",
    ),
    "an unknown cost": (ACTIONS, put("actions", 0, "cost")("cheap"), "$.actions[0].cost", "'under_100'"),
    "an unknown recurrence": (ACTIONS, put("actions", 0, "recurrence")("daily"), "$.actions[0].recurrence", "'weekly'"),
    "a law of unknown status": (LAW, put("status")("fine"), "$.status", "'in_force'"),
    "a law of an impossible day": (LAW, put("effective")("2026-02-30"), "$.effective", "is not a 'date'"),
    "a law of a day in words": (LAW, put("checked_on")("last week"), "$.checked_on", "does not match"),
    "a quotation without its digest": (
        LAW, put("articles", 0)({"article": "1", "plain": {"zh": "一", "en": "One"}, "quotation": "第一句。"}),
        "$.articles[0]", "'text_sha256' is a dependency of 'quotation'",
    ),
    "a field both quick and at a door": (
        "profile", put("fields", 0, "door")("staff"), "$.fields[0]", "is valid under each of",
    ),
    "a choice without options": ("profile", drop("fields", 0, "options"), "$.fields[0]", "'options' is a required"),
    "a form that says it is official": ("audit-form", put("official")(True), "$.official", "False was expected"),
    "a guessed certainty": ("audit-form", put("items", 0, "certainty")("sure"), "$.items[0].certainty", "'inferred'"),
    "a head without groups": ("groups", put("heads", 0, "groups")([]), "$.heads[0].groups", "non-empty"),
}  # fmt: skip


@pytest.mark.parametrize("fault", SHAPES)
def test_a_file_of_the_wrong_shape_is_named_with_place_and_expectation(fault: str) -> None:
    name, damage, place, expected = SHAPES[fault]
    changed = real_content.damaged(name, damage)
    found = list(schema_problems(ContentSource((changed,))))
    assert {one.code for one in found} == {"content.wrong"}
    assert {one.params["file"] for one in found} == {f"content/{name}.json"}
    at_place = [str(one.params["expected"]) for one in found if one.params["place"] == place]
    assert any(expected in one for one in at_place), found


def test_a_file_of_the_wrong_shape_stops_the_check_and_the_loading() -> None:
    changed = real_content.damaged(ACCESS, drop("questions", 0, "hint"))
    for reader in (check_bank, understand):
        with pytest.raises(ContentError) as told:
            reader(real_content.with_file(changed))
        assert [one.params["place"] for one in told.value.problems] == [FIRST]


def incoherent(changed: ContentFile) -> list[Problem]:
    """What the check of the whole finds, past the check of each file's shape."""
    source = real_content.with_file(changed)
    return list(coherence_problems(understand(source), listed_ids(source)))


ALIEN_TICK = {
    "id": "alien",
    "title": {"zh": "一", "en": "One"},
    "action": "access.nothing",
    "covers": ["a01"],
}

REFERENCES: dict[str, tuple[str, Damage, str, dict[str, object]]] = {
    "an unknown law": (
        ACCESS, in_first("citations", 0)({"law": "no-such-law", "article": "1"}),
        "content.unresolved", {"kind": "citation", "id": "no-such-law:1"},
    ),
    "an unknown article": (
        ACCESS, in_first("citations", 0)({"law": "personal-information-protection-law", "article": "999"}),
        "content.unresolved", {"kind": "citation", "id": "personal-information-protection-law:999"},
    ),
    "an unknown law of an action": (
        ACTIONS, put("actions", 0, "citations")([{"law": "no-such-law", "article": "1"}]),
        "content.unresolved", {"kind": "citation", "id": "no-such-law:1"},
    ),
    "an unknown law of an audit item": (
        "audit-form", put("items", 0, "citations")([{"law": "no-such-law", "article": "1"}]),
        "content.unresolved", {"where": "a01", "kind": "citation"},
    ),
    "a law no longer in force": (LAW, put("status")("repealed"), "content.not_in_force", {"id": LAW.partition("/")[2]}),
    "an unknown action": (
        ACCESS, in_first("ticks", 1)(ALIEN_TICK), "content.unresolved", {"kind": "action", "id": "access.nothing"},
    ),
    "an action nobody leads to": (
        ACTIONS, lambda plain: plain["actions"].append(plain["actions"][0] | {"id": "access.forgotten"}),
        "content.unreachable", {"id": "access.forgotten"},
    ),
    "an inquiry row that is gone": (
        "actions/ask", drop("actions", 0), "content.unresolved", {"where": "plan", "kind": "action", "id": "ask.today"},
    ),
    "an unknown tag": (
        ACCESS, in_first("ticks", 0, "covers")(["a99"]), "content.unresolved", {"kind": "covers", "id": "a99"},
    ),
    "an unknown counterpart": (
        ACCESS, in_first("ask", "who")("nobody"), "content.unresolved", {"kind": "counterpart", "id": "nobody"},
    ),
    "an unknown role": (
        ACTIONS, put("actions", 0, "role")("boss"), "content.unresolved", {"kind": "role", "id": "boss"},
    ),
    "an unknown door": (
        "profile", lambda plain: plain["fields"][-1].update(door="shed"), "content.unresolved", {"kind": "group", "id": "shed"},
    ),
    "a file for another group": (
        ACCESS, put("group")("shed"), "content.unresolved", {"kind": "group", "id": "shed"},
    ),
    "a question in the wrong file": (
        ACCESS, put("group")("notice"), "content.unresolved", {"kind": "group", "id": "notice"},
    ),
    "an unknown field": (
        ACCESS, in_first("applies_when")({"colour": True}), "content.unresolved", {"kind": "condition", "id": "colour"},
    ),
    "an unknown option": (
        ACCESS, in_first("applies_when")({"platforms": ["taobao", "ebay"]}),
        "content.unresolved", {"kind": "condition", "id": "platforms=ebay,taobao"},
    ),
    "options of a yes/no field": (
        ACCESS, in_first("applies_when")({"computer": ["yes"]}), "content.unresolved", {"kind": "condition"},
    ),
    "yes or no of a count": (
        ACCESS, in_first("applies_when")({"team": True}), "content.unresolved", {"kind": "condition", "id": "team"},
    ),
    "bounds of a choice": (
        ACCESS, in_first("modifiers")([{"when": {"platforms": {"min": 2}}, "impact": 1}]),
        "content.unresolved", {"kind": "condition", "id": "platforms"},
    ),
    "an unknown field of a step": (
        ACTIONS, put("actions", 0, "steps", 0, "when")({"colour": True}),
        "content.unresolved", {"kind": "condition", "id": "colour"},
    ),
    "an unknown field of a profile field": (
        "profile", put("fields", 1, "asked_when")({"colour": True}), "content.unresolved", {"where": "team"},
    ),
    "an answer to no question": (
        ACCESS, in_first("applies_when")({"answers": {"access.nothing": ["yes"]}}),
        "content.unresolved", {"kind": "condition", "id": "access.nothing"},
    ),
    "a question that hangs on itself": (
        ACCESS, lambda plain: plain["questions"][1].update(
            applies_when={"not": {"answers": {plain["questions"][1]["id"]: ["yes"]}}}
        ),
        "content.looks_ahead", {},
    ),
    "a question that hangs on a later one": (
        ACCESS, lambda plain: plain["questions"][0].update(applies_when={"answers": {plain["questions"][1]["id"]: ["yes"]}}),
        "content.looks_ahead", {},
    ),
    "a tick that hangs on a later question": (
        ACCESS, lambda plain: plain["questions"][0]["ticks"][0].update(
            applies_when={"answers": {plain["questions"][1]["id"]: ["yes"]}}
        ),
        "content.looks_ahead", {},
    ),
    "levels that hang on the question's own answer": (
        ACCESS, lambda plain: plain["questions"][0].update(
            modifiers=[{"when": {"answers": {plain["questions"][0]["id"]: ["no"]}}, "impact": 1}]
        ),
        "content.looks_ahead", {},
    ),
    "a field that hangs on a later one": (
        "profile", put("fields", 1, "asked_when")({"computer": True}), "content.looks_ahead", {"where": "team", "id": "computer"},
    ),
    "a question twice": (ACCESS, append_first("questions"), "content.repeated", {"kind": "question"}),
    "a tick twice": (ACCESS, append_first("questions", 0, "ticks"), "content.repeated", {"kind": "tick"}),
    "an action twice": (ACTIONS, append_first("actions"), "content.repeated", {"kind": "action"}),
    "a field twice": ("profile", append_first("fields"), "content.repeated", {"kind": "field", "id": "kinds"}),
    "an option twice": (
        "profile", append_first("fields", 0, "options"), "content.repeated", {"kind": "option", "id": "kinds=online_shop"},
    ),
    "an article twice": (LAW, append_first("articles"), "content.repeated", {"kind": "article"}),
    "an audit item twice": ("audit-form", append_first("items"), "content.repeated", {"kind": "audit item", "id": "a01"}),
    "a tag twice": ("coverage", append_first("tags"), "content.repeated", {"kind": "tag"}),
    "a role twice": ("people", append_first("roles"), "content.repeated", {"kind": "role", "id": "owner"}),
    "a counterpart twice": ("people", append_first("counterparts"), "content.repeated", {"kind": "counterpart"}),
    "a group twice": ("groups", append_first("heads", 0, "groups"), "content.repeated", {"kind": "group", "id": "staff"}),
    "a head twice": ("groups", append_first("heads"), "content.repeated", {"kind": "head"}),
    "two laws of one id": (
        LAW, put("id")("criminal-law"), "content.repeated", {"kind": "law", "id": "criminal-law"},
    ),
    "one quick rank twice": (
        ACCESS, lambda plain: [asked.update(quick_rank=1000) for asked in plain["questions"][:2]],
        "content.repeated", {"kind": "quick_rank", "id": 1000},
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", REFERENCES)
def test_what_does_not_fit_together_is_named_with_its_place(fault: str) -> None:
    name, damage, code, params = REFERENCES[fault]
    found = incoherent(real_content.damaged(name, damage))
    assert any(one.code == code and params.items() <= one.params.items() for one in found), found


def test_content_that_does_not_fit_together_fails_the_check() -> None:
    changed = real_content.damaged(ACCESS, in_first("ask", "who")("nobody"))
    with pytest.raises(ContentError) as told:
        check_bank(real_content.with_file(changed))
    (problem,) = told.value.problems
    assert problem.params["where"] == changed.plain["questions"][0]["id"]


NAMES: dict[str, tuple[str, Damage, dict[str, object]]] = {
    "a question under an unknown name": (
        ACCESS, in_first("applies_when")({"named": "has_staf"}),
        {"where": f"content/{ACCESS}.json, {FIRST}.applies_when", "id": "has_staf"},
    ),
    "an unknown name deep inside": (
        ACCESS, in_first("applies_when")({"any": [{"computer": True}, {"not": {"named": "lonely"}}]}),
        {"where": f"content/{ACCESS}.json, {FIRST}.applies_when.any[1].not", "id": "lonely"},
    ),
    "a name used before it is defined": (
        "profile", put("conditions")({"early": {"named": "late"}, "late": {"computer": True}}),
        {"where": "profile.json, early", "id": "late"},
    ),
    "a name defined by itself": (
        "profile", lambda plain: plain["conditions"].update(loop={"not": {"named": "loop"}}),
        {"where": "profile.json, loop", "id": "loop"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", NAMES)
def test_a_named_condition_that_is_not_known_is_named_with_its_place(fault: str) -> None:
    name, damage, params = NAMES[fault]
    with pytest.raises(ContentError) as told:
        understand(real_content.with_file(real_content.damaged(name, damage)))
    wanted = {"kind": "named condition"} | params
    assert {one.code for one in told.value.problems} == {"content.unresolved"}
    assert any(wanted == one.params for one in told.value.problems), told.value.problems


def test_the_content_that_ships_is_whole_without_damage() -> None:
    assert incoherent(real_content.file(ACCESS)) == []
