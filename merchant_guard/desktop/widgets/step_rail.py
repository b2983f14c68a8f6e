"""The rail of groups beside the interview: where we are, what is done, what is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.next_year import minutes_left
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.group_row import GroupRow, GroupState
from merchant_guard.desktop.widgets.labels import frame, set_text, text_label
from merchant_guard.desktop.widgets.progress_bars import WholeBar
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.domain.interview import Interview, ProfileStep, QuestionStep, Step

WIDTH, ENGLISH_WIDTH, COLLAPSED = 220, 264, 56
_SIDE, _GUTTER = 12, 10
_AROUND = 48
"""Pixels above and below the current group that are kept in sight with it."""


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
        self._rules: list[QWidget] = []
        self._current: GroupRow | None = None
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
        for rule in self._rules:
            rule.setVisible(collapsed)
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
        self._show_left(minutes_left(self._desk.check, interview, self._desk.today))
        self._bar.show_progress(interview.answered, interview.asked)
        for group, row in self._rows.items():
            state, remark = group_state(interview, group, self._desk.step)
            row.show_state(state, remark or self._skipped(state))
            if state is GroupState.CURRENT and row is not self._current:
                self._current = row
                self._reveal_current()

    def _reveal_current(self, *_range: int) -> None:
        """Scroll to the group that is asked, once it is known where its row stands."""
        row, bar, high = self._current, self._area.verticalScrollBar(), self._area.viewport().height()
        if row is None:
            return
        self._column.activate()  # before the rail shows, nothing else puts its rows in their places
        top, bottom = row.y() - _AROUND, row.geometry().bottom() + _AROUND
        bar.setValue(min(max(bar.value(), bottom - high), top))

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
        self._area = area = ScrollArea(box)
        area.setMinimumHeight(40)  # the rail never decides the window's height
        self._fill_groups(box)
        # The rows are only where they belong once the layout has made room for them.
        area.verticalScrollBar().rangeChanged.connect(self._reveal_current)
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
            if column.count():
                column.addWidget(self._rule())
            column.addWidget(caption)
            for group in groups:
                column.addWidget(self._row(numbers[group.id], group.id, group.label.pick(look.language)))
        column.addStretch(1)

    def _rule(self) -> QWidget:
        """Stands where the head of a part would, when there is no room for its name."""
        rule = frame("rule")
        self._rules.append(rule)
        return rule

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
            self._desk.go_to_step(first_open or steps[0], by_group=True)

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
        comes_later = any(question.group == group for question in interview.sheet.questions)
        return (GroupState.OPEN if comes_later else GroupState.SKIPPED), ""
    questions = [step for step in steps if isinstance(step, QuestionStep)]
    if here is not None and here.id in [step.id for step in steps]:
        if here in questions:
            return GroupState.CURRENT, f"{questions.index(here) + 1} / {len(questions)}"
        return GroupState.CURRENT, ""
    answered = [interview.is_answered(step) for step in steps]
    if all(answered):
        return GroupState.DONE, ""
    return (GroupState.BEGUN if any(answered) else GroupState.OPEN), ""
