"""Write one shop out of the store into an answer file."""

from dataclasses import dataclass, replace
from pathlib import Path

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.answer_writer import write_answer_file
from merchant_guard.services.workspace import Workspace
from merchant_guard.services.write_file import write_file

MOST_NAMED = 6
"""As many shops as a sentence lists."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What went out: the shop's name and how many answers."""

    name: str
    answers: int


def export_shop(workspace: Workspace, shop_id: str | None, target: Path) -> Exported:
    """Write a shop with all its self-checks and registers as plain JSON.

    Raises InputError when there is no shop, or several and none was named.
    """
    chosen = shop_id or _only_shop(workspace)
    book, since = workspace.registers.load(chosen), workspace.registers.load_since(chosen)
    shop = replace(workspace.shops.load(chosen), staff=book.staff)
    checks = workspace.checks.list(chosen)
    check = workspace.checks.load(checks[0].id) if checks else SelfCheck()
    write_file(target, write_answer_file(shop, check, workspace.bank, book, since))
    return Exported(shop.name, len(check.answers))


def _only_shop(workspace: Workspace) -> str:
    shops = workspace.shops.list()
    if not shops:
        raise InputError(problem("export.no_shop"))
    if len(shops) > 1:
        listed = [f"{shop.id} ({shop.name})" for shop in shops[:MOST_NAMED]]
        more = ["…"] if len(shops) > MOST_NAMED else []
        raise InputError(problem("export.several_shops", shops=", ".join([*listed, *more])))
    return shops[0].id
