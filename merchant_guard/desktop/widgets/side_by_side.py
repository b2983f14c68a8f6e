"""Two parts of a page: beside each other while there is room, else one above the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class SideBySide(QWidget):
    """Left and right with their shares of the width; from `least` pixels on they stand beside each other."""

    def __init__(self, left: QWidget, right: QWidget, shares: tuple[int, int], gap: int, least: int) -> None:
        super().__init__()
        self._least = least
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        self._layout.addWidget(left, shares[0])
        self._layout.addWidget(right, shares[1])
        # Else the width two columns take would keep the page from ever being narrower.
        self.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose the direction for the width."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._least
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if beside else directions.TopToBottom
        if self._layout.direction() != wanted:
            self._layout.setDirection(wanted)
