"""The lists of the page that deletes everything: what goes, what stays, what should be printed first."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.pages.settings_way import titled_card
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.prose import ProseCard
from merchant_guard.desktop.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from merchant_guard.domain.keeping import Kept
    from merchant_guard.services.delete_everything import Left

_SHOWN = 12
"""So many of what must be kept are named; the rest is counted."""


def goes(look: Look) -> tuple[str, ...]:
    """What is deleted."""
    words = look.words
    return (
        words("All shops with answers, plans, registers, photos and earlier years"),
        words("The daily copies on this computer"),
        words("The key; without it nothing that may be left over can be read"),
        words("Settings and reminders of this app"),
    )


def stays(look: Look) -> tuple[str, ...]:
    """What the app does not know of or cannot reach."""
    words = look.words
    return (
        words("Backups on USB sticks and other disks: delete these yourself"),
        words("Papers, calendars and lists you saved or printed"),
        words("What you sent to others or copied into a chat"),
        words("Recovery cards: tear them up"),
    )


def kept_card(desk: Desk, kept: "tuple[Kept, ...]") -> QWidget:
    """What must still be kept, until when, and the way to print it."""
    look, words = desk.look, desk.look.words
    say = RegisterWords(look, desk.ledger, desk.today)
    told = words("These have to be kept longer. Print them first, or make a backup and keep it.")
    card, layout = titled_card(look, words("Print first what must be kept"), told)
    card.setObjectName("must_be_kept")
    for one in kept[:_SHOWN]:
        layout.addWidget(text_label(look, _told(look, say, one), "note"))
    if len(kept) > _SHOWN:
        more = words("and {count} more").format(count=len(kept) - _SHOWN)
        layout.addWidget(text_label(look, more, "note", "text2"))
    printing = partial(desk.go, Screen.PRINT)
    row = QWidget()
    ways = WrapRow(row, gap=10)
    ways.addWidget(button(look, words("Print papers"), "print_first", printing, picture="printer"))
    back_up = partial(desk.go, Screen.BACKUP)
    ways.addWidget(button(look, words("Make a backup first"), "back_up_first", back_up, picture="hard-drive"))
    layout.addWidget(row)
    return card


def _told(look: Look, say: RegisterWords, one: "Kept") -> str:
    """What it is, whose, and until when."""
    until = look.words("until the matter is over")
    if one.until is not None:
        until = look.words("until {day}").format(day=one.until.isoformat())
    return " · ".join((one.rule.title.pick(look.language), say.full_name(one.entry), until))


def left_card(look: Look, left: "Left") -> QWidget:
    """What would not go, by its name."""
    words = look.words
    card = ProseCard(look, words("This would not go"), "would_not_go")
    names = [str(place) for place in left.files]
    if left.has_reminders:
        names.append(words("The reminder in the system: remove it in the system’s own settings"))
    card.list(names)
    if left.files:
        card.say(words("Close whatever has these files open, then delete them by hand."), "text2")
    return card
