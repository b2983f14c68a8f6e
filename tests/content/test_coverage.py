"""What the bank has to cover, held against the data that says so: audit items, measures, duties."""

import json
from typing import Any

from merchant_guard.system import resources
from tests.support import real_content

BANK = real_content.bank()
LEAST_QUESTIONS, LEAST_TICKS, LEAST_ACTIONS = 100, 260, 120


def duties() -> list[tuple[str, str]]:
    plain: dict[str, Any] = json.loads(resources.read_text("content/coverage.json"))
    return [(duty["law"], article) for duty in plain["duties"] for article in duty["articles"]]


def test_the_bank_is_as_large_as_it_has_to_be() -> None:
    assert len(BANK.questions) >= LEAST_QUESTIONS
    assert sum(len(question.ticks) for question in BANK.questions) >= LEAST_TICKS
    assert len(BANK.actions) >= LEAST_ACTIONS
    assert len(BANK.asked_groups) == len(BANK.groups) == 13


def test_every_audit_item_and_every_measure_is_covered_by_a_tick() -> None:
    covered = {tag for question in BANK.questions for tick in question.ticks for tag in tick.covers}
    wanted = {tag.id for tag in BANK.coverage} | {item.id for item in BANK.audit_form.items}
    assert not wanted - covered, real_content.listed(sorted(wanted - covered))


def test_every_duty_that_can_touch_a_shop_is_asked_about() -> None:
    asked = (*BANK.questions, *BANK.actions.values())
    cited = {(citation.law, citation.article) for one in asked for citation in one.citations}
    missing = [f"{law}:{article}" for law, article in duties() if (law, article) not in cited]
    assert len(duties()) > 100
    assert not missing, real_content.listed(missing)


def test_a_duty_names_an_article_of_our_library() -> None:
    unknown = [
        f"{law}:{article}"
        for law, article in duties()
        if law not in BANK.laws or article not in BANK.laws[law].articles
    ]
    assert not unknown, real_content.listed(unknown)
