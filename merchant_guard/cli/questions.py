"""`questions`: the questions of the self-check, and which apply to a shop."""

from argparse import Namespace
from typing import Any

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.output import say_json
from merchant_guard.cli.session import Session
from merchant_guard.domain.question import Citation, Question
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.sheet import lay_out
from merchant_guard.localization import Language
from merchant_guard.localization.labels import label
from merchant_guard.services.load_content import load_content
from merchant_guard.services.read_answers import read_answers


def run(arguments: Namespace, session: Session) -> int:
    """List the questions, all of them or with those that apply to an answer file."""
    bank = load_content()
    showing = {question.id for question in bank.questions}
    if arguments.shop:
        file = read_answers(arguments.shop, bank, session.latest_day(None))
        showing = {question.id for question in lay_out(bank, file.shop, file.check.answers).questions}
    if arguments.json:
        say_json(session, _plain(bank, showing, session.language))
    else:
        _list(bank, showing, session)
    return DONE


def _plain(bank: QuestionBank, showing: set[str], language: Language) -> dict[str, Any]:
    return {
        "version": bank.version,
        "groups": [{"id": group.id, "title": group.label.pick(language)} for group in bank.groups],
        "questions": [_question(bank, question, showing, language) for question in bank.questions],
    }


def _question(
    bank: QuestionBank, question: Question, showing: set[str], language: Language
) -> dict[str, Any]:
    audit_items = {item.id for item in bank.audit_form.items}
    papers = (paper for action in question.actions for paper in bank.actions[action].papers)
    return {
        "id": question.id,
        "group": question.group,
        "title": question.title.pick(language),
        "hint": question.hint.pick(language),
        "notes": {choice: note.pick(language) for choice, note in question.notes.items()},
        "applies": question.id in showing,
        "quick_rank": question.quick_rank,
        "force": question.force,
        "red_line": question.red_line,
        "audit_items": [tag for tag in question.covers if tag in audit_items],
        "ticks": [
            {
                "id": tick.id,
                "title": tick.title.pick(language),
                "action": tick.action,
                "red_line": tick.red_line,
            }
            for tick in question.ticks
        ],
        "citations": [_citation(bank, citation) for citation in question.citations],
        "actions": list(question.actions),
        "papers": list(dict.fromkeys(papers)),
    }


def _citation(bank: QuestionBank, citation: Citation) -> dict[str, Any]:
    article = bank.laws[citation.law].articles[citation.article]
    return {"law": citation.law, "article": citation.article, "quotation": article.quotation}


def _list(bank: QuestionBank, showing: set[str], session: Session) -> None:
    language = session.language
    for group in bank.groups:
        questions = [q for q in bank.questions if q.group == group.id and q.id in showing]
        if questions:
            session.say(f"\n{group.label.pick(language)}")
        for question in questions:
            force = label(language, "force", question.force)
            session.say(f"  {question.id}  {question.title.pick(language)}  [{force}]")
    session.say()
    session.say(session.translate("{count} questions").format(count=len(showing)))
