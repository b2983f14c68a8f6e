"""Laws as the content cites and quotes them.

With LAW_TEXTS naming a folder of reference texts (one YAML file a law, articles word for word) every
quotation is looked up there; without it only what the content says of itself is checked.
"""

import hashlib
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from merchant_guard.domain.law import LawStatus
from tests.support import real_content

LAW_TEXTS = os.environ.get("LAW_TEXTS")
needs_law_texts = pytest.mark.skipif(
    not LAW_TEXTS, reason="LAW_TEXTS names no folder of reference texts: quotations are not looked up"
)

OMISSION = "……"
MOST_SENTENCES = 2
NUMERALS = "零一二三四五六七八九十"

LAWS = sorted(real_content.bank().laws.values(), key=lambda law: law.id)


def test_the_laws_of_the_content_were_in_force_when_they_were_checked() -> None:
    faults = [
        law.id for law in LAWS if law.status is not LawStatus.IN_FORCE or law.effective > law.checked_on
    ]
    assert not faults, real_content.listed(faults)


def test_at_most_two_sentences_are_quoted() -> None:
    faults = []
    for law in LAWS:
        for article in law.articles.values():
            sentences = [
                part for part in re.split(r"[。！？]", article.quotation or "") if part.strip("…”）")
            ]
            if len(sentences) > MOST_SENTENCES:
                faults.append(f"{law.id}:{article.number} quotes {len(sentences)} sentences")
    assert not faults, real_content.listed(faults)


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def reference(law_id: str) -> dict[str, Any]:
    """The reference file of a law, its articles by number as we write them."""
    place = Path(LAW_TEXTS or "") / f"{law_id}.yaml"
    plain: dict[str, Any] = yaml.load(place.read_text(encoding="utf-8"), Loader=_loader())  # noqa: S506
    plain["by_number"] = {_number(article): article["text"] for article in plain.get("articles", ())}
    return plain


def _number(article: dict[str, Any]) -> str:
    """第二百五十三条之一 with n 253 → 253-1."""
    inserted = re.search(r"条之([一二三四五六七八九十])$", article["number"])
    return f"{article['n']}-{NUMERALS.index(inserted[1])}" if inserted else str(article["n"])


@needs_law_texts
def test_a_law_is_known_word_for_word_and_in_force() -> None:
    faults = []
    for law in LAWS:
        text = reference(law.id)
        if (text["verbatim"], text["status"], text["title_zh"]) != (True, "in force", law.title.zh):
            faults.append(f"{law.id}: {text['verbatim']}, {text['status']}, {text['title_zh']}")
        faults += [f"{law.id}:{number} is not there" for number in law.articles.keys() - text["by_number"]]
    assert not faults, real_content.listed(faults)


def _missing_stretch(quotation: str, text: str) -> str | None:
    """The first stretch between …… that does not stand in the text, after the one before it."""
    here = 0
    for stretch in filter(None, quotation.split(OMISSION)):
        found = text.find(stretch, here)
        if found < 0:
            return stretch
        here = found + len(stretch)
    return None


@needs_law_texts
def test_every_quotation_stands_in_the_law_word_for_word() -> None:
    faults = []
    for law in LAWS:
        for article in law.articles.values():
            text = reference(law.id)["by_number"][article.number].replace("\n", "")
            if missing := _missing_stretch(article.quotation or "", text):
                faults.append(f"{law.id}:{article.number} does not say: {missing}")
    assert not faults, real_content.listed(faults)


@needs_law_texts
def test_the_articles_are_unchanged_since_they_were_checked() -> None:
    faults = [
        f"{law.id}:{article.number}"
        for law in LAWS
        for article in law.articles.values()
        if article.text_sha256
        and hashlib.sha256(reference(law.id)["by_number"][article.number].encode()).hexdigest()
        != article.text_sha256
    ]
    assert not faults, real_content.listed(faults)
