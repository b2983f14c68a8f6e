"""One group of the rail: its circle, its name, and how far it is."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus
from merchant_guard.desktop.widgets.row_text import RowWords
from merchant_guard.desktop.widgets.spoken import listed

HEIGHT, COLLAPSED_HEIGHT = 34, 32
_NAME, _RIGHT = 43, 10
_CIRCLE_WIDTH = 36


class GroupState(StrEnum):
    """How far a group is."""

    OPEN = "open"
    BEGUN = "begun"
    CURRENT = "current"
    DONE = "done"
    SKIPPED = "skipped"


class GroupRow(KeyboardFocus, QAbstractButton):
    """One group: circle, name, and at the right how far it is. `width` is that of the row with its name."""

    def __init__(  # noqa: PLR0913, PLR0917 (each is a part of the row)
        self, look: Look, number: int, name: str, state: GroupState, remark: str, width: int
    ) -> None:
        super().__init__()
        self._look, self._number, self._width = look, number, width
        self._collapsed = False
        self.setText(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._show(state, remark)

    def show_state(self, state: GroupState, remark: str) -> None:
        """Show that the group is further by now."""
        if (state, remark) != (self._state, self._remark):
            self._show(state, remark)

    def _show(self, state: GroupState, remark: str) -> None:
        self._state, self._remark = state, remark
        self._lay_words()
        self.set_collapsed(self._collapsed)
        self.setAccessibleName(listed(self._look, self.text(), self._state_words(), remark))

    def _lay_words(self) -> None:
        """Break a name that is too long for its row into lines, the remark behind it or beside it."""
        font, room = self._look.font("body"), self._width - _NAME - _RIGHT
        font.setBold(self._state is GroupState.CURRENT)
        words = RowWords(self.text(), font, self._look.line_height("body"))
        remark = QFontMetrics(self._look.font("caption")).horizontalAdvance(self._remark)
        taken = remark + _RIGHT if remark else 0
        self._laid = words.laid(room)
        self._is_remark_behind = self._laid.last_width + taken <= room
        if not self._is_remark_behind:
            self._laid = words.laid(room - taken)

    def set_collapsed(self, collapsed: bool) -> None:
        """Show the circle only, or the name too."""
        self._collapsed = collapsed
        self.setToolTip(self.text() if collapsed else "")
        self.updateGeometry()
        self.setFixedHeight(COLLAPSED_HEIGHT if collapsed else max(HEIGHT, self._laid.height + 10))
        self.update()

    def _state_words(self) -> str:
        """What the circle says by its shape."""
        words = self._look.words
        return {
            GroupState.OPEN: words("not begun"),
            GroupState.BEGUN: words("begun"),
            GroupState.CURRENT: words("you are here"),
            GroupState.DONE: words("finished"),
        }.get(self._state, "")

    def sizeHint(self) -> QSize:  # noqa: N802
        """The rail gives the width."""
        return QSize(_CIRCLE_WIDTH if self._collapsed else 120, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the row."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._state is GroupState.CURRENT
        if current:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary"))
            painter.drawRoundedRect(QRectF(0, 8, 3, self.height() - 16), 1.5, 1.5)
        if self.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 1, -1, -1), 6, 6)
        self._paint_circle(painter)
        if not self._collapsed:
            self._paint_words(painter, current)

    def _paint_circle(self, painter: QPainter) -> None:
        look, state = self._look, self._state
        circle = QRectF(13, (self.height() - 20) / 2, 20, 20)
        filled = {GroupState.CURRENT: "primary", GroupState.DONE: "ok"}.get(state)
        edge = filled or ("line" if state is GroupState.SKIPPED else "control")
        painter.setPen(QPen(look.colour(edge), 1.3))
        painter.setBrush(look.colour(filled) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(0.7, 0.7, -0.7, -0.7))
        if state is GroupState.DONE:
            paint_icon(painter, "check", look.colour("surface"), circle.adjusted(4, 4, -4, -4))
        elif state is GroupState.SKIPPED:
            paint_icon(painter, "minus", look.colour("text3"), circle.adjusted(4, 4, -4, -4))
        else:
            font = look.font("caption")
            font.setPixelSize(12)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(look.colour("on_primary" if filled else "text2"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter, current: bool) -> None:
        look, laid, at = self._look, self._laid, QRectF(self.rect())
        top = (self.height() - laid.height) / 2
        painter.setPen(look.colour("text" if current else "text2"))
        laid.paint(painter, _NAME, top)
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text2" if current else "text3"))
        at.setRight(at.right() - _RIGHT)
        if self._is_remark_behind:  # on the last line of the name, else beside all of it
            at.setTop(top + laid.height - look.line_height("body"))
            at.setBottom(top + laid.height)
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._remark)
