"""Articles whose number has changed: where the old number leads, and what an article was called before."""

from datetime import date

import pytest

from merchant_guard.domain.law import FormerText
from tests.support import real_content

CYBERSECURITY = "cybersecurity-law"


@pytest.mark.parametrize(
    ("law", "now", "before"),
    [
        (CYBERSECURITY, "44", ["42"]),
        (CYBERSECURITY, "23", ["21"]),
        ("interim-regulations-express-delivery", "35", ["34"]),
        ("personal-information-protection-law", "51", []),
    ],
)
def test_an_article_knows_what_it_was_called_before(law: str, now: str, before: list[str]) -> None:
    assert [one.before for one in real_content.bank().laws[law].formerly(now)] == before


def test_the_old_number_and_the_new_lead_to_each_other() -> None:
    for law in real_content.bank().laws.values():
        there = {(one.text.id, one.before, one.now) for n in law.articles for one in law.formerly(n)}
        back = {
            (text.id, before, now)
            for text in law.former
            for before, now in text.moved.items()
            if now in law.articles
        }
        assert there == back
        assert all(one in law.renumbered(one.before) for n in law.articles for one in law.formerly(n))


def test_the_numbers_of_an_earlier_text_are_not_those_of_today() -> None:
    for law in real_content.bank().laws.values():
        for text in law.former:
            assert isinstance(text, FormerText) and date(1949, 10, 1) < text.version < text.until
            assert text.until < law.effective
            assert all(before != now for before, now in text.moved.items())
