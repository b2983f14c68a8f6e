"""What the profile asks, as controls: check rows, radio rows, a head count. Nothing is preselected."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.choice_grid import ChoiceGrid
from merchant_guard.desktop.widgets.choice_rows import CheckRow, RadioRow
from merchant_guard.desktop.widgets.labels import icon_label, set_text, text_label
from merchant_guard.desktop.widgets.stepper import Stepper
from merchant_guard.domain.shop import FieldType, Profile, ProfileField, ProfileValue

MOST_PEOPLE = 100000
"""As many as an answer file takes."""
MOST_COLUMNS = 4


class FieldBox(QWidget):
    """One field, or several yes/no fields together, with its label, its error and what follows from it."""

    changed = Signal(str, object)

    def __init__(self, look: Look, fields: Sequence[ProfileField], profile: Profile, titled: bool) -> None:
        super().__init__()
        self._look, self._fields = look, tuple(fields)
        self._layout = column(self, (0, 0, 0, 0))
        self._controls: list[QWidget] = []
        if titled:
            self._layout.addWidget(text_label(look, self._title(), "answer"))
        hint = None if self._is_ticks else fields[0].hint
        if hint and titled:
            self._layout.addWidget(text_label(look, hint.pick(look.language), "note", "text2"))
        self._layout.addSpacing(6)
        self._error = self._error_row()
        self._layout.addWidget(self._error)
        self._layout.addWidget(self._editor(profile))
        self._note = text_label(look, "", "note", "text2")
        self._note.setObjectName(f"note_{fields[0].id}")
        self._note.hide()
        self._layout.addWidget(self._note)

    @property
    def column(self) -> QVBoxLayout:
        """Where something that belongs under it can be put."""
        return self._layout

    @property
    def field_ids(self) -> tuple[str, ...]:
        """The fields it asks."""
        return tuple(field.id for field in self._fields)

    @property
    def first_control(self) -> QWidget:
        """What takes the focus."""
        return self._controls[0]

    @property
    def _is_ticks(self) -> bool:
        return self._fields[0].type is FieldType.YES_NO

    def _title(self) -> str:
        if self._is_ticks:
            return self._look.words("Which of these hold for your shop? Tick them")
        return self._fields[0].title.pick(self._look.language)

    # --- controls -----------------------------------------------------------------------------------

    def _editor(self, profile: Profile) -> QWidget:
        if self._is_ticks:
            return self._ticks(profile)
        field = self._fields[0]
        value = profile.get(field.id)
        if field.type is FieldType.COUNT:
            return self._stepper(field, value if isinstance(value, int) else None)
        return self._options(field, value)

    def _ticks(self, profile: Profile) -> QWidget:
        rows = []
        for field in self._fields:
            row = CheckRow(self._look, field.title.pick(self._look.language), field.id)
            row.setChecked(profile.get(field.id) is True)
            row.clicked.connect(lambda on, name=field.id: self.changed.emit(name, on))
            rows.append(row)
        self._controls.extend(rows)
        return ChoiceGrid(rows, 2)

    def _stepper(self, field: ProfileField, value: int | None) -> QWidget:
        title = field.title.pick(self._look.language)
        stepper = Stepper(self._look, field.id, title, value, MOST_PEOPLE)
        stepper.value_changed.connect(lambda now: self.changed.emit(field.id, now))
        self._controls.append(stepper.number)
        return stepper

    def _options(self, field: ProfileField, value: ProfileValue | None) -> QWidget:
        kind = CheckRow if field.type is FieldType.MANY else RadioRow
        chosen = value if isinstance(value, frozenset) else frozenset({value})
        rows = []
        for option in field.options:
            row = kind(self._look, option.label.pick(self._look.language), f"{field.id}_{option.id}")
            with QSignalBlocker(row):
                row.setChecked(option.id in chosen)
            row.clicked.connect(lambda _on: self.changed.emit(field.id, self._chosen(field, rows)))
            rows.append(row)
        self._controls.extend(rows)
        return ChoiceGrid(rows, MOST_COLUMNS)

    @staticmethod
    def _chosen(field: ProfileField, rows: Sequence[CheckRow | RadioRow]) -> ProfileValue:
        ids = [option.id for option, row in zip(field.options, rows, strict=True) if row.isChecked()]
        return frozenset(ids) if field.type is FieldType.MANY else ids[0]

    # --- what is said about it ----------------------------------------------------------------------

    def _error_row(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(6)
        row.addWidget(icon_label(self._look, "circle-alert", 16, "danger"))
        self._error_words = text_label(self._look, "", "note", "danger")
        self._error_words.setObjectName(f"error_{self._fields[0].id}")
        row.addWidget(self._error_words, 1)
        box.hide()
        return box

    def show_error(self, sentence: str) -> None:
        """Say under the label what is missing; nothing for an empty sentence."""
        set_text(self._look, self._error_words, sentence, "note")
        self._error.setVisible(bool(sentence))
        control = self.first_control
        control.setProperty("wrong", bool(sentence))
        control.setAccessibleDescription(sentence)
        control.style().unpolish(control)
        control.style().polish(control)

    def show_note(self, sentence: str) -> None:
        """Say what follows from the choice; nothing for an empty sentence."""
        set_text(self._look, self._note, sentence, "note")
        self._note.setVisible(bool(sentence))


def in_boxes(fields: Sequence[ProfileField]) -> list[list[ProfileField]]:
    """Fields that stand in one box: yes/no fields beside each other, every other one alone."""
    boxes: list[list[ProfileField]] = []
    for field in fields:
        joins = boxes and {field.type, boxes[-1][-1].type} == {FieldType.YES_NO}
        if joins:
            boxes[-1].append(field)
        else:
            boxes.append([field])
    return boxes
