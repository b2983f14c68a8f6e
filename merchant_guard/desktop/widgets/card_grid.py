"""Cards of one width beside each other: as many in a line as have room, none alone where two would do."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget


class CardGrid(QWidget):
    """All in one line, else half of them, else one below the other; a card is at least `least` wide."""

    def __init__(self, cards: Sequence[QWidget], gap: int, least: int) -> None:
        super().__init__()
        self._cards, self._gap, self._least, self._columns = tuple(cards), gap, least, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self.setMinimumWidth(1)
        self._lay(len(self._cards))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the cards for the width."""
        super().resizeEvent(event)
        self._lay(self._fitting(event.size().width()))

    def _fitting(self, width: int) -> int:
        count = len(self._cards)
        tries = (count, (count + 1) // 2, 1)
        return next((one for one in tries if one * (self._least + self._gap) - self._gap <= width), 1)

    def _lay(self, columns: int) -> None:
        if columns == self._columns:
            return
        for number in range(self._columns):
            self._grid.setColumnStretch(number, 0)
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)
