"""Take an answer file into the store."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.services.keep_book import staff_entries
from merchant_guard.services.workspace import Workspace
from merchant_guard.storage.register_store import new_entry_id
from merchant_guard.storage.self_check_store import StoredCheck
from merchant_guard.system.clock import moment_on


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in: the shop, whether it is new here, and how many answers of how many checks."""

    shop_id: str
    name: str
    is_new: bool
    checks: int
    answers: int


def import_shop(
    workspace: Workspace, file: AnswerFile, today: date, *, may_be_nameless: bool = False
) -> Imported:
    """Save a shop with its self-checks, all of it or nothing.

    A shop of the same name is brought up to date; a self-check of the same day is replaced by the one in the
    file, others are added beside those already there. A check without a day counts as made today; one
    without a day under `previous` as older than all others. Raises InputError for a shop without a name,
    unless it may be nameless and then is a new one, and for checks whose days go backwards.
    """
    if not file.shop.name.strip() and not may_be_nameless:
        raise InputError(problem("answer_file.shop_without_name"))
    chain = _oldest_first(replace(file.check, checked_on=file.check.checked_on or today))
    known = {shop.name: shop.id for shop in workspace.shops.list() if shop.name}.get(file.shop.name)
    with workspace.database.transaction():
        shop_id = workspace.shops.save(file.shop, known)
        _take_registers(workspace, shop_id, file, today)
        for check, before in _with_replaced(chain, workspace.checks.list(shop_id)):
            workspace.checks.save(
                shop_id,
                check,
                bank_version=workspace.bank.version,
                finished_on=check.finished_on or (before.finished_on if before else None),
                self_check_id=before.id if before else None,
            )
    answers = sum(len(check.answers) for check in chain)
    return Imported(shop_id, file.shop.name, known is None, len(chain), answers)


def _take_registers(workspace: Workspace, shop_id: str, file: AnswerFile, today: date) -> None:
    """Let the registers hold what the file has, and the people it names; nothing is taken out of them.

    An entry that is here already becomes that of the file; its log keeps every line and gets those that are
    new. What belongs to another shop here stays with it:
    the file's entries then get ids of their own, and so do those of which an entry of another register has
    the id.
    """
    registers = workspace.registers
    held = registers.load(shop_id).entries
    both = {id_: one for id_, one in file.book.entries.items() if id_ in held}
    moved = {id_ for id_, one in both.items() if one.register != held[id_].register}
    foreign = registers.foreign_ids(shop_id, file.book.entries) | moved
    brought = file.book.renamed({entry_id: new_entry_id() for entry_id in foreign})
    registers.save_all(shop_id, brought.entries.values())
    here = registers.load(shop_id)
    for record in brought.records:
        if record not in here.records:
            registers.save_record(shop_id, record)
    for release in brought.releases.values():
        registers.save_release(release)
    for entry_id, lines in brought.logs.items():
        known = here.logs.get(entry_id, ())
        registers.add_lines(entry_id, [line for line in lines if line not in known])
    for entry_id, references in brought.evidence.items():
        registers.save_evidence(entry_id, references)
    registers.save_all(shop_id, staff_entries(here, file.shop.staff, moment_on(today)))
    registers.save_since(shop_id, file.duties_since or today)


def _oldest_first(check: SelfCheck) -> list[SelfCheck]:
    """The check and those before it. The store knows their order by their days, so these have to agree."""
    chain = [check]
    while (before := chain[-1].previous) is not None:
        if _day(before) > _day(chain[-1]):
            days = {"before": before.checked_on, "after": chain[-1].checked_on}
            raise InputError(problem("import.not_in_order", **days))
        chain.append(before)
    return chain[::-1]


def _day(check: SelfCheck) -> date:
    return check.checked_on or date.min


def _with_replaced(
    chain: Sequence[SelfCheck], stored: Sequence[StoredCheck]
) -> Iterator[tuple[SelfCheck, StoredCheck | None]]:
    """Each check, the oldest first, with the stored one (latest first) whose place it takes.

    Where a day has several, the last ones in the file take the places of the last ones in the store.
    """
    wanted = Counter(check.checked_on for check in chain)
    places = {
        day: [one for one in reversed(stored) if one.checked_on == day][-count:]
        for day, count in wanted.items()
    }
    for check in chain:
        same_day = places[check.checked_on]
        yield check, same_day.pop(0) if same_day else None
