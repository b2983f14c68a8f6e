"""The arrow at the end of a row that unfolds."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.check_target import SIDE
from merchant_guard.desktop.widgets.unfold_button import UnfoldButton


class UnfoldArrow(UnfoldButton):
    """Points down while the row is unfolded."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setObjectName(name)
        self.setFixedSize(SIDE, SIDE)

    def _name(self) -> None:
        words = self._look.words
        said = words("Fold the steps: {title}") if self.is_open else words("Unfold the steps: {title}")
        self.setAccessibleName(said.format(title=self._what))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is for the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the arrow, and the ring for the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(self._look.colour("hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.property("keyfocus"):
            painter.setPen(QPen(self._look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        picture = "chevron-down" if self.is_open else "chevron-right"
        paint_icon(painter, picture, self._look.colour("text2"), QRectF(7, 7, 18, 18))
