"""谁能打开这些数据 on the settings page: where the key is, the password, the recovery card."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.key_forms import FileForm, PasswordForm, RemovingForm
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import Button, button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.localization import mark
from merchant_guard.services.keep_key import KeyPlace

_TOLD = {
    KeyPlace.KEYRING: mark(
        "The key is in the keyring of this computer: whoever is logged in as you opens the app and sees it."
    ),
    KeyPlace.PASSWORD: mark(
        "Your password is asked each time. If it is forgotten, the recovery card or a backup opens the data."
    ),
    KeyPlace.FILE: mark(
        "The key lies in a file beside the data, as you chose: whoever gets that folder can open it."
    ),
    KeyPlace.BARE_FILE: mark(
        "This computer has no keyring, so the key lies in a file beside the data: whoever gets that folder "
        "can open it. A password is safer."
    ),
    KeyPlace.GONE: mark(
        "The file with the key is gone. While the data is still open, make a recovery card and set a "
        "password."
    ),
}


class KeyPart(QFrame):
    """A card of the settings; built anew when something changed, which `filled` tells."""

    filled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("key_part")
        self._desk, self._look, self._keeping = desk, desk.look, desk.keeping
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 14, 20, 16)
        self._layout.setSpacing(10)
        self._fill()
        self._keeping.changed.connect(self._show_again)
        self._keeping.look_up()

    def first_focus(self) -> QWidget | None:
        """The first field of the form that is unfolded."""
        names = ("current_password", "new_password", "keep_in_file")
        return next(filter(None, (self.findChild(QWidget, name) for name in names)), None)

    def _show_again(self) -> None:
        """Build it anew, but never under a form that is being filled in."""
        if self.findChild(QWidget, "key_form") is None or not self._keeping.unfolded:
            self._fill()

    def _fill(self) -> None:
        empty(self._layout)
        words, standing = self._look.words, self._keeping.standing
        self._layout.addWidget(text_label(self._look, words("Who can open this data"), "section"))
        if standing is None:
            return
        told = text_label(self._look, words(_TOLD[standing.place]), "body", "text2")
        told.setObjectName("key_told")
        self._layout.addWidget(told)
        form = self._form(standing.place)
        self._layout.addWidget(form if form is not None else _row(self._buttons(standing.place)))
        self._layout.addWidget(frame("rule"))
        card_told = text_label(self._look, self._card_words(), "body", "text2")
        card_told.setObjectName("card_told")
        self._layout.addWidget(card_told)
        self._layout.addWidget(_row([self._card_button()]))
        self.filled.emit()

    # --- where the key is ---------------------------------------------------------------------------

    def _buttons(self, place: KeyPlace) -> Iterator[Button]:
        words = self._look.words
        has_password = place is KeyPlace.PASSWORD
        said = words("Change the password") if has_password else words("Set a password")
        yield button(self._look, said, "set_password", partial(self._unfold, "password"))
        if has_password:
            yield self._link("remove_password", words("No password any more …"), "no_password")
        elif place is not KeyPlace.KEYRING and self._keeping.has_keyring:
            move = partial(self._keeping.use_keyring, self._tell)
            yield button(self._look, words("Move it into the keyring"), "use_keyring", move, kind="link")
        if place in (KeyPlace.KEYRING, KeyPlace.BARE_FILE):
            yield self._link("choose_file", words("A file is all right too …"), "file")

    def _link(self, name: str, said: str, form: str) -> Button:
        return button(self._look, said, name, partial(self._unfold, form), kind="link")

    def _form(self, place: KeyPlace) -> QWidget | None:
        has_password = place is KeyPlace.PASSWORD
        match self._keeping.unfolded:
            case "password":
                return PasswordForm(self._desk, self._fold, has_password=has_password)
            case "no_password" if has_password:
                return RemovingForm(self._desk, self._fold)
            case "file" if not has_password:
                return FileForm(self._desk, self._fold)
        return None

    def _unfold(self, form: str) -> None:
        self._keeping.unfolded = form
        self._fill()
        if field := self.first_focus():
            give_focus(field)

    def _fold(self) -> None:
        self._keeping.unfolded = ""
        self._fill()
        if back := self.findChild(QWidget, "set_password"):
            give_focus(back)

    def _tell(self, problem: str) -> None:
        if problem:
            self._desk.save_failed.emit(problem)

    # --- the recovery card --------------------------------------------------------------------------

    def _card_words(self) -> str:
        words, day = self._look.words, self._keeping.card_made_on
        if day is None:
            return words(
                "No recovery card yet. It opens the data when the computer breaks, Windows is installed anew "
                "or the password is forgotten."
            )
        return words("The recovery card was made on {day}. It still fits.").format(day=day.isoformat())

    def _card_button(self) -> Button:
        words = self._look.words
        is_made = self._keeping.card_made_on is not None
        said = words("Make the card again") if is_made else words("Make a recovery card")
        return button(self._look, said, "make_card", partial(self._desk.go, Screen.CARD))


def _row(buttons: Iterator[Button] | list[Button]) -> QWidget:
    box = QWidget()
    row = WrapRow(box, gap=10)
    for made in buttons:
        row.addWidget(made)
    return box
