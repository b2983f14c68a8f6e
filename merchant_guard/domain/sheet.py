"""The answer sheet: the questions that show for a shop, with their answers and the state of every tick.

Interview, score, findings and audit list all read this one object, so a hidden question counts nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from merchant_guard.domain.answers import Answer, Answers
from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.audit_form import TickState
from merchant_guard.domain.question import Choice, Question, RedLine, Tick
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import Profile, ProfileValue, Shop


@dataclass(frozen=True)
class AnswerSheet:
    """What is asked of this shop and what it said. Made by `lay_out`.

    `answers` holds only answers of `questions`, with 做到一部分 and every tick marked read as 做到了.
    """

    bank: QuestionBank
    shop: Shop
    questions: tuple[Question, ...]
    answers: Answers
    facts: Facts

    def ticks(self, question: Question) -> tuple[Tick, ...]:
        """The ticks of a question that fit this shop."""
        return self._fitting[question.id]

    @cached_property
    def _fitting(self) -> Mapping[str, tuple[Tick, ...]]:
        """Asked for many times by score, findings, plan and audit list."""
        return {question.id: _fitting_ticks(question, self.facts) for question in self.bank.questions}

    def state(self, question: Question, tick: Tick) -> TickState:
        """What the answer says about one tick."""
        answer = self.answers.get(question.id)
        if answer is None or answer.choice is Choice.UNSURE:
            return TickState.UNKNOWN
        if answer.choice is Choice.NOT_APPLICABLE:
            return TickState.NOT_APPLICABLE
        if answer.choice is Choice.YES:
            return TickState.DONE
        marked = answer.choice is Choice.PARTLY and tick.id in answer.done
        return TickState.DONE if marked else TickState.MISSING

    def missing_ticks(self, question: Question) -> tuple[Tick, ...]:
        """The ticks still to be done; all of them under 做到一部分 with none marked."""
        return tuple(t for t in self.ticks(question) if self.state(question, t) is TickState.MISSING)


def _fitting_ticks(question: Question, facts: Facts) -> tuple[Tick, ...]:
    return tuple(tick for tick in question.ticks if tick.applies_when.holds(facts))


def _settled(question: Question, answer: Answer, facts: Facts) -> Answer:
    """Read a partly done question with every tick marked as done."""
    fitting = {tick.id for tick in _fitting_ticks(question, facts)}
    if answer.choice is Choice.PARTLY and fitting and fitting <= answer.done:
        return replace(answer, choice=Choice.YES)
    return answer


def lay_out(bank: QuestionBank, shop: Shop, answers: Answers) -> AnswerSheet:
    """Find the questions that show, in the order of the rail, and put the answers to them.

    A question's condition may look at the profile and at answers of questions before it that show
    themselves; answers to questions that do not show are left out, not lost: the caller keeps them. The same
    goes for profile fields that are no longer asked.
    """
    choices: dict[str, str] = {}
    facts = Facts(asked_profile(bank, shop.profile), choices)
    showing: list[Question] = []
    settled: dict[str, Answer] = {}
    for question in bank.questions:
        if not question.applies_when.holds(facts):
            continue
        showing.append(question)
        answer = answers.get(question.id)
        if answer is None or _is_bare_refusal(question, answer, facts):
            continue
        settled[question.id] = _settled(question, answer, facts)
        choices[question.id] = settled[question.id].choice
    return AnswerSheet(bank, shop, tuple(showing), settled, facts)


def asked_profile(bank: QuestionBank, profile: Profile) -> Profile:
    """The fields that are asked of this shop: one asked only of others keeps its value and counts nowhere.

    A field's condition may look at the fields before it.
    """
    asked: dict[str, ProfileValue] = {}
    facts = Facts(asked, {})
    for field in bank.profile_form:
        if field.id in profile and field.asked_when.holds(facts):
            asked[field.id] = profile[field.id]
    return asked


def _is_bare_refusal(question: Question, answer: Answer, facts: Facts) -> bool:
    """A forbidden red line is not waved away: 不适用 without a reason is no answer to it."""
    bare = answer.choice is Choice.NOT_APPLICABLE and not answer.reason.strip()
    return bare and needs_reason(question, facts)


def needs_reason(question: Question, facts: Facts) -> bool:
    """Whether 不适用 must come with a reason: the question or a tick that fits the shop is forbidden."""
    return gravest(question, _fitting_ticks(question, facts)) is RedLine.FORBIDDEN


def gravest(question: Question, ticks: tuple[Tick, ...]) -> RedLine:
    """The gravest red line of a question and some of its ticks."""
    return max((question.red_line, *(tick.red_line for tick in ticks)), key=lambda line: line.rank)
