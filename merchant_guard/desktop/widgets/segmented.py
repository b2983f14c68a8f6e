"""A segmented choice: a sunken track with the chosen part white."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.wrap_row import WrapRow


class Segment(KeyboardFocus, QRadioButton):
    """One part of the track."""

    def __init__(self, look: Look, text: str, name: str, accessible: str) -> None:
        super().__init__(text)
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """All of it counts."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for the words in bold, so that choosing moves nothing."""
        metrics = QFontMetrics(self._font(True))
        return QSize(metrics.horizontalAdvance(self.text()) + 26, max(32, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Words here are never cut."""
        return self.sizeHint()

    def _font(self, strong: bool):
        font = self._look.font("body")
        font.setBold(strong)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the white part, the words and the keyboard's ring."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(look.colour("control" if self.isChecked() else "line"), 1))
            painter.setBrush(look.colour("surface" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(self._font(self.isChecked()))
        painter.setPen(look.colour("text" if self.isChecked() else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segmented(QWidget):
    """Chooses one of a few short words. `options` are (value, words); parts are named `<name>_<value>`.

    One that `wraps` goes on below where the line is full; any other keeps its width.
    """

    def __init__(  # noqa: PLR0913, PLR0917 (look, name and label are what every control has)
        self,
        look: Look,
        name: str,
        label: str,
        options: Sequence[tuple[str, str]],
        chosen: str | None,
        on_choice: Callable[[str], object],
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = self._wrapping() if wraps else QHBoxLayout(self)
        if not wraps:
            row.setContentsMargins(2, 2, 2, 2)
            row.setSpacing(0)
        for value, words in options:
            part = Segment(look, words, f"{name}_{value}", named(look, label, words))
            part.setChecked(value == chosen)
            part.clicked.connect(lambda _on=False, v=value: on_choice(v))
            row.addWidget(part)

    def _wrapping(self) -> WrapRow:
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        parts = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(parts)
        return WrapRow(parts, gap=0, line_gap=2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the track."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
