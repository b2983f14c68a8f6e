"""How laws are named, gathered and listed."""

import pytest

from merchant_guard.documents.citations import by_law, cite, cite_all, law_list
from merchant_guard.domain.question import Citation
from merchant_guard.localization import Language
from tests.support.real_content import bank

PRIVACY = "personal-information-protection-law"
CRIMINAL = "criminal-law"


@pytest.mark.parametrize(
    ("language", "law", "articles", "expected"),
    [
        ("zh", PRIVACY, ["51"], "《个人信息保护法》第 51 条"),
        ("zh", PRIVACY, ["51", "57"], "《个人信息保护法》第 51、57 条"),
        ("zh", CRIMINAL, ["253-1"], "《刑法》第 253 条之一"),
        ("zh", CRIMINAL, ["17", "253-1"], "《刑法》第 17 条、第 253 条之一"),
        ("zh", CRIMINAL, ["253", "253-1", "286-2"], "《刑法》第 253 条、第 253 条之一、第 286 条之二"),
        ("en", PRIVACY, ["51", "57"], "Personal Information Protection Law art. 51, 57"),
        ("en", CRIMINAL, ["253-1"], "Criminal Law art. 253-1"),
    ],
)
def test_a_law_is_named_with_its_articles(
    language: Language, law: str, articles: list[str], expected: str
) -> None:
    assert cite(language, bank().laws[law], articles) == expected


def test_citations_are_gathered_by_law_in_the_order_of_their_numbers() -> None:
    cited = [
        *(Citation("b", "9"), Citation("a", "253-1"), Citation("b", "51"), Citation("a", "253")),
        *(Citation("b", "9"), Citation("a", "25"), Citation("b", "6")),
    ]
    gathered = by_law(cited)
    assert gathered == {"b": ["6", "9", "51"], "a": ["25", "253", "253-1"]}
    assert list(gathered) == ["b", "a"]


def test_every_law_is_one_line() -> None:
    cited = [Citation(PRIVACY, "57"), Citation(CRIMINAL, "253-1"), Citation(PRIVACY, "51")]
    assert cite_all("zh", cited, bank().laws) == ["《个人信息保护法》第 51、57 条", "《刑法》第 253 条之一"]
    assert cite_all("zh", [], bank().laws) == []


def test_a_law_that_is_not_kept_is_not_left_out_in_silence() -> None:
    with pytest.raises(KeyError):
        cite_all("zh", [Citation("no-such-law", "1")], bank().laws)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_has_the_version_that_was_checked_and_the_exact_quotation(language: Language) -> None:
    (listed,) = law_list(language, [Citation(PRIVACY, "51")], bank().laws)
    law = bank().laws[PRIVACY]
    assert listed["title"] == law.title.pick(language)
    assert (listed["version"], listed["document_no"]) == (law.version, law.document_no)
    assert listed["effective"] == law.effective.isoformat()
    assert listed["checked_on"] == law.checked_on.isoformat()
    (article,) = listed["articles"]
    assert article["plain"] == law.articles["51"].plain.pick(language)
    assert article["quotation"] == law.articles["51"].quotation


def test_every_article_the_content_cites_can_be_named_and_listed() -> None:
    cited = [citation for question in bank().questions for citation in question.citations]
    cited += [citation for action in bank().actions.values() for citation in action.citations]
    assert len(law_list("zh", cited, bank().laws)) == len({citation.law for citation in cited})
