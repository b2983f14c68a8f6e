"""A row of tabs, the current one underlined; what has no room stands in a menu at its end."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QTabBar, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import Button, button
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus
from merchant_guard.desktop.widgets.spoken import listed

_EDGE, _GAP = 5, 19
"""What the underline is longer than its words at either end, and the room to the next tab."""


class Tab(NamedTuple):
    """`stands` says whether it has a place in the row while there is room; `remark` comes after its words."""

    id: str
    words: str
    remark: str = ""
    stands: bool = True

    @property
    def text(self) -> str:
        """Words and remark."""
        return f"{self.words} {self.remark}" if self.remark else self.words


class Tabs(KeyboardFocus, QTabBar):
    """The tabs that have room. Arrows go from one to the next."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(look.font("body"))

    def width_of(self, text: str) -> int:
        """Room for words in bold, so that choosing moves nothing."""
        return QFontMetrics(self._bold()).horizontalAdvance(text) + 2 * _EDGE + _GAP

    def _bold(self) -> QFont:
        font = self._look.font("body")
        font.setBold(True)
        return font

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """As wide as its words, 36 high."""
        return QSize(self.width_of(self.tabText(index)), max(36, self._look.line_height("body") + 12))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """Words are never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw words, the line under the current tab, and the keyboard's ring."""
        look, painter = self._look, QPainter(self)
        for index in range(self.count()):
            is_current = index == self.currentIndex()
            box = self.tabRect(index).adjusted(0, 0, -_GAP, 0)
            painter.setFont(self._bold() if is_current else self.font())
            painter.setPen(look.colour("primary" if is_current else "text2"))
            painter.drawText(
                box.adjusted(_EDGE, 0, 20, 0), Qt.AlignmentFlag.AlignVCenter, self.tabText(index)
            )
            if is_current:
                line = QRect(box.left(), box.bottom() - 1, box.width(), 2)
                painter.fillRect(line, look.colour("primary"))
                self._paint_ring(painter, box)

    def _paint_ring(self, painter: QPainter, box: QRect) -> None:
        if self.property("keyfocus"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("primary"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 2, -1, -5), 6, 6)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class TabRow(QWidget):
    """`chosen` brings the id of a tab that somebody went to."""

    chosen = Signal(str)

    def __init__(self, look: Look, accessible: str, tabs: Sequence[Tab], current: str) -> None:
        super().__init__()
        self._look, self._tabs, self._current = look, tuple(tabs), current
        self._bar = Tabs(look, self)
        self._bar.setAccessibleName(accessible)
        self._bar.currentChanged.connect(self._on_changed)
        words = look.words("More")
        self._more: Button = button(
            look, words, "more_tabs", self._open_menu, kind="plain", picture="chevron-down", after=True
        )
        self._more.setParent(self)
        self._more.setAccessibleName(listed(look, words, accessible))
        self.setFocusProxy(self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay()

    def show_tabs(self, tabs: Sequence[Tab], current: str) -> None:
        """Show other counts, or another current tab."""
        if (self._tabs, self._current) != (tuple(tabs), current):
            self._tabs, self._current = tuple(tabs), current
            self._lay()

    @property
    def bar(self) -> Tabs:
        """The tabs in the row, which take the focus."""
        return self._bar

    # --- what has room ------------------------------------------------------------------------------

    def _shown(self) -> list[Tab]:
        """The tabs with room, in their order; the current one always is among them."""
        current = next((tab for tab in self._tabs if tab.id == self._current), None)
        wanted = [tab for tab in self._tabs if tab.stands or tab is current]
        if current is not None and not current.stands:
            wanted = [tab for tab in wanted if tab is not current] + [current]
        room = max(0, self.width() - (self._more.sizeHint().width() if self._has_more(wanted) else 0))
        while len(wanted) > 1 and sum(self._bar.width_of(tab.text) for tab in wanted) > room:
            wanted.remove(next(tab for tab in reversed(wanted) if tab is not current))
            room = max(0, self.width() - self._more.sizeHint().width())
        return wanted

    def _has_more(self, shown: Sequence[Tab]) -> bool:
        return len(shown) < len(self._tabs)

    def _lay(self) -> None:
        shown = self._shown()
        self._bar.blockSignals(True)
        while self._bar.count() > len(shown):
            self._bar.removeTab(self._bar.count() - 1)
        for index, tab in enumerate(shown):
            if index == self._bar.count():
                self._bar.addTab(tab.text)
            elif self._bar.tabText(index) != tab.text:
                self._bar.setTabText(index, tab.text)
            self._bar.setTabData(index, tab.id)
            self._bar.setAccessibleTabName(index, listed(self._look, tab.words, tab.remark))
            if tab.id == self._current:
                self._bar.setCurrentIndex(index)
        self._bar.blockSignals(False)
        width = sum(self._bar.width_of(tab.text) for tab in shown)
        self._bar.setGeometry(0, 0, min(width, self.width()), self.sizeHint().height() - 1)
        self._more.setVisible(self._has_more(shown))
        size = self._more.sizeHint()
        top = (self._bar.height() - size.height()) // 2
        self._more.setGeometry(min(width, self.width() - size.width()), top, size.width(), size.height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """A row of tabs over a hairline."""
        return QSize(300, max(36, self._look.line_height("body") + 12) + 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """One tab and the menu."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the hairline."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))

    # --- what is chosen -----------------------------------------------------------------------------

    def _on_changed(self, index: int) -> None:
        if index >= 0:
            self._choose(self._bar.tabData(index))

    def _choose(self, tab_id: str) -> None:
        if tab_id != self._current:
            self._current = tab_id
            self._lay()
            self.chosen.emit(tab_id)

    def _open_menu(self) -> None:
        """List what is not in the row; the menu waits for nothing and goes when it is left."""
        menu = QMenu(self)
        menu.setObjectName("more_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(self._look.font("body"))
        menu.setAccessibleName(self._more.accessibleName())
        shown = {tab.id for tab in self._shown()}
        for tab in self._tabs:
            if tab.id not in shown:
                action = menu.addAction(tab.text)
                action.setObjectName(f"tab_{tab.id}")
                action.triggered.connect(partial(self._choose_from_menu, tab.id))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _choose_from_menu(self, tab_id: str, _checked: bool = False) -> None:
        self._choose(tab_id)
        self._bar.setFocus(Qt.FocusReason.OtherFocusReason)
