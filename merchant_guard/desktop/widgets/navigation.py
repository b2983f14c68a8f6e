"""The navigation at the left: the app's sections and the promise under them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus
from merchant_guard.desktop.widgets.labels import frame, icon_label, set_text, text_label
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.localization import mark

WIDTH, COLLAPSED = 208, 56
COLLAPSED_HEIGHT = 34
"""Low enough that all sections show in the lowest window."""
_UPPER = (
    (Screen.HOME, "house", mark("Home")),
    (Screen.QUESTION, "clipboard-check", mark("Self-check")),
    (Screen.RESULT, "gauge", mark("Result")),
    (Screen.PLAN, "list-checks", mark("To do")),
    (Screen.REGISTERS, "book-open", mark("Registers")),
    (Screen.PRINT, "printer", mark("Print")),
)
_LOWER = (
    (Screen.SETTINGS, "settings", mark("Settings")),
    (Screen.HELP, "circle-question-mark", mark("Help")),
)


class NavigationItem(KeyboardFocus, QAbstractButton):
    """One row of the navigation; the current one is a white card with primary text.

    Collapsed it is its icon, and its tooltip says the rest.
    """

    def __init__(self, look: Look, screen: Screen, picture: str, text: str) -> None:
        super().__init__()
        self._look, self._picture, self._collapsed = look, picture, False
        self._is_current = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setObjectName(f"go_{screen}")
        self.setFont(look.font("body"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_collapsed(False)

    def set_current(self, is_current: bool) -> None:
        """Mark where we are. Not by being checked: a screen reader would call it a check box."""
        self._is_current = is_current
        here = self._look.words("{name}, this page")
        self.setAccessibleName(here.format(name=self.text()) if is_current else self.text())
        self.update()

    def set_collapsed(self, collapsed: bool) -> None:
        """Show the icon only, or the name too."""
        self._collapsed = collapsed
        self.setToolTip(self.text() if collapsed else "")
        self.setMinimumHeight(COLLAPSED_HEIGHT if collapsed else max(40, self._look.line_height("body") + 16))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the rail leaves, 40 high."""
        return QSize(40 if self._collapsed else WIDTH - 25, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw card, icon, text and, for the keyboard, the ring."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._is_current:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(box, 6, 6)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        colour = look.colour("primary" if self._is_current else "text2")
        paint_icon(painter, self._picture, colour, QRectF(11, (self.height() - 18) / 2, 18, 18))
        if self._collapsed:
            return
        font = self.font()
        font.setBold(self._is_current)
        painter.setFont(font)
        painter.setPen(colour if self._is_current else look.colour("text"))
        painter.drawText(box.adjusted(39, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class Navigation(QWidget):
    """The rail of sections. `chosen` names the screen that was asked for.

    The sections scroll where the window is too low for them, so that the rail never decides its height.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._items: dict[Screen, NavigationItem] = {}
        self._brand, self._promise = Brand(look), Promise(look)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._brand)
        self._layout.addSpacing(18)
        self._sections = self._scrolling_sections(look)
        self._layout.addWidget(self._sections, 1)
        self._layout.addSpacing(10)
        self._layout.addWidget(frame("rule"))
        self._layout.addWidget(self._promise)
        self.set_collapsed(False)

    def set_collapsed(self, collapsed: bool) -> None:
        """Show icons only, or names too."""
        side = 8 if collapsed else 12
        self.setFixedWidth(COLLAPSED if collapsed else WIDTH)
        self._layout.setContentsMargins(side, 18, side, 12)
        for part in (self._brand, self._promise, *self._items.values()):
            part.set_collapsed(collapsed)
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say as much of the promise as fits below the sections."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        sections = self._sections.widget()
        above = 18 + 18 + 10 + 1 + 12 + self._brand.heightForWidth(WIDTH - 24)
        self._promise.fit(WIDTH - 24, self.height() - above - sections.sizeHint().height())

    def _scrolling_sections(self, look: Look) -> ScrollArea:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for screen, picture, text in _UPPER:
            column.addWidget(self._item(look, screen, picture, text))
        column.addStretch(1)
        for screen, picture, text in _LOWER:
            column.addWidget(self._item(look, screen, picture, text))
        area = ScrollArea(box)
        area.setMinimumHeight(40)
        return area

    def show_current(self, screen: Screen) -> None:
        """Mark where we are."""
        for here, item in self._items.items():
            item.set_current(here == screen)

    def _item(self, look: Look, screen: Screen, picture: str, text: str) -> NavigationItem:
        item = NavigationItem(look, screen, picture, look.words(text))
        item.clicked.connect(lambda: self.chosen.emit(screen))
        self._items[screen] = item
        return item


class Brand(QWidget):
    """The mark of the app and its name, which wraps rather than be cut."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Shield(look))
        self._names = QWidget()
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        name = text_label(look, look.words("Merchant Guard"), "body")
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        names.addWidget(name)
        if look.language == "zh":
            names.addWidget(text_label(look, "Merchant Guard", "caption", "text3"))
        row.addWidget(self._names, 1)

    def set_collapsed(self, collapsed: bool) -> None:
        """Show the mark only, or the name too."""
        self._names.setVisible(not collapsed)


class Shield(QWidget):
    """The mark of the app."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(32, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A shield on a rounded square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("primary"))
        painter.drawRoundedRect(QRectF(0, 0, 32, 32), 7, 7)
        paint_icon(painter, "shield-check", self._look.colour("on_primary"), QRectF(7, 7, 18, 18))


class Promise(QWidget):
    """That the data stays here: whole, its first sentence, or the disk alone, whose tooltip says it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._collapsed = look, False
        self._whole = look.words("Your data stays on this computer.\nNever online, never uploaded.")
        self.setToolTip(self._whole)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 8, 0, 0)
        row.setSpacing(8)
        disk = icon_label(look, "hard-drive", 15, "text3")
        disk.setAccessibleName(self._whole)
        row.addWidget(disk)
        self._words = text_label(look, self._whole, "caption", "text3")
        row.addWidget(self._words, 1)

    def set_collapsed(self, collapsed: bool) -> None:
        """Show the disk only, or words too where they fit."""
        self._collapsed = collapsed
        self.layout().setContentsMargins(12 if collapsed else 6, 8, 0, 0)

    def fit(self, width: int, height: int) -> None:
        """Say what can be said in this room."""
        self._words.setVisible(not self._collapsed)
        for sentence in (self._whole, self._whole.partition("\n")[0]):
            set_text(self._look, self._words, sentence, "caption")
            if 8 + self._words.heightForWidth(width - 29) <= height:
                return
        self._words.hide()
