"""What papers of our own may say of a self-check: its questions, how a measure stands, what was mended."""

from collections.abc import Callable, Iterator
from typing import Any

from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.domain.audit_form import TickState
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import Question
from merchant_guard.localization import Language

LANGUAGE: Language = "zh"


def check_view(source: PaperSource) -> dict[str, Any]:
    """The names that templates in `papers/` use for what the self-check says."""
    return {
        "state": _state(source),
        "files": _files(source),
        "questions": lambda: list(_groups(source)),
        "mended": lambda: [_mended(item, source) for item in source.plan.done_items],
        "chosen": _chosen(source),
        "covered": _covered(source),
        "list_version": source.bank.audit_form.version,
        "list_checked_on": source.bank.audit_form.checked_on.isoformat(),
    }


def _state(source: PaperSource) -> Callable[..., str]:
    """`state("audit.self-audit", "done")`: done, missing, unknown or not_applicable.

    Of several ticks (`state("a.b", "one", "two")`) the worst: one that is missing, then one nobody knows. A
    question or tick that is not for this shop is `not_applicable`.
    """
    sheet = source.assessment.sheet
    asked = {question.id: question for question in sheet.questions}

    def state(question_id: str, *tick_ids: str) -> str:
        question = asked.get(question_id)
        ticks = sheet.ticks(question) if question else ()
        wanted = [tick for tick in ticks if not tick_ids or tick.id in tick_ids]
        return _worst([sheet.state(question, tick) for tick in wanted] if question else [])

    return state


def _covered(source: PaperSource) -> Callable[[str], str]:
    """`covered("written-rules")`: how all ticks stand that answer for a measure of `coverage.json`."""
    sheet = source.assessment.sheet

    def covered(tag: str) -> str:
        return _worst(
            [
                sheet.state(question, tick)
                for question in sheet.questions
                for tick in sheet.ticks(question)
                if tag in tick.covers
            ]
        )

    return covered


def _worst(states: list[TickState]) -> str:
    order = (TickState.MISSING, TickState.UNKNOWN, TickState.DONE)
    return next((one.value for one in order if one in states), TickState.NOT_APPLICABLE.value)


def _files(source: PaperSource) -> Callable[..., int]:
    """`files("notice.rules-shown")`: how many files are kept as proof of what was answered."""
    answers = source.assessment.sheet.answers

    def files(*question_ids: str) -> int:
        return sum(len(answers[one].evidence) for one in question_ids if one in answers)

    return files


def _groups(source: PaperSource) -> Iterator[dict[str, Any]]:
    """The groups with the questions that are for this shop, without what was answered."""
    sheet = source.assessment.sheet
    for group in source.bank.groups:
        asked = [question for question in sheet.questions if question.group == group.id]
        if asked:
            yield {
                "title": group.label.pick(LANGUAGE),
                "questions": [{"id": one.id, "title": one.title.pick(LANGUAGE)} for one in asked],
            }


def _mended(item: PlanItem, source: PaperSource) -> dict[str, Any]:
    """A task that is done: what had not been done before, what was done, when, and with how many proofs.

    Of what touches a crime there is no fact: nothing is written down that reads like an admission.
    """
    is_crime = any(question.crime for question in item.remedy.questions)
    done_on = item.done_on or item.due
    return {
        "title": item.remedy.action.title.pick(LANGUAGE),
        "facts": [] if is_crime else [one for each in item.remedy.questions for one in _facts(each, item)],
        "proof": item.remedy.action.proof.pick(LANGUAGE),
        "files": len(item.proof),
        "owner": item.owner.name or _role(item, source),
        "found_on": item.found_on.isoformat(),
        "done_on": done_on.isoformat(),
        "crime": is_crime,
    }


def _facts(question: Question, item: PlanItem) -> list[str]:
    return [tick.title.pick(LANGUAGE) for tick in question.ticks if tick.action == item.remedy.action.id]


def _role(item: PlanItem, source: PaperSource) -> str:
    role = source.bank.roles.get(item.owner.role)
    return role.label.pick(LANGUAGE) if role else item.owner.role


def _chosen(source: PaperSource) -> Callable[[str], list[str]]:
    """`chosen("partners")`: the words of what the shop chose in a field of its profile, in their order."""
    said = source.assessment.sheet.facts.profile

    def chosen(field_id: str) -> list[str]:
        value = said.get(field_id, frozenset())
        wanted = {value} if isinstance(value, str) else value if isinstance(value, frozenset) else set()
        options = source.bank.fields[field_id].options
        return [option.label.pick(LANGUAGE) for option in options if option.id in wanted]

    return chosen
