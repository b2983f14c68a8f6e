"""What the fields of a register are filled in with, one kind of control for each kind of field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.choice_list import ChoiceList
from merchant_guard.desktop.widgets.day_edit import typed_day
from merchant_guard.desktop.widgets.form_lines import DayLine, FormLine, NoteBox
from merchant_guard.desktop.widgets.segmented import Segment, Segmented
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.tick_box import TickBox
from merchant_guard.domain.registers.register import Field, FieldKind, Value

MOST = 1_000_000
"""As large as a count may be."""
_SEGMENTS = 3
_ROOM = 290
"""Pixels that segments may take beside each other in the panel."""
_BOX = 36
"""The box of a tick, and the room after its words."""
Options = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """A field to be filled in: its name for tests, its label, the options there are, and what day it is."""

    look: Look
    field: Field
    label: str
    options: Options
    today: date

    @property
    def name(self) -> str:
        """The objectName of the control."""
        return f"field_{self.field.id}"


class Control(QObject):
    """`written` brings a value, None for an emptied field; `refused` the sentence about what is none.

    `focus` takes the focus, `holder` is laid out.
    """

    written = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, focus: QWidget, holder: QWidget | None = None) -> None:
        super().__init__(holder or focus)
        self.focus = focus
        self.holder = holder or focus

    def show(self, value: Value | None) -> None:
        """Show what is written now."""
        raise NotImplementedError

    def take(self) -> None:
        """Hand in what is typed and not handed in yet."""


class LineControl(Control):
    """Words, a day or a number on a line. `read` gives the value, or raises ValueError with the sentence."""

    def __init__(self, line: FormLine | NoteBox, read: Callable[[str], Value | None]) -> None:
        super().__init__(line)
        self._line, self._read = line, read
        line.taken.connect(self._on_taken)
        line.left.connect(self.left)

    def show(self, value: Value | None) -> None:
        """Show a value, unless somebody is typing another just now."""
        text = "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
        if not self._line.hasFocus():
            self._line.show_text(text)

    def take(self) -> None:
        """Hand in what is typed."""
        self._line.take()

    def _on_taken(self, text: str) -> None:
        try:
            value = self._read(text.strip())
        except ValueError as refusal:
            self.refused.emit(str(refusal))
        else:
            self.written.emit(value)


class OptionControl(Control):
    """One of several options: beside each other where they are few and short, else in a list."""

    def __init__(self, asked: Asked) -> None:
        look, words = asked.look, asked.look.words
        none = words("Not chosen yet")
        self._list = ChoiceList(look, asked.name, asked.label, none)
        super().__init__(self._list)
        self._list.show_options(asked.options, "", lambda value: self.written.emit(value or None))

    def show(self, value: Value | None) -> None:
        """Show which is chosen."""
        self._list.show_chosen(str(value or ""))


class SegmentControl(Control):
    """One of a few short options beside each other."""

    def __init__(self, asked: Asked) -> None:
        track = Segmented(asked.look, asked.name, asked.label, asked.options, None, self._choose)
        track.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._parts = track.findChildren(Segment)
        for part in self._parts:
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            part.setMinimumHeight(34)
        super().__init__(self._parts[0], track)
        self._prefix = f"{asked.name}_"

    def _choose(self, value: str) -> None:
        self.written.emit(value)

    def show(self, value: Value | None) -> None:
        """Show which is chosen; none is none."""
        for part in self._parts:
            part.setAutoExclusive(False)
            part.setChecked(part.objectName() == f"{self._prefix}{value}")
            part.setAutoExclusive(True)


class TicksControl(Control):
    """Several of several options."""

    def __init__(self, asked: Asked) -> None:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        metrics = QFontMetrics(asked.look.font("body"))
        widest = max((metrics.horizontalAdvance(words) for _id, words in asked.options), default=0)
        columns = 2 if 2 * (widest + _BOX) <= _ROOM else 1
        self._boxes: dict[str, TickBox] = {}
        for number, (option, words) in enumerate(asked.options):
            box = TickBox(asked.look, words, named(asked.look, asked.label, words))
            box.setObjectName(f"{asked.name}_{option}")
            box.clicked.connect(self._on_clicked)
            self._boxes[option] = box
            grid.addWidget(box, number // columns, number % columns)
        super().__init__(next(iter(self._boxes.values()), holder), holder)

    def _on_clicked(self) -> None:
        chosen = frozenset(option for option, box in self._boxes.items() if box.isChecked())
        self.written.emit(chosen or None)

    def show(self, value: Value | None) -> None:
        """Show which are ticked."""
        chosen = value if isinstance(value, frozenset) else frozenset()
        for option, box in self._boxes.items():
            box.setChecked(option in chosen)


def make_control(asked: Asked) -> Control:
    """The control of a field."""
    kind, look, name = asked.field.kind, asked.look, asked.name
    match kind:
        case FieldKind.TEXT:
            return LineControl(FormLine(look, name), lambda text: text or None)
        case FieldKind.NOTE:
            return LineControl(NoteBox(look, name), lambda text: text or None)
        case FieldKind.DAY | FieldKind.ACT:
            return LineControl(_day_line(asked), lambda text: _day(asked, text))
        case FieldKind.COUNT:
            return LineControl(FormLine(look, name), lambda text: _count(asked, text))
        case FieldKind.MANY | FieldKind.LINKS:
            return TicksControl(asked)
        case FieldKind.CHOICE | FieldKind.LINK:
            return SegmentControl(asked) if _is_short(asked) else OptionControl(asked)


def _day_line(asked: Asked) -> DayLine:
    words = asked.look.words
    is_act = asked.field.kind is FieldKind.ACT
    line = DayLine(asked.look, asked.name)
    line.setPlaceholderText(words("Not yet. E.g. 2026-12-01") if is_act else words("E.g. 2026-12-01"))
    return line


def _day(asked: Asked, text: str) -> date | None:
    if not text:
        return None
    day = typed_day(text)
    if day is None:
        raise ValueError(asked.look.words("Write the day like 2026-12-01"))
    if asked.field.kind is FieldKind.ACT and day > asked.today:
        raise ValueError(asked.look.words("That day is still to come. Write it down once it is done."))
    return day


def _count(asked: Asked, text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or int(text) > MOST:
        raise ValueError(asked.look.words("Write a whole number"))
    return int(text)


def _is_short(asked: Asked) -> bool:
    if asked.field.kind is not FieldKind.CHOICE or len(asked.options) > _SEGMENTS:
        return False
    font = asked.look.font("body")
    font.setBold(True)
    metrics = QFontMetrics(font)
    return sum(metrics.horizontalAdvance(words) + 26 for _id, words in asked.options) <= _ROOM
