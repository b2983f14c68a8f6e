"""Registers as a shop keeps them: late entries, corrections, crossed-out lines, somebody who leaves."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from merchant_guard.domain.paper import PaperSubject
from merchant_guard.domain.question import Choice
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.services.make_plan import MadePlan
from tests.support.books import book, entry, moment
from tests.support.plans import CHECKED_ON, MADE_ON, made_with_all
from tests.support.real_content import bank

LEAVER = "staff-b"
STRUCK_REASON = "写错了人"


@cache
def plan() -> MadePlan:
    """The plan beside which papers of registers are made, as of 30 November 2026."""
    made = made_with_all(bank(), Choice.NO)
    return MadePlan(made.assessment, made.plan, CHECKED_ON)


def kept_book() -> Book:
    """What the registers hold."""
    return book((*_staff(), *_accounts(), *_disposals()))


def about(subject_id: str, held: Book | None = None) -> PaperSubject:
    """What a paper about a register or an entry is made for."""
    return PaperSubject(held or kept_book(), subject_id)


def _staff() -> Iterator[Entry]:
    march, late = date(2026, 3, 2), date(2026, 3, 20)
    yield entry(
        "staff",
        march,
        {
            "name": "员工甲",
            "role": "customer_service",
            "employment": "full_time",
            "joined": date(2024, 5, 6),
            "access": frozenset(("orders", "members", "money")),
            "agreement_on": march,
            "trained_on": march,
        },
        "staff-a",
    )
    leaver = entry(
        "staff",
        march,
        {
            "name": "员工乙",
            "role": "packing",
            "joined": date(2025, 9, 1),
            "access": frozenset(("orders", "labels", "computers")),
        },
        LEAVER,
    )
    leaver = leaver.with_value("agreement_on", date(2026, 3, 5), moment(late))
    yield leaver.with_value("left_on", MADE_ON, moment(MADE_ON))
    wrong = entry(
        "staff", march, {"name": "员工丙", "role": "packing", "joined": date(2026, 1, 4)}, "staff-c"
    )
    wrong = wrong.with_value("joined", date(2026, 1, 5), moment(late))
    yield wrong.with_value("role", "courier", moment(late, 3))
    struck = entry("staff", march, {"name": "员工丁"}, "staff-d")
    yield struck.crossed_out(STRUCK_REASON, moment(late))


def _accounts() -> Iterator[Entry]:
    began = date(2026, 3, 2)
    held = (
        ("客服 3 号", "platform_account", LEAVER),
        ("打单软件 乙", "software_account", LEAVER),
        ("扫码枪 2", "scanner", LEAVER),
        ("客服 1 号", "platform_account", "staff-a"),
    )
    for number, (name, kind, holder) in enumerate(held):
        values = {"name": name, "kind": kind, "held_by": holder, "opened_on": began}
        yield entry("accounts", began, values, f"account-{number}")
    old = entry("accounts", began, {"name": "旧手机", "kind": "phone", "held_by": LEAVER}, "account-old")
    yield old.with_value("closed_on", date(2026, 6, 1), moment(date(2026, 6, 1)))
    today = entry(
        "accounts", began, {"name": "收银 2 号", "kind": "software_account", "held_by": LEAVER}, "till"
    )
    yield today.with_value("closed_on", MADE_ON, moment(MADE_ON))


def _disposals() -> Iterator[Entry]:
    for week in range(12):
        on = date(2026, 9, 1) + timedelta(weeks=week)
        values = {
            "on": on,
            "what": "labels",
            "amount": "一袋",
            "how": "shredded",
            "by": "staff-a",
            "note": "=1+1" if week == 0 else "",
        }
        yield entry("disposals", on + timedelta(days=4 * (week == 3)), values, f"disposal-{week}")


def many_disposals(count: int) -> Book:
    """A register with so many lines, some of them long."""
    began = date(2025, 1, 1)
    lines = (
        entry(
            "disposals",
            began + timedelta(days=number),
            {
                "on": began + timedelta(days=number),
                "what": ("labels", "stubs", "papers", "device")[number % 4],
                "amount": "一袋" if number % 7 else "大约两百张，装在三个纸箱里，和退货的包裹放在一起",
            },
            f"disposal-{number}",
        )
        for number in range(count)
    )
    return book(lines)
