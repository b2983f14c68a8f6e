"""A box to tick a thing off: 32 pixels to hit, 22 to see."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus

SIDE = 32
_BOX = 22
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckTarget(KeyboardFocus, QCheckBox):
    """Ticked with the mouse or the space bar; Enter is left to the row around it on every desktop."""

    def __init__(self, look: Look, name: str, accessible: str) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFixedSize(SIDE, SIDE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Anywhere on the square counts."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Always the same."""
        return QSize(SIDE, SIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter through."""
        if event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the box, green with a mark when ticked, and the keyboard's ring."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = (SIDE - _BOX) / 2
        box = QRectF(edge, edge, _BOX, _BOX).adjusted(1, 1, -1, -1)
        ticked = self.isChecked()
        fill = "ok" if ticked else "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(look.colour("ok" if ticked else "control"), 2))
        painter.setBrush(look.colour(fill))
        painter.drawRoundedRect(box, 5, 5)
        if ticked:
            paint_icon(painter, "check", look.colour("surface"), box.adjusted(2.5, 2.5, -2.5, -2.5))
        if self.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
