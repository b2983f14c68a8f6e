"""A layout of two things: one fills the room, the other stands over its upper right corner."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class CornerLayout(QLayout):
    """The one in the corner is added first, `edge` pixels from the sides; Tab comes to it first."""

    def __init__(self, parent: QWidget, edge: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._edge = edge
        self.setContentsMargins(0, 0, 0, 0)

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
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It asks for no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """As what fills it."""
        return any(item.hasHeightForWidth() for item in self._items)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as what fills it."""
        filling = self._items[-1]
        return filling.heightForWidth(width) if filling.hasHeightForWidth() else filling.sizeHint().height()

    def sizeHint(self) -> QSize:  # noqa: N802
        """That of what fills it."""
        return self._items[-1].sizeHint()

    def minimumSize(self) -> QSize:  # noqa: N802
        """That of what fills it."""
        return self._items[-1].minimumSize()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put both in their places, the corner on top."""
        super().setGeometry(rect)
        corner, filling = self._items
        filling.setGeometry(rect)
        size = corner.sizeHint().expandedTo(corner.minimumSize())
        place = QRect(rect.right() - self._edge - size.width(), rect.top() + self._edge, 0, 0)
        place.setSize(size)
        corner.setGeometry(place)
        if (widget := corner.widget()) is not None:
            widget.raise_()
