"""Sixteen fields for the groups of a recovery card, laid out as on the card; a slip is told by its number."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import icon_label, set_text, text_label
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.domain.recovery_card import GROUPS, digits_of, is_sound

_BESIDE = 4
_DIGITS = 6


class GroupEdit(QLineEdit):
    """`back` comes where there is nothing left to take out."""

    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Backspace in an empty field goes on in the one before."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
        else:
            super().keyPressEvent(event)


class CardFields(QWidget):
    """`typed` brings the groups as they stand now; `finished` comes with Enter."""

    typed = Signal(object)
    finished = Signal()

    def __init__(self, look: Look, groups: Sequence[str]) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("card_fields")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.fields = [self._field(place) for place in range(GROUPS)]
        column.addLayout(self._grid())
        column.addWidget(self._told_row())
        for field, text in zip(self.fields, groups, strict=False):
            field.setText(text)
        self._judge()

    @property
    def groups(self) -> list[str]:
        """What stands in the fields."""
        return [field.text() for field in self.fields]

    @property
    def slips(self) -> list[int]:
        """The numbers of full groups that do not fit."""
        numbered = enumerate(self.groups, start=1)
        return [place for place, text in numbered if len(text) == _DIGITS and not is_sound(text, place)]

    @property
    def is_ready(self) -> bool:
        """Whether all groups are there and fit; else says what is wrong, and goes there."""
        short = [place for place, text in enumerate(self.groups, start=1) if len(text) < _DIGITS]
        if self.slips:
            self._judge()
            give_focus(self.fields[self.slips[0] - 1])
        elif short:
            words = self._look.words("Groups still to be typed: {count}")
            self._tell(words.format(count=len(short)))
            give_focus(self.fields[short[0] - 1])
        return not self.slips and not short

    def first_open(self) -> GroupEdit:
        """The first field that is not filled, else the first one."""
        return next((field for field in self.fields if len(field.text()) < _DIGITS), self.fields[0])

    # --- building -----------------------------------------------------------------------------------

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(8)
        for place, field in enumerate(self.fields):
            number = text_label(self._look, str(place + 1), "caption", "text2", wrap=False)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            number.setMinimumWidth(self._look.px("caption") * 2)
            row, column = divmod(place, _BESIDE)
            grid.addWidget(number, row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
        grid.setColumnStretch(2 * _BESIDE, 1)
        return grid

    def _field(self, place: int) -> GroupEdit:
        made = GroupEdit()
        made.setObjectName(f"card_group_{place + 1}")
        made.setAccessibleName(self._look.words("Group {number} of the card").format(number=place + 1))
        made.setFont(self._look.font("answer"))
        made.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        made.setFixedWidth(made.fontMetrics().horizontalAdvance("0" * _DIGITS) + 30)
        made.setMinimumHeight(38)
        made.textEdited.connect(lambda _text: self._on_edited(place))
        made.back.connect(lambda: self._go_to(place - 1))
        made.returnPressed.connect(self.finished)
        return made

    def _told_row(self) -> QWidget:
        self._told = QWidget()
        row = QHBoxLayout(self._told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon_label(self._look, "circle-alert", 15, "danger"))
        self._told_words = text_label(self._look, "", "note", "danger")
        self._told_words.setObjectName("card_slip")
        row.addWidget(self._told_words, 1)
        self._told.hide()
        return self._told

    # --- typing -------------------------------------------------------------------------------------

    def _on_edited(self, place: int) -> None:
        """Keep digits only; what is more than a group, as a card pasted whole, goes into the next ones."""
        digits = digits_of(self.fields[place].text())
        parts = [digits[start : start + _DIGITS] for start in range(0, len(digits), _DIGITS)] or [""]
        for field, part in zip(self.fields[place:], parts, strict=False):
            if field.text() != part:
                field.setText(part)
        is_slip = self._judge(heard=place + 1)
        last = min(place + len(parts), GROUPS) - 1
        if len(parts) > 1 or (len(digits) == _DIGITS and not is_slip):
            self._go_to(last + (len(self.fields[last].text()) == _DIGITS))
        self.typed.emit(self.groups)

    def _judge(self, heard: int = 0) -> bool:
        """Mark the groups that do not fit; whether the one `heard` of is among them, which is then said."""
        slips = self.slips
        said = self._look.words("This group does not fit. Compare it with the card.")
        for number, field in enumerate(self.fields, start=1):
            is_slip = number in slips
            field.setAccessibleDescription(said if is_slip else "")
            if bool(field.property("wrong")) is not is_slip:
                field.setProperty("wrong", is_slip)
                field.style().unpolish(field)
                field.style().polish(field)
        numbers = ("、" if self._look.language == "zh" else ", ").join(map(str, slips))
        words = self._look.words("Does not fit: group {numbers}. Compare it with the card.")
        self._tell(words.format(numbers=numbers) if slips else "", aloud=heard in slips)
        return heard in slips

    def _tell(self, words: str, *, aloud: bool = True) -> None:
        set_text(self._look, self._told_words, words, "note")
        self._told.setVisible(bool(words))
        if words and aloud:
            announce(self, words, urgent=True)

    def _go_to(self, place: int) -> None:
        if 0 <= place < GROUPS:
            give_focus(self.fields[place])
