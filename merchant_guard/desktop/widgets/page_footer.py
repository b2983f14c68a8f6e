"""The foot of a page: buttons at its edges and a word between; pinned below where the window is low."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QScrollBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import frame

LOW_HEIGHT = 60


class PageFooter(QWidget):
    """A bar of 60 with a surface of its own when pinned; else buttons below a hairline.

    Fill `row`; `side` is the page's margin, so that the buttons stand at the edges of the column above.
    """

    def __init__(self, pinned: bool, side: int, width: int) -> None:
        super().__init__()
        self._pinned, self._side = pinned, side
        self._outer = outer = QVBoxLayout(self)
        outer.setSpacing(0)
        holder = QWidget()
        holder.setMaximumWidth(width)
        self.row = QHBoxLayout(holder)
        self.row.setSpacing(10)
        self.row.setContentsMargins(0, 0, 0, 0)
        if pinned:
            self.setObjectName("footer")
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self.setMinimumHeight(LOW_HEIGHT)
            outer.setContentsMargins(side, 8, side, 8)
        else:
            outer.setContentsMargins(0, 14, 0, 0)
            outer.addWidget(frame("rule"))
            outer.addSpacing(18)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(holder, 1000)
        centred.addStretch(1)
        outer.addLayout(centred)

    def add_note(self, look: Look, text: str) -> None:
        """Add a quiet word beside the buttons."""
        self.row.addWidget(FooterNote(look, text))

    def follow(self, area: QScrollArea) -> None:
        """Keep the buttons under the column of an area above, whether it shows its scroll bar or not."""
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda low, high: self._leave_gutter(bar, high > low))

    def _leave_gutter(self, bar: QScrollBar, shows: bool) -> None:
        if self._pinned and isValid(bar):  # a bar that goes with its page changes its range once more
            width = bar.sizeHint().width() if shows else 0
            self._outer.setContentsMargins(self._side, 8, self._side + width, 8)


class FooterNote(QLabel):
    """A quiet word on one line, or on two where the buttons leave no room for one."""

    def __init__(self, look: Look, text: str, style: str = "note") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(style))
        self.setProperty("tone", "text2")
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the text; a wrapping label would ask for less than there is."""
        return self.fontMetrics().size(0, self.text()) + QSize(2, 0)
