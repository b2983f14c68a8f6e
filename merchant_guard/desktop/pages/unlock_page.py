"""The store has a password: one field, and a way on for who has forgotten it."""

from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.home_words import to_do
from merchant_guard.desktop.pages.page import Page, column, in_column
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.password_field import PasswordField
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.services.due_glance import home_counts

WIDTH = 460


class UnlockPage(Page):
    """What was typed leaves the field only for the opening of the store."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        content = QWidget()
        layout = column(content, (26, 16, 26, 16))
        layout.addStretch(2)
        layout.addWidget(in_column(self._card(), round(WIDTH * self.look.px("body") / 15)))
        layout.addStretch(3)
        column(self, (0, 0, 0, 0)).addWidget(ScrollArea(content))
        desk.opening.changed.connect(self._show_state)
        self._show_state()

    def _card(self) -> QWidget:
        look, words = self.look, self.words
        card = frame("card")
        layout = column(card, (28, 20 if self.low else 28, 28, 18 if self.low else 24), 12)
        layout.addWidget(icon_label(look, "lock", 28, "primary"))
        layout.addWidget(text_label(look, words("Type your password"), "question"))
        if known := self._known():
            told = text_label(look, known, "body", "text2")
            told.setObjectName("known")
            layout.addWidget(told)
        self._field = PasswordField(look, "password", words("Password"))
        self._field.line.returnPressed.connect(self._unlock)
        layout.addWidget(self._field)
        row = QWidget()
        buttons = WrapRow(row, gap=10)
        self._open = button(look, words("Open"), "unlock", self._unlock, kind="primary")
        buttons.addWidget(self._open)
        forget = self.desk.opening.forget_password
        buttons.addWidget(button(look, words("I forgot it"), "forgot", forget, kind="link"))
        layout.addWidget(row)
        return card

    def _known(self) -> str:
        """What is to be done this week: it is known without the password."""
        folder = self.desk.preferences.folder
        counts = home_counts(folder, self.desk.today) if folder else None
        return to_do(self.words, counts) if counts is not None else ""

    def _unlock(self) -> None:
        if self.desk.opening.is_trying:
            return
        if not self._field.text:
            self._say_wrong(self.words("Type the password first."))
            return
        self.desk.opening.unlock(self._field.text)

    def _show_state(self) -> None:
        opening = self.desk.opening
        words = self.words("Opening …") if opening.is_trying else self.words("Open")
        self._open.setText(words)
        self._open.setAccessibleName(words)
        is_wrong = opening.code == "store.password_wrong" and not opening.is_trying
        if is_wrong:
            self._say_wrong(opening.sentence)
            self._field.line.selectAll()
        else:
            self._field.show_error("")

    def _say_wrong(self, sentence: str) -> None:
        self._field.show_error(sentence)
        give_focus(self._field.line)
        announce(self, sentence, urgent=True)

    def first_focus(self) -> QWidget:
        """The field."""
        return self._field.line

    def announcement(self) -> str:
        """What is wanted."""
        return self.words("Type your password")
