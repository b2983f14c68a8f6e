"""Thin bars that show the way: the segments of a group, and the whole."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from merchant_guard.desktop.theme.look import Look


class SegmentBar(QWidget):
    """Six pixels high: done segments in primary, the one in hand lighter, the rest a track."""

    def __init__(self, look: Look, number: int, total: int) -> None:
        super().__init__()
        self._look, self._number, self._total = look, number, max(total, 1)
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the segments with four pixels between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 4
        width = (self.width() - gap * (self._total - 1)) / self._total
        for place in range(1, self._total + 1):
            tone = "primary" if place < self._number else "primary_line" if place == self._number else "track"
            painter.setBrush(self._look.colour(tone))
            painter.drawRoundedRect(QRectF((place - 1) * (width + gap), 0, width, 6), 3, 3)


class WholeBar(QLabel):
    """Four pixels high: how much of the whole is done. A label, so that screen readers read the numbers."""

    def __init__(self, look: Look, answered: int, asked: int) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(4)
        self.show_progress(answered, asked)

    def show_progress(self, answered: int, asked: int) -> None:
        """Show how many of how many are answered."""
        self._share = answered / max(asked, 1)
        said = self._look.words("{answered} of {applicable} answered")
        self.setAccessibleName(said.format(answered=answered, applicable=asked))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the track and what is done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("track"))
        painter.drawRoundedRect(QRectF(0, 0, self.width(), 4), 2, 2)
        painter.setBrush(self._look.colour("primary"))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, 4), 2, 2)


class DoneBar(QWidget):
    """Eight pixels high: how much of the plan is done; the number stands beside it in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._share = look, 0.0
        self.setFixedHeight(8)

    def show_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the track and what is done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("track"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if self._share:
            painter.setBrush(self._look.colour("bar_ok"))
            painter.drawRoundedRect(QRectF(0, 0, max(8.0, self.width() * self._share), 8), 4, 4)
