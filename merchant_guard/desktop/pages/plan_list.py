"""The list of the plan: bands with rows, what is later and what is done folded below."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from merchant_guard.desktop.pages.plan_words import BANDS, PlanWords
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.plan_card import Band, FoldCard, PlanCard
from merchant_guard.desktop.widgets.plan_row import PlanRow
from merchant_guard.desktop.widgets.plan_row_places import Columns
from merchant_guard.desktop.widgets.row_text import widest
from merchant_guard.domain.plan import PlanItem
from merchant_guard.localization.dates import day_with_weekday, several_days

_STACKED = 640
"""Below this width the two folded cards stand under each other."""
_WIDEST_WHO = 130
"""A longer name is cut and has a tooltip."""
MakeRow = Callable[[PlanItem, Columns], PlanRow]
Bands = dict[str, list[PlanItem]]


def in_bands(words: PlanWords, items: Sequence[PlanItem], ticked_here: set[str]) -> Bands:
    """Put the items into bands; what was done before, not `ticked_here`, stands under `done`."""
    bands: Bands = {band: [] for band in (*BANDS, "done")}
    for item in items:
        folded = item.is_done and item.id not in ticked_here
        bands["done" if folded else words.band(item)].append(item)
    bands["done"].sort(key=lambda item: item.done_on or item.due, reverse=True)
    return bands


class PlanList(QWidget):
    """Built anew for every change. Rows of folded cards are built only for those that are `unfolded`."""

    fold_toggled = Signal(str)

    def __init__(
        self, look: Look, words: PlanWords, bands: Bands, unfolded: set[str], make_row: MakeRow
    ) -> None:
        super().__init__()
        self._look, self._words, self._bands, self._make_row = look, words, bands, make_row
        self._cards: list[PlanCard] = []
        self._columns = self._column_widths()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._add_open()
        self._folds = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._folds.setSpacing(12)
        self._layout.addLayout(self._folds)
        self._add_folds(unfolded)
        for name in ("later", "done"):
            if bands[name] and name in unfolded:
                self._add_card([Band("", "", self._rows_of(bands[name]))])
        self._layout.addStretch(1)

    @property
    def rows(self) -> dict[str, PlanRow]:
        """The rows that are built, by item."""
        return {row.item_id: row for card in self._cards for row in card.rows}

    def unfold(self, item_id: str, under: QFrame) -> None:
        """Put a widget under a row."""
        for card in self._cards:
            for row in card.rows:
                if row.item_id == item_id:
                    row.set_unfolded(True)
                    card.unfold(row, under)

    def _column_widths(self) -> Columns:
        """As wide as the widest name and day."""
        font, language = self._look.font("body"), self._look.language
        who = widest(font, [self._words.who(item) for items in self._bands.values() for item in items])
        days = [day_with_weekday(language, date(2026, 12, 20 + number)) for number in range(7)]
        return Columns(min(max(who + 18, 60), _WIDEST_WHO), widest(font, [*days, "2026-12-28|"]) + 18)

    def _rows_of(self, items: Sequence[PlanItem]) -> list[PlanRow]:
        return [self._make_row(item, self._columns) for item in items]

    def _add_open(self) -> None:
        bands = [
            Band(self._words.band_title(name), self._words.band_note(name, items), self._rows_of(items))
            for name in BANDS[:-1]
            if (items := self._bands[name])
        ]
        if bands:
            self._add_card(bands)

    def _add_card(self, bands: Sequence[Band]) -> None:
        card = PlanCard(self._look, bands)
        self._cards.append(card)
        self._layout.addWidget(card)

    def _add_folds(self, unfolded: set[str]) -> None:
        words, later, done = self._look.words, self._bands["later"], self._bands["done"]
        if later:
            title = words("Later: {count} thing(s)").format(count=sum(not item.is_done for item in later))
            days = several_days(self._look.language, [item.due for item in later])
            self._add_fold("later", ("calendar", "text2"), title, days, "later" in unfolded)
        if done:
            bare = sum(not item.proof for item in done)
            note = words("{count} without proof kept yet").format(count=bare) if bare else ""
            title = words("{count} done").format(count=len(done))
            self._add_fold("done", ("circle-check", "ok"), title, note, "done" in unfolded)

    def _add_fold(self, name: str, picture: tuple[str, str], title: str, note: str, is_open: bool) -> None:
        card = FoldCard(self._look, f"fold_{name}", picture, title, note)
        card.setChecked(is_open)
        card.clicked.connect(lambda: self.fold_toggled.emit(name))
        self._folds.addWidget(card, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stand the folded cards under each other where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < _STACKED
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._folds.direction() != way:
            self._folds.setDirection(way)
