"""Where the home page is going to be while the store opens: its head, as far as `due.json` knows it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.home_words import to_do
from merchant_guard.desktop.pages.page import LOW_HEIGHT, column
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.services.due_glance import HomeCounts


class HomeWaiting(QWidget):
    """The sentence stands where it is going to stay."""

    def __init__(self, look: Look, counts: HomeCounts) -> None:
        super().__init__()
        head = PageHead(look, [])
        head.show_words(to_do(look.words, counts), "")
        self._column = column(self, (0, 0, 0, 0))
        self._column.addWidget(head)
        self._column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The margins of the home page are those of its window."""
        super().resizeEvent(event)
        self._column.setContentsMargins(*home_margins(low=self.window().height() < LOW_HEIGHT))


def home_margins(*, low: bool) -> tuple[int, int, int, int]:
    """The margins of the home page in a low window, or in one with more room."""
    return (26, 12, 26, 16) if low else (32, 24, 32, 16)
