"""While a legal hold is in force every register says so on top: what must stay, and because of what."""

from collections.abc import Callable

from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.widgets.banner import Banner
from merchant_guard.domain.legal_hold import LegalHold


def hold_banner(
    say: RegisterWords, holds: tuple[LegalHold, ...], on_open: Callable[[LegalHold], object]
) -> Banner:
    """The banner of the holds in force; it leads to the latest."""
    words, hold = say.look.words, holds[0]
    register = say.ledger.registers[hold.entry.register]
    told = words("{matter}: {records}").format(
        matter=say.full_name(hold.entry), records=say.records(hold.concerns, register)
    )
    if len(holds) > 1:
        told += words(" · and {count} more").format(count=len(holds) - 1)
    return Banner(
        say.look,
        "danger",
        "hold",
        words("Delete nothing, tear up nothing, reinstall no computer: these may be evidence"),
        words("See what it is about"),
        lambda: on_open(hold),
        told,
    )
