"""The answer sheet: the questions that show for a shop, with their answers and the state of every tick.

Interview, score, findings and audit list all read this one object, so a hidden question counts nowhere.
"""

from dataclasses import dataclass, replace

from merchant_guard.domain.answers import Answer, Answers
from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.audit_form import TickState
from merchant_guard.domain.question import Choice, Question, RedLine, Tick
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import Shop


@dataclass(frozen=True, slots=True)
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
        return _fitting_ticks(question, self.facts)

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
    themselves; answers to questions that do not show are left out, not lost: the caller keeps them.
    """
    choices: dict[str, str] = {}
    facts = Facts(shop.profile, choices)
    showing: list[Question] = []
    settled: dict[str, Answer] = {}
    for question in bank.questions:
        if not question.applies_when.holds(facts):
            continue
        showing.append(question)
        answer = answers.get(question.id)
        if answer is None or _is_bare_refusal(question, answer):
            continue
        settled[question.id] = _settled(question, answer, facts)
        choices[question.id] = settled[question.id].choice
    return AnswerSheet(bank, shop, tuple(showing), settled, facts)


def _is_bare_refusal(question: Question, answer: Answer) -> bool:
    """A forbidden red line is not waved away: 不适用 without a reason is no answer to it."""
    return needs_reason(question) and answer.choice is Choice.NOT_APPLICABLE and not answer.reason.strip()


def needs_reason(question: Question) -> bool:
    """Whether 不适用 must come with a reason."""
    return question.red_line is RedLine.FORBIDDEN


def gravest(question: Question, ticks: tuple[Tick, ...]) -> RedLine:
    """The gravest red line of a question and some of its ticks."""
    return max((question.red_line, *(tick.red_line for tick in ticks)), key=lambda line: line.rank)
