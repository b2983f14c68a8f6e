"""A self-check answered from the first screen to the last, every answer on the disk as in the window."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from merchant_guard.domain.answers import Answer
from merchant_guard.domain.interview import ProfileStep
from merchant_guard.domain.question import Choice, Question
from merchant_guard.domain.shop import FieldType, Profile, ProfileField, ProfileValue, Shop
from merchant_guard.domain.stage import Stage
from merchant_guard.services.keep_check import CheckKeeper
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.workspace import Workspace

Answering = Callable[[Question], Answer]


def always(choice: Choice) -> Answering:
    """The same answer to everything."""
    return lambda _question: Answer(choice)


def as_in(answers: Mapping[str, Answer]) -> Answering:
    """The answers there are, and 不确定 to what they leave out."""
    return lambda question: answers.get(question.id, Answer(Choice.UNSURE))


def begun(workspace: Workspace, profile: Profile, day: date, name: str = "小店") -> OpenCheck:
    """The first self-check of a shop of which nothing is answered."""
    keeper = CheckKeeper(workspace)
    check = keeper.begin(Shop(name, profile), day).at(None, Stage.FULL)
    keeper.save_place(check)
    return check


def answered(workspace: Workspace, check: OpenCheck, profile: Profile, answering: Answering) -> OpenCheck:
    """The check once every screen was answered; profile screens as last year, else as `profile` says."""
    keeper = CheckKeeper(workspace)
    while step := check.interview.first_open:
        if isinstance(step, ProfileStep):
            as_before = check.last_years(step.id) or check.interview
            said = {one.id: _said(one, profile) for one in as_before.fields_at(step.id)}
            check = check.with_shop(replace(check.shop, profile={**said, **as_before.shop.profile}))
            keeper.save_shop(check)
        else:
            check = check.with_answer(step.question.id, answering(step.question))
            keeper.save_answer(check, step.question.id, datetime(2026, 1, 1, tzinfo=UTC))
    return check


def finished(
    workspace: Workspace, check: OpenCheck, profile: Profile, answering: Answering, day: date
) -> OpenCheck:
    """The check answered and finished on a day, with the days of its plan laid."""
    done = answered(workspace, check, profile, answering).finished(day).with_days_laid_anew(day)
    CheckKeeper(workspace).finish(done, day)
    CheckKeeper(workspace).save_plan(done)
    return done


def _said(field: ProfileField, profile: Profile) -> ProfileValue:
    if field.id in profile:
        return profile[field.id]
    match field.type:
        case FieldType.YES_NO:
            return False
        case FieldType.COUNT:
            return 1
        case FieldType.ONE:
            return field.options[0].id
        case FieldType.MANY:
            return frozenset()
