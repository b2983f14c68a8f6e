"""The score as a ring: one colour on a track, the number inside, said aloud as a sentence."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.theme.tokens import TEXT_SCALES

FULL = 100
_WHOLE_TURN = 360 * 16


class RingSize(NamedTuple):
    """The width of the whole, of the ring's line, and the size of the number, at the standard text size."""

    side: int
    stroke: int
    number: int


class ScoreRing(QLabel):
    """A score of 0–100; `caption` stands under the number.

    A label, so that screen readers read it as text.
    """

    def __init__(self, look: Look, score: int, size: RingSize, caption: str = "") -> None:
        super().__init__()
        scale = TEXT_SCALES[look.text_size]
        self._look, self._score, self._caption = look, score, caption
        self._side, self._stroke = round(size.side * scale), size.stroke * scale
        self._number = size.number * scale
        self.setObjectName("score_ring")
        said = look.words("Self-check score {score}, out of 100")
        self.setAccessibleName(said.format(score=score))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square."""
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It never shrinks."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw track, ring from the top clockwise, number and caption."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._stroke / 2
        ring = QRectF(0, 0, self._side, self._side).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(look.colour("track"), self._stroke))
        painter.drawEllipse(ring)
        if self._score:
            cap = Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(look.colour("primary"), self._stroke, Qt.PenStyle.SolidLine, cap))
            painter.drawArc(ring, _WHOLE_TURN // 4, -round(_WHOLE_TURN * self._score / FULL))
        self._paint_number(painter)

    def _paint_number(self, painter: QPainter) -> None:
        look = self._look
        font = look.font("score")
        font.setPixelSize(round(self._number))
        metrics = QFontMetrics(font)
        caption = QFontMetrics(look.font("caption"))
        below = caption.height() - 6 if self._caption else 0
        number_height = metrics.capHeight()
        top = (self._side - number_height - below) / 2
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        number = str(self._score)
        left = (self._side - metrics.horizontalAdvance(number)) / 2
        painter.drawText(round(left), round(top + number_height), number)
        if self._caption:
            painter.setFont(look.font("caption"))
            painter.setPen(look.colour("text2"))
            left = (self._side - caption.horizontalAdvance(self._caption)) / 2
            painter.drawText(round(left), round(top + number_height + 5 + caption.ascent()), self._caption)
