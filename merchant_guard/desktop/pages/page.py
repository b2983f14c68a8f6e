"""What every page is: a widget built from the desk, with a first focus and a say over the side panel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.localization import Translate

LOW_HEIGHT = 640
"""Below this height a page uses the low layout: small paddings, the footer pinned."""
WIDE = 1180
"""From this width the help panel stands beside the question at all times."""


class Page(QWidget):
    """A screen. Subclasses build themselves in `__init__` from `self.desk` and `self.look`.

    The main window throws a page away and builds another when screen, look or size class change, so a page
    keeps nothing that is not on the desk.
    """

    panel_wanted = Signal(object)
    """A widget to show in the side panel, or None to close it."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self.low = low
        self.wide = wide

    @property
    def look(self) -> Look:
        """The look in force."""
        return self.desk.look

    @property
    def words(self) -> Translate:
        """Turns an English message id into a sentence."""
        return self.desk.look.words

    def first_focus(self) -> QWidget | None:
        """The widget that takes the focus when the page is shown."""
        return None

    def close_aside(self) -> None:
        """What Esc does when no side panel is open."""

    def print_here(self) -> None:
        """What Ctrl+P does: to the papers, unless the page has one of its own."""
        if self.desk.check is not None:
            self.desk.go(Screen.PRINT)

    def take_enter(self) -> None:
        """What Enter does where nothing that has the focus takes it."""

    def announcement(self) -> str:
        """What a screen reader says when the page is shown."""
        return ""


def column(parent: QWidget, margins: tuple[int, int, int, int], spacing: int = 0) -> QVBoxLayout:
    """Give a widget a column of its own."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and throw it away."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def in_column(widget: QWidget, width: int) -> QWidget:
    """Keep a widget in a column of at most this width (pixels) in the middle of the page."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    widget.setMaximumWidth(width)
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return holder
