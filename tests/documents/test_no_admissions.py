"""No paper of ours says that the law was broken, promises what it must not, or tells of a crime."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from merchant_guard.localization import LANGUAGES, Language
from merchant_guard.system import resources
from tests.support.pdfs import Pdf
from tests.support.plans import Made, made, made_with_all
from tests.support.real_content import bank
from tests.support.shops import full_shop

BANNED = ("进入即视为同意", "填写即同意全部", "最终解释权", "泄露概不负责", "符合令第25号", "已通过审计")
NEVER = ("违法", "承认", "合规", *BANNED)
NEVER_IN_ENGLISH = re.compile(r"illegal|unlawful|violat|admit|complian[ct]|breach", re.IGNORECASE)
ENGLISH_FOOT = "A voluntary plan for improvement. It does not mean that any breach of law was found."
NOT_OURS = ("quotation", "document_no", "version")
"""What a law says of itself, word for word."""

CHOICES = pytest.mark.parametrize("choice", [choice for choice in Choice if choice is not Choice.YES])


@cache
def plan_of(choice: Choice) -> Made:
    return made_with_all(bank(), choice)


def sentences(view: Any) -> Iterator[str]:
    """Every sentence of a view that is ours."""
    if isinstance(view, dict):
        for name, part in view.items():
            if name not in NOT_OURS:
                yield from sentences(part)
    elif isinstance(view, list | tuple):
        for part in view:
            yield from sentences(part)
    elif isinstance(view, str):
        yield view


def without_laws(view: dict[str, Any]) -> dict[str, Any]:
    """Names of laws and what they say in plain words are tested with the content."""
    return {**view, "laws": [], "items": [{**item, "laws": []} for item in view["items"]]}


@CHOICES
def test_no_chinese_sentence_of_a_plan_judges_or_admits(choice: Choice) -> None:
    found = [
        text for text in sentences(without_laws(plan_of(choice).view("zh"))) for word in NEVER if word in text
    ]
    assert found == []


@CHOICES
def test_no_english_sentence_of_a_plan_judges_or_admits(choice: Choice) -> None:
    found = [
        text for text in sentences(without_laws(plan_of(choice).view("en"))) if NEVER_IN_ENGLISH.search(text)
    ]
    assert found == []


@pytest.mark.parametrize("name", resources.names("templates", ".xml"))
def test_no_template_says_it_either(name: str) -> None:
    text = resources.read_text(name).replace(ENGLISH_FOOT, "")
    assert not [word for word in NEVER if word in text]
    assert not NEVER_IN_ENGLISH.search(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_crime_comes_with_the_advice_instead_of_notes(language: Language) -> None:
    crimes = [question.id for question in bank().questions if question.crime]
    assert crimes
    advice = {
        "zh": "先停；不要删除或改动记录；不要在这里写经过；先咨询律师或向公安机关说明",
        "en": "Stop first; delete or change no records; do not write here what happened;",
    }[language]
    answers = {question: Answer(Choice.NO, note="记一下") for question in crimes}
    plan = made(bank(), full_shop().shop, answers)
    items = plan.view(language)["items"]
    assert items and all(item["crime"] and item["notes"] == () for item in items)
    text = Pdf(plan.pdf(language).data).text()
    assert text.count("".join(advice.split())) == len(items)
    assert "记一下" not in text
