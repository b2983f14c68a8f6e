"""Text that wraps, with the line height of the design."""

from math import ceil, sqrt

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

_LINE_SEPARATOR = "\u2028"
_WIDEST_LINE = 80
"""Letters of a line that asks for all the room it would like."""
_ENDLESS = 1 << 20
_BASELINE = 0.8
"""Where letters stand in a line, as a share of its height."""


class Paragraph(QLabel):
    """A label that breaks its lines itself and remembers where.

    Qt gives a fixed line height to rich text only: a document for every label, laid out anew each time a
    layout asks how high it is. The sizes are those that a label of rich text has.
    """

    def __init__(self, line_height: int) -> None:
        super().__init__()
        self._line = line_height
        self._layout: QTextLayout | None = None
        self._laid_width = -1.0
        self._unbroken = (0, 0.0)
        self._lines: dict[float, tuple[int, float]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, text: str, line_height: int) -> None:
        """Show other words."""
        self._line = line_height
        self._layout = None
        self.setText(text)

    def setFont(self, font: QFont) -> None:  # noqa: N802
        """Lines of another font break elsewhere."""
        super().setFont(font)
        self._layout = None

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802
        """Lines stand elsewhere."""
        super().setAlignment(alignment)
        self._layout = None

    # --- sizes --------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Room for the lines."""
        margins = self.contentsMargins()
        inside = max(0, width - margins.left() - margins.right())
        return self._height(inside) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Rather wide than high, but no line too long to be read."""
        most = self.fontMetrics().horizontalAdvance("x") * _WIDEST_LINE
        width = most
        width = int(sqrt(5 * self._height(width) * width // 3))
        height = self._height(min(width, most))
        if width * 3 < 5 * height:
            width = int(sqrt(2 * height * min(width, most)))
        ideal = self._widest(min(width, most))
        return self._with_margins(QSize(ceil(ideal), self._height(ideal)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The longest word, and the lines there are without breaking any."""
        if self._layout is None:
            self._begin()
        unbroken = self._line * self._unbroken[0]
        least = self._with_margins(QSize(ceil(self._layout.minimumWidth()), unbroken))
        return least.boundedTo(QSize(least.width(), self.sizeHint().height()))

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _height(self, width: float) -> int:
        return self._broken(width)[0] * self._line

    def _widest(self, width: float) -> float:
        return self._broken(width)[1]

    def _broken(self, width: float) -> tuple[int, float]:
        """How many lines there are in a width, and how wide the widest is."""
        if self._layout is None:
            self._begin()
        if width >= self._unbroken[1]:
            return self._unbroken
        if width not in self._lines:
            self._lines[width] = self._break(width)
        return self._lines[width]

    def _begin(self) -> None:
        self._lines, self._laid_width = {}, -1.0
        self._layout = QTextLayout(self.text().replace("\n", _LINE_SEPARATOR), self.font())
        self._layout.setCacheEnabled(True)
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._layout.setTextOption(option)
        self._unbroken = self._break(_ENDLESS)

    def _break(self, width: float) -> tuple[int, float]:
        layout, line_height, widest = self._layout, self._line, 0.0
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, (count + _BASELINE) * line_height - line.ascent()))
            widest = max(widest, line.naturalTextWidth())
            count += 1
        layout.endLayout()
        self._laid_width = width
        return count, widest

    # --- what is seen -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the lines, in the middle of what room there is above and below."""
        box = self.contentsRect()
        height = self._height(box.width())
        if self._laid_width != box.width():
            self._break(box.width())
        align = self.alignment()
        spare = max(0, box.height() - height)
        if align & Qt.AlignmentFlag.AlignVCenter:
            spare /= 2
        elif align & Qt.AlignmentFlag.AlignTop:
            spare = 0
        self._layout.draw(QPainter(self), QPointF(box.x(), box.y() + spare))
