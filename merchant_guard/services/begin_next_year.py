"""Begin the next self-check of a shop: nothing is answered in it, and the finished one stays as it was.

Decided: registers, duties, name, rhythm and what the papers say of the shop stay. The profile is asked again
(和去年一样吗), screen by screen. Answers, notes, proof and what was done stay with the finished check. Of its
plan only what is still promised goes along: for every task that is not done the person who was named, and
the day that was given for it where that day is still ahead, with its reason and what is done meanwhile. Days
that we proposed do not: the new plan lays its own.
"""

from dataclasses import replace
from datetime import date

from merchant_guard.domain.answers import Progress, SelfCheck
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.stage import Stage
from merchant_guard.services.keep_check import open_shop
from merchant_guard.services.keep_words import keep_words
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.workspace import Workspace


def may_begin_next(check: OpenCheck, today: date) -> bool:
    """Whether the next self-check may begin: the one in hand is finished, and not of a day to come."""
    return check.is_finished and check.checked_on <= today


def begin_next_check(workspace: Workspace, check: OpenCheck, today: date) -> OpenCheck:
    """Begin the self-check after a finished one, all of it or nothing, and return it.

    Raises InputError `next_check.not_finished`, `next_check.clock_behind` (the finished check is of a later
    day than today) and `next_check.begun` (another window was first), SystemProblemError (`store.…`).
    """
    if not check.is_finished:
        raise InputError(problem("next_check.not_finished"))
    if check.checked_on > today:
        days = {"day": check.checked_on.isoformat(), "today": today.isoformat()}
        raise InputError(problem("next_check.clock_behind", **days))
    shop, progress = replace(check.shop, profile={}), _still_promised(check, today)
    with workspace.database.transaction():
        if workspace.checks.list(check.shop_id)[0].id != check.check_id:
            raise InputError(problem("next_check.begun"))
        _close(workspace, check)
        workspace.shops.save(shop, check.shop_id)
        check_id = workspace.checks.save(
            check.shop_id,
            SelfCheck(checked_on=today, progress=progress, profile={}),
            bank_version=workspace.bank.version,
        )
        workspace.checks.save_place(check_id, None, Stage.FULL)
        before = workspace.checks.load(check.check_id)
    return replace(
        check,
        check_id=check_id,
        interview=Interview(workspace.bank, shop, {}, Stage.FULL),
        checked_on=today,
        progress=progress,
        previous=before,
        finished_on=None,
        place=None,
        waiting={},
        duties_since=check.duties_since or check.finished_on or check.checked_on,
    )


def may_undo_next(check: OpenCheck) -> bool:
    """Whether a check that was begun after another may be taken back: nothing has been given to it yet."""
    follows = check.previous is not None and check.previous.profile is not None
    return follows and not check.interview.answers and not check.waiting and not check.is_finished


def undo_next_check(workspace: Workspace, check: OpenCheck) -> OpenCheck:
    """Take back a self-check of which nothing is answered, and return the one before it as it was.

    Raises InputError `next_check.has_answers`, or `next_check.nothing_before` where it did not begin after a
    finished one here; SystemProblemError (`store.…`).
    """
    if check.previous is None or check.previous.profile is None:
        raise InputError(problem("next_check.nothing_before"))
    if not may_undo_next(check):
        raise InputError(problem("next_check.has_answers"))
    with workspace.database.transaction():
        stored = workspace.checks.list(check.shop_id)
        if len(stored) < 2 or stored[0].id != check.check_id or stored[1].finished_on is None:
            raise InputError(problem("next_check.nothing_before"))
        in_store = workspace.checks.load(check.check_id)
        if in_store.answers or workspace.checks.load_waiting(check.check_id):
            raise InputError(problem("next_check.has_answers"))
        workspace.shops.save(replace(check.shop, profile=check.previous.profile), check.shop_id)
        workspace.checks.delete(check.check_id)
        before = open_shop(workspace, check.shop_id)
    if before is None:
        raise LookupError("the check before is gone")
    return before


def _close(workspace: Workspace, check: OpenCheck) -> None:
    """Keep the finished check as it stands: its words, its profile, and that it was finished."""
    workspace.checks.save_profile(check.check_id, check.shop.profile)
    if check.finished_on is None:  # brought from elsewhere; nobody said on which day it was finished
        workspace.checks.save_finished(check.check_id, check.checked_on)
        workspace.registers.save_since(check.shop_id, check.checked_on)
    keep_words(workspace, check)


def _still_promised(check: OpenCheck, today: date) -> dict[str, Progress]:
    kept = {}
    for item_id, known in check.progress.items():
        promised = Progress(owner=known.owner)
        if known.due is not None and known.due >= today:
            promised = replace(promised, due=known.due, reason=known.reason, interim=known.interim)
        if known.done_on is None and promised != Progress():
            kept[item_id] = promised
    return kept
