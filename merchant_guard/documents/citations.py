"""How laws are named on paper."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from merchant_guard.domain.law import Law
from merchant_guard.domain.question import Citation
from merchant_guard.localization import Language
from merchant_guard.localization.articles import articles


def cite(language: Language, law: Law, numbers: Sequence[str]) -> str:
    """Name a law with its articles: 《刑法》第 17、133 条、第 253 条之一, or PIPL art. 51, 57."""
    name = law.short_title.pick(language)
    return (
        f"{name} {articles(language, numbers)}"
        if language == "en"
        else f"《{name}》{articles(language, numbers)}"
    )


def by_law(citations: Iterable[Citation]) -> dict[str, list[str]]:
    """Gather citations by law in the order of first mention, the articles in the order of their numbers."""
    gathered: dict[str, set[str]] = {}
    for citation in citations:
        gathered.setdefault(citation.law, set()).add(citation.article)
    return {law: sorted(articles, key=_sort_key) for law, articles in gathered.items()}


def _sort_key(article: str) -> tuple[int, ...]:
    return tuple(int(part) for part in article.split("-"))


def cite_all(language: Language, citations: Iterable[Citation], laws: Mapping[str, Law]) -> list[str]:
    """One line for each law that is cited."""
    return [cite(language, laws[law], articles) for law, articles in by_law(citations).items()]


def law_list(
    language: Language, citations: Iterable[Citation], laws: Mapping[str, Law]
) -> list[dict[str, Any]]:
    """The laws cited, each with its version and the articles in plain words and as quoted."""
    return [
        {
            "title": laws[law].title.pick(language),
            "document_no": laws[law].document_no,
            "version": laws[law].version,
            "effective": laws[law].effective.isoformat(),
            "checked_on": laws[law].checked_on.isoformat(),
            "articles": [
                {
                    "name": cite(language, laws[law], [article]),
                    "plain": laws[law].articles[article].plain.pick(language),
                    "quotation": laws[law].articles[article].quotation,
                }
                for article in articles
            ],
        }
        for law, articles in by_law(citations).items()
    ]
