"""Real content files of the right shape that no longer fit together: the complaint names place and id."""

from typing import Any

import pytest

from merchant_guard.content.coherence import coherence_problems
from merchant_guard.content.listed import listed_ids
from merchant_guard.content.loader import check_bank, understand
from merchant_guard.content.named import unknown_names
from merchant_guard.content.source import ContentFile, ContentSource
from merchant_guard.domain.errors import ContentError, Problem, problem
from tests.support import banks, real_content
from tests.support.banks import question, tick
from tests.support.damage import Damage, drop, inside, put, repeat

ACCESS, ACTIONS, LAW = "questionnaire/access", "actions/access", "law/personal-information-protection-law"
PIPL = "personal-information-protection-law"
FIRST, SECOND = (asked["id"] for asked in real_content.file(ACCESS).plain["questions"][:2])
FIRST_ACTION = real_content.file(ACTIONS).plain["actions"][0]["id"]
FIRST_PAPER = real_content.file("papers/rules").plain["papers"][0]["id"]
NO_LAW = {"law": "no-such-law", "article": "1"}


def unresolved(where: str, kind: str, id_: str) -> Problem:
    return problem("content.unresolved", where=where, kind=kind, id=id_)


def repeated(kind: str, id_: object) -> Problem:
    return problem("content.repeated", kind=kind, id=id_)


def ahead(where: str, id_: str) -> Problem:
    return problem("content.looks_ahead", where=where, id=id_)


def answers(*ids: str) -> dict[str, Any]:
    return {"answers": {id_: ["yes"] for id_ in ids}}


def in_a_ring(plain: Any) -> None:
    """Let each of the first three actions come after the next, and the last after the first."""
    first, second, third = plain["actions"][:3]
    for one, before in ((first, second), (second, third), (third, first)):
        one["after"] = [before["id"]]


OF_THE_FIRST_QUESTION: dict[str, tuple[Damage, Problem]] = {
    "an unknown law": (put("citations.0", NO_LAW), unresolved(FIRST, "citation", "no-such-law:1")),
    "an unknown article": (
        put("citations.0", {"law": PIPL, "article": "999"}),
        unresolved(FIRST, "citation", f"{PIPL}:999"),
    ),
    "an unknown action": (
        put("ticks.0.action", "access.nothing"),
        unresolved(FIRST, "action", "access.nothing"),
    ),
    "an unknown tag": (put("ticks.0.covers", ["a99"]), unresolved(FIRST, "covers", "a99")),
    "nobody to ask": (put("ask.who", "nobody"), unresolved(FIRST, "counterpart", "nobody")),
    "an unknown field": (put("applies_when", {"colour": True}), unresolved(FIRST, "condition", "colour")),
    "an unknown option": (
        put("applies_when", {"platforms": ["taobao", "ebay"]}),
        unresolved(FIRST, "condition", "platforms=ebay,taobao"),
    ),
    "options of a yes or no": (
        put("applies_when", {"computer": ["yes"]}),
        unresolved(FIRST, "condition", "computer=yes"),
    ),
    "yes or no of a count": (
        put("ticks.0.applies_when", {"team": True}),
        unresolved(FIRST, "condition", "team"),
    ),
    "bounds of a choice": (
        put("modifiers", [{"when": {"not": {"platforms": {"min": 2}}}, "impact": 1}]),
        unresolved(FIRST, "condition", "platforms"),
    ),
    "an answer to nothing": (
        put("applies_when", answers("access.nothing")),
        unresolved(FIRST, "condition", "access.nothing"),
    ),
    "a condition on itself": (put("applies_when", {"not": answers(FIRST)}), ahead(FIRST, FIRST)),
    "a condition on a later answer": (put("applies_when", answers(SECOND)), ahead(FIRST, SECOND)),
    "a tick on a later answer": (put("ticks.0.applies_when", answers(SECOND)), ahead(FIRST, SECOND)),
    "levels on its own answer": (
        put("modifiers", [{"when": answers(FIRST), "impact": 1}]),
        ahead(FIRST, FIRST),
    ),
}

