"""What home offers below its head, one thing at a time: a password, reminders, a recovery card."""

from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.reminding import Reminding


def home_offer(desk: Desk, below: int) -> QWidget | None:
    """The banner of today; None where there is nothing to offer.

    The last one has no answer but doing it, so it lets the others go first. Beside evidence that must stay
    neither key nor card is spoken of.
    """
    is_calm = not desk.ledger.holds
    if is_calm and desk.keeping.lies_bare:
        from merchant_guard.desktop.pages.key_banner import bare_key_banner  # noqa: PLC0415 (seldom)

        return bare_key_banner(desk, below)
    if Reminding(desk).is_to_be_offered:
        from merchant_guard.desktop.pages.reminder_offer import ReminderOffer  # noqa: PLC0415 (once)

        return ReminderOffer(desk, below)
    if is_calm and desk.keeping.has_no_way_back:
        from merchant_guard.desktop.pages.key_banner import card_banner  # noqa: PLC0415 (until there is a card)

        return card_banner(desk, below)
    return None
