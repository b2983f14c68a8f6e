"""The shape of `plan.json` that other programs may rely on."""

import json
import re
from datetime import date
from typing import Any

import pytest

from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop, StaffMember
from merchant_guard.localization import Language
from tests.support.plans import Made, made, made_with_all
from tests.support.real_content import bank
from tests.support.small_bank import SMALL_BANK

PROMISED: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "title": str,
    "risk": str,
    "red_line": str,
    "due": str,
    "owner": str,
    "minutes": int,
    "cost": str,
    "questions": list,
    "citations": list,
    "papers": list,
    "steps": list,
    "proof": str,
}
"""The fields of the contract, with what they hold. Others may come, none may go."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
BOTH = pytest.mark.parametrize("language", ["zh", "en"])


def plain(plan: Made, language: Language = "zh") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(plan.json(language))
    return read


@BOTH
@pytest.mark.parametrize("choice", [Choice.NO, Choice.PARTLY, Choice.UNSURE])
def test_every_item_has_the_promised_fields(choice: Choice, language: Language) -> None:
    read = plain(made_with_all(bank(), choice), language)
    assert read["made_on"] == "2026-11-30"
    assert read["items"]
    for item in read["items"]:
        assert {name for name, kind in PROMISED.items() if not isinstance(item.get(name), kind)} == set()
        assert item["risk"] in {"low", "medium", "high", "severe"}
        assert item["red_line"] in {"none", "today", "forbidden"}
        assert item["cost"] in {"free", "under_100", "under_500", "over_500"}
        assert DAY.fullmatch(item["due"])
        assert all(isinstance(step, str) and step for step in item["steps"])
        assert all(set(citation) == {"law", "article"} for citation in item["citations"])
        assert set(item["questions"]) <= {question.id for question in bank().questions}


def test_an_item_in_full() -> None:
    shop = Shop("小店", {"computer": True, "team": 4}, (StaffMember("阿甲 & <b>", "owner"),))
    progress = {"access.guard-main-account": Progress(done_on=date(2026, 11, 25), proof=("图.png",))}
    answers = {
        "access.own-accounts": Answer(Choice.PARTLY, frozenset({"one-each", "leavers"}), note="记一下")
    }
    (item,) = plain(made(SMALL_BANK, shop, answers, progress))["items"]
    assert item == {
        "id": "access.guard-main-account",
        "action": "access.guard-main-account",
        "title": "说 access.guard-main-account",
        "why": "说 why",
        "risk": "high",
        "red_line": "none",
        "force": "advice",
        "due": "2026-11-25",
        "found_on": "2026-11-21",
        "done_on": "2026-11-25",
        "owner": "阿甲 & <b>",
        "minutes": 20,
        "cost": "free",
        "questions": ["access.own-accounts"],
        "citations": [{"law": "made-up-law", "article": "1"}],
        "papers": [],
        "steps": ["说 step"],
        "proof": "说 proof",
        "recurrence": None,
    }


def test_a_plan_without_anything_to_do_has_no_items() -> None:
    answers = {question.id: Answer(Choice.YES) for question in SMALL_BANK.questions}
    assert plain(made(SMALL_BANK, Shop(), answers)) == {"made_on": "2026-11-30", "items": []}


def test_it_is_utf_8_without_escapes_and_ends_in_a_line_end() -> None:
    written = made_with_all(bank(), Choice.NO).json("zh")
    assert "\\u" not in written.decode("utf-8")
    assert "账号" in written.decode("utf-8")
    assert written.endswith(b"}\n")


@BOTH
def test_ids_are_unique_and_stand_in_the_order_of_the_plan(language: Language) -> None:
    plan = made_with_all(bank(), Choice.UNSURE)
    ids = [item["id"] for item in plain(plan, language)["items"]]
    assert ids == [item.id for item in plan.plan.items]
    assert len(set(ids)) == len(ids)


def test_english_holds_no_chinese_character() -> None:
    written = made_with_all(bank(), Choice.NO).json("en").decode("utf-8")
    named = [member.name for member in made_with_all(bank(), Choice.NO).assessment.sheet.shop.staff]
    for name in named:
        written = written.replace(name, "")
    assert not re.search("[\u4e00-\u9fff]", written)


def test_no_note_is_ever_written() -> None:
    assert "记一下" not in made_with_all(bank(), Choice.NO).json("zh").decode("utf-8")


def test_only_papers_that_the_shop_is_offered_are_named() -> None:
    """The same answers name other papers for an outlet than for a shop."""
    answers = {one.id: Answer(Choice.NO, reason="没有这回事") for one in bank().questions}
    forms = bank().paper_forms
    left_out = set()
    for kind in ("courier_outlet", "online_shop"):
        plan = made(bank(), Shop("小店", {"kinds": frozenset({kind}), "computer": True, "team": 4}), answers)
        facts = plan.assessment.sheet.facts
        for item, read in zip(plan.plan.items, plain(plan)["items"], strict=True):
            named = item.remedy.action.papers
            fitting = [one for one in named if one not in forms or forms[one].applies_when.holds(facts)]
            assert read["papers"] == fitting
            left_out |= set(named) - set(fitting)
    assert left_out
