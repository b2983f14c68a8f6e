"""A bar of counted parts, and the legend that says the same in words and numbers."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.spoken import listed
from merchant_guard.desktop.widgets.wrap_row import WrapRow

_GAP = 2


class Part(NamedTuple):
    """One part of a bar: its colour by token, what it counts, and how many; no token, no place in the bar."""

    colour: str
    words: str
    count: int


class StackedBar(QLabel):
    """Parts beside each other by their counts. A label, so that screen readers read it as text."""

    def __init__(self, look: Look, parts: list[Part], height: int) -> None:
        super().__init__()
        self._look, self._parts = look, [part for part in parts if part.count and part.colour]
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(listed(look, *(f"{part.words} {part.count}" for part in parts if part.count)))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as there is room."""
        return QSize(160, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Still to be read."""
        return QSize(48, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the parts within one rounded bar, two pixels between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        radius = self.height() / 2
        outline.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(outline)
        total = sum(part.count for part in self._parts)
        if not total:
            painter.fillRect(self.rect(), self._look.colour("track"))
            return
        room = self.width() - _GAP * (len(self._parts) - 1)
        left = 0.0
        for part in self._parts:
            width = room * part.count / total
            painter.fillRect(QRectF(left, 0, width, self.height()), self._look.colour(part.colour))
            left += width + _GAP


class Legend(QWidget):
    """The parts in words with their numbers, on as many lines as it takes."""

    def __init__(self, look: Look, parts: list[Part]) -> None:
        super().__init__()
        self.setObjectName("legend")
        flow = WrapRow(self, gap=14, line_gap=4)
        for part in parts:
            flow.addWidget(_entry(look, part))


def _entry(look: Look, part: Part) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    if part.colour:
        row.addWidget(Swatch(look, part.colour))
    row.addWidget(text_label(look, part.words, "note", "text2", wrap=False))
    count = text_label(look, str(part.count), "note", wrap=False)
    font = count.font()
    font.setBold(True)
    count.setFont(font)
    row.addWidget(count)
    return box


class Swatch(QWidget):
    """A small square in a colour of a bar; silent, as the words beside it say what it means."""

    def __init__(self, look: Look, colour: str) -> None:
        super().__init__()
        self._look, self._colour = look, colour
        self.setFixedSize(10, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw it with soft corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._colour))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
