"""Words laid out and drawn by hand: rows of long lists would be slow as labels."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout


class RowWords:
    """Words in a font and line height, measured once. `laid` breaks them into lines for a width."""

    def __init__(self, text: str, font: QFont, line: int) -> None:
        metrics = QFontMetrics(font)
        self.text, self.font, self.line = text, font, line
        self.width = metrics.horizontalAdvance(text)
        self.top = (line - metrics.height()) / 2
        self.base = self.top + metrics.ascent()

    def laid(self, width: int) -> "LaidWords":
        """The words as they stand in a width."""
        return LaidWords(self, max(width, 20))


class LaidWords:
    """Words in lines; most rows need but one, which is cheap."""

    def __init__(self, words: RowWords, width: int) -> None:
        self._words, self._layout = words, None
        self.lines, self.last_width = 1, float(words.width)
        if words.width > width:
            self._break(width)
        self.height = self.lines * words.line

    def _break(self, width: int) -> None:
        words, layout = self._words, QTextLayout(self._words.text, self._words.font)
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(width)
            row.setPosition(QPointF(0, words.top + row.lineNumber() * words.line))
            self.last_width = row.naturalTextWidth()
        layout.endLayout()
        self._layout, self.lines = layout, layout.lineCount()

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw them in the painter's pen."""
        if self._layout is not None:
            self._layout.draw(painter, QPointF(x, y))
        else:
            painter.setFont(self._words.font)
            painter.drawText(QPointF(x, y + self._words.base), self._words.text)


def widest(font: QFont, texts: list[str]) -> int:
    """The width of the widest of some texts."""
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(text) for text in set(texts)), default=0)
