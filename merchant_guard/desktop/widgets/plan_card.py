"""The list of the plan: a card with bands and rows, one of which may be unfolded; and the folded cards."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.plan_row import PlanRow
from merchant_guard.desktop.widgets.spoken import listed
from merchant_guard.desktop.widgets.tab_order import put_behind
from merchant_guard.desktop.widgets.unfold_button import UnfoldButton

UNDER = "unfolded"
"""The objectName of what stands under the open row."""


class Band(NamedTuple):
    """A heading with the rows under it; without a title only the rows."""

    title: str
    note: str
    rows: Sequence[PlanRow]


class PlanCard(QFrame):
    """A card of bands. `unfold` puts a widget under a row."""

    def __init__(self, look: Look, bands: Sequence[Band]) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._under: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)
        self.rows = [row for band in bands for row in band.rows]
        self._notes: list[QLabel] = []
        for band in bands:
            if band.title:
                self._layout.addWidget(self._heading(look, band, first=band is bands[0]))
            for row in band.rows:
                self._layout.addWidget(row)
        if self.rows:
            self.rows[-1].last = True

    def _heading(self, look: Look, band: Band, first: bool) -> QFrame:
        box = frame("band")
        box.setProperty("first", first)
        row = QHBoxLayout(box)
        row.setContentsMargins(20, 4, 22, 4)
        title = text_label(look, band.title, "note", "text2", wrap=False)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        row.addWidget(title)
        row.addStretch(1)
        note = text_label(look, band.note, "caption", "text2", wrap=False)
        self._notes.append(note)
        row.addWidget(note)
        return box

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show other words at the end of the headings, from top to bottom."""
        for label, words in zip(self._notes, notes, strict=True):
            label.setText(words)
            label.setAccessibleName(words)

    def unfold(self, row: PlanRow, under: QFrame) -> None:
        """Put a widget under a row and lead Tab from the row into it."""
        self.fold()
        row.set_unfolded(True)
        self._under, self._row = under, row
        under.setObjectName(UNDER)
        under.setProperty("last", row.last)
        self._layout.insertWidget(self._layout.indexOf(row) + 1, under)
        under.show()
        put_behind(row.arrow, under)

    def fold(self) -> None:
        """Take away what stands under a row."""
        if self._under is not None:
            self._row.set_unfolded(False)
            self._under.hide()
            self._layout.removeWidget(self._under)
            self._under.deleteLater()
            self._under = None


class FoldCard(UnfoldButton):
    """A card of one line that stands for folded rows: picture (an icon and its tone), words, note, arrow."""

    def __init__(self, look: Look, name: str, picture: tuple[str, str]) -> None:
        super().__init__(look)
        self._picture, self._tone = picture
        self._note = ""
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._font = look.font("body")
        self._font.setBold(True)

    def show_words(self, words: str, note: str) -> None:
        """Say how many are folded, and something about them."""
        self._note = note
        self.setText(words)
        self.say(listed(self._look, words, note))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the words and their note."""
        words = QFontMetrics(self._font).horizontalAdvance(self.text())
        note = QFontMetrics(self._look.font("caption")).horizontalAdvance(self._note)
        return QSize(46 + words + 10 + note + 56, max(42, self._look.line_height("body") + 18))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The note may be cut; the tooltip has it whole."""
        return QSize(
            46 + QFontMetrics(self._font).horizontalAdvance(self.text()) + 70, self.sizeHint().height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw card, picture, words, note and arrow."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = bool(self.property("keyfocus"))
        edge = 1 if ring else 0.5
        painter.setPen(QPen(look.colour("primary" if ring else "line"), 2 if ring else 1))
        painter.setBrush(look.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 10, 10)
        middle = self.height() / 2
        paint_icon(painter, self._picture, look.colour(self._tone), QRectF(18, middle - 9, 18, 18))
        down = "chevron-up" if self.is_open else "chevron-down"
        paint_icon(painter, down, look.colour("text2"), QRectF(self.width() - 33, middle - 9, 18, 18))
        painter.setFont(self._font)
        painter.setPen(look.colour("text"))
        line = self.rect().adjusted(46, 0, -42, 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.text())
        line.setLeft(46 + QFontMetrics(self._font).horizontalAdvance(self.text()) + 10)
        metrics = QFontMetrics(look.font("caption"))
        note = metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, line.width())
        self.setToolTip(self._note if note != self._note else "")
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text2"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, note)
