"""What the score would be once actions are done; only the next self-check says what it is."""

from collections.abc import Collection
from dataclasses import replace

from merchant_guard.domain.answers import Answer
from merchant_guard.domain.findings import Assessment, Finding
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.domain.question import Choice
from merchant_guard.domain.score import Points, add_up, points
from merchant_guard.domain.sheet import AnswerSheet


def estimated_score(assessment: Assessment, plan: RemediationPlan) -> int | None:
    """The score with what was ticked off in the plan counted as in place; None while no score is shown."""
    return score_when_done(assessment, {item.remedy.action.id for item in plan.done_items})


def score_when_done(assessment: Assessment, actions: Collection[str]) -> int | None:
    """The score with the measures of these actions counted as in place; None while no score is shown.

    Never lower than the score itself: 做到一部分 without a mark counts half, and one measure of many done
    does not take that back. The questions stay those of the self-check, though answers like these might
    bring others up.
    """
    if assessment.shown_score is None:
        return None
    sheet = assessment.sheet
    mended = {finding.question.id: _mended(sheet, finding, actions) for finding in assessment.findings}
    after = points(replace(sheet, answers={**sheet.answers, **mended}))
    pairs = zip(assessment.points, after, strict=True)
    return add_up(sheet, [_better(before, now) for before, now in pairs]).value


def _mended(sheet: AnswerSheet, finding: Finding, actions: Collection[str]) -> Answer:
    """The answer to a gap once these actions are done."""
    answer = sheet.answers[finding.question.id]
    left = {tick.id for tick in finding.missing if tick.action not in actions}
    if len(left) == len(finding.missing):
        return answer
    in_place = {tick.id for tick in sheet.ticks(finding.question)} - left
    return replace(answer, choice=Choice.PARTLY if left else Choice.YES, done=frozenset(in_place))


def _better(before: Points, now: Points) -> Points:
    return max(before, now, key=lambda part: part.taken)
