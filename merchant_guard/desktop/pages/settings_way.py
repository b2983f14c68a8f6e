"""A page that the settings lead to: its head with the way back, and a column of cards."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, in_column
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.prose import WIDTH
from merchant_guard.desktop.widgets.scroll_area import ScrollArea


class SettingsWay(Page):
    """Subclasses fill `cards`; each stays within the width of text."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        content = QWidget()
        side = 26 if low else 32
        layout = column(content, (side, 14 if low else 28, side, 20))
        self.back = button(self.look, self.words("Go back"), "back", self.go_back, picture="arrow-left")
        self.head = PageHead(self.look, [self.back])
        holder = QWidget()
        self.cards = column(holder, (0, 0, 0, 0), 10 if low else 12)
        # Where nothing stands beside it, the column stands in the middle.
        has_rail = desk.check is not None
        for part in (self.head, holder):
            layout.addWidget(_at_the_left(part) if has_rail else in_column(part, WIDTH))
            layout.addSpacing(10 if low else 14)
        layout.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(ScrollArea(content))

    def go_back(self) -> None:
        """To the settings, or where nothing is yet to the place where things are brought."""
        self.desk.go(Screen.SETTINGS if self.desk.check is not None else Screen.BRING)

    def announcement(self) -> str:
        """Where we are."""
        return self.head.title.accessibleName()


def _at_the_left(part: QWidget) -> QWidget:
    """Let it be as high as it has to be in the width it gets, not in all there is room for."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    part.setMaximumWidth(WIDTH)
    row.addWidget(part, 1000)
    row.addStretch(1)
    return holder


def titled_card(look: Look, title: str, told: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A card with a head and a line below it; fill its layout."""
    card = frame("card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(20, 14, 20, 16)
    layout.setSpacing(8)
    layout.addWidget(text_label(look, title, "section"))
    if told:
        layout.addWidget(text_label(look, told, "note", "text2"))
    return card, layout
