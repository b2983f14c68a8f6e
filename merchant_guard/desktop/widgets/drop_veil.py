"""What lies over a page while a file is dragged: here it may be dropped."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look

_EDGE = 4
_ICON = 28


class DropVeil(QWidget):
    """Covers a part of its parent with the colour of the chosen and says what to do."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = look.words("Drop it here")
        self.setObjectName("drop_veil")
        self.setAccessibleName(self._words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lie_over(self, place: QRect) -> None:
        """Cover this part of the parent."""
        self.setGeometry(place)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw ground, dashed edge, sign and words."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(look.colour("primary_soft"))
        ground.setAlpha(232)
        painter.setBrush(ground)
        painter.setPen(QPen(look.colour("primary"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), 10, 10)
        painter.setFont(look.font("section"))
        painter.setPen(look.colour("primary"))
        wide = painter.fontMetrics().horizontalAdvance(self._words)
        left = (self.width() - _ICON - 10 - wide) / 2
        middle = self.height() / 2
        sign = QRectF(left, middle - _ICON / 2, _ICON, _ICON)
        paint_icon(painter, "image-plus", look.colour("primary"), sign)
        text = QRectF(left + _ICON + 10, 0, wide + 4, self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)
