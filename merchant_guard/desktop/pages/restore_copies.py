"""The copies this computer keeps by itself: one for each day, and what something was put in the place of."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.pages.settings_way import titled_card
from merchant_guard.desktop.widgets.ask_box import AskBox
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.link_row import LinkRow
from merchant_guard.localization.dates import day_with_weekday

if TYPE_CHECKING:
    from merchant_guard.services.swap_store import PutAside, StoreCopy

_ROW = 44


class RestoreCopies(QWidget):
    """Read beside the window; a row leads to what is in the copy."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._look = desk, desk.look
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        desk.restoring.changed.connect(self._show_kept)
        self._shown: object = None
        self._show_kept()
        desk.restoring.look_for_copies()

    def _show_kept(self) -> None:
        kept = self._desk.restoring.kept
        if kept is None or kept is self._shown:
            return
        self._shown = kept
        empty(self._layout)
        if kept.aside and not self._desk.is_read_only:
            self._layout.addWidget(self._aside_card(kept.aside))
        self._layout.addWidget(self._day_card(kept.days))
        for place in range(self._layout.count()):
            self._layout.itemAt(place).widget().show()

    def _aside_card(self, aside: "tuple[PutAside, ...]") -> QWidget:
        words = self._look.words
        card, layout = titled_card(self._look, words("Kept aside when something was put back"))
        for number, one in enumerate(aside):
            if number:
                layout.addWidget(frame("rule"))
            title = words("As it was until {moment}").format(moment=f"{one.moment:%Y-%m-%d %H:%M}")
            row = LinkRow(self._look, title, words("Take it back"), "undo-2", _ROW)
            row.setObjectName(f"aside_{number}")
            row.clicked.connect(lambda _checked=False, path=one.path: self._ask_back(path))
            layout.addWidget(row)
        return card

    def _day_card(self, days: "tuple[StoreCopy, ...]") -> QWidget:
        words = self._look.words
        told = words("One for each day on which something changed, on this disk only. It replaces no backup.")
        card, layout = titled_card(self._look, words("Daily copies on this computer"), told)
        card.setObjectName("daily_copies")
        if not days:
            layout.addWidget(text_label(self._look, words("There is none yet."), "body", "text2"))
        for number, copy in enumerate(days):
            if number:
                layout.addWidget(frame("rule"))
            day = day_with_weekday(self._look.language, copy.day)
            if copy.day.year != self._desk.today.year:
                day = copy.day.isoformat()
            row = LinkRow(self._look, day, words("Put this day back"), "history", _ROW)
            row.setObjectName(f"copy_{copy.day.isoformat()}")
            row.clicked.connect(lambda _checked=False, one=copy: self._choose(one))
            layout.addWidget(row)
        return card

    def _choose(self, copy: "StoreCopy") -> None:
        if self._desk.moved_on is not None:
            self._desk.refuses_change()
        else:
            self._desk.restoring.choose_day(copy)

    def _ask_back(self, aside: Path) -> None:
        words = self._look.words
        AskBox(
            self._look,
            self,
            words("Put it in the place of what is here?"),
            words("What is here now is kept aside, and you can take it back."),
            words("Take it back"),
            words("Leave it as it is"),
            lambda: self._desk.restoring.take_back(aside),
        ).ask()
