"""A head count: minus, the number, plus. Empty until something is said."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSpinBox, QWidget

from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import Button
from merchant_guard.desktop.widgets.spoken import named

SIDE = 40


class Stepper(QWidget):
    """A number from 1 up; `value_changed` brings None while nothing is said."""

    value_changed = Signal(object)

    def __init__(self, look: Look, name: str, label: str, value: int | None, most: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.number = QSpinBox()
        self.number.setObjectName(name)
        self.number.setAccessibleName(label)
        self.number.setRange(0, most)
        self.number.setSpecialValueText(" ")
        self.number.setValue(value or 0)
        self.number.setFont(look.font("answer"))
        self.number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFixedSize(84, max(SIDE, look.line_height("answer") + 12))
        self.number.valueChanged.connect(lambda now: self.value_changed.emit(now or None))
        row.addWidget(
            self._side(look, "minus", f"{name}_less", named(look, look.words("One fewer"), label), -1)
        )
        row.addWidget(self.number)
        row.addWidget(self._side(look, "plus", f"{name}_more", named(look, look.words("One more"), label), 1))
        row.addStretch(1)

    def set_value(self, value: int | None) -> None:
        """Show a number, or nothing for None."""
        self.number.setValue(value or 0)

    def _side(self, look: Look, picture: str, name: str, accessible: str, step: int) -> Button:
        made = Button()
        made.setObjectName(name)
        made.setProperty("k", "step")
        made.setAccessibleName(accessible)
        made.setIcon(icon(picture, look.colour("text")))
        made.setIconSize(QSize(18, 18))
        made.setFixedSize(SIDE + 4, self.number.height())
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _checked=False: self.number.stepBy(step))
        return made
