"""`law`: the laws the app refers to, one law, or one article."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.output import say_json
from merchant_guard.cli.session import Session
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.law import Article, Law, Renumbering
from merchant_guard.domain.misconception import Misconception
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.localization import Language
from merchant_guard.localization.articles import articles
from merchant_guard.services.load_content import load_content


def run(arguments: Namespace, session: Session) -> int:
    """Show what is asked for."""
    bank = load_content()
    if arguments.law is None:
        _list(bank, session, as_json=arguments.json)
        return DONE
    asked = _find(bank, arguments.law)
    if arguments.json:
        say_json(session, _plain(bank, asked, session.language))
    else:
        _tell(bank, asked, session)
    return DONE


@dataclass(frozen=True, slots=True)
class _Asked:
    """A law, the article of it that was asked for, and where the number given has moved since."""

    law: Law
    article: Article | None = None
    renumbered: tuple[Renumbering, ...] = ()


def _find(bank: QuestionBank, words: str) -> _Asked:
    """Raises InputError, with the nearest name, for a law or article that is not in the library."""
    name, colon, number = words.partition(":")
    law = next((law for law in bank.laws.values() if law.is_called(name)), None)
    if law is None:
        near = get_close_matches(name, bank.laws, n=1, cutoff=0.4)
        code = "law.unknown_near" if near else "law.unknown"
        raise InputError(problem(code, law=name, nearest=near[0] if near else ""))
    if not colon:
        return _Asked(law)
    renumbered = law.renumbered(number)
    # Under the name of an earlier text its numbers are meant, and so they are where no article has them now.
    meant = [one for one in renumbered if one.text.id == name or number not in law.articles]
    today = meant[0].now if meant else number
    if today not in law.articles:
        articles = ", ".join(law.articles)
        raise InputError(problem("law.no_article", law=law.id, article=number, articles=articles))
    return _Asked(law, law.articles[today], renumbered)


# --- as JSON ---------------------------------------------------------------------------------------------


def _plain(bank: QuestionBank, asked: _Asked, language: Language) -> dict[str, Any]:
    if asked.article is None:
        return _law(bank, asked.law, language)
    return {
        **_head(asked.law, language),
        **_article(asked.article, language),
        "renumbered": [
            {"version": one.text.version.isoformat(), "article": one.before, "now": one.now}
            for one in asked.renumbered
        ],
    }


def _law(bank: QuestionBank, law: Law, language: Language) -> dict[str, Any]:
    return {
        **_head(law, language),
        "articles": [_article(a, language) for a in law.articles.values()],
        "misconceptions": [
            {"id": one.id, "claim": one.claim.pick(language), "truth": one.truth.pick(language)}
            for one in _misconceptions(bank, law)
        ],
    }


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


# --- in words --------------------------------------------------------------------------------------------


def _list(bank: QuestionBank, session: Session, *, as_json: bool) -> None:
    language = session.language
    if as_json:
        say_json(session, [_law(bank, law, language) for law in bank.laws.values()])
        return
    for law in bank.laws.values():
        session.say(f"{law.id}  《{law.title.zh}》" if language == "zh" else f"{law.id}  {law.title.en}")
    _tell_misconceptions(bank.misconceptions, session)


def _tell(bank: QuestionBank, asked: _Asked, session: Session) -> None:
    law, language, words = asked.law, session.language, session.translate
    session.say(law.title.pick(language))
    status = words("in force since {day}, checked on {checked}")
    session.say(status.format(day=law.effective.isoformat(), checked=law.checked_on.isoformat()))
    for one in asked.renumbered:
        told = words("Until {day} what was {before} is {now} today.")
        names = {"before": articles(language, [one.before]), "now": articles(language, [one.now])}
        session.say(told.format(day=one.text.until.isoformat(), **names))
    for article in law.articles.values() if asked.article is None else (asked.article,):
        session.say()
        session.say(articles(language, [article.number]).capitalize() + "  " + article.plain.pick(language))
        if article.quotation:
            session.say(f"  {article.quotation}")
    if asked.article is None:
        _tell_misconceptions(_misconceptions(bank, law), session)


def _misconceptions(bank: QuestionBank, law: Law) -> tuple[Misconception, ...]:
    """Those that this law sets right."""
    return tuple(one for one in bank.misconceptions if any(c.law == law.id for c in one.citations))


def _tell_misconceptions(told: Sequence[Misconception], session: Session) -> None:
    if not told:
        return
    session.say()
    session.say(session.translate("Often told, and wrong"))
    for one in told:
        session.say()
        session.say(f"✗ {one.claim.pick(session.language)}")
        session.say(f"  {one.truth.pick(session.language)}")
