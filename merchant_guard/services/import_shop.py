"""Take an answer file into the store."""

from dataclasses import dataclass, replace
from datetime import date

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in: the shop, whether it is new here, and how many answers of how many checks."""

    shop_id: str
    name: str
    is_new: bool
    checks: int
    answers: int


def import_shop(workspace: Workspace, file: AnswerFile, today: date) -> Imported:
    """Save a shop with its self-checks, all of it or nothing.

    A shop of the same name is brought up to date; a self-check of the same day is replaced by the one in the
    file, others are added beside those already there. A check without a day counts as made today.
    """
    if not file.shop.name.strip():
        raise InputError(problem("answer_file.shop_without_name"))
    known = {shop.name: shop.id for shop in workspace.shops.list()}.get(file.shop.name)
    chain = _oldest_first(replace(file.check, checked_on=file.check.checked_on or today))
    with workspace.database.transaction():
        shop_id = workspace.shops.save(file.shop, known)
        kept = {check.checked_on: check for check in workspace.checks.list(shop_id)}
        for check in chain:
            before = kept.get(check.checked_on)
            workspace.checks.save(
                shop_id,
                check,
                bank_version=workspace.bank.version,
                finished_on=before.finished_on if before else None,
                self_check_id=before.id if before else None,
            )
    answers = sum(len(check.answers) for check in chain)
    return Imported(shop_id, file.shop.name, known is None, len(chain), answers)


def _oldest_first(check: SelfCheck) -> list[SelfCheck]:
    chain = []
    here: SelfCheck | None = check
    while here is not None:
        chain.append(here)
        here = here.previous
    return chain[::-1]
