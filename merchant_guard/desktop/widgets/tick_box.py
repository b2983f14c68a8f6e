"""A tick: a box to mark what is done, with its words; the whole row is the target."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus

_BOX = 20
_TEXT = 30
_GAP = 12


class TickBox(KeyboardFocus, QCheckBox):
    """A painted check box, at least 34 pixels high, green when marked."""

    def __init__(self, look: Look, text: str, accessible: str, remark: str = "") -> None:
        super().__init__(text)
        self._look, self._remark = look, remark
        self.setAccessibleDescription(remark)
        self.setAccessibleName(accessible)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Anywhere on the row counts."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The height follows from the width."""
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Words wrap."""
        return QSize(140, 34)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Long words make the row higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Room for the words."""
        metrics = QFontMetrics(self._look.font("body"))
        box = metrics.boundingRect(
            QRect(0, 0, self._text_width(width), 400), Qt.TextFlag.TextWordWrap, self.text()
        )
        return max(34, box.height() + 10)

    def _text_width(self, width: int) -> int:
        remark = QFontMetrics(self._look.font("caption")).horizontalAdvance(self._remark)
        return max(60, width - _TEXT - (remark + _GAP if remark else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw box, mark, words and the keyboard's ring."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, (self.height() - _BOX) / 2, _BOX, _BOX).adjusted(0.75, 0.75, -0.75, -0.75)
        marked = self.isChecked()
        painter.setPen(QPen(look.colour("ok" if marked else "control"), 1.5))
        painter.setBrush(look.colour("ok" if marked else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        if marked:
            paint_icon(painter, "check", look.colour("surface"), box.adjusted(2.5, 2.5, -2.5, -2.5))
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text"))
        words = QRect(_TEXT, 0, self._text_width(self.width()), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())
        if self._remark:
            painter.setFont(look.font("caption"))
            painter.setPen(look.colour("text2"))
            end = self.rect().adjusted(0, 0, -4, 0)
            painter.drawText(end, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._remark)
        if self.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