OF_A_FILE: dict[str, tuple[str, Damage, Problem]] = {
    "a law an action does not find": (
        ACTIONS,
        put("actions.0.citations", [NO_LAW]),
        unresolved(FIRST_ACTION, "citation", "no-such-law:1"),
    ),
    "a law an audit item does not find": (
        "audit-form",
        put("items.0.citations", [NO_LAW]),
        unresolved("a01", "citation", "no-such-law:1"),
    ),
    "a law no longer in force": (
        LAW,
        put("status", "repealed"),
        problem("content.not_in_force", where=FIRST, id=PIPL),
    ),
    "an action nobody leads to": (
        ACTIONS,
        lambda plain: plain["actions"].append(plain["actions"][0] | {"id": "access.forgotten"}),
        problem("content.unreachable", id="access.forgotten"),
    ),
    "no row for what to find out": (
        "actions/ask",
        drop("actions.0"),
        unresolved("plan", "action", "ask.today"),
    ),
    "an action after an unknown one": (
        ACTIONS,
        put("actions.0.after", ["access.nothing"]),
        unresolved(FIRST_ACTION, "action", "access.nothing"),
    ),
    "an action after itself": (
        ACTIONS,
        put("actions.0.after", [FIRST_ACTION]),
        problem("content.circular", id=FIRST_ACTION),
    ),
    "actions after each other": (
        ACTIONS,
        in_a_ring,
        problem("content.circular", id=FIRST_ACTION),
    ),
    "an unknown role": (ACTIONS, put("actions.0.role", "boss"), unresolved(FIRST_ACTION, "role", "boss")),
    "an action with an unknown paper": (
        ACTIONS,
        put("actions.0.papers", ["farewell-card"]),
        unresolved(FIRST_ACTION, "paper", "farewell-card"),
    ),
    "an unknown field of a step": (
        ACTIONS,
        put("actions.0.steps.0.when", {"colour": True}),
        unresolved(FIRST_ACTION, "condition", "colour"),
    ),
    "an unknown field of an audit item": (
        "audit-form",
        put("items.0.applies_when", {"colour": True}),
        unresolved("a01", "condition", "colour"),
    ),
    "an unknown field of a paper": (
        "papers/rules",
        put("papers.0.applies_when", {"colour": True}),
        unresolved(FIRST_PAPER, "condition", "colour"),
    ),
    "a law a paper does not find": (
        "papers/rules",
        put("papers.0.citations", [NO_LAW]),
        unresolved(FIRST_PAPER, "citation", "no-such-law:1"),
    ),
    "an unknown field of a field": (
        "profile",
        put("fields.1.asked_when", {"colour": True}),
        unresolved("team", "condition", "colour"),
    ),
    "a field on a later one": (
        "profile",
        put("fields.1.asked_when", {"computer": True}),
        ahead("team", "computer"),
    ),
    "a field on itself": ("profile", put("fields.1.asked_when", {"team": {"min": 1}}), ahead("team", "team")),
    "a field on an answer": ("profile", put("fields.1.asked_when", answers(FIRST)), ahead("team", FIRST)),
    "an unknown door": ("profile", put("fields.6.door", "shed"), unresolved("staff_kinds", "group", "shed")),
    "an unknown group": (ACCESS, put("group", "shed"), unresolved(FIRST, "group", "shed")),
    "a question in another group's file": (
        ACCESS,
        put("group", "notice"),
        unresolved(FIRST, "group", "notice"),
    ),
    "a question twice": (ACCESS, repeat("questions"), repeated("question", FIRST)),
    "an action twice": (ACTIONS, repeat("actions"), repeated("action", FIRST_ACTION)),
    "a field twice": ("profile", repeat("fields"), repeated("field", "kinds")),
    "an option twice": ("profile", repeat("fields.0.options"), repeated("option", "kinds=online_shop")),
    "an audit item twice": ("audit-form", repeat("items"), repeated("audit item", "a01")),
    "a tag twice": ("coverage", repeat("tags"), repeated("tag", "s1")),
    "a role twice": ("people", repeat("roles"), repeated("role", "owner")),
    "a counterpart twice": ("people", repeat("counterparts"), repeated("counterpart", "yourself")),
    "a head twice": ("groups", repeat("heads"), repeated("head", "people")),
    "a group twice": ("groups", repeat("heads.0.groups"), repeated("group", "staff")),
    "two laws of one id": (LAW, put("id", "criminal-law"), repeated("law", "criminal-law")),
    "two files of one group": (
        "questionnaire/staff",
        put("group", "access"),
        repeated("questionnaire", "access"),
    ),
}

