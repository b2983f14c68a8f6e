"""Keep the registers: every line is on the disk before it is called saved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from merchant_guard.domain.registers.book import ROLE_UNSAID, Book, DutyRecord, HoldRelease
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import STAFF
from merchant_guard.domain.shop import Shop, StaffMember
from merchant_guard.services.workspace import Workspace
from merchant_guard.storage.register_store import new_entry_id


def new_entry(register_id: str, moment: datetime) -> Entry:
    """Return an empty entry; it is nowhere until it is saved."""
    return Entry(new_entry_id(), register_id, moment)


def load_shop(workspace: Workspace, shop_id: str) -> Shop:
    """Return a shop with the people of its register of staff. Raises InputError `store.no_shop`."""
    return replace(workspace.shops.load(shop_id), staff=workspace.registers.load(shop_id).staff)


def staff_entries(book: Book, people: Iterable[StaffMember], moment: datetime) -> tuple[Entry, ...]:
    """Return the entries of staff that people bring: new ones, and those whose role or day is another now.

    Whoever has the name of somebody who works here is that person; what is not said changes nothing.
    """
    known = {one.said("name"): one for one in book.of(STAFF) if one.day("left_on") is None}
    changed = []
    for person in people:
        entry = known.get(person.name)
        before = entry
        entry = entry or new_entry(STAFF, moment).with_value("name", person.name, moment)
        if before is None or person.role != ROLE_UNSAID:
            entry = entry.with_value("role", person.role, moment)
        if person.joined is not None:
            entry = entry.with_value("joined", person.joined, moment)
        if entry is not before:
            changed.append(entry)
            known[person.name] = entry
    return tuple({entry.id: entry for entry in changed}.values())


@dataclass(frozen=True, slots=True)
class BookKeeper:
    """Saves what the registers of a shop hold. Every function raises SystemProblemError (`store.…`)."""

    workspace: Workspace
    shop_id: str

    def save(self, entries: Sequence[Entry]) -> None:
        """Save entries, all or none."""
        self.workspace.registers.save_all(self.shop_id, entries)

    def delete(self, entry_id: str) -> None:
        """Delete an entry that was written by mistake."""
        self.workspace.registers.delete(entry_id)

    def put_back(self, entry: Entry, evidence: Sequence[str]) -> None:
        """Save an entry again that was deleted, with its evidence."""
        with self.workspace.database.transaction():
            self.workspace.registers.save(self.shop_id, entry)
            self.workspace.registers.save_evidence(entry.id, evidence)

    def save_record(self, record: DutyRecord) -> None:
        """Save that a duty was done or skipped."""
        self.workspace.registers.save_record(self.shop_id, record)

    def delete_record(self, record: DutyRecord) -> None:
        """Take that back."""
        self.workspace.registers.delete_record(self.shop_id, record)

    def save_release(self, release: HoldRelease) -> None:
        """Save that somebody signed the end of a legal hold."""
        self.workspace.registers.save_release(release)
