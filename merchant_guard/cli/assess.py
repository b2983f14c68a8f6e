"""`assess`: the result of an answer file."""

from argparse import Namespace
from typing import Any

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.output import say_json
from merchant_guard.cli.session import Session
from merchant_guard.domain.comparison import Comparison
from merchant_guard.domain.findings import Assessment, Finding, FindOut
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.localization import Language
from merchant_guard.localization.labels import label, verdict_sentence
from merchant_guard.services.compare_checks import compare_with_previous
from merchant_guard.services.load_content import load_content
from merchant_guard.services.read_answers import AnswerFile, read_answers
from merchant_guard.services.run_self_check import run_self_check


def run(arguments: Namespace, session: Session) -> int:
    """Work out the result and print it."""
    bank = load_content()
    file = read_answers(arguments.file, bank, session.latest_day(arguments.date))
    assessment = run_self_check(bank, file.shop, file.check)
    if arguments.json:
        interview = Interview(bank, file.shop, file.check.answers)
        checked_on = file.check.checked_on or session.day(arguments.date)
        say_json(
            session,
            {
                "checked_on": checked_on.isoformat(),
                **_plain(assessment, interview, session.language),
                "comparison": _comparison(compare_with_previous(assessment, file.check)),
            },
        )
    else:
        _tell(file, assessment, session)
    return DONE


def _plain(assessment: Assessment, interview: Interview, language: Language) -> dict[str, Any]:
    return {
        "score": assessment.shown_score,
        "verdict": _verdict(assessment, language),
        "verdict_code": assessment.verdict,
        "answered": assessment.score.answered,
        "applicable": assessment.score.applicable,
        "minutes": interview.minutes,
        "minutes_left": interview.minutes_left,
        "groups": [
            {
                "id": group,
                "score": score.value,
                "answered": score.answered,
                "applicable": score.applicable,
            }
            for group, score in assessment.group_scores.items()
        ],
        "findings": [_finding(finding, assessment.sheet.bank, language) for finding in assessment.findings],
        "find_out": [_find_out(assessment, find_out, language) for find_out in assessment.find_outs],
        "audit_items": [
            {"id": one.item, "suggested": one.suggested, "questions": list(one.questions)}
            for one in assessment.audit
        ],
    }


def _verdict(assessment: Assessment, language: Language) -> str:
    return verdict_sentence(
        language, assessment.verdict, assessment.open_red_lines, assessment.score.answers_missing
    )


def _finding(finding: Finding, bank: QuestionBank, language: Language) -> dict[str, Any]:
    consequence = bank.consequence(finding.question)
    return {
        "question": finding.question.id,
        "title": finding.question.title.pick(language),
        "choice": finding.choice,
        "missing": [tick.id for tick in finding.missing],
        "risk": finding.risk,
        "red_line": finding.red_line,
        "force": finding.question.force,
        "citations": [{"law": c.law, "article": c.article} for c in finding.question.citations],
        "actions": list(finding.actions),
        "consequence": consequence
        and {
            "happens": consequence.happens.pick(language),
            "penalty": {"law": consequence.penalty.law, "article": consequence.penalty.article},
        },
    }


def _find_out(assessment: Assessment, find_out: FindOut, language: Language) -> dict[str, Any]:
    ask = find_out.question.ask
    return {
        "question": find_out.question.id,
        "title": find_out.question.title.pick(language),
        "red_line": find_out.red_line,
        "today": find_out.is_urgent,
        "ask": assessment.sheet.bank.counterparts[ask.who].label.pick(language),
        "say": ask.say.pick(language),
    }


def _comparison(compared: Comparison | None) -> dict[str, Any] | None:
    """The check before, and what moved since; None without one. Points add up to the scores' difference."""
    if compared is None:
        return None
    return {
        "before": compared.before_on and compared.before_on.isoformat(),
        "score_before": compared.score_before,
        "questions": [
            {
                "question": one.question.id,
                "change": one.change,
                "before": one.before and one.before.choice,
                "now": one.now and one.now.choice,
                "gained": [tick.id for tick in one.gained],
                "lost": [tick.id for tick in one.lost],
            }
            for one in compared.questions
        ],
        "groups": [
            {"id": one.group.id, "change": one.change, "score_before": one.score_before}
            for one in compared.groups
        ],
        "actions": [
            {
                "id": one.action.id,
                "change": one.change,
                "done_on": one.done_on and one.done_on.isoformat(),
                "open": one.is_open,
            }
            for one in compared.actions
        ],
        "reasons": [
            {
                "kind": one.kind,
                "question": one.question.id if one.question else None,
                "points": one.tenths / 10,
            }
            for one in compared.reasons
        ],
    }


def _tell(file: AnswerFile, assessment: Assessment, session: Session) -> None:
    words, language = session.translate, session.language
    if file.shop.name:
        session.say(file.shop.name)
    if assessment.shown_score is not None:
        session.say(words("{score} of 100 points").format(score=assessment.shown_score))
    session.say(_verdict(assessment, language))
    answered, applicable = assessment.score.answered, assessment.score.applicable
    session.say(words("{answered} of {applicable} answered").format(answered=answered, applicable=applicable))
    for finding in assessment.findings:
        risk = label(language, "risk", finding.risk)
        mark = words("Red line") if finding.red_line != "none" else risk
        choice = label(language, "choice", finding.choice)
        session.say(f"  [{mark}] {finding.question.title.pick(language)}  {choice}")
    for find_out in assessment.find_outs:
        session.say(f"  [{words('Ask')}] {find_out.question.title.pick(language)}")
    session.say(words("The score only helps you see what to mend first; it is no finding of an authority."))
