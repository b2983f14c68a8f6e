"""`law`: the laws the app refers to, one law, or one article."""

from argparse import Namespace
from difflib import get_close_matches
from typing import Any

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.output import say_json
from merchant_guard.cli.session import Session
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.law import Article, Law
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.localization import Language
from merchant_guard.localization.articles import articles
from merchant_guard.services.load_content import load_content


def run(arguments: Namespace, session: Session) -> int:
    """Show what is asked for."""
    bank = load_content()
    if arguments.law is None:
        laws = list(bank.laws.values())
        if arguments.json:
            say_json(session, [_law(law, session.language) for law in laws])
        for law in laws if not arguments.json else ():
            session.say(
                f"{law.id}  《{law.title.zh}》" if session.language == "zh" else f"{law.id}  {law.title.en}"
            )
        return DONE
    law, article = _find(bank, arguments.law)
    if arguments.json:
        say_json(
            session, _law(law, session.language) if article is None else _one(law, article, session.language)
        )
    else:
        _tell(law, article, session)
    return DONE


def _find(bank: QuestionBank, asked: str) -> tuple[Law, Article | None]:
    """Raises InputError, with the nearest name, for a law or article that is not in the library."""
    law_id, colon, number = asked.partition(":")
    law = bank.laws.get(law_id)
    if law is None:
        near = get_close_matches(law_id, bank.laws, n=1, cutoff=0.4)
        code = "law.unknown_near" if near else "law.unknown"
        raise InputError(problem(code, law=law_id, nearest=near[0] if near else ""))
    if not colon:
        return law, None
    if number not in law.articles:
        articles = ", ".join(law.articles)
        raise InputError(problem("law.no_article", law=law_id, article=number, articles=articles))
    return law, law.articles[number]


def _law(law: Law, language: Language) -> dict[str, Any]:
    return {**_head(law, language), "articles": [_article(a, language) for a in law.articles.values()]}


def _one(law: Law, article: Article, language: Language) -> dict[str, Any]:
    return {**_head(law, language), **_article(article, language)}


def _head(law: Law, language: Language) -> dict[str, Any]:
    return {
        "law": law.id,
        "title": law.title.pick(language),
        "short_title": law.short_title.pick(language),
        "issuer": law.issuer.pick(language),
        "document_no": law.document_no,
        "version": law.version,
        "effective": law.effective.isoformat(),
        "status": law.status,
        "checked_on": law.checked_on.isoformat(),
    }


def _article(article: Article, language: Language) -> dict[str, Any]:
    return {
        "article": article.number,
        "plain": article.plain.pick(language),
        "quotation": article.quotation,
        "text_sha256": article.text_sha256,
    }


def _tell(law: Law, article: Article | None, session: Session) -> None:
    language, words = session.language, session.translate
    session.say(law.title.pick(language))
    status = words("in force since {day}, checked on {checked}")
    session.say(status.format(day=law.effective.isoformat(), checked=law.checked_on.isoformat()))
    for one in law.articles.values() if article is None else (article,):
        session.say()
        session.say(articles(language, [one.number]).capitalize() + "  " + one.plain.pick(language))
        if one.quotation:
            session.say(f"  {one.quotation}")
