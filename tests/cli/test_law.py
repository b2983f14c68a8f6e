"""`law`: the library, one law, one article, and what is not in it."""

import json
import re
from typing import Any

import pytest

from merchant_guard.domain.law import Law
from tests.support.command_line import run, told, values_of
from tests.support.real_content import bank

CHINESE = re.compile("[\u4e00-\u9fff]")
PIPL = "personal-information-protection-law"
HEAD = {
    "law",
    "title",
    "short_title",
    "issuer",
    "document_no",
    "version",
    "effective",
    "status",
    "checked_on",
}
ARTICLE = {"article", "plain", "quotation", "text_sha256"}
every_law = pytest.mark.parametrize("law", bank().laws.values(), ids=lambda law: law.id)


def plain(*words: str) -> Any:
    said = run("law", "--json", *words)
    assert (said.code, said.err) == (0, "")
    assert "\\u" not in said.out
    return json.loads(said.out)


def test_without_a_name_every_law_is_listed() -> None:
    said = run("law")
    assert said.code == 0
    known = len(bank().laws)
    lines = said.out.splitlines()
    assert lines[:known] == [f"{law.id}  《{law.title.zh}》" for law in bank().laws.values()]
    english = run("law", "--lang", "en")
    assert english.out.splitlines()[:known] == [f"{law.id}  {law.title.en}" for law in bank().laws.values()]
    assert lines[known + 1] == "常见误传"
    for heard in bank().misconceptions:
        assert f"✗ {heard.claim.zh}" in lines
        assert heard.truth.en in english.out
        assert not CHINESE.search(heard.claim.en + heard.truth.en)


def test_a_law_tells_what_is_wrongly_told_about_it() -> None:
    told = plain("labor-contract-law")["misconceptions"]
    assert [one["id"] for one in told] == ["liquidated-damages"]
    assert "违约金" in told[0]["claim"]
    assert "常见误传" in run("law", "labor-contract-law").out
    assert "常见误传" not in run("law", "labor-contract-law:25").out


@pytest.mark.parametrize(
    ("asked", "article", "moved"),
    [
        ("cybersecurity-law-2016:42", "44", [("2016-11-07", "42", "44")]),
        ("cybersecurity-law:42", "42", [("2016-11-07", "42", "44")]),
        ("网络安全法:42", "42", [("2016-11-07", "42", "44")]),
        ("interim-regulations-express-delivery-2019:34", "35", [("2019-03-02", "34", "35")]),
        ("interim-regulations-express-delivery:34", "35", [("2019-03-02", "34", "35")]),
        ("anti-unfair-competition-law-2019:9", "10", [("2019-04-23", "9", "10")]),
        (f"{PIPL}:51", "51", []),
    ],
)
def test_old_numbers_lead_to_todays(asked: str, article: str, moved: list[tuple[str, str, str]]) -> None:
    found = plain(asked)
    assert found["article"] == article
    assert [(one["version"], one["article"], one["now"]) for one in found["renumbered"]] == moved
    said = run("law", asked).out
    for _version, before, now in moved:
        assert f"第 {before} 条，现在是第 {now} 条" in said


@pytest.mark.parametrize("name", ["个人信息保护法", "《个人信息保护法》", "中华人民共和国个人信息保护法"])
def test_a_law_is_found_by_its_name(name: str) -> None:
    assert plain(name)["law"] == PIPL


def test_the_json_lists_every_law_with_its_articles() -> None:
    laws = plain()
    assert [one["law"] for one in laws] == list(bank().laws)
    for one in laws:
        assert set(one) >= {*HEAD, "articles"}
        assert [article["article"] for article in one["articles"]] == list(bank().laws[one["law"]].articles)
        assert all(set(article) >= ARTICLE for article in one["articles"])


@every_law
def test_one_law_can_be_asked_for(law: Law) -> None:
    assert plain(law.id) == next(one for one in plain() if one["law"] == law.id)
    said = run("law", law.id)
    assert said.code == 0
    assert said.out.splitlines()[0] == law.title.zh
    for article in law.articles.values():
        assert article.plain.zh in said.out
        assert (article.quotation or "") in said.out


@every_law
def test_its_first_and_its_last_article_can_be_asked_for(law: Law) -> None:
    articles = list(law.articles.items())
    for number, article in (articles[0], articles[-1]):
        one = plain(f"{law.id}:{number}")
        assert set(one) >= HEAD | ARTICLE
        assert (one["law"], one["article"]) == (law.id, number)
        assert (one["plain"], one["quotation"]) == (article.plain.zh, article.quotation)


def test_one_article_is_shown_with_day_plain_words_and_quotation() -> None:
    article = bank().laws[PIPL].articles["51"]
    lines = run("law", f"{PIPL}:51", "--lang", "en").out.splitlines()
    assert lines[0] == "Personal Information Protection Law"
    assert lines[1] == f"in force since 2021-11-01, checked on {bank().laws[PIPL].checked_on}"
    assert lines[3:] == [f"Art. 51  {article.plain.en}", f"  {article.quotation}"]


def test_articles_added_later_are_named_with_a_dash() -> None:
    assert plain("criminal-law:253-1")["article"] == "253-1"


def test_english_titles_and_plain_words_hold_no_chinese_character() -> None:
    spoken = values_of(plain("--lang", "en"), "title", "short_title", "issuer", "plain")
    assert len(spoken) > 3 * len(bank().laws)
    assert not CHINESE.search("".join(spoken))


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("personal-information-protection-lav", PIPL),
        ("personal-information-protection", PIPL),
        ("civilcode", "civil-code"),
        (f"{PIPL[:-1]}:51", PIPL),
    ],
)
def test_an_unknown_law_is_told_with_the_nearest_one(asked: str, nearest: str) -> None:
    said = run("law", asked)
    assert (said.code, said.out) == (1, "")
    assert said.err == told("law.unknown_near", law=asked.partition(":")[0], nearest=nearest)


@pytest.mark.parametrize("asked", ["xyzzy", "", ":51", "道路交通法"])
def test_a_law_like_none_of_ours_is_told_with_where_they_are_listed(asked: str) -> None:
    said = run("law", asked, "--json")
    assert (said.code, said.out) == (1, "")
    assert said.err == told("law.unknown", law=asked.partition(":")[0])


@pytest.mark.parametrize("number", ["999", "", "五十一", "51:2"])
def test_an_article_that_is_not_kept_is_told_with_those_that_are(number: str) -> None:
    said = run("law", f"{PIPL}:{number}", "--lang", "en")
    assert (said.code, said.out) == (1, "")
    articles = ", ".join(bank().laws[PIPL].articles)
    assert said.err == told("law.no_article", "en", law=PIPL, article=number, articles=articles)
