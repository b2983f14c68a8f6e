"""A card of the home page that leads to a register: its name, how many there are, what falls due next."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus
from merchant_guard.desktop.widgets.spoken import listed

_SIDE, _SIGN, _SIGN_GAP, _ICON = 16, 15, 6, 18
_SIGNS = {"warn": "clock", "ok": "circle-check"}


class CardText(NamedTuple):
    """The words of a card; `following` is said in a `tone` (warn or ok), and may be empty."""

    title: str
    how_many: str
    following: str = ""
    tone: str = "ok"


class RegisterCard(KeyboardFocus, QAbstractButton):
    """Painted as one; what has no room is cut short and stands in the tooltip."""

    def __init__(self, look: Look, text: CardText, picture: str, low: bool) -> None:
        super().__init__()
        self._look, self._text, self._picture = look, text, picture
        self._pad = 10 if low else 14
        self.setText(text.title)
        self.setAccessibleName(listed(look, text.title, text.how_many, text.following))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Three lines."""
        look = self._look
        lines = look.line_height("answer") + look.line_height("body") + look.line_height("caption")
        return QSize(200, lines + 2 * self._pad + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Words are cut short."""
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """What is cut short is told when somebody points at it."""
        if event.type() == QEvent.Type.ToolTip:
            lines = [
                words for style, words, room in self._lines() if self._short(style, words, room) != words
            ]
            self.setToolTip("\n".join(lines))
        return super().event(event)

    def _lines(self) -> list[tuple[str, str, int]]:
        """The words with their type style and the room they have."""
        room, text = self.width() - 2 * _SIDE, self._text
        return [
            ("answer", text.title, room - _ICON - 8 - 20),
            ("body", text.how_many, room),
            ("caption", text.following, room - _SIGN - _SIGN_GAP),
        ]

    def _short(self, style: str, words: str, room: int) -> str:
        return QFontMetrics(self._look.font(style)).elidedText(words, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card, its words, and the ring for the keyboard."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        near = self.underMouse()
        painter.setPen(QPen(look.colour("control" if near else "line"), 1))
        painter.setBrush(look.colour("hover" if near else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        self._paint_words(painter)
        if self.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    def _paint_words(self, painter: QPainter) -> None:
        look, top, tone = self._look, self._pad, self._text.tone
        (title, how_many, following) = self._lines()
        high = look.line_height("answer")
        paint_icon(painter, self._picture, look.colour("primary"), _square(_SIDE, top, high, _ICON))
        arrow = _square(self.width() - _SIDE - 16, top, high, 16)
        paint_icon(painter, "chevron-right", look.colour("text2"), arrow)
        self._write(painter, title, "text", _SIDE + _ICON + 8, top)
        top += high + 2
        self._write(painter, how_many, "text", _SIDE, top)
        top += look.line_height("body") + 2
        if self._text.following:
            sign = _square(_SIDE, top, look.line_height("caption"), _SIGN)
            paint_icon(painter, _SIGNS[tone], look.colour(tone), sign)
            self._write(painter, following, tone, _SIDE + _SIGN + _SIGN_GAP, top)

    def _write(self, painter: QPainter, line: tuple[str, str, int], tone: str, left: int, top: int) -> None:
        style, words, room = line
        painter.setFont(self._look.font(style))
        painter.setPen(self._look.colour(tone))
        box = QRect(left, top, room, self._look.line_height(style))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._short(style, words, room))


def _square(left: float, top: float, high: int, side: int) -> QRectF:
    """A square of that side in the middle of a line."""
    return QRectF(left, top + (high - side) / 2, side, side)
