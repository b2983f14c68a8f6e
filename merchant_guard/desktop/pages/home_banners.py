"""What stands above everything on the home page: evidence that must stay, content that is too old."""

from collections.abc import Iterator

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.home_state import HomeState
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.banner import Banner
from merchant_guard.domain.incident import INCIDENTS
from merchant_guard.domain.legal_hold import LegalHold


def home_banners(desk: Desk, say: RegisterWords, state: HomeState) -> Iterator[Banner]:
    """The banners of today, the gravest first."""

    def open_hold(hold: LegalHold) -> None:
        if hold.entry.register == INCIDENTS and not hold.is_closed:
            desk.incidents.show(hold.entry.id)
        else:
            desk.go_to_register(hold.entry.register, hold.entry.id)

    if holds := desk.ledger.holds:
        from merchant_guard.desktop.pages.hold_banner import hold_banner  # noqa: PLC0415 (rarely there)

        yield hold_banner(say, holds, open_hold)
    if desk.daily_copies.problem:
        told = desk.look.words("Today’s copy could not be kept. What you typed is saved all the same.")
        yield Banner(
            desk.look,
            "warn",
            "no_copy",
            told,
            desk.look.words("I have seen it"),
            desk.daily_copies.put_aside,
            desk.daily_copies.problem,
        )
    if old := state.old_content:
        day = desk.open_check.bank.checked_on.isoformat()
        sentence = old.duty.title.pick(desk.look.language).format(day=day)
        action = desk.look.words("Which version this is")
        yield Banner(desk.look, "warn", "old_content", sentence, action, lambda: desk.go(Screen.ABOUT))