CASES = {
    **{
        f"a question with {fault}": (ACCESS, inside("questions.0", damage), wanted)
        for fault, (damage, wanted) in OF_THE_FIRST_QUESTION.items()
    },
    **OF_A_FILE,
}


def incoherent(changed: ContentFile) -> list[Problem]:
    """What the check of the whole finds, past the check of each file's shape."""
    source = real_content.with_file(changed)
    return list(coherence_problems(understand(source), listed_ids(source)))


ENOUGH = (ACCESS, "questionnaire/staff", ACTIONS, "actions/ask", LAW, "law/criminal-law")


@pytest.mark.parametrize("fault", CASES)
def test_what_does_not_fit_together_is_named_with_its_place(fault: str) -> None:
    """Among the files that have to do with it: building all of them every time would take long."""
    name, damage, wanted = CASES[fault]
    whole = real_content.with_file(real_content.damaged(name, damage))
    near = {f"content/{one}.json" for one in ENOUGH}
    several = ("questionnaire", "actions", "law")
    few = ContentSource(tuple(one for one in whole.files if one.name in near or one.kind not in several))
    assert wanted in coherence_problems(understand(few), listed_ids(few))


@pytest.mark.parametrize("fault", ["a question with an answer to nothing", "an unknown field of a field"])
def test_what_is_unknown_is_not_also_called_later(fault: str) -> None:
    name, damage, wanted = CASES[fault]
    assert incoherent(real_content.damaged(name, damage)) == [wanted]


def test_the_content_that_ships_is_whole_without_damage() -> None:
    assert incoherent(real_content.file(ACCESS)) == []


@pytest.mark.parametrize(
    ("questions", "wanted"),
    [
        ([question("access.lock", tick("one"), tick("one"))], repeated("tick", "access.lock/one")),
        (
            [question("access.lock", quick_rank=3), question("access.door", quick_rank=3)],
            repeated("quick_rank", 3),
        ),
    ],
)
def test_content_that_does_not_fit_together_fails_the_check(
    questions: list[banks.Plain], wanted: Problem
) -> None:
    with pytest.raises(ContentError) as told:
        check_bank(banks.source(*questions))
    assert told.value.problems == (wanted,)


NAMES: dict[str, tuple[str, Damage, str, str]] = {
    "a question under an unknown name": (
        ACCESS,
        put("questions.0.applies_when", {"named": "has_staf"}),
        "$.questions[0].applies_when",
        "has_staf",
    ),
    "an unknown name deep inside": (
        ACTIONS,
        put("actions.0.steps.0.when", {"any": [{"computer": True}, {"not": {"named": "lonely"}}]}),
        "$.actions[0].steps[0].when.any[1].not",
        "lonely",
    ),
    "a field under an unknown name": (
        "profile",
        put("fields.1.asked_when", {"named": "lonely"}),
        "$.fields[1].asked_when",
        "lonely",
    ),
    "a name used before it is defined": (
        "profile",
        put("conditions", {"early": {"named": "has_staff"}, "has_staff": {"team": {"min": 2}}}),
        "$.conditions.early",
        "has_staff",
    ),
    "a name defined by itself": (
        "profile",
        put("conditions.loop", {"not": {"named": "loop"}}),
        "$.conditions.loop.not",
        "loop",
    ),
}


@pytest.mark.parametrize("fault", NAMES)
def test_a_named_condition_that_is_not_known_is_named_with_its_place(fault: str) -> None:
    name, damage, place, id_ = NAMES[fault]
    found = list(unknown_names(real_content.with_file(real_content.damaged(name, damage))))
    assert unresolved(f"content/{name}.json, {place}", "named condition", id_) in found


@pytest.mark.parametrize("reader", [check_bank, understand])
def test_a_named_condition_that_is_not_known_stops_checking_and_loading(reader: object) -> None:
    source = banks.source(question("access.lock", applies_when={"named": "lonely"}))
    with pytest.raises(ContentError) as told:
        reader(source)  # type: ignore[operator]
    place = "questionnaire/access.json, $.questions[0].applies_when"
    assert told.value.problems == (unresolved(place, "named condition", "lonely"),)


def test_the_names_of_the_content_that_ships_are_all_known() -> None:
    assert list(unknown_names(real_content.source())) == []
