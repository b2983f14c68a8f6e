"""The head of a page: its title, a line below, and its buttons at the right or, where it is tight, below."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.wrap_row import WrapRow

_GAP = 16
_DIRECTIONS = QBoxLayout.Direction


class PageHead(QWidget):
    """`title` and `below` are shown by `show_words`; the buttons stay."""

    def __init__(self, look: Look, buttons: list[QPushButton]) -> None:
        super().__init__()
        self._look = look
        self.title = text_label(look, "", "title")
        self.title.setObjectName("page_title")
        self.below = text_label(look, "", "body", "text2")
        self.below.setObjectName("page_below")
        self._buttons = QWidget(self)  # else showing it would open a window of its own
        self._row = row = WrapRow(self._buttons, gap=10)
        for made in buttons:
            row.addWidget(made)
        self._buttons.setVisible(bool(buttons))
        self._layout = QBoxLayout(_DIRECTIONS.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.below)
        self._layout.addLayout(words, 1)
        self._layout.addWidget(self._buttons)
        self._settle()
        self.setMinimumWidth(1)

    def show_words(self, title: str, below: str) -> None:
        """Show what the page is about."""
        set_text(self._look, self.title, title, "title")
        set_text(self._look, self.below, below)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the buttons where there is room."""
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """A button that gets its style, and so its width, after it was made asks for another layout."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        buttons_width = self._row.sizeHint().width()
        wanted = QFontMetrics(self._look.font("title")).horizontalAdvance(self.title.accessibleName()) + 4
        beside = wanted + _GAP + buttons_width <= self.width()
        self._layout.setDirection(_DIRECTIONS.LeftToRight if beside else _DIRECTIONS.TopToBottom)
        self._layout.setSpacing(_GAP if beside else 8)
        self._buttons.setMaximumWidth(buttons_width if beside else 16777215)
        if beside:
            self._buttons.setMinimumWidth(buttons_width)
            self._layout.setAlignment(self._buttons, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._buttons.setMinimumWidth(0)
            self._layout.setAlignment(self._buttons, Qt.AlignmentFlag(0))
