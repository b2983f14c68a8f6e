"""An answer of a question: a radio row on a card that can open its ticks."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.tab_order import put_behind
from merchant_guard.desktop.widgets.tick_box import TickBox

_LEFT = 18
_CIRCLE = 20
_LABEL = 51
_CAP = 22


class RowText(NamedTuple):
    """The words of one answer row; `number` is the key that chooses it, `remark` what stands at its end."""

    number: int
    label: str
    note: str
    remark: str


class AnswerRow(KeyboardFocus, QRadioButton):
    """Circle, label, note, remark and key cap; the whole row is the target."""

    def __init__(self, look: Look, text: RowText, note_column: int, height: int) -> None:
        super().__init__(text.label)
        self._look, self._text, self._note_column, self._height = look, text, note_column, height
        self.key_cap_shown = False
        self._remark_width = QFontMetrics(look.font("caption")).horizontalAdvance(text.remark)
        self._note_heights: dict[int, int] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoExclusive(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = look.words("{label}. {note}. Key {number}")
        self.setAccessibleName(words.format(label=text.label, note=text.note, number=text.number))
        if text.remark:
            self.setAccessibleDescription(text.remark)

    def show_chosen(self, chosen: bool) -> None:
        """Show it chosen or not. Exclusive rows are radio buttons to screen readers, but never let go."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows only move the focus: nothing is chosen without being meant."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusNextPrevChild(False)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def set_height(self, height: int) -> None:
        """Make the row lower while ticks are open."""
        self._height = height
        self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Anywhere on the row counts."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The height follows from the width."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Rows shrink in width; the note wraps."""
        return QSize(240, self._height)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A long note makes the row higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Room for the note in as many lines as it takes."""
        return max(self._height, self._note_height(self._note_width(width)) + 22)

    def _note_height(self, width: int) -> int:
        """Measured once for each width: layouts ask for it many times over."""
        if width not in self._note_heights:
            room = QRect(0, 0, width, 400)
            metrics = QFontMetrics(self._look.font("note"))
            box = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._text.note)
            self._note_heights[width] = box.height()
        return self._note_heights[width]

    def _note_width(self, width: int) -> int:
        remark = self._remark_width
        return max(80, width - self._note_column - 18 - _CAP - 10 - (remark + 12 if remark else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the row; the card around it is drawn by `AnswerCard`."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_circle(painter)
        painter.setFont(look.font("answer"))
        painter.setPen(look.colour("text"))
        label_box = QRect(_LABEL, 0, self._note_column - _LABEL, self.height())
        painter.drawText(label_box, Qt.AlignmentFlag.AlignVCenter, self._text.label)
        painter.setFont(look.font("note"))
        painter.setPen(look.colour("text2"))
        note_box = QRect(self._note_column, 0, self._note_width(self.width()), self.height())
        painter.drawText(note_box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._text.note)
        self._paint_end(painter)

    def _paint_circle(self, painter: QPainter) -> None:
        look, top = self._look, (self.height() - _CIRCLE) / 2
        circle = QRectF(_LEFT, top, _CIRCLE, _CIRCLE).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        painter.setPen(QPen(look.colour("primary" if chosen else "control"), 2 if chosen else 1.5))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(circle)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary"))
            painter.drawEllipse(circle.adjusted(4.5, 4.5, -4.5, -4.5))

    def _paint_end(self, painter: QPainter) -> None:
        look, right = self._look, self.width() - 18
        painter.setFont(look.font("caption"))
        if self.key_cap_shown:
            cap = QRectF(right - _CAP, (self.height() - _CAP) / 2, _CAP, _CAP)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(look.colour("text3"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self._text.number))
            right -= _CAP + 10
        painter.setPen(look.colour("text2"))
        box = QRect(self._note_column, 0, right - self._note_column, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._text.remark)


class AnswerCard(QWidget):
    """The card of one answer. `row` is what is pressed; ticks open under it."""

    def __init__(self, look: Look, text: RowText, note_column: int, height: int) -> None:
        super().__init__()
        self._look = look
        self.row = AnswerRow(look, text, note_column, height)
        self.ticks: list[TickBox] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.row)
        self._extra: QWidget | None = None
        self.row.toggled.connect(lambda _on: self.update())
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def open_ticks(self, caption: str, ticks: list[TickBox]) -> None:
        """Show ticks under the row, two columns beside each other."""
        self.ticks = ticks
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(_LABEL, 0, 18, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.addWidget(text_label(self._look, caption, "caption", "text2"), 0, 0, 1, 2)
        for number, tick in enumerate(ticks):
            grid.addWidget(tick, 1 + number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.open_widget(box)

    def open_widget(self, extra: QWidget) -> None:
        """Show something under the row, in place of what stood there."""
        self.close_extra()
        self._extra = extra
        self._layout.addWidget(extra)
        put_behind(self.row, extra)

    def close_extra(self) -> None:
        """Take away what stands under the row."""
        if self._extra is not None:
            self._layout.removeWidget(self._extra)
            self._extra.deleteLater()
            self._extra = None
            self.ticks = []

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The card: a line at rest, two pixels of primary when chosen, a ring for the keyboard."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.row.isChecked()
        width = 2 if chosen else 1
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        colour = "primary" if chosen else "control" if self.underMouse() else "line"
        painter.setPen(QPen(look.colour(colour), width))
        fill = "primary_soft" if chosen else "hover" if self.underMouse() else "surface"
        painter.setBrush(look.colour(fill))
        painter.drawRoundedRect(box, 8, 8)
        if self.row.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), 5, 5)
