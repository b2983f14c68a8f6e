"""Keep the words in which a self-check was answered, so that an old year opens in them."""

from dataclasses import replace

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.shop import Shop
from merchant_guard.domain.wording import Wording
from merchant_guard.domain.words_of_check import words_of_check
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.run_self_check import run_self_check
from merchant_guard.services.workspace import Workspace


def keep_words(workspace: Workspace, check: OpenCheck) -> None:
    """Keep the words of a finished check as the content has them now; those kept before stay.

    The score is that of now. Raises SystemProblemError (`store.…`).
    """
    now = words_of_check(check.assessment, check.progress)
    before = workspace.checks.load_wording(check.check_id)
    workspace.checks.save_wording(check.check_id, before.filled_up(now) if before else now)


def keep_words_anew(workspace: Workspace, check: OpenCheck, question_id: str | None = None) -> None:
    """Keep the words of a check that was changed after it was finished.

    The question answered anew is kept as it reads now, and what the change hides is left out. Nothing happens
    to a check that is not finished. Raises SystemProblemError (`store.…`).
    """
    if check.finished_on is None:
        return
    now = words_of_check(check.assessment, check.progress)
    before = workspace.checks.load_wording(check.check_id) or Wording()
    hidden = {id_ for id_ in before.questions if id_ in check.bank.by_id and id_ not in now.questions}
    kept = before.without({*hidden, *([question_id] if question_id else ())})
    workspace.checks.save_wording(check.check_id, kept.filled_up(now))


def keep_missing_words(workspace: Workspace, shop_id: str) -> None:
    """Keep the words of all finished checks of a shop that have none yet, as the content has them now.

    Checks finished before words were kept, and those that were brought, get them when the shop is first
    opened. Raises SystemProblemError (`store.…`).
    """
    for check_id in workspace.checks.list_without_wording(shop_id):
        keep_words_of_brought(workspace, shop_id, check_id)


def keep_words_of_brought(workspace: Workspace, shop_id: str, check_id: int) -> None:
    """Keep the words of a check of which no words were kept, as the content has them now."""
    words = words_of_now(workspace, workspace.shops.load(shop_id), workspace.checks.load(check_id))
    workspace.checks.save_wording(check_id, words)


def words_of_now(workspace: Workspace, shop: Shop, check: SelfCheck) -> Wording:
    """The words of an earlier check of a shop as the content has them now."""
    if check.profile is not None:
        shop = replace(shop, profile=check.profile)
    return words_of_check(run_self_check(workspace.bank, shop, check), check.progress)
