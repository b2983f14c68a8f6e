"""Registers with something in them: a shop of five people on 30 November, as the pictures have it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from merchant_guard.desktop.desk import Desk
from merchant_guard.domain.registers.register import Value

TYPED = ("示例打单软件", "员工A", "员工B", "员工C", "员工D", "员工E", "员工F", "尾号", "一袋", "客服", "号")
"""What the shop of these registers has typed itself, which is never translated."""


@contextmanager
def on_day(desk: Desk, day: date) -> Iterator[None]:
    """What is written meanwhile is written on another day."""
    today, desk.today = desk.today, day
    yield
    desk.today = today


def note(desk: Desk, register: str, **values: Value) -> str:
    """Write an entry; its id."""
    entry = desk.ledger.new_entry(register)
    for field_id, value in values.items():
        desk.ledger.write(entry.id, field_id, value)
    return entry.id


def forget_staff(desk: Desk) -> None:
    """Without the people that the sample brings."""
    for entry in desk.ledger.book.of("staff"):
        desk.check = desk.open_check.with_book(desk.ledger.book.without(entry.id))


def fill(desk: Desk) -> dict[str, str]:
    """People, accounts, partners and a year of records; ids by name."""
    forget_staff(desk)
    today, ids = desk.today, {}
    with on_day(desk, today - timedelta(days=13)):
        ids["员工B"] = note(
            desk, "staff", name="员工B", role="packing", employment="full_time", joined=date(2026, 10, 12)
        )
    for name, role, employment, signed, until in (
        ("员工A", "customer_service", "full_time", date(2026, 11, 24), None),
        ("员工C", "packing", "full_time", date(2026, 11, 24), None),
        ("员工D", "packing", "part_time", date(2026, 6, 2), today + timedelta(days=31)),
        ("员工E", "customer_service", "full_time", date(2025, 3, 11), None),
    ):
        with on_day(desk, signed):
            ids[name] = note(
                desk,
                "staff",
                name=name,
                role=role,
                employment=employment,
                joined=signed,
                agreement_on=signed,
                trained_on=signed,
            )
        if until:
            desk.ledger.write(ids[name], "agreement_until", until)
    for number in range(1, 5):
        held = ids["员工E"] if number < 3 else ids["员工A"]
        ids[f"账号{number}"] = note(
            desk, "accounts", name=f"客服 {number} 号", kind="platform_account", held_by=held,
            opened_on=date(2026, 3, 1), reviewed_on=date(2026, 11, 2),
        )  # fmt: skip
    with on_day(desk, today - timedelta(days=1)):
        desk.ledger.write(ids["员工E"], "left_on", today - timedelta(days=1))
    ids["合作方"] = note(
        desk, "partners", name="示例打单软件", kind="order_software", role="entrusted",
        began_on=date(2025, 1, 3), contract_on=date(2025, 1, 3), contract_until=date(2026, 12, 20),
    )  # fmt: skip
    for week in range(8):
        on = today - timedelta(days=6 + 7 * week)
        with on_day(desk, on):
            note(desk, "disposals", on=on, what="labels", amount="一袋", how="shredded", by=ids["员工A"])
    note(
        desk,
        "requests",
        received_on=today - timedelta(days=3),
        reference="尾号 1234",
        kind="delete",
        via="chat",
    )
    note(
        desk,
        "trainings",
        on=date(2026, 11, 24),
        topics=frozenset({"labels"}),
        attended=frozenset({ids["员工A"]}),
    )
    return ids
