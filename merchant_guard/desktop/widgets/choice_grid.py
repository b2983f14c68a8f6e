"""A grid that puts as many equal columns beside each other as the width has room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8


class ChoiceGrid(QWidget):
    """Lays out its rows itself; every line is as high as its highest row."""

    def __init__(self, rows: Sequence[QWidget], most_columns: int) -> None:
        super().__init__()
        self._rows, self._most = list(rows), most_columns
        for row in self._rows:
            row.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def columns(self, width: int) -> int:
        """As many columns as hold the widest row in one line, at least one."""
        widest = max((row.sizeHint().width() for row in self._rows), default=1)
        return max(1, min(self._most, (width + GAP) // (widest + GAP)))

    def _lines(self, width: int) -> list[tuple[list[QWidget], int, int]]:
        """The lines with the width of a column and the line's height."""
        count = self.columns(width)
        each = (width - GAP * (count - 1)) // count
        lines = [self._rows[start : start + count] for start in range(0, len(self._rows), count)]
        return [(line, each, max(row.heightForWidth(each) for row in line)) for line in lines]

    def sizeHint(self) -> QSize:  # noqa: N802
        """The height follows from the width."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """One narrow column."""
        return QSize(max((row.minimumSizeHint().width() for row in self._rows), default=0), 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Fewer columns need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of all lines with the gaps between."""
        heights = [height for _line, _each, height in self._lines(width)]
        return sum(heights) + GAP * max(0, len(heights) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put every row in its place."""
        super().resizeEvent(event)
        top = 0
        step = (self.width() + GAP) / self.columns(self.width())
        for line, _each, height in self._lines(self.width()):
            for number, row in enumerate(line):
                left, right = (round(part * step) for part in (number, number + 1))
                row.setGeometry(left, top, right - left - GAP, height)
            top += height + GAP
