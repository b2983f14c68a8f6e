"""A heading that folds what stands under it; what is folded is built when it is first unfolded."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.spoken import listed
from merchant_guard.desktop.widgets.tab_order import put_behind
from merchant_guard.desktop.widgets.unfold_button import UnfoldButton

_LEFT, _ICON, _TEXT, _RIGHT = 14, 18, 42, 18


class FoldHead(UnfoldButton):
    """Arrow, title, and a remark at the right; the whole row is the target."""

    def __init__(self, look: Look, name: str, title: str, remark: str) -> None:
        super().__init__(look)
        self._remark = remark
        self.setText(title)
        self.setObjectName(name)
        self.say(listed(look, title, remark))
        self.clicked.connect(lambda _checked=False: self.set_open(not self.is_open))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_remark(self, remark: str) -> None:
        """Show another remark."""
        self._remark = remark
        self.say(listed(self._look, self.text(), remark))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line of 44 or more."""
        return QSize(280, max(44, self._look.line_height("answer") + 18))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the row; a title too long for it is elided and has a tooltip."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 2, -3, -2)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        arrow = "chevron-down" if self.is_open else "chevron-right"
        place = QRectF(_LEFT, (self.height() - _ICON) / 2, _ICON, _ICON)
        paint_icon(painter, arrow, look.colour("text2"), place)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        look, middle = self._look, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("note"))
        painter.setPen(look.colour("text2"))
        taken = QFontMetrics(look.font("note")).horizontalAdvance(self._remark) + _RIGHT
        painter.drawText(
            self.rect().adjusted(0, 0, -_RIGHT, 0), middle | Qt.AlignmentFlag.AlignRight, self._remark
        )
        painter.setFont(look.font("answer"))
        painter.setPen(look.colour("text"))
        words = QRect(_TEXT, 0, self.width() - _TEXT - taken - 12, self.height())
        metrics = QFontMetrics(look.font("answer"))
        title = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        self.setToolTip(self.text() if title != self.text() else "")
        painter.drawText(words, middle, title)


class Fold(QWidget):
    """Folded at first."""

    def __init__(self, look: Look, name: str, title: str, remark: str, build: Callable[[], QWidget]) -> None:
        super().__init__()
        self._build = build
        self._content: QWidget | None = None
        self.head = FoldHead(look, name, title, remark)
        self.head.toggled_open.connect(self._on_toggled)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.head)

    def _on_toggled(self, is_open: bool) -> None:
        if self._content is None:
            self._content = self._build()
            self._layout.addWidget(self._content)
            put_behind(self.head, self._content)
        self._content.setVisible(is_open)
