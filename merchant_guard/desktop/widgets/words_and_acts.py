"""Words with buttons at their right, or below them where it is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_DIRECTIONS = QBoxLayout.Direction


class WordsAndActs(QWidget):
    """`beside` is the width in pixels from which both stand on one line, the buttons as `side` says."""

    def __init__(
        self,
        words: QWidget,
        acts: QWidget,
        beside: int,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> None:
        super().__init__()
        self._beside, self._side = beside, side
        self._layout = QBoxLayout(_DIRECTIONS.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(words, 1)
        self._layout.addWidget(acts, 0, side)
        self.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the buttons where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= self._beside
        way = _DIRECTIONS.LeftToRight if wide else _DIRECTIONS.TopToBottom
        if self._layout.direction() != way:
            self._layout.setDirection(way)
            acts = self._layout.itemAt(1).widget()
            self._layout.setAlignment(acts, self._side if wide else Qt.AlignmentFlag.AlignLeft)
            self._layout.setSpacing(8 if wide else 0)
