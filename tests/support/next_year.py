"""A shop in its second year: last year's check lies before this one, which is begun or answered."""

from dataclasses import replace
from datetime import date, timedelta

from merchant_guard.domain.answers import Answer, Answers, Progress, SelfCheck
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.services.open_check import OpenCheck

YEAR = timedelta(days=364)
MENDED = "staff.own-data"


def begun(check: OpenCheck, today: date, *, described: bool = True) -> OpenCheck:
    """The check after a finished one, nothing answered; `described` says that the shop is as it was."""
    before = SelfCheck(
        check.checked_on, check.interview.answers, check.progress, check.previous, check.shop.profile
    )
    shop = check.shop if described else replace(check.shop, profile={})
    return replace(
        check,
        interview=replace(check.interview, shop=shop, answers={}),
        previous=before,
        progress={},
        checked_on=today,
        finished_on=None,
        place=None,
    )


def answered(check: OpenCheck, today: date) -> OpenCheck:
    """The second year finished: some better, some worse, the rest as it was."""
    again = begun(check, today)
    answers = {
        **check.interview.answers,
        **_moved(check, Choice.NO, Answer(Choice.YES), 2),
        **_moved(check, Choice.PARTLY, Answer(Choice.YES), 3),
        **_moved(check, Choice.UNSURE, Answer(Choice.PARTLY), 1),
        **_moved(check, Choice.YES, Answer(Choice.NO), 1),
    }
    done = Progress(done_on=check.checked_on + timedelta(days=12))
    first = next(i for i in check.plan(check.checked_on).open_items if i.remedy.red_line is RedLine.NONE)
    before = replace(again.previous, progress={**check.progress, first.id: done})
    interview = replace(again.interview, answers=answers)
    return replace(again, interview=interview, previous=before, finished_on=today)


def _moved(check: OpenCheck, was: Choice, now: Answer, count: int) -> Answers:
    """The first questions that were answered one way, answered another way; red lines stay."""
    questions = [q for q in check.interview.sheet.questions if q.red_line is RedLine.NONE]
    those = [q.id for q in questions if check.interview.answers[q.id].choice is was]
    return dict.fromkeys(those[:count], now)
