"""The registers of the sample shop after a year: one unsigned, one who left, a contract that ends."""

from collections.abc import Iterator
from datetime import date, timedelta

from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from tests.support.books import book, entry, moment

SIGNED = date(2026, 3, 2)
ACCOUNTS = tuple(f"accountaccount{number}" + number for number in "234")
PARTNERS = tuple(f"partnerpartner{number}" + number for number in "23")
LEAVER_S_ACCOUNT, PARTNER = ACCOUNTS[-1], PARTNERS[-1]
DISPOSAL, INCIDENT = "disposaldisposal", "incidentincident"
"""Ids as the store has them."""


def year_book(before: Book, today: date, *, unsigned: int = 1, with_incident: bool = False) -> Book:
    """The people there are; so many after the owner are unsigned, the last gone since yesterday."""
    staff = [*_staff(list(before.of("staff")), today, unsigned)]
    leaver = staff[-1].id
    others = [*_accounts(leaver), *_partners(today), _disposal(today)]
    if with_incident:
        others.append(entry("incidents", today, {"noticed_on": today, "kind": "lost_device"}, INCIDENT))
    return book([*staff, *others])


def _staff(people: list[Entry], today: date, unsigned: int) -> Iterator[Entry]:
    for number, person in enumerate(people):
        known = person.with_value("trained_on", SIGNED, moment(SIGNED))
        if number > unsigned or not number:
            known = known.with_value("agreement_on", SIGNED, moment(SIGNED))
        if number == len(people) - 1:
            known = known.with_value("left_on", today - timedelta(days=1), moment(today))
        yield known


def _accounts(leaver: str) -> Iterator[Entry]:
    for number, account in enumerate(ACCOUNTS):
        values = {"name": f"kefu{number}", "kind": "platform_account", "opened_on": SIGNED}
        held = {"held_by": leaver} if account == LEAVER_S_ACCOUNT else {}
        yield entry("accounts", SIGNED, {**values, **held}, account)


def _partners(today: date) -> Iterator[Entry]:
    for number, partner in enumerate(PARTNERS):
        ends = today + timedelta(days=20 if partner == PARTNER else 600)
        values = {
            "name": f"示例打单软件{number}",
            "kind": "order_software",
            "role": "entrusted",
            "began_on": SIGNED,
        }
        agreed = {"contract_on": SIGNED, "contract_until": ends, "checked_on": SIGNED}
        yield entry("partners", SIGNED, {**values, **agreed}, partner)


def _disposal(today: date) -> Entry:
    on = today - timedelta(days=6)
    return entry("disposals", on, {"on": on, "what": "labels", "how": "shredded"}, DISPOSAL)
