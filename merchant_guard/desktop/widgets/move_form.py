"""Another day for something overdue: the day, why, and what is done until then. Opens under its row."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.day_edit import DayEdit
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.private_warning import PrivateWarning
from merchant_guard.desktop.widgets.wrap_row import WrapRow

LONGEST = 200
OnMove = Callable[[date, str, str], object]


class MoveForm(QFrame):
    """Asks three things and checks them when they are handed in; the first wrong field gets the focus."""

    def __init__(
        self, look: Look, today: date, proposed: date, on_move: OnMove, on_leave: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("k", "detail")
        self._look, self._today, self._on_move = look, today, on_move
        words = look.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(54, 12, 20, 14)
        layout.setSpacing(10)
        three = QWidget()
        fields = WrapRow(three, gap=16)
        self.day = DayEdit(look, "move_day", words("New day"), proposed)
        self.day.given_up.connect(on_leave)
        self.reason, self.interim = QLineEdit(), QLineEdit()
        self._errors: dict[QLineEdit, QLabel] = {}
        fields.addWidget(self._field(words("New day"), self.day, 150))
        fields.addWidget(self._field(words("Why another day"), self._line(self.reason, "move_reason"), 270))
        fields.addWidget(
            self._field(words("What is done until then"), self._line(self.interim, "move_interim"), 270)
        )
        layout.addWidget(three)
        layout.addWidget(PrivateWarning(look, self.reason, self.interim))
        layout.addLayout(self._buttons(on_leave))

    def _line(self, line: QLineEdit, name: str) -> QLineEdit:
        line.setObjectName(name)
        line.setFont(self._look.font("body"))
        line.setMaxLength(LONGEST)
        return line

    def _field(self, label: str, line: QLineEdit, width: int) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(text_label(self._look, label, "caption", "text2", wrap=False))
        error = self._errors[line] = text_label(self._look, "", "caption", "danger", wrap=False)
        error.hide()
        column.addWidget(error)
        line.setAccessibleName(label)
        line.setMinimumHeight(38)
        line.returnPressed.connect(self.hand_in)
        column.addWidget(line)
        box.setMinimumWidth(round(width * self._look.px("body") / 15))
        return box

    def _buttons(self, on_leave: Callable[[], object]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = self._look.words
        row.addWidget(button(self._look, words("Take this day"), "move_take", self.hand_in, kind="primary"))
        row.addWidget(button(self._look, words("Leave it as it is"), "move_leave", on_leave, kind="link"))
        row.addStretch(1)
        return row

    def hand_in(self) -> None:
        """Take the new day when all three are there; else say what is missing."""
        wrong = {field: words for field, words in self._wrong() if words}
        for field, label in self._errors.items():
            label.setText(wrong.get(field, ""))
            label.setVisible(bool(wrong))  # all of them, so that the fields stay in line
            label.setAccessibleName(label.text())
            field.setProperty("wrong", field in wrong)
            field.setAccessibleDescription(label.text())
            field.style().unpolish(field)
            field.style().polish(field)
        if wrong:
            give_focus(next(iter(wrong)))
        elif self.day.day is not None:
            self._on_move(self.day.day, self.reason.text().strip(), self.interim.text().strip())

    def _wrong(self) -> list[tuple[QLineEdit, str]]:
        words, day = self._look.words, self.day.day
        about_day = ""
        if day is None:
            about_day = words("Write the day like 2026-12-01")
        elif day <= self._today:
            about_day = words("Choose a day after today")
        why = "" if self.reason.text().strip() else words("Write in a few words why")
        until = "" if self.interim.text().strip() else words("Write what you do until then")
        return [(self.day, about_day), (self.reason, why), (self.interim, until)]
