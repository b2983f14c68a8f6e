"""Rows to choose from: a card with a box (several) or a circle (one of them); the whole row is the target."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus

HEIGHT = 46
_LEFT = 14
_MARK = 20
_TEXT = 44
_RIGHT = 12
_LEAST_TEXT = 72
_WRAP = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


def may_grow(row: QWidget) -> None:
    """Let a row be as high as its words need where it stands above others, not only in a grid."""
    policy = row.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    row.setSizePolicy(policy)


class _ChoiceRow(KeyboardFocus):
    """What both kinds of row share. Mixed into Qt's own classes, so that screen readers know the role."""

    _look: Look

    def _dress(self, look: Look, name: str) -> None:
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(self.text())
        self.setFont(look.font("body"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Anywhere on the row counts."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for the words in one line."""
        width = _TEXT + QFontMetrics(self.font()).horizontalAdvance(self.text()) + _RIGHT + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Words wrap."""
        return QSize(_TEXT + _LEAST_TEXT + _RIGHT, HEIGHT)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Long words make the row higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Room for the words in as many lines as they take."""
        room = QRect(0, 0, max(_LEAST_TEXT, width - _TEXT - _RIGHT), 600)
        words = QFontMetrics(self.font()).boundingRect(room, _WRAP, self.text())
        return max(HEIGHT, words.height() + 20)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw card, mark, words and the keyboard's ring."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        self._paint_mark(painter, QRectF(_LEFT, (self.height() - _MARK) / 2, _MARK, _MARK))
        painter.setFont(self.font())
        painter.setPen(look.colour("text"))
        words = QRect(_TEXT, 0, self.width() - _TEXT - _RIGHT, self.height())
        painter.drawText(words, _WRAP, self.text())
        if self.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 5, 5)

    def _paint_card(self, painter: QPainter) -> None:
        look, chosen = self._look, self.isChecked()
        width = 2 if chosen else 1
        edge = "primary" if chosen else "control" if self.underMouse() else "line"
        painter.setPen(QPen(look.colour(edge), width))
        fill = "primary_soft" if chosen else "hover" if self.underMouse() else "surface"
        painter.setBrush(look.colour(fill))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, 8, 8)

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        raise NotImplementedError


class CheckRow(_ChoiceRow, QCheckBox):
    """One of several things that may hold."""

    def __init__(self, look: Look, text: str, name: str) -> None:
        QCheckBox.__init__(self, text)
        self._dress(look, name)

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        look, box = self._look, place.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(look.colour("primary" if self.isChecked() else "control"), 1.5))
        painter.setBrush(look.colour("primary" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            paint_icon(painter, "check", look.colour("on_primary"), box.adjusted(2.5, 2.5, -2.5, -2.5))


class RadioRow(_ChoiceRow, QRadioButton):
    """One of several things of which one holds."""

    def __init__(self, look: Look, text: str, name: str) -> None:
        QRadioButton.__init__(self, text)
        self._dress(look, name)

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        look, chosen = self._look, self.isChecked()
        painter.setPen(QPen(look.colour("primary" if chosen else "control"), 2 if chosen else 1.5))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary"))
            painter.drawEllipse(place.adjusted(5.5, 5.5, -5.5, -5.5))
