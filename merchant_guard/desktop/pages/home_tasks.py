"""The rows of the home page: what is to be done this week, or the first things, or that there is nothing."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.home_duties import HomeDuties
from merchant_guard.desktop.pages.home_state import DutyRow, HomeKind, HomeState
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.pages.plan_acts import leads_to_answer
from merchant_guard.desktop.pages.plan_words import PlanWords
from merchant_guard.desktop.screens import DUTIES, Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.link_row import LinkRow
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.task_row import TaskButton, TaskRow, TaskText
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.paper import FIRST_THREE
from merchant_guard.domain.plan import PlanItem


class HomeTasks(QFrame):
    """Rows stay where they are while the page is open, also when they are done."""

    def __init__(self, desk: Desk, state: HomeState, say: PlanWords, duties: HomeDuties, low: bool) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("tasks")
        self._desk, self._state, self._say, self._low = desk, state, say, low
        self._duties, self._look = duties, desk.look
        self._shown = {row.id: row for row in state.shown if isinstance(row, PlanItem)}
        self._rows: dict[str, TaskRow] = {}
        self._everything: QPushButton | None = None
        self._column = column(self, (1, 0, 1, 4))
        if not state.shown:
            self._column.addWidget(self._nothing_here(), 1)
        else:
            self._column.addLayout(self._head())
            self._add_rows()
        if state.hidden_duties:
            self._column.addWidget(frame("rule"))
            self._column.addWidget(self._more_duties())
        self._column.addStretch(1)

    def show_state(self, state: HomeState) -> None:
        """Show in the rows what has changed; a row that is no longer late gets other buttons."""
        before, self._state = self._state, state
        if self._everything is not None:
            self._everything.setText(f"{self._how_many()} ")
            self._everything.setAccessibleName(self._how_many())
        items = {item.id: item for item in state.plan.items}
        for item_id, row in list(self._rows.items()):
            if (item := items.get(item_id)) is None:
                continue
            if before.is_overdue(self._shown[item_id]) and not (item.is_done or state.is_overdue(item)):
                self._build_again(item)
            else:
                row.show_text(self._text(item))
            self._shown[item_id] = item

    # --- building -----------------------------------------------------------------------------------

    def _add_rows(self) -> None:
        for row in self._state.shown:
            self._column.addWidget(frame("rule"))
            if isinstance(row, PlanItem):
                self._rows[row.id] = self._row(row)
                self._column.addWidget(self._rows[row.id])
            else:
                self._column.addWidget(self._duty_row(row))

    def _duty_row(self, group: DutyRow) -> TaskRow:
        """A duty is done by writing it down, so it has no box to tick."""
        act, lead = self._duties.buttons(group)
        return TaskRow(self._look, group.name, self._duties.text(group), [act], self._low, lead)

    def _more_duties(self) -> QWidget:
        """The way to the duties that have no row here."""
        count = self._state.hidden_duties
        words = self._look.words
        text = words("1 more in the registers") if count == 1 else words("{count} more in the registers")
        row = LinkRow(self._look, text.format(count=count), picture="book-open")
        row.setObjectName("more_duties")
        row.clicked.connect(lambda _checked=False: self._desk.go_to_register(DUTIES))
        box = QWidget()
        column(box, (19, 4, 16, 0)).addWidget(row)
        return box

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        margin = 6 if self._low else 8
        row.setContentsMargins(19, margin, 16, margin)
        row.addWidget(text_label(self._look, self._title(), "section"), 1)
        row.addWidget(self._head_button())
        return row

    def _title(self) -> str:
        if self._state.kind is HomeKind.UNFINISHED:
            return self._look.words("What you can mend already: {count}").format(count=len(self._state.shown))
        if self._state.kind is HomeKind.NOTHING_NOW:
            return self._look.words("Coming up")
        return self._look.words("To do this week")

    def _head_button(self) -> QPushButton:
        look, words = self._look, self._look.words
        if self._state.kind is HomeKind.UNFINISHED:
            about = named(look, words("Print"), self._title())
            return button(
                look,
                words("Print"),
                "print_first",
                self._print,
                kind="link",
                picture="printer",
                accessible=about,
            )
        arrow = {"picture": "chevron-right", "after": True}
        see = partial(self._desk.go, Screen.PLAN)
        self._everything = button(look, self._how_many(), "all_tasks", see, kind="link", **arrow)
        return self._everything

    def _how_many(self) -> str:
        return self._look.words("All {count}").format(count=len(self._state.plan.open_items))

    def _print(self) -> None:
        self._desk.go_to_paper(FIRST_THREE.id)

    def _nothing_here(self) -> QWidget:
        box = QWidget()
        layout = column(box, (24, 28, 24, 28), 8)
        if self._state.kind is HomeKind.UNFINISHED:
            picture, tone = "list-checks", "text2"
            said = self._look.words("Each answer may bring something to do. The first three will stand here.")
        else:
            picture, tone = "circle-check", "ok"
            said = self._look.words("Everything found is put right. Next year’s check shows what got better.")
        line = text_label(self._look, said, "body", "text2")
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        layout.addWidget(icon_label(self._look, picture, 28, tone), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(line)
        layout.addStretch(1)
        return box

    # --- a row --------------------------------------------------------------------------------------

    def _row(self, item: PlanItem) -> TaskRow:
        made = TaskRow(self._look, item.id, self._text(item), self._buttons(item), self._low)
        made.ticked.connect(partial(self._on_ticked, item.id))
        return made

    def _text(self, item: PlanItem) -> TaskText:
        row = self._say.row(item)
        parts = [row.meta] if row.done else [row.who, row.meta] if row.late else [row.who, row.day, row.meta]
        return TaskText(row.title, row.badge, " · ".join(parts), row.late, row.done)

    def _buttons(self, item: PlanItem) -> list[TaskButton]:
        open_row = partial(self._desk.go_to_item, item.id)
        if self._state.is_overdue(item):
            return [
                TaskButton(self._look.words("Do it today"), "do_today", partial(self._do_today, item.id)),
                TaskButton(self._look.words("Another day"), "another_day", open_row),
            ]
        return [TaskButton(self._look.words("Show how"), "show_how", open_row, "list-checks")]

    def _build_again(self, item: PlanItem) -> None:
        """Put another row in its place; the focus goes to what is to be pressed now."""
        row = self._rows[item.id]
        made = self._rows[item.id] = self._row(item)
        self._column.replaceWidget(row, made)
        row.hide()
        row.deleteLater()
        if onward := made.findChild(QPushButton):
            give_focus(onward)

    # --- doing --------------------------------------------------------------------------------------

    def _progress(self, item_id: str) -> Progress:
        return self._desk.open_check.progress.get(item_id, Progress())

    def _on_ticked(self, item_id: str, done: bool) -> None:
        if done and leads_to_answer(self._desk, item_id):
            return
        before = self._progress(item_id)
        self._desk.decide(item_id, replace(before, done_on=self._desk.today if done else None))
        if done and not self._desk.is_read_only:
            said = self._look.words("Mended: {title}").format(title=self._say.title(self._shown[item_id]))
            self._desk.undo_offered.emit(said, partial(self._desk.decide, item_id, before))

    def _do_today(self, item_id: str) -> None:
        self._desk.decide(item_id, replace(self._progress(item_id), due=self._desk.today))
