"""The recovery card as it will come out, hidden until somebody wants to copy it by hand."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.sheet_picture import SheetPicture
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.paper import PageSize

if TYPE_CHECKING:
    from merchant_guard.documents.pages import PagePicture

_LEAST = 380
"""Pixels of height at which the digits can be read."""


class CardSheet(QFrame):
    """`draw` is called when the digits shall show, and `show_picture` brings them.

    `on_copied` is called by who has written them down.
    """

    def __init__(self, look: Look, draw: Callable[[], object], on_copied: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("k", "sunken")
        self._look, self._draw, self._shows = look, draw, False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        told = look.words("The digits are hidden, so that nobody reads along.")
        self._told = text_label(look, told, "note", "text2")
        layout.addWidget(self._told)
        buttons = QWidget()
        row = WrapRow(buttons, gap=10)
        self._button = button(look, " ", "show_card", self._turn)
        row.addWidget(self._button)
        self._copied = button(look, look.words("I have copied it"), "card_copied", on_copied)
        row.addWidget(self._copied)
        layout.addWidget(buttons)
        self._picture = self._add_picture()
        self._say()

    def show_picture(self, picture: "PagePicture") -> None:
        """Show the card."""
        self._picture.show_picture(picture)
        self._shows = True
        self._say()

    def _turn(self) -> None:
        if not self._shows:
            self._draw()
            return
        self.layout().removeWidget(self._picture)
        self._picture.hide()
        self._picture.deleteLater()
        self._picture, self._shows = self._add_picture(), False
        self._say()

    def _add_picture(self) -> SheetPicture:
        """Blank paper: nothing of the card stays in what is hidden."""
        size = PageSize.LABEL_100X150.millimetres
        made = SheetPicture(self._look, self._look.words("Recovery card"), size)
        made.setObjectName("card_sheet")
        made.setMinimumHeight(_LEAST)
        self.layout().insertWidget(0, made, 1)
        return made

    def _say(self) -> None:
        words = self._look.words
        said = words("Hide the digits") if self._shows else words("Show the digits, to copy them by hand")
        self._button.setText(said)
        self._button.setAccessibleName(said)
        self._told.setVisible(not self._shows)
        self._copied.setVisible(self._shows)
