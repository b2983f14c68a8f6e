"""Real content files, damaged one way at a time: the complaint names file, place and what was expected."""

import pytest

from merchant_guard.content.loader import check_bank, understand
from merchant_guard.content.schema import schema_problems
from merchant_guard.content.source import ContentSource
from merchant_guard.domain.errors import ContentError
from tests.support import banks, real_content
from tests.support.banks import question
from tests.support.damage import Damage, drop, in_only, put, repeat, shorten

LAW = "law/personal-information-protection-law"
LOW_MENU = {"product": {"zh": "千牛", "en": "Qianniu"}, "checked_on": "2026-11", "certainty": "low"}
LONE_QUOTATION = {"article": "1", "plain": {"zh": "一", "en": "One"}, "quotation": "第一句。"}

# What is wrong → the damage, the place below the question, and part of what was expected.
OF_A_QUESTION: dict[str, tuple[Damage, str, str]] = {
    "no hint": (drop("hint"), "", "'hint' is a required property"),
    "a title without English": (drop("title.en"), ".title", "'en' is a required property"),
    "a title without Chinese": (drop("title.zh"), ".title", "'zh' is a required property"),
    "an empty title": (put("title.zh", ""), ".title.zh", "non-empty"),
    "a title of blanks": (put("title.zh", "  "), ".title.zh", "does not match"),
    "an empty English title": (put("title.en", ""), ".title.en", "non-empty"),
    "Chinese in the English": (put("hint.en", "the 后台 too"), ".hint.en", "does not match"),
    "a title that is no pair": (put("title", "各用各的账号？"), ".title", "is not of type 'object'"),
    "a third language": (put("title.fr", "Qui ?"), ".title", "'fr' was unexpected"),
    "an unknown key": (put("titel", "x"), "", "'titel' was unexpected"),
    "an unknown key of a tick": (put("ticks.0.note", "x"), ".ticks[0]", "'note' was unexpected"),
    "an impact in words": (put("impact", "high"), ".impact", "is not of type 'integer'"),
    "an impact of five": (put("impact", 5), ".impact", "maximum of 4"),
    "an impact of nought": (put("impact", 0), ".impact", "minimum of 1"),
    "a likelihood of one": (put("likelihood", 1), ".likelihood", "minimum of 2"),
    "an unknown force": (put("force", "must"), ".force", "'statutory'"),
    "an unknown red line": (put("ticks.0.red_line", "now"), ".ticks[0].red_line", "'forbidden'"),
    "no citation": (put("citations", []), ".citations", "non-empty"),
    "one citation twice": (repeat("citations"), ".citations", "non-unique"),
    "an article in Chinese": (put("citations.0.article", "十"), ".citations[0].article", "does not match"),
    "an article as a number": (put("citations.0.article", 51), ".citations[0].article", "'string'"),
    "a single tick": (shorten("ticks", 1), ".ticks", "is too short"),
    "too many ticks": (repeat("ticks", 3), ".ticks", "is too long"),
    "a tick that covers nothing": (put("ticks.0.covers", []), ".ticks[0].covers", "non-empty"),
    "a tick without its action": (drop("ticks.0.action"), ".ticks[0]", "'action' is a required property"),
    "nowhere to look": (put("look", []), ".look", "non-empty"),
    "a missing answer note": (drop("notes.unsure"), ".notes", "'unsure' is a required property"),
    "a note for 不适用": (put("notes.not_applicable", banks.text("x")), ".notes", "was unexpected"),
    "an id with a capital": (put("id", "access.Own"), ".id", "does not match"),
    "an id without its group": (put("id", "own-accounts"), ".id", "does not match"),
    "a thirteenth month": (put("added", "2026-13"), ".added", "does not match"),
    "a modifier without effect": (put("modifiers", [{"when": {}}]), ".modifiers[0]", "enough properties"),
    "an answer nobody can give": (
        put("applies_when", {"answers": {"staff.x": ["maybe"]}}),
        ".applies_when.answers['staff.x'][0]",
        "'maybe' is not one of",
    ),
    "a condition that wants a word": (
        put("applies_when", {"size": "small"}),
        ".applies_when.size",
        "is not valid under any of",
    ),
}

OF_AN_ACTION: dict[str, tuple[Damage, str, str]] = {
    "an hour at once": (put("minutes", 60), ".minutes", "maximum of 30"),
    "no time at all": (put("minutes", 0), ".minutes", "minimum of 1"),
    "no steps": (put("steps", []), ".steps", "non-empty"),
    "no proof": (drop("proof"), "", "'proof' is a required property"),
    "a step without English": (drop("steps.0.en"), ".steps[0]", "'en' is a required property"),
    "a menu nobody is sure of": (
        put("steps.0.menu", LOW_MENU),
        ".steps[0].menu.certainty",
        "'low' is not one of",
    ),
    "an unknown cost": (put("cost", "cheap"), ".cost", "'under_100'"),
    "a deadline in the 13th month": (put("deadline", "13-01"), ".deadline", "does not match"),
    "nothing to come after": (put("after", []), ".after", "non-empty"),
    "an unknown recurrence": (put("recurrence", "daily"), ".recurrence", "'weekly'"),
}

