"""A row that leads somewhere: words, a remark at the right, an arrow."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus
from merchant_guard.desktop.widgets.row_text import LaidWords, RowWords
from merchant_guard.desktop.widgets.spoken import listed

_ARROW = 24
_ICON = 26
_LEAST_WORDS = 120


class LinkRow(KeyboardFocus, QAbstractButton):
    """The words wrap; the remark goes below them where both have no room. `picture` stands before them."""

    def __init__(self, look: Look, text: str, remark: str = "", picture: str = "", height: int = 32) -> None:
        super().__init__()
        self._look, self._remark, self._picture, self._least = look, remark, picture, height
        self._needed = 0
        self.setText(text)
        self.setAccessibleName(listed(look, text, remark))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _left(self) -> int:
        return _ICON if self._picture else 0

    def _remark_width(self) -> int:
        return QFontMetrics(self._look.font("body")).horizontalAdvance(self._remark) + 1

    def _is_beside(self, width: int) -> bool:
        """Whether words and remark stand on one line."""
        return width - self._left - _ARROW - self._remark_width() - 16 >= _LEAST_WORDS

    def _laid(self, width: int) -> LaidWords:
        taken = self._remark_width() + 16 if self._remark and self._is_beside(width) else 0
        room = width - self._left - _ARROW - taken
        return RowWords(self.text(), self._look.font("body"), self._look.line_height("body")).laid(room)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Room for the words, and for the remark where it goes below."""
        below = self._look.line_height("body") if self._remark and not self._is_beside(width) else 0
        return max(self._least, self._laid(width).height + below + 8)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All on one line."""
        words = QFontMetrics(self._look.font("body")).horizontalAdvance(self.text())
        width = self._left + words + 4 + _ARROW + (self._remark_width() + 16 if self._remark else 0)
        return QSize(width, max(self._needed, self.heightForWidth(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A layout gives no more height than was asked for: ask for what the words take at this width."""
        super().resizeEvent(event)
        needed = self.heightForWidth(event.size().width())
        if needed != self._needed:
            self._needed = needed
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Words wrap."""
        return QSize(160, self._least)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw words, remark and arrow, a soft ground under the mouse, the ring for the keyboard."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        words, below = self._laid(self.width()), 0
        if self._remark and not self._is_beside(self.width()):
            below = look.line_height("body")
        top = (self.height() - words.height - below) / 2
        if self._picture:
            icon_top = top + (look.line_height("body") - 16) / 2
            paint_icon(painter, self._picture, look.colour("text2"), QRectF(0, icon_top, 16, 16))
        painter.setPen(look.colour("text"))
        words.paint(painter, self._left, top)
        self._paint_end(painter, top, words.height if below else 0)
        if self.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_end(self, painter: QPainter, top: float, remark_below: int) -> None:
        look, line = self._look, self._look.line_height("body")
        arrow = QRectF(self.width() - 18, (self.height() - 16) / 2, 16, 16)
        paint_icon(painter, "chevron-right", look.colour("text2"), arrow)
        if not self._remark:
            return
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text2"))
        box = QRectF(self._left, top + remark_below, self.width() - _ARROW - self._left, line)
        side = Qt.AlignmentFlag.AlignLeft if remark_below else Qt.AlignmentFlag.AlignRight
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, self._remark)
