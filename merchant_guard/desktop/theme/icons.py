"""Line icons (Lucide), drawn in a colour of the theme and sharp at every scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from merchant_guard.system import resources


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = resources.read_text(f"icons/{name}.svg")
    svg = svg.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(svg.encode()))


def paint_icon(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    """Draw an icon into a rectangle."""
    _renderer(name, colour.name()).render(painter, rect)


class _Engine(QIconEngine):
    """Draws the SVG anew at whatever size is asked for."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect, mode, state) -> None:  # noqa: ARG002
        _renderer(self._name, self._colour).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode, state) -> QPixmap:  # noqa: ARG002
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        _renderer(self._name, self._colour).render(painter, QRectF(pixmap.rect()))
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)


def icon(name: str, colour: QColor) -> QIcon:
    """An icon for a button."""
    return QIcon(_Engine(name, colour.name()))
