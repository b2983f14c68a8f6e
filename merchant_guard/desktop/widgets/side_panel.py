"""The panel at the right: it pushes the page aside and never covers it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus, is_by_keyboard
from merchant_guard.desktop.widgets.labels import text_label

WIDTH = 348
PINNED_WIDTH = 332
ROOMY = 1180
"""From this width of the window on the panel is as wide as its content wishes (`panel_width`)."""


class SidePanel(QWidget):
    """Holds one widget at a time; closing gives the focus back to what had it."""

    opened_or_closed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self._came_from: QWidget | None = None
        self.hide()

    @property
    def has_wish(self) -> bool:
        """Whether what it holds is worked in beside the page: it wishes for a width, and leaves the rail."""
        return self._content is not None and self._content.property("panel_width") is not None

    @property
    def _has_room(self) -> bool:
        return self.window().width() >= ROOMY

    def show_widget(self, content: QWidget | None, takes_focus: bool = True) -> None:
        """Show a widget, or close for None."""
        if content is None:
            self.close_panel()
            return
        if self._content is None:
            self._came_from = self.window().focusWidget()
        self._drop_content()
        self._content = content
        self._layout.addWidget(content)
        self.setFixedWidth(content.property("panel_width") if self.has_wish and self._has_room else WIDTH)
        self.show()
        self.opened_or_closed.emit(True)
        if takes_focus:
            give_focus(content)

    def tell_problem(self, look: Look, sentence: str) -> None:
        """Say what could not be saved; it stays until it is closed."""
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addWidget(text_label(look, look.words("Not saved"), "section", "danger"))
        layout.addWidget(text_label(look, sentence))
        close = button(look, look.words("Close this"), "close_problem", self.close_panel)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        # Who is typing goes on typing; a screen reader hears of it all the same.
        self.show_widget(box, takes_focus=False)

    def close_panel(self) -> None:
        """Close and give the focus back."""
        if self._content is None:
            return
        focus = self.window().focusWidget()
        had_focus, by_keyboard = focus is None or self.isAncestorOf(focus), is_by_keyboard(self.window())
        self._drop_content()
        self.hide()
        self.opened_or_closed.emit(False)
        came_from, self._came_from = self._came_from, None
        if had_focus and came_from is not None and isValid(came_from):
            give_focus(came_from, by_keyboard)

    def _drop_content(self) -> None:
        if self._content is not None:
            content, self._content = self._content, None
            self._layout.removeWidget(content)
            content.hide()  # it goes a moment later, and would show through until then
            content.deleteLater()
