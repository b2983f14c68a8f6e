from typing import Any

import pytest

from merchant_guard.domain.audit_form import Suggestion, TickState, suggest
from merchant_guard.domain.findings import assess
from tests.support import banks
from tests.support.banks import answer, question, tick

DONE, MISSING, UNKNOWN, PUT_ASIDE = (
    TickState.DONE,
    TickState.MISSING,
    TickState.UNKNOWN,
    TickState.NOT_APPLICABLE,
)


@pytest.mark.parametrize(
    ("applies", "states", "wanted"),
    [
        (True, [DONE], "compliant"),
        (True, [DONE, DONE], "compliant"),
        (True, [DONE, PUT_ASIDE], "compliant"),
        (True, [DONE, MISSING], "non_compliant"),
        (True, [UNKNOWN, MISSING], "non_compliant"),
        (True, [PUT_ASIDE, MISSING], "non_compliant"),
        (True, [DONE, UNKNOWN], "unknown"),
        (True, [PUT_ASIDE, UNKNOWN], "unknown"),
        (True, [], "unknown"),
        (True, [PUT_ASIDE, PUT_ASIDE], "not_applicable"),
        (False, [], "not_applicable"),
        (False, [MISSING], "not_applicable"),
        (False, [DONE], "not_applicable"),
    ],
)
def test_one_missing_measure_is_enough_and_nothing_unknown_is_called_kept(
    applies: bool, states: list[TickState], wanted: str
) -> None:
    spread = {f"q{number}": [state] for number, state in enumerate(states)}
    together = {"q": states} if states else {}
    for by_question in (spread, together):
        suggestion = suggest(applies, by_question, "a01")
        assert suggestion.suggested is Suggestion(wanted)
        assert suggestion.questions == tuple(by_question)


MADE_UP = banks.bank(
    question(
        "access.lock",
        tick("one", covers=["a01"]),
        tick("two", covers=["a02", "written-rules"]),
        tick("three", covers=["a02"], applies_when={"kinds": ["class"]}),
    ),
    question("staff.sign", tick("one", covers=["a01"]), tick("two"), applies_when={"team": {"min": 2}}),
    audit=[
        banks.audit_item("a01"),
        banks.audit_item("a02"),
        banks.audit_item("a03"),
        banks.audit_item("a04", applies_when={"kinds": ["class"]}),
    ],
)


OUTCOMES = {"+": "compliant", "-": "non_compliant", "?": "unknown", "/": "not_applicable"}


@pytest.mark.parametrize(
    ("given", "profile", "wanted"),
    [
        ({}, {"team": 1}, "???/"),
        ({"access.lock": "yes"}, {"team": 1}, "++?/"),
        ({"access.lock": "yes"}, {"team": 2}, "?+?/"),
        # The hidden question's 没做到 counts nowhere.
        ({"access.lock": "yes", "staff.sign": "no"}, {"team": 1}, "++?/"),
        ({"access.lock": "yes", "staff.sign": "no"}, {"team": 2}, "-+?/"),
        ({"access.lock": answer("partly", "one")}, {"team": 1}, "+-?/"),
        # The third tick fits only classes, and is the one that is missing.
        ({"access.lock": answer("partly", "one", "two")}, {"team": 1}, "++?/"),
        ({"access.lock": answer("partly", "one", "two")}, {"kinds": {"class"}}, "+-??"),
        ({"access.lock": "unsure"}, {"team": 1}, "???/"),
        ({"access.lock": "not_applicable"}, {"team": 1}, "//?/"),
    ],
)
def test_answers_suggest_an_outcome_for_every_audit_item(
    given: dict[str, Any], profile: dict[str, Any], wanted: str
) -> None:
    audit = assess(banks.sheet_of(MADE_UP, given, profile)).audit
    assert [one.item for one in audit] == ["a01", "a02", "a03", "a04"]
    assert [one.suggested for one in audit] == [OUTCOMES[sign] for sign in wanted]


def test_the_questions_that_feed_an_item_are_those_that_show() -> None:
    alone = assess(banks.sheet_of(MADE_UP, {}, {"team": 1})).audit
    staffed = assess(banks.sheet_of(MADE_UP, {}, {"team": 2})).audit
    assert alone[0].questions == ("access.lock",)
    assert staffed[0].questions == ("access.lock", "staff.sign")
    assert alone[2].questions == ()
