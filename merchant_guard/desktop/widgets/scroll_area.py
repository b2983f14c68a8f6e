"""Areas that scroll up and down, never sideways."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus


class ScrollArea(KeyboardFocus, QScrollArea):
    """Shows content over the ground of what holds it.

    Give it its content before that is filled: Qt measures all of it whenever the area is put somewhere.
    Tab goes to what is in it, not to the area; Page Up and Page Down scroll from there.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        # Qt's own viewport is filled. To ask for it costs a start 35 ms: the binding, which did not make it,
        # gets every class of widget ready to find out which one it is.
        self.setViewport(QWidget())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def event(self, event: QEvent) -> bool:
        """Do not measure the content anew for every step in which the page is built around it."""
        if event.type() == QEvent.Type.StyleChange and not self.isVisible():
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

    def let_focus(self, name: str) -> None:
        """Let Tab stop at the area itself, with a ring like everything else. `name` is said."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setProperty("k", "reading")


def reading(content: QWidget, name: str) -> ScrollArea:
    """An area of text: Tab stops at it, so that it can be read and scrolled by keyboard. `name` is said."""
    area = ScrollArea(content)
    area.let_focus(name)
    return area


def keep_gutter(area: ScrollArea) -> None:
    """Leave room for the scroll bar while it does not show, so that nothing moves when it comes."""
    bar, layout = area.verticalScrollBar(), area.widget().layout()
    margins, wide = layout.contentsMargins(), bar.sizeHint().width()

    def settle(low: int, high: int) -> None:
        if isValid(bar) and isValid(layout):
            right = margins.right() - (wide if high > low else 0)
            layout.setContentsMargins(margins.left(), margins.top(), right, margins.bottom())

    bar.rangeChanged.connect(settle)
