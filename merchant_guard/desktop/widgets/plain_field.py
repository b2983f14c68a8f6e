"""Plain text that becomes a field: under the mouse, with the focus, and when pressed."""

from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.day_edit import DayEdit
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus
from merchant_guard.desktop.widgets.line_over import LineOver

PADDING = 8
HEIGHT = 34
NAME_WIDTH = 120
"""Pixels a name that is typed has at least."""
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class PlainField(KeyboardFocus, QAbstractButton):
    """Text that looks like a field once somebody comes near; disabled it stays text."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.tone = "text"
        self.setObjectName(name)
        self.setFont(look.font("body"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_value(self, text: str, accessible: str) -> None:
        """Show a value; `accessible` says in full what it is."""
        self.setText(text)
        self.setAccessibleName(accessible)
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Let it be changed, or make it text that cannot be."""
        self.setEnabled(is_open)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_open else Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the text."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * PADDING, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and the arrow open the field as the space bar does."""
        if event.key() in _PRESS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the text, and the field around it when it can be used now."""
        look, painter = self.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        near = self.isEnabled() and (self.underMouse() or self.hasFocus())
        if near:
            ringed = bool(self.property("keyfocus"))
            painter.setPen(QPen(look.colour("primary" if ringed else "control"), 2 if ringed else 1))
            painter.setBrush(look.colour("surface"))
            edge = 1 if ringed else 0.5
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 6, 6)
        room = self.width() - 2 * PADDING
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        self.setToolTip(self.text() if text != self.text() else "")
        painter.setFont(self.font())
        painter.setPen(look.colour(self.tone))
        box = self.rect().adjusted(PADDING, 0, -PADDING, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class WhoField(PlainField):
    """Who does it; pressed, it lists the people there are, and takes another name. `chosen` brings it."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, names: list[str], parent: QWidget) -> None:
        super().__init__(look, name, parent)
        self._names = names
        self.clicked.connect(self._open)

    def _open(self) -> None:
        picker = NamePicker(self, self._names)
        picker.show()
        give_focus(picker)
        picker.showPopup()

    def write(self) -> None:
        """Show a line for a name that is not in the list, over the text."""
        name = f"{self.objectName()}_edit"
        line = LineOver(self.look, name, self.accessibleName(), "", self.parentWidget())
        line.setPlaceholderText(self.look.words("Name"))
        line.given_up.connect(partial(self._end, line))
        line.returnPressed.connect(partial(self._take, line))
        line.left.connect(partial(self._take, line))
        line.setGeometry(_no_narrower(self.geometry(), NAME_WIDTH))
        line.show()
        give_focus(line)

    def _take(self, line: LineOver) -> None:
        name = " ".join(line.text().split())
        self._end(line)
        if name and name != self.text():
            self.chosen.emit(name)

    def _end(self, line: LineOver) -> None:
        line.blockSignals(True)
        had_focus = line.hasFocus()
        line.hide()
        line.deleteLater()
        if had_focus:
            give_focus(self)


class NamePicker(QComboBox):
    """The open list of names over a `WhoField`; it goes when something is chosen or not."""

    def __init__(self, field: WhoField, names: list[str]) -> None:
        super().__init__(field.parentWidget())
        self._field = field
        self.setObjectName(f"{field.objectName()}_list")
        self.setAccessibleName(field.accessibleName())
        self.setFont(field.font())
        self.addItems(names)
        self.addItem(field.look.words("Write another name"))
        self.setCurrentIndex(self.findText(field.text()))
        self.setGeometry(_no_narrower(field.geometry(), self.sizeHint().width()))
        self.activated.connect(self._choose)

    def _choose(self, number: int) -> None:
        if number == self.count() - 1:
            QTimer.singleShot(0, self._field, self._field.write)  # once the list has let go of the focus
        elif self.itemText(number) != self._field.text():
            self._field.chosen.emit(self.itemText(number))

    def showPopup(self) -> None:  # noqa: N802
        """Watch the open list: Escape closes it without a word to the picker."""
        super().showPopup()
        self.view().window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Closed is done: the plain text comes back."""
        if event.type() == QEvent.Type.Hide:
            self.hide()
            give_focus(self._field)
            self.deleteLater()
        return super().eventFilter(watched, event)


def _no_narrower(box: QRect, width: int) -> QRect:
    return QRect(box.x(), box.y(), max(box.width(), width), box.height())


class DayField(PlainField):
    """By when; pressed, the day can be typed. `entered` brings a day, `refused` that it was none."""

    entered = Signal(object)
    refused = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(look, name, parent)
        self.day = date.min
        self._editor: DayEdit | None = None
        self.clicked.connect(self.open)

    def open(self) -> None:
        """Show the field to type in, over the text."""
        if self._editor is not None:
            return
        name = f"{self.objectName()}_edit"
        editor = DayEdit(self.look, name, self.accessibleName(), self.day, self.parentWidget())
        editor.setGeometry(self.geometry())
        editor.given_up.connect(self._close)
        editor.returnPressed.connect(self._take)
        editor.left.connect(self._take)
        self._editor = editor
        editor.show()
        editor.selectAll()
        give_focus(editor)

    def settle(self) -> None:
        """Keep the editor where the text is."""
        if self._editor is not None:
            self._editor.setGeometry(self.geometry())

    def _take(self) -> None:
        if self._editor is None:
            return
        day = self._editor.day
        if day is None:
            self.refused.emit()
            return
        self._close()
        if day != self.day:
            self.entered.emit(day)

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if had_focus:
            give_focus(self)
