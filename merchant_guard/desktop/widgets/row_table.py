"""A table of many rows that are drawn, not built: each opens with a press or with Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QToolTip,
    QVBoxLayout,
)

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus
from merchant_guard.desktop.widgets.row_delegate import RowDelegate, RowHead
from merchant_guard.desktop.widgets.row_model import RowModel, TableRow

_LEAST_ROWS = 3
"""As many rows as show in the lowest window; the others scroll."""
_LEAST_FIRST = 96
_SLACK = 1.6
"""A column gets at most this much more than it needs; the rest goes before the last one."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowTable(KeyboardFocus, QTableView):
    """`opened` and `acted` bring the id of a row: pressed or Enter, and its act or the space bar.

    Where a window is narrow data columns go, those named first in `may_go` before others: what stood there
    stands in what the row opens.
    """

    opened = Signal(str)
    acted = Signal(str)

    def __init__(self, look: Look, name: str, model: RowModel, may_go: Sequence[int] = ()) -> None:
        super().__init__()
        self._look, self._model = look, model
        self._may_go = tuple(may_go) or tuple(range(model.data_columns - 1, 0, -1))
        self._wanted: list[int] = []
        self.setObjectName(name)
        self.setProperty("k", "rows")
        self.setModel(model)
        self._delegate = RowDelegate(look, model, self)
        self.setItemDelegate(self._delegate)
        self._head = RowHead(look, model, self)
        self.setHorizontalHeader(self._head)
        self.row_height = max(46, look.line_height("body") + 22)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setMinimumSectionSize(self.row_height)
        rows.setDefaultSectionSize(self.row_height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    # --- rows ---------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show other rows; the one that was chosen stays chosen, and the view where it was."""
        chosen, at = self.chosen, self.verticalScrollBar().value()
        self._model.show_rows(rows)
        columns = range(self._model.columnCount())
        self._wanted = [
            self._delegate.wanted_width(
                column, {self._model.head(column), *(self._model.text(row, column) for row in rows)}
            )
            for column in columns
        ]
        self._fit()
        self.updateGeometry()
        self.choose(chosen)
        self.verticalScrollBar().setValue(at)

    @property
    def chosen(self) -> str:
        """The id of the row that is chosen; empty when none is."""
        index = self.currentIndex()
        return self._model.rows[index.row()].id if index.isValid() else ""

    def choose(self, row_id: str) -> None:
        """Choose a row, or none."""
        number = next((n for n, row in enumerate(self._model.rows) if row.id == row_id), None)
        if number is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif self.chosen != row_id or not self.selectionModel().hasSelection():
            self.selectRow(number)

    # --- sizes --------------------------------------------------------------------------------------

    def _height(self, rows: int) -> int:
        return self._head.height() + rows * self.row_height

    def sizeHint(self) -> QSize:  # noqa: N802
        """All rows."""
        return QSize(400, self._height(self._model.rowCount()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A few rows."""
        return QSize(200, self._height(min(_LEAST_ROWS, self._model.rowCount())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the columns their room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many data columns as there is room for, and share out what is left over."""
        if not self._wanted:
            return
        room = self.viewport().width()
        shown = list(range(self._model.columnCount()))
        for column in self._may_go:
            if sum(self._wanted[one] for one in shown) > room:
                shown.remove(column)
        widths = {column: self._wanted[column] for column in shown}
        left = room - sum(widths.values())
        if left < 0:
            widths[0] = max(_LEAST_FIRST, widths[0] + left)
        else:
            for column in shown[:-1]:
                more = min(left, round(widths[column] * (_SLACK - 1)))
                widths[column], left = widths[column] + more, left - more
            widths[shown[-1]] += left
        for column in range(self._model.columnCount()):
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column])

    # --- keys and mouse -----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Somebody who comes by keyboard stands on a row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount() and self.property("keyfocus"):
            self.selectRow(0)

    def _mark(self, reached: bool) -> None:
        """Rows are drawn on the viewport; `update` of a table is of one cell."""
        self.setProperty("keyfocus", reached)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens the row, the space bar does what stands at its end."""
        index = self.currentIndex()
        rows = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._model.rowCount() - 1}
        if event.key() in _ENTER and index.isValid():
            self.opened.emit(self.chosen)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.acted.emit(self.chosen)
        elif event.key() in rows and self._model.rowCount():
            self.selectRow(rows[event.key()])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A press on the act does it, anywhere else opens the row."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        is_act = index.column() == self._model.act_column and self._model.rows[index.row()].act
        (self.acted if is_act else self.opened).emit(self._model.rows[index.row()].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the mouse from row to row; nothing is dragged."""
        self._hover(self.indexAt(event.position().toPoint()).row())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Tell words that were cut, and forget the row that the mouse has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        elif event.type() == QEvent.Type.ToolTip:
            return self._tell_cut(event)
        return super().viewportEvent(event)

    def _tell_cut(self, event: QHelpEvent) -> bool:
        index = self.indexAt(event.pos())
        if index.isValid():
            row = self._model.rows[index.row()]
            if self._delegate.is_cut(row, index.column(), self.columnWidth(index.column())):
                QToolTip.showText(event.globalPos(), self._model.text(row, index.column()), self)
                return True
        QToolTip.hideText()
        return True

    def _hover(self, number: int) -> None:
        if number != self._delegate.hovered:
            self._delegate.hovered = number
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor
            )
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the rows, and the keyboard's ring around the chosen one."""
        super().paintEvent(event)
        if self.property("keyfocus") and self.currentIndex().isValid():
            top = self.rowViewportPosition(self.currentIndex().row())
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("primary"), 2))
            box = QRectF(0, top, self.viewport().width(), self.row_height)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -3), 5, 5)


def in_card(table: RowTable) -> QFrame:
    """A table in a card of its own."""
    card = QFrame()
    card.setProperty("k", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 3)
    layout.addWidget(table)
    return card
