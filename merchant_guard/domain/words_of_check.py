"""The words of a self-check copied from the question bank, to be kept with it."""

from collections.abc import Mapping

from merchant_guard.domain.answers import Progress
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.question import Question
from merchant_guard.domain.sheet import AnswerSheet
from merchant_guard.domain.wording import QuestionWords, Wording


def words_of_check(assessment: Assessment, progress: Mapping[str, Progress]) -> Wording:
    """The words of what is answered and of what was done, as the bank has them now, and the score shown."""
    sheet = assessment.sheet
    asked = [question for question in sheet.questions if question.id in sheet.answers]
    groups = {question.group for question in asked}
    actions = sheet.bank.actions
    done = sorted(id_ for id_, known in progress.items() if known.done_on and id_ in actions)
    return Wording(
        {question.id: _words(sheet, question) for question in asked},
        {group.id: group.label for group in sheet.bank.groups if group.id in groups},
        {id_: actions[id_].title for id_ in done},
        assessment.shown_score,
    )


def _words(sheet: AnswerSheet, question: Question) -> QuestionWords:
    ticks = {tick.id: tick.title for tick in sheet.ticks(question)}
    return QuestionWords(question.group, question.title, dict(question.notes), ticks)
