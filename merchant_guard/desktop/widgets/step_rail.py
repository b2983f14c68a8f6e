"""The rail of groups beside the interview: where we are, what is done, what is left."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.icons import icon, paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.progress_bars import WholeBar
from merchant_guard.desktop.widgets.row_text import RowWords
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.spoken import listed
from merchant_guard.domain.interview import Interview, ProfileStep, QuestionStep, Step

WIDTH, ENGLISH_WIDTH, COLLAPSED = 220, 264, 56
_SIDE, _GUTTER = 12, 10
_NAME, _RIGHT = 43, 10


class GroupState(StrEnum):
    """How far a group is."""

    OPEN = "open"
    BEGUN = "begun"
    CURRENT = "current"
    DONE = "done"
    SKIPPED = "skipped"


class GroupRow(KeyboardFocus, QAbstractButton):
    """One group: circle, name, and at the right how far it is. `width` is that of the row with its name."""

    def __init__(  # noqa: PLR0913, PLR0917 (each is a part of the row)
        self, look: Look, number: int, name: str, state: GroupState, remark: str, width: int
    ) -> None:
        super().__init__()
        self._look, self._number, self._width = look, number, width
        self._collapsed = False
        self.setText(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._show(state, remark)

    def show_state(self, state: GroupState, remark: str) -> None:
        """Show that the group is further by now."""
        if (state, remark) != (self._state, self._remark):
            self._show(state, remark)

    def _show(self, state: GroupState, remark: str) -> None:
        self._state, self._remark = state, remark
        self._lay_words()
        self.set_collapsed(self._collapsed)
        self.setAccessibleName(listed(self._look, self.text(), self._state_words(), remark))

    def _lay_words(self) -> None:
        """Break a name that is too long for its row into lines, the remark behind it or beside it."""
        font, room = self._look.font("body"), self._width - _NAME - _RIGHT
        font.setBold(self._state is GroupState.CURRENT)
        words = RowWords(self.text(), font, self._look.line_height("body"))
        remark = QFontMetrics(self._look.font("caption")).horizontalAdvance(self._remark)
        taken = remark + _RIGHT if remark else 0
        self._laid = words.laid(room)
        self._is_remark_behind = self._laid.last_width + taken <= room
        if not self._is_remark_behind:
            self._laid = words.laid(room - taken)

    def set_collapsed(self, collapsed: bool) -> None:
        """Show the circle only, or the name too."""
        self._collapsed = collapsed
        self.setToolTip(self.text() if collapsed else "")
        self.setFixedHeight(34 if collapsed else max(34, self._laid.height + 10))
        self.update()

    def _state_words(self) -> str:
        """What the circle says by its shape."""
        words = self._look.words
        return {
            GroupState.OPEN: words("not begun"),
            GroupState.BEGUN: words("begun"),
            GroupState.CURRENT: words("you are here"),
            GroupState.DONE: words("finished"),
        }.get(self._state, "")

    def sizeHint(self) -> QSize:  # noqa: N802
        """The rail gives the width."""
        return QSize(120, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the row."""
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._state is GroupState.CURRENT
        if current:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("primary"))
            painter.drawRoundedRect(QRectF(0, 8, 3, self.height() - 16), 1.5, 1.5)
        if self.property("keyfocus"):
            painter.setPen(QPen(look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 1, -1, -1), 6, 6)
        self._paint_circle(painter)
        if not self._collapsed:
            self._paint_words(painter, current)

    def _paint_circle(self, painter: QPainter) -> None:
        look, state = self._look, self._state
        circle = QRectF(13, (self.height() - 20) / 2, 20, 20)
        filled = {GroupState.CURRENT: "primary", GroupState.DONE: "ok"}.get(state)
        edge = filled or ("line" if state is GroupState.SKIPPED else "control")
        painter.setPen(QPen(look.colour(edge), 1.3))
        painter.setBrush(look.colour(filled) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(0.7, 0.7, -0.7, -0.7))
        if state is GroupState.DONE:
            paint_icon(painter, "check", look.colour("surface"), circle.adjusted(4, 4, -4, -4))
        elif state is GroupState.SKIPPED:
            paint_icon(painter, "minus", look.colour("text3"), circle.adjusted(4, 4, -4, -4))
        else:
            font = look.font("caption")
            font.setPixelSize(12)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(look.colour("on_primary" if filled else "text2"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter, current: bool) -> None:
        look, laid, at = self._look, self._laid, QRectF(self.rect())
        top = (self.height() - laid.height) / 2
        painter.setPen(look.colour("text" if current else "text2"))
        laid.paint(painter, _NAME, top)
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text2" if current else "text3"))
        at.setRight(at.right() - _RIGHT)
        if self._is_remark_behind:  # on the last line of the name, else beside all of it
            at.setTop(top + laid.height - look.line_height("body"))
            at.setBottom(top + laid.height)
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._remark)


