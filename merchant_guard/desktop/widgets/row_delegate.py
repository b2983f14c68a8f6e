"""How the rows of a table are drawn: words, a badge, one act; and its head."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.row_model import ROW_ROLE, Badge, RowModel, TableRow

PAD = 16
"""Before the words of a column; as much after the last."""
BADGE_PAD = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RADIUS = 9


class RowDelegate(QStyledItemDelegate):
    """Draws all of a row itself: a selection colour of the style would override the words'."""

    def __init__(self, look: Look, model: RowModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self.hovered = -1
        """The row under the mouse."""

    def font_of(self, column: int) -> QFont:
        """The font of a column: the first in 600, the badge small."""
        font = self._look.font("caption" if column == self._model.badge_column else "body")
        if column in (0, self._model.badge_column):
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def wanted_width(self, column: int, texts: set[str]) -> int:
        """Room for the widest of some texts."""
        metrics = QFontMetrics(self.font_of(column))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        extra = 2 * BADGE_PAD if column == self._model.badge_column else 0
        return widest + extra + PAD + (PAD if column == self._model.columnCount() - 1 else 8)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:  # noqa: N802
        """The table says how high its rows are."""
        return QSize(60, 46)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw one cell, its part of the ground and of the hairline below it."""
        row: TableRow = index.data(ROW_ROLE)
        box, column = option.rect, index.column()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or index.row() == self.hovered:
            painter.fillRect(box, self._look.colour("primary_soft" if is_chosen else "hover"))
        if index.row() < self._model.rowCount() - 1:
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._look.colour("line"))
        painter.setFont(self.font_of(column))
        if column == self._model.badge_column:
            if row.badge is not None:
                self._paint_badge(painter, box, row.badge)
        elif column == self._model.act_column:
            painter.setPen(self._look.colour("primary"))
            painter.drawText(box.adjusted(0, 0, -PAD, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, row.act)
        else:
            self._paint_words(painter, box, row, column)

    def _paint_words(self, painter: QPainter, box: QRect, row: TableRow, column: int) -> None:
        tone = "text3" if row.faded else "text" if column == 0 else "text2"
        painter.setPen(self._look.colour(tone))
        room = box.adjusted(PAD, 0, -6, 0)
        elided = painter.fontMetrics().elidedText(
            row.cells[column], Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _MIDDLE | Qt.AlignmentFlag.AlignLeft, elided)

    def _paint_badge(self, painter: QPainter, box: QRect, badge: Badge) -> None:
        look, metrics = self._look, painter.fontMetrics()
        room = box.width() - PAD - 2 * BADGE_PAD
        words = metrics.elidedText(badge.text, Qt.TextElideMode.ElideRight, room)
        high = metrics.height() + 5
        frame = QRectF(
            box.left() + PAD,
            box.top() + (box.height() - high) // 2,
            metrics.horizontalAdvance(words) + 2 * BADGE_PAD,
            high,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(f"{badge.tone}_line"), 1))
        painter.setBrush(look.colour(f"{badge.tone}_soft"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.restore()
        painter.setPen(look.colour(badge.tone))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)

    def is_cut(self, row: TableRow, column: int, width: int) -> bool:
        """Whether the words of a cell do not fit into a width."""
        return self.wanted_width(column, {self._model.text(row, column)}) - 8 > width


class RowHead(QHeaderView):
    """The sunken head of a table, round at the corners of the card it stands in."""

    def __init__(self, look: Look, model: RowModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._model = look, model
        self.setFixedHeight(max(38, look.line_height("caption") + 18))
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(10)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw ground, headings and the hairline below."""
        look, painter = self._look, QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.viewport().rect())
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(0, 0, 0, _RADIUS), _RADIUS, _RADIUS)
        painter.setClipRect(box)
        painter.fillPath(path, look.colour("sunken"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text2"))
        for column in range(self._model.columnCount()):
            if not self.isSectionHidden(column):
                left, width = self.sectionViewportPosition(column), self.sectionSize(column)
                words = painter.fontMetrics().elidedText(
                    self._model.head(column), Qt.TextElideMode.ElideRight, width - PAD
                )
                painter.drawText(QRect(left + PAD, 0, width - PAD, self.height()), _MIDDLE, words)
