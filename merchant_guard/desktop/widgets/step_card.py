"""The steps of a hard moment, one below the other: a number, what to do, and what helps to do it."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.tick_box import TickBox
from merchant_guard.desktop.widgets.wrap_row import WrapRow

_CIRCLE = 28
_SIGN = 12
_NUMBER_TEXT = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
"""Also a button whose picture stands after its words."""


class StepState(Enum):
    """How far a step is: still to come (or with no order of its own), the one to do now, or done."""

    OPEN = "open"
    NOW = "now"
    DONE = "done"


class StepTick(NamedTuple):
    """A line to tick off in a step; `stamp` says when it was, at its right end."""

    id: str
    text: str
    done: bool = False
    stamp: str = ""


class StepCard(QWidget):
    """Circle, title with a `remark` at its right, lines, chips, ticks, one button, from above to below.

    `free_end` leaves so many pixels free at the end of its first line. Each tick is called `tick_<id>`. The
    card does not change: pages build a step anew when its state does.
    """

    ticked = Signal(str, bool)
    """The id of a tick, and whether it is marked now."""

    def __init__(  # noqa: PLR0913 (what a step has)
        self,
        look: Look,
        number: int,
        title: str,
        lines: Sequence[str] = (),
        *,
        state: StepState = StepState.OPEN,
        remark: str = "",
        chips: Sequence[QWidget] = (),
        ticks: Sequence[StepTick] = (),
        act: QWidget | None = None,
        free_end: int = 0,
    ) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 12, 19, 12)
        row.setSpacing(13)
        row.addWidget(StepCircle(look, number, state), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, max(0, (_CIRCLE - look.line_height("body")) // 2), 0, 0)
        self._column.setSpacing(1)
        row.addLayout(self._column, 1)
        heading = self._heading(title, state, remark)
        heading.layout().setContentsMargins(0, 0, free_end, 0)
        self._column.addWidget(heading)
        for line in lines:
            self._column.addWidget(text_label(look, line, "body", "text2"))
        if chips:
            self._column.addSpacing(6)
            self._column.addWidget(_chip_row(chips))
        if ticks:
            self._column.addSpacing(4)
            self._column.addWidget(self._tick_rows(ticks))
        if act is not None:
            self._column.addSpacing(7)
            self._column.addWidget(act, 0, _LEFT)

    def _heading(self, title: str, state: StepState, remark: str) -> QWidget:
        look, box = self._look, QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        label = text_label(look, title)
        font = label.font()
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
        row.addWidget(label, 1)
        if remark:
            tone = "ok" if state is StepState.DONE else "text2"
            row.addWidget(text_label(look, remark, "caption", tone, wrap=False))
        return box

    def _tick_rows(self, ticks: Sequence[StepTick]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(0)
        for tick in ticks:
            made = TickBox(self._look, tick.text, tick.text, tick.stamp)
            made.setObjectName(f"tick_{tick.id}")
            made.setChecked(tick.done)
            made.toggled.connect(lambda done, tick_id=tick.id: self.ticked.emit(tick_id, done))
            column.addWidget(made)
        return box


class StepList(QFrame):
    """The steps on one white card, hairlines between them."""

    def __init__(self, steps: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty("k", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for place, step in enumerate(steps):
            if place:
                column.addWidget(frame("rule"))
            column.addWidget(step)
        column.addStretch(1)


class StepCircle(QLabel):
    """The number in a ring; filled where the step is to be done now, a green tick when it is done.

    A label, so that the number and how far the step is are read before its title.
    """

    def __init__(self, look: Look, number: int, state: StepState) -> None:
        super().__init__()
        self._look, self._number, self._state = look, number, state
        self.setAccessibleName(step_words(look, number, state))
        self.setFixedSize(_CIRCLE, _CIRCLE)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Always the same."""
        return QSize(_CIRCLE, _CIRCLE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the circle and what stands in it."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = {StepState.OPEN: "surface", StepState.NOW: "primary", StepState.DONE: "ok"}[self._state]
        edge = "control" if self._state is StepState.OPEN else fill
        box = QRectF(self.rect()).adjusted(1.75, 1.75, -1.75, -1.75)
        painter.setPen(QPen(look.colour(edge), 1.5))
        painter.setBrush(look.colour(fill))
        painter.drawEllipse(box)
        if self._state is StepState.DONE:
            middle = (_CIRCLE - _SIGN - 4) / 2
            place = QRectF(middle, middle, _SIGN + 4, _SIGN + 4)
            paint_icon(painter, "check", look.colour("surface"), place)
            return
        font = look.font("note")
        font.setPixelSize(_NUMBER_TEXT)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.colour("on_primary" if self._state is StepState.NOW else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


def step_words(look: Look, number: int, state: StepState = StepState.OPEN) -> str:
    """What a screen reader says of the circle: 第 2 步，现在做这步."""
    words = look.words
    said = {
        StepState.OPEN: words("Step {number}"),
        StepState.NOW: words("Step {number}, to do now"),
        StepState.DONE: words("Step {number}, done"),
    }
    return said[state].format(number=number)


def _chip_row(chips: Sequence[QWidget]) -> QWidget:
    box = QWidget()
    row = WrapRow(box, gap=8, line_gap=6)
    for chip in chips:
        row.addWidget(chip)
    return box
