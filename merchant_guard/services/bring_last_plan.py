"""Take the answers of the year before out of its plan, for a self-check that has nothing before it."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.incoming_file import read_file
from merchant_guard.services.keep_words import keep_words_of_brought
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.take_in import LARGEST_PLAN, read_plan
from merchant_guard.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BroughtPlan:
    """The self-check in hand, now after an earlier one; how many answers came and are gone."""

    check: OpenCheck
    answers: int
    gone: int


def may_bring_plan(check: OpenCheck) -> bool:
    """Whether there is room for the answers of the year before: none are here yet."""
    return check.previous is None


def bring_last_plan(workspace: Workspace, check: OpenCheck, brought: Path, today: date) -> BroughtPlan:
    """Put the self-check that a plan's PDF carries before the one in hand; all of it or nothing.

    Raises InputError: `plan_answers.has_previous`, `plan_answers.not_before` for a plan that is not of an
    earlier day, what `read_plan` raises, and `file.…`; SystemProblemError (`store.…`). Never on two threads
    at once.
    """
    if not may_bring_plan(check):
        raise InputError(problem("plan_answers.has_previous"))
    plan = read_plan(read_file(brought, LARGEST_PLAN), workspace.bank, today)
    day = plan.check.checked_on
    if day is None or day >= check.checked_on:
        days = {"day": day.isoformat() if day else "", "checked_on": check.checked_on.isoformat()}
        raise InputError(problem("plan_answers.not_before", **days))
    with workspace.database.transaction():
        if len(workspace.checks.list(check.shop_id)) > 1:
            raise InputError(problem("plan_answers.has_previous"))
        before_id = workspace.checks.save(check.shop_id, plan.check, bank_version=plan.bank_version)
        keep_words_of_brought(workspace, check.shop_id, before_id)
        before = workspace.checks.load(before_id)
    return BroughtPlan(replace(check, previous=before), len(before.answers), plan.gone)
