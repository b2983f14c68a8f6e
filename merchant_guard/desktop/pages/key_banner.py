"""A quiet banner of the home page: the key lies in a file nobody chose, or there is no way back in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.words_and_acts import WordsAndActs

_BESIDE = 560
"""Pixels at the standard text size from which the buttons stand beside the sentence."""
_Acts = tuple[tuple[str, str, Callable[[], object]], ...]


class KeyBanner(QWidget):
    """One sentence and what can be done; `below` is the room under it, which goes with it."""

    def __init__(self, desk: Desk, name: str, sentence: str, acts: _Acts, below: int) -> None:
        super().__init__()
        look = desk.look
        self.setObjectName(name)
        box = frame("banner_info")
        column(self, (0, 0, 0, below)).addWidget(box)
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(icon_label(look, "key-round", 18, "primary"), 0, Qt.AlignmentFlag.AlignVCenter)
        buttons = QWidget()
        beside = QHBoxLayout(buttons)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        for act_name, said, act in acts:
            accessible = named(look, said, sentence)
            beside.addWidget(button(look, said, act_name, act, kind="link", accessible=accessible))
        words = text_label(look, sentence)
        words.setObjectName(f"{name}_words")
        room = round(_BESIDE * look.px("body") / 15)
        row.addWidget(WordsAndActs(words, buttons, room, Qt.AlignmentFlag.AlignVCenter), 1)


def bare_key_banner(desk: Desk, below: int) -> KeyBanner:
    """This computer has no keyring: a password, or so be it."""
    words = desk.look.words

    def set_password() -> None:
        desk.keeping.unfolded = "password"
        desk.go(Screen.SETTINGS)

    def left(problem: str) -> None:
        if problem:
            desk.save_failed.emit(problem)
        elif isValid(banner):
            banner.hide()

    def leave_it() -> None:
        desk.keeping.keep_in_file(left)

    sentence = words("This computer has no keyring: whoever gets the data folder can open it.")
    acts = (
        ("bare_key_password", words("Set a password"), set_password),
        ("bare_key_leave", words("Leave it so"), leave_it),
    )
    banner = KeyBanner(desk, "bare_key", sentence, acts, below)
    return banner


def card_banner(desk: Desk, below: int) -> KeyBanner:
    """Nothing opens the data once this computer is gone."""
    words = desk.look.words
    sentence = words("If this computer breaks, nothing opens your data or its backups. A recovery card does.")
    act = ("card_offer_make", words("Make a recovery card"), lambda: desk.go(Screen.CARD))
    return KeyBanner(desk, "card_offer", sentence, (act,), below)