class StepRail(QWidget):
    """Shows the step on the desk; a press on a row goes to what is open in that group."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._look = desk, desk.look
        self._bank = desk.check.bank if desk.check else None
        self._title = self._heading()
        self._is_collapsed: bool | None = None
        self._wide = ENGLISH_WIDTH if desk.look.language == "en" else WIDTH
        self._rows: dict[str, GroupRow] = {}
        self._words: list[QWidget] = []
        self._layout = layout = QVBoxLayout(self)
        layout.setSpacing(6)
        layout.addWidget(self._leave_button(), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._whole())
        layout.addWidget(self._scrolling_groups(), 1)
        layout.addWidget(self._note())
        self.set_collapsed(False)
        self._show_progress()

    def follow(self) -> bool:
        """Show the step that is on the desk by now; False where the rail has to be built anew for it."""
        bank = self._desk.check.bank if self._desk.check else None
        if self._look is not self._desk.look or self._bank is not bank or self._title != self._heading():
            return False
        self._show_progress()
        return True

    def set_collapsed(self, collapsed: bool) -> None:
        """Show circles only, or names too."""
        if collapsed is self._is_collapsed:
            return
        self._is_collapsed = collapsed
        self.setFixedWidth(COLLAPSED if collapsed else self._wide)
        side = 4 if collapsed else _SIDE
        self._layout.setContentsMargins(side, 14, side, 10)
        self._column.setContentsMargins(0, 0, 0 if collapsed else _GUTTER, 0)
        for row in self._rows.values():
            row.set_collapsed(collapsed)
        for words in self._words:
            words.setVisible(not collapsed)
        self._leave.setText("" if collapsed else " " + self._desk.look.words("Save and leave"))

    def _leave_button(self) -> QWidget:
        look = self._desk.look
        self._leave = button(
            look,
            look.words("Save and leave"),
            "save_and_leave",
            self._go_home,
            kind="plain",
            picture="arrow-left",
        )
        return self._leave

    def _go_home(self) -> None:
        self._desk.go(Screen.HOME if self._desk.check else Screen.FIRST_RUN)

    def _heading(self) -> str:
        check, words = self._desk.check, self._desk.look.words
        return words("{year} self-check").format(year=(check.checked_on if check else self._desk.today).year)

    def _whole(self) -> QWidget:
        look, box = self._look, QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 0, 8, 6)
        column.setSpacing(8)
        self._heading_label = text_label(look, self._title, "answer", wrap=False)
        self._rest = text_label(look, "", "caption", "text2", wrap=False)
        self._whole_row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(row)
        row.addWidget(self._heading_label)
        row.addStretch(1)
        row.addWidget(self._rest)
        self._bar = WholeBar(look, 0, 0)
        column.addWidget(self._bar)
        self._words.append(box)
        return box

    def _show_progress(self) -> None:
        """Show what there is left, and how far each group is."""
        if self._desk.check is None:
            self._show_left(0)
            return
        interview = self._desk.check.interview
        self._show_left(interview.minutes_left)
        self._bar.show_progress(interview.answered, interview.asked)
        for group, row in self._rows.items():
            state, remark = group_state(interview, group, self._desk.step)
            row.show_state(state, remark or self._skipped(state))

    def _show_left(self, minutes: int) -> None:
        left = self._look.words("about {minutes} min left").format(minutes=minutes) if minutes else ""
        set_text(self._look, self._rest, left, "caption")
        self._rest.setHidden(not left)
        wanted = self._heading_label.sizeHint().width() + self._rest.sizeHint().width()
        directions = QBoxLayout.Direction
        beside = wanted < self._wide - 52
        self._whole_row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _scrolling_groups(self) -> QWidget:
        box = QWidget()
        area = ScrollArea(box)
        area.setMinimumHeight(40)  # the rail never decides the window's height
        self._fill_groups(box)
        return area

    def _fill_groups(self, box: QWidget) -> None:
        look = self._desk.look
        self._column = column = QVBoxLayout(box)
        column.setSpacing(0)
        bank = self._desk.open_check.bank if self._desk.check else None
        numbers = {group.id: number for number, group in enumerate(bank.asked_groups, 1)} if bank else {}
        for head in bank.heads if bank else ():
            groups = [group for group in head.groups if group.id in numbers]
            if not groups:
                continue
            caption = text_label(look, head.label.pick(look.language), "caption", "text3", wrap=False)
            caption.setContentsMargins(14, 6, 0, 2)
            self._words.append(caption)
            column.addWidget(caption)
            for group in groups:
                column.addWidget(self._row(numbers[group.id], group.id, group.label.pick(look.language)))
        column.addStretch(1)

    def _row(self, number: int, group: str, name: str) -> GroupRow:
        width = self._wide - 2 * _SIDE - _GUTTER
        row = GroupRow(self._look, number, name, GroupState.OPEN, "", width)
        row.setObjectName(f"group_{group}")
        row.clicked.connect(lambda _checked=False: self._open(group))
        self._rows[group] = row
        return row

    def _skipped(self, state: GroupState) -> str:
        return self._desk.look.words("n/a") if state is GroupState.SKIPPED else ""

    def _open(self, group: str) -> None:
        steps = steps_of(self._desk.open_check.interview, group)
        interview = self._desk.open_check.interview
        first_open = next((step for step in steps if not interview.is_answered(step)), None)
        if steps:
            self._desk.go_to_step(first_open or steps[0])

    def _note(self) -> QWidget:
        look = self._desk.look
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 4, 0, 4)
        row.setSpacing(8)
        disk = QLabel()
        disk.setPixmap(icon("hard-drive", look.colour("text3")).pixmap(15, 15))
        row.addWidget(disk)
        words = text_label(look, look.words("Answers stay on this computer"), "caption", "text3")
        row.addWidget(words, 1)
        self._words.append(words)
        return box


def steps_of(interview: Interview, group: str) -> list[Step]:
    """The screens of one group in the whole self-check."""
    return [
        step
        for step in interview.path
        if (isinstance(step, ProfileStep) and step.door == group)
        or (isinstance(step, QuestionStep) and step.question.group == group)
    ]


def group_state(interview: Interview, group: str, here: Step | None) -> tuple[GroupState, str]:
    """How far a group is, and what stands at the right of its row."""
    steps = steps_of(interview, group)
    if not steps:
        return GroupState.SKIPPED, ""
    questions = [step for step in steps if isinstance(step, QuestionStep)]
    if here is not None and here.id in [step.id for step in steps]:
        if here in questions:
            return GroupState.CURRENT, f"{questions.index(here) + 1} / {len(questions)}"
        return GroupState.CURRENT, ""
    answered = [interview.is_answered(step) for step in steps]
    if all(answered):
        return GroupState.DONE, ""
    return (GroupState.BEGUN if any(answered) else GroupState.OPEN), ""
