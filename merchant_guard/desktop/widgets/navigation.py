"""The navigation at the left: the app's sections and the promise under them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.icons import icon, paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.localization import mark

WIDTH = 208
_UPPER = (
    (Screen.HOME, "house", mark("Home")),
    (Screen.QUESTION, "clipboard-check", mark("Self-check")),
    (Screen.RESULT, "gauge", mark("Result")),
    (Screen.PLAN, "list-checks", mark("To do")),
    (Screen.PRINT, "printer", mark("Print")),
)
_LOWER = (
    (Screen.SETTINGS, "settings", mark("Settings")),
    (Screen.HELP, "circle-question-mark", mark("Help")),
)


class NavigationItem(QAbstractButton):
    """One row of the navigation; the current one is a white card with primary text."""

    def __init__(self, look: Look, screen: Screen, picture: str, text: str) -> None:
        super().__init__()
        self._look, self._picture = look, picture
        self.setText(text)
        self.setAccessibleName(text)
        self.setObjectName(f"go_{screen}")
        self.setCheckable(True)
        self.setFont(look.font("body"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(max(40, look.line_height("body") + 16))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the rail leaves, 40 high."""
        return QSize(WIDTH - 25, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw card, icon, text and, for the keyboard, the ring."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
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
        colour = look.colour("primary" if self.isChecked() else "text2")
        paint_icon(painter, self._picture, colour, QRectF(11, (self.height() - 18) / 2, 18, 18))
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(colour if self.isChecked() else look.colour("text"))
        painter.drawText(box.adjusted(39, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class Navigation(QWidget):
    """The rail of sections. `chosen` names the screen that was asked for."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._items: dict[Screen, NavigationItem] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 18, 12, 12)
        layout.setSpacing(4)
        layout.addLayout(_brand(look))
        layout.addSpacing(14)
        for screen, picture, text in _UPPER:
            layout.addWidget(self._item(look, screen, picture, text))
        layout.addStretch(1)
        for screen, picture, text in _LOWER:
            layout.addWidget(self._item(look, screen, picture, text))
        layout.addSpacing(6)
        layout.addWidget(frame("rule"))
        layout.addLayout(_promise(look))

    def show_current(self, screen: Screen) -> None:
        """Mark where we are."""
        for here, item in self._items.items():
            item.setChecked(here == screen)

    def _item(self, look: Look, screen: Screen, picture: str, text: str) -> NavigationItem:
        item = NavigationItem(look, screen, picture, look.words(text))
        item.clicked.connect(lambda: self.chosen.emit(screen))
        self._items[screen] = item
        return item


def _brand(look: Look) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(4, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(Shield(look))
    names = QVBoxLayout()
    names.setSpacing(0)
    name = text_label(look, look.words("Merchant Guard"), "body", wrap=False)
    font = name.font()
    font.setBold(True)
    name.setFont(font)
    names.addWidget(name)
    if look.language == "zh":
        names.addWidget(text_label(look, "Merchant Guard", "caption", "text3", wrap=False))
    row.addLayout(names)
    row.addStretch(1)
    return row


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


def _promise(look: Look) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(6, 8, 0, 0)
    row.setSpacing(8)
    disk = QLabel()
    disk.setPixmap(icon("hard-drive", look.colour("text3")).pixmap(15, 15))
    row.addWidget(disk)
    promise = look.words("Your data stays on this computer.\nNever online, never uploaded.")
    row.addWidget(text_label(look, promise, "caption", "text3"), 1)
    return row
