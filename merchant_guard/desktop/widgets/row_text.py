"""Words laid out and drawn by hand: rows of long lists would be slow as labels."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption


class LaidText:
    """A text broken into lines for a width. `line` is the line height in pixels."""

    def __init__(self, text: str, font: QFont, line: int, width: int) -> None:
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        self._line = line
        self.last_width = 0.0
        self._layout.beginLayout()
        top = (line - QFontMetrics(font).height()) / 2
        while (row := self._layout.createLine()).isValid():
            row.setLineWidth(max(width, 20))
            row.setPosition(QPointF(0, top + (row.lineNumber()) * line))
            self.last_width = row.naturalTextWidth()
        self._layout.endLayout()

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self._layout.lineCount()

    @property
    def height(self) -> int:
        """The height of all lines."""
        return self.lines * self._line

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it in the painter's pen."""
        self._layout.draw(painter, QPointF(x, y))


def widest(font: QFont, texts: list[str]) -> int:
    """The width of the widest of some texts."""
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(text) for text in texts), default=0)
