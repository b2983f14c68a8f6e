"""One cell for every question, coloured by its answer; the legend beside it says the same in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from merchant_guard.desktop.theme.look import Look

HEIGHT = 10
_GAP = 4


class AnswerCells(QLabel):
    """Cells beside each other. A label, so that screen readers read `words`."""

    def __init__(self, look: Look, colours: Sequence[str], words: str) -> None:
        super().__init__()
        self._look, self._colours = look, tuple(colours)
        self.setAccessibleName(words)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the cells with four pixels between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        count = max(len(self._colours), 1)
        width = (self.width() - _GAP * (count - 1)) / count
        for number, colour in enumerate(self._colours):
            painter.setBrush(self._look.colour(colour))
            painter.drawRoundedRect(QRectF(number * (width + _GAP), 0, width, HEIGHT), 4, 4)
