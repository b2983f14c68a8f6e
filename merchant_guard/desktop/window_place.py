"""Where the window stood when it was closed, and where it can stand on the screens there are now."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from merchant_guard.system.settings import WindowPlace

USUAL = QSize(1366, 720)
_TITLE_BAR = 32
"""Pixels kept free over the content, so that the window can be taken hold of."""


def place_of(window: QWidget) -> WindowPlace:
    """Where a window stands, or would stand if it did not fill the screen."""
    box = window.normalGeometry()
    return WindowPlace(box.x(), box.y(), box.width(), box.height(), window.isMaximized())


def show_at(window: QWidget, place: WindowPlace | None) -> None:
    """Show a window where it stood last; the first time as usual, or filling a screen too small for that."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if place is None:
        room = screens[0].size()
        window.resize(USUAL)
        fills = USUAL.width() > room.width() or USUAL.height() + _TITLE_BAR > room.height()
    else:
        window.setGeometry(within(QRect(place.x, place.y, place.width, place.height), screens))
        fills = place.maximized
    if fills:
        window.showMaximized()
    else:
        window.show()


def within(box: QRect, screens: list[QRect]) -> QRect:
    """Move and shrink a box until the screen it mostly stood on shows all of it; the first if none does."""
    home = max(screens, key=lambda screen: _area(screen.intersected(box)))
    room = home.adjusted(0, _TITLE_BAR, 0, 0)
    size = box.size().boundedTo(room.size())
    left = min(max(box.x(), room.left()), room.left() + room.width() - size.width())
    top = min(max(box.y(), room.top()), room.top() + room.height() - size.height())
    return QRect(left, top, size.width(), size.height())


def _area(box: QRect) -> int:
    return max(0, box.width()) * max(0, box.height())
