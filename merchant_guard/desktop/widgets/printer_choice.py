"""Which printer prints a page size."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus


class PrinterChoice(KeyboardFocus, QComboBox):
    """A list of printers' names; `automatic`, where given, stands first and means none in particular."""

    def __init__(self, look: Look, name: str, accessible: str, automatic: str = "") -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFont(look.font("body"))
        self.setMinimumHeight(max(36, look.line_height("body") + 10))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._automatic = automatic

    def show_printers(self, names: Sequence[str], chosen: str, on_choice: Callable[[str], object]) -> None:
        """Offer printers; `on_choice` gets the name, empty for no one in particular."""
        if self._automatic:
            self.addItem(self._automatic, "")
        for name in dict.fromkeys((*names, *([chosen] if chosen else []))):
            self.addItem(name, name)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setToolTip(self.currentText())
        self.activated.connect(lambda _index: on_choice(self.currentData()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw it as the other fields are drawn; a long name is cut, the tooltip has it whole."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = bool(self.property("keyfocus"))
        painter.setPen(QPen(look.colour("primary" if ring else "control"), 2 if ring else 1))
        painter.setBrush(look.colour("hover" if self.underMouse() else "surface"))
        edge = 1 if ring else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 6, 6)
        room = self.rect().adjusted(10, 0, -34, 0)
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(look.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        place = QRectF(self.width() - 27, (self.height() - 18) / 2, 18, 18)
        paint_icon(painter, "chevron-down", look.colour("text2"), place)
