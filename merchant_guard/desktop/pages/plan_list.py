"""The list of the plan: bands with rows, what is later and what is done folded below."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from merchant_guard.desktop.pages.plan_words import BANDS, PlanWords
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.plan_card import Band, FoldCard, PlanCard
from merchant_guard.desktop.widgets.plan_row import PlanRow
from merchant_guard.desktop.widgets.plan_row_places import Columns
from merchant_guard.desktop.widgets.row_text import widest
from merchant_guard.desktop.widgets.tab_order import put_behind
from merchant_guard.domain.plan import PlanItem
from merchant_guard.localization.dates import day_with_weekday

_STACKED = 640
"""Below this width the two folded cards stand under each other."""
_WIDEST_WHO = 130
"""A longer name is cut and has a tooltip."""
MakeRow = Callable[[PlanItem, Columns], PlanRow]
Bands = dict[str, list[PlanItem]]
_FOLDS = {"later": ("calendar", "text2"), "done": ("circle-check", "ok")}


def in_bands(words: PlanWords, items: Sequence[PlanItem], ticked_here: set[str]) -> Bands:
    """Put the items into bands; what was done before, not `ticked_here`, stands under `done`.

    The bands come in the order of what stands in them: today with a red line comes before what is overdue.
    """
    bands: Bands = {}
    for item in items:
        folded = item.is_done and item.id not in ticked_here
        bands.setdefault("done" if folded else words.band(item), []).append(item)
    for band in (*BANDS, "done"):
        bands.setdefault(band, [])
    bands["done"].sort(key=lambda item: item.done_on or item.due, reverse=True)
    return bands


class PlanList(QWidget):
    """Rows by band, those of a folded card once it is unfolded. `names` are the people there are."""

    def __init__(
        self, look: Look, words: PlanWords, bands: Bands, names: Sequence[str], make_row: MakeRow
    ) -> None:
        super().__init__()
        self._look, self._words, self._bands, self._make_row = look, words, bands, make_row
        self._columns = self._column_widths(names)
        self._cards: dict[str, PlanCard] = {}
        self._fold_cards: dict[str, FoldCard] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._open_bands = [name for name in bands if bands[name] and name not in _FOLDS]
        if self._open_bands:
            headed = [Band(words.band_title(name), "", self._rows_of(name)) for name in self._open_bands]
            self._layout.addWidget(self._card("open", headed))
        self._folds = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._folds.setSpacing(12)
        self._layout.addLayout(self._folds)
        for name in _FOLDS:
            if bands[name]:
                self._add_fold(name)
        self._layout.addStretch(1)
        self._say_counts()

    @property
    def rows(self) -> dict[str, PlanRow]:
        """The rows that are built and not folded away, by item."""
        return {row.item_id: row for card in self._cards.values() for row in card.rows}

    @property
    def unfolded(self) -> set[str]:
        """The folded cards that are open."""
        return set(self._cards) & set(_FOLDS)

    # --- changes in place ---------------------------------------------------------------------------

    def takes(self, bands: Bands) -> bool:
        """Show the same rows with other words. False, and nothing done, when rows stand elsewhere now."""
        if list(self._shape(bands).items()) != list(self._shape(self._bands).items()):
            return False
        self._bands = bands
        rows = self.rows
        for item in (item for items in bands.values() for item in items if item.id in rows):
            said = self._words.row(item)
            if said != rows[item.id].text or said.done != rows[item.id].check.isChecked():
                rows[item.id].show_text(said)
        self._say_counts()
        return True

    def _shape(self, bands: Bands) -> dict[str, list[str]]:
        return {name: [item.id for item in items] for name, items in bands.items()}

    def unfold(self, item_id: str, under: QFrame) -> None:
        """Put a widget under a row, in place of any that is open."""
        self.fold()
        for card in self._cards.values():
            if (row := next((row for row in card.rows if row.item_id == item_id), None)) is not None:
                card.unfold(row, under)

    def fold(self) -> None:
        """Take away what stands under a row."""
        for card in self._cards.values():
            card.fold()

    def toggle(self, name: str) -> None:
        """Unfold a folded card, or fold it again."""
        card = self._cards.pop(name, None)
        if card is None:
            before = self._layout.count() - 1 - (1 if name == "later" and "done" in self._cards else 0)
            self._layout.insertWidget(before, self._card(name, [Band("", "", self._rows_of(name))]))
            self._cards[name].show()
            put_behind(list(self._fold_cards.values())[-1], self._cards[name])
        else:
            card.hide()
            self._layout.removeWidget(card)
            card.deleteLater()
        self._fold_cards[name].set_open(name in self._cards)

    # --- parts --------------------------------------------------------------------------------------

    def _column_widths(self, names: Sequence[str]) -> Columns:
        """As wide as the widest name and day."""
        font, language = self._look.font("body"), self._look.language
        owners = [self._words.who(item) for items in self._bands.values() for item in items]
        days = [day_with_weekday(language, date(2026, 12, 20 + number)) for number in range(7)]
        who = min(max(widest(font, [*owners, *names]) + 18, 60), _WIDEST_WHO)
        return Columns(who, widest(font, [*days, "2026-12-28|"]) + 18)

    def _rows_of(self, name: str) -> list[PlanRow]:
        return [self._make_row(item, self._columns) for item in self._bands[name]]

    def _card(self, name: str, bands: Sequence[Band]) -> PlanCard:
        self._cards[name] = PlanCard(self._look, bands)
        return self._cards[name]

    def _add_fold(self, name: str) -> None:
        card = FoldCard(self._look, f"fold_{name}", _FOLDS[name])
        card.clicked.connect(lambda: self.toggle(name))
        self._fold_cards[name] = card
        self._folds.addWidget(card, 1)

    def _say_counts(self) -> None:
        """How many there are, at every heading and on the folded cards."""
        if card := self._cards.get("open"):
            card.show_notes([self._words.band_note(name, self._bands[name]) for name in self._open_bands])
        for name, fold in self._fold_cards.items():
            fold.show_words(*self._words.folded(name, self._bands[name]))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stand the folded cards under each other where it is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < _STACKED
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._folds.direction() != way:
            self._folds.setDirection(way)
