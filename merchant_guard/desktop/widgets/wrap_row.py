"""A layout that sets things beside each other and goes on below when the line is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_Line = list[tuple[QLayoutItem, QSize]]


class WrapRow(QLayout):
    """Left to right, then down, each thing in the middle of its line.

    Things after `begin_tail` stand at the right end while all fit on one line, else on lines of their own.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 8, line_gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._laid: dict[int, list[_Line]] = {}
        self._tail: int | None = None
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def begin_tail(self) -> None:
        """What is added from here on stands at the right."""
        self._tail = len(self._items)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take an item over."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The item at an index, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take an item out, None past the end."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def invalidate(self) -> None:
        """Forget the lines: what is in them has another size."""
        self._laid = {}
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It asks for no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of all lines."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All on one line."""
        line = [(item, item.sizeHint()) for item in self._items]
        return QSize(max(0, self._width(line)), max((size.height() for _, size in line), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """The widest alone."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put every item in its place."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def _lay(self, rect: QRect, move: bool) -> int:
        top, lines = rect.y(), self._lines(rect.width())
        for line in lines:
            high, left = max(size.height() for _, size in line), rect.x()
            for item, size in line:
                left += self._slack(line, rect.width()) if self._begins_tail(item, lines) else 0
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + self._gap
            top += high + self._line_gap
        return max(0, top - self._line_gap - rect.y())

    def _begins_tail(self, item: QLayoutItem, lines: list[_Line]) -> bool:
        tail = self.itemAt(self._tail) if self._tail is not None else None
        return len(lines) == 1 and item is tail

    def _slack(self, line: _Line, width: int) -> int:
        return width - self._width(line)

    def _lines(self, width: int) -> list[_Line]:
        if width not in self._laid:
            self._laid[width] = self._lines_within(width)
        return self._laid[width]

    def _lines_within(self, width: int) -> list[_Line]:
        here = [(item, _no_wider(item, width)) for item in self._items]
        if self._tail is None or self._width(here) <= width:
            return self._broken(here, width)
        return self._broken(here[: self._tail], width) + self._broken(here[self._tail :], width)

    def _broken(self, things: _Line, width: int) -> list[_Line]:
        lines: list[_Line] = []
        for thing in things:
            if lines and self._width([*lines[-1], thing]) <= width:
                lines[-1].append(thing)
            else:
                lines.append([thing])
        return lines

    def _width(self, line: _Line) -> int:
        return sum(size.width() for _, size in line) + self._gap * (len(line) - 1)


def _no_wider(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint()
    return QSize(min(size.width(), max(width, item.minimumSize().width())), size.height())