# What is wrong → the file, the damage, the place and part of what was expected.
OF_OTHERS: dict[str, tuple[str, Damage, str, str]] = {
    "no questions": ("questionnaire/access", put("questions", []), "$.questions", "non-empty"),
    "no actions": ("actions/access", put("actions", []), "$.actions", "non-empty"),
    "a law of unknown status": (LAW, put("status", "fine"), "$.status", "'in_force'"),
    "an impossible day": (LAW, put("effective", "2026-02-30"), "$.effective", "is not a 'date'"),
    "a day in words": (LAW, put("checked_on", "last week"), "$.checked_on", "does not match"),
    "a quotation without digest": (
        LAW,
        put("articles.0", LONE_QUOTATION),
        "$.articles[0]",
        "'text_sha256' is a dependency of 'quotation'",
    ),
    "a digest cut short": (
        LAW,
        put("articles.0.text_sha256", "1234"),
        "$.articles[0].text_sha256",
        "does not match",
    ),
    "a field quick and at a door": (
        "profile",
        put("fields.0.door", "staff"),
        "$.fields[0]",
        "is valid under each of",
    ),
    "a choice without options": (
        "profile",
        drop("fields.0.options"),
        "$.fields[0]",
        "'options' is a required property",
    ),
    "a form called official": ("audit-form", put("official", True), "$.official", "False was expected"),
    "a guessed certainty": (
        "audit-form",
        put("items.0.certainty", "sure"),
        "$.items[0].certainty",
        "'inferred'",
    ),
    "a head without groups": ("groups", put("heads.0.groups", []), "$.heads[0].groups", "non-empty"),
    "a role without a label": ("people", drop("roles.0.label"), "$.roles[0]", "'label' is a required"),
    "a tag without an id": ("coverage", drop("tags.0.id"), "$.tags[0]", "'id' is a required property"),
}

CASES = {
    **{
        f"a question with {fault}": (
            "questionnaire/access",
            in_only("questions", damage),
            f"$.questions[0]{place}",
            part,
        )
        for fault, (damage, place, part) in OF_A_QUESTION.items()
    },
    **{
        f"an action with {fault}": (
            "actions/access",
            in_only("actions", damage),
            f"$.actions[0]{place}",
            part,
        )
        for fault, (damage, place, part) in OF_AN_ACTION.items()
    },
    **OF_OTHERS,
}


@pytest.mark.parametrize("fault", CASES)
def test_a_file_of_the_wrong_shape_is_named_with_place_and_expectation(fault: str) -> None:
    name, damage, place, expected = CASES[fault]
    found = list(schema_problems(ContentSource((real_content.damaged(name, damage),))))
    assert {(one.code, one.params["file"]) for one in found} == {("content.wrong", f"content/{name}.json")}
    at_place = [str(one.params["expected"]) for one in found if one.params["place"] == place]
    assert any(expected in one for one in at_place), found


@pytest.mark.parametrize("reader", [check_bank, understand])
def test_a_file_of_the_wrong_shape_stops_checking_and_loading(reader: object) -> None:
    asked = question("access.lock")
    del asked["hint"]
    with pytest.raises(ContentError) as told:
        reader(banks.source(asked))  # type: ignore[operator]
    (problem,) = told.value.problems
    assert problem.params["file"] == "questionnaire/access.json"
    assert problem.params["place"] == "$.questions[0]"


def test_all_that_is_wrong_is_named_at_once() -> None:
    source = banks.source(
        question("access.lock", force="must", impact=9), question("staff.sign", likelihood=0)
    )
    with pytest.raises(ContentError) as told:
        check_bank(source)
    places = [(one.params["file"], one.params["place"]) for one in told.value.problems]
    assert places == [
        ("questionnaire/access.json", "$.questions[0].force"),
        ("questionnaire/access.json", "$.questions[0].impact"),
        ("questionnaire/staff.json", "$.questions[0].likelihood"),
    ]


def test_a_long_value_is_cut_and_what_was_expected_kept() -> None:
    source = banks.source(question("access.lock", title=["长" * 500]))
    with pytest.raises(ContentError) as told:
        check_bank(source)
    expected = str(told.value.problems[0].params["expected"])
    assert len(expected) < 210
    assert expected.endswith("is not of type 'object'")
