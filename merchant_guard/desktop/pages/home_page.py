"""The home page: what to do now, and how the shop stands."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages import home_heading
from merchant_guard.desktop.pages.home_standing import HomeStanding
from merchant_guard.desktop.pages.home_state import HomeKind, HomeState
from merchant_guard.desktop.pages.page import Page, column, scrolling
from merchant_guard.desktop.pages.plan_words import PlanWords
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.desktop.widgets.task_row import TaskButton, TaskRow, TaskText
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.interview import Stage
from merchant_guard.domain.paper import FIRST_THREE, PLAN_LIST
from merchant_guard.domain.plan import PlanItem

SHARES = (11, 5)
TWO_COLUMNS_FROM = 780


class HomePage(Page):
    """Rows stay where they are while the page is open, also when they are done."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._state = HomeState(desk.open_check, desk.today)
        self._say = PlanWords(self.look, desk.open_check.bank, desk.today)
        self._rows: dict[str, TaskRow] = {}
        self._shown: dict[str, PlanItem] = {item.id: item for item in self._state.shown}
        content = QWidget()
        side, gap = (26, 14) if low else (32, 18)
        layout = column(content, (side, 12 if low else 24, side, 16))
        self._head = PageHead(self.look, self._head_buttons())
        self._show_head()
        layout.addWidget(self._head)
        layout.addSpacing(10 if low else 16)
        self._standing_holder = QWidget()
        self._standing_column = column(self._standing_holder, (0, 0, 0, 0))
        self._show_standing()
        both = SideBySide(self._tasks_holder(), self._standing_holder, SHARES, gap, TWO_COLUMNS_FROM)
        layout.addWidget(both)
        layout.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(scrolling(content))
        desk.check_changed.connect(self._on_check_changed)

    def announcement(self) -> str:
        """The sentence at the top."""
        return home_heading.title(self.look, self._state)

    def first_focus(self) -> QWidget | None:
        """The button that goes on, where there is one."""
        return self.findChild(QPushButton, "go_on") or self.findChild(QPushButton, "print_week")

    # --- head ---------------------------------------------------------------------------------------

    def _show_head(self) -> None:
        title = home_heading.title(self.look, self._state)
        self._head.show_words(title, home_heading.below_title(self.look, self._state))

    def _head_buttons(self) -> list[QPushButton]:
        words, kind = self.words, self._state.kind
        if kind is HomeKind.UNFINISHED:
            go_on = words("Go on")
            return [
                button(
                    self.look, go_on, "go_on", self._go_on, kind="primary", picture="arrow-right", after=True
                )
            ]
        if kind is HomeKind.NOTHING_NOW:
            return []
        copy = button(self.look, words("Copy for WeChat"), "copy_week", self._copy, picture="copy")
        to_print = button(
            self.look,
            words("Print this week"),
            "print_week",
            self._print_list,
            kind="primary",
            picture="printer",
        )
        return [copy, to_print]

    def _go_on(self) -> None:
        if self._state.interview.stage is Stage.QUICK:
            self.desk.begin_quick()
        else:
            self.desk.begin_full()

    def _print_list(self) -> None:
        self.desk.go_to_paper(PLAN_LIST.id)

    def _print_first(self) -> None:
        self.desk.go_to_paper(FIRST_THREE.id)

    def _copy(self) -> None:
        shop, head = self.desk.open_check.shop.name, self.words("To do this week")
        lines = [f"{number}. {self._say.for_wechat(item)}" for number, item in enumerate(self._state.now, 1)]
        QGuiApplication.clipboard().setText("\n".join([f"{shop} · {head}" if shop else head, *lines]))
        self.desk.said.emit(self.words("Copied; paste it in WeChat"))

    # --- tasks --------------------------------------------------------------------------------------

    def _tasks_holder(self) -> QWidget:
        """The card at the top of its column, as high as its rows."""
        box = frame("card")
        box.setObjectName("tasks")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(1, 0, 1, 4)
        layout.setSpacing(0)
        if not self._shown:
            layout.addWidget(self._nothing_here(), 1)
            return box
        layout.addLayout(self._tasks_head())
        for item in self._shown.values():
            layout.addWidget(frame("rule"))
            self._rows[item.id] = self._row(item)
            layout.addWidget(self._rows[item.id])
        layout.addStretch(1)
        return box

    def _nothing_here(self) -> QWidget:
        box = QWidget()
        layout = column(box, (24, 28, 24, 28), 8)
        layout.addStretch(1)
        unfinished = self._state.kind is HomeKind.UNFINISHED
        picture, tone = ("list-checks", "text2") if unfinished else ("circle-check", "ok")
        layout.addWidget(icon_label(self.look, picture, 28, tone), 0, Qt.AlignmentFlag.AlignHCenter)
        if unfinished:
            said = self.words(
                "Each answer may bring something to do. It will stand here, the first three first."
            )
        else:
            said = self.words("Everything found is put right. Next year’s check shows what got better.")
        line = text_label(self.look, said, "body", "text2")
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(line)
        layout.addStretch(1)
        return box

    def _tasks_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(19, 6 if self.low else 8, 16, 6 if self.low else 8)
        row.addWidget(text_label(self.look, self._tasks_title(), "section"), 1)
        if self._state.kind is HomeKind.UNFINISHED:
            to_print = self.words("Print")
            row.addWidget(
                button(self.look, to_print, "print_first", self._print_first, kind="link", picture="printer")
            )
        else:
            count = len(self._state.plan.open_items)
            everything = self.words("All {count}").format(count=count)
            row.addWidget(
                button(
                    self.look,
                    everything,
                    "all_tasks",
                    lambda: self.desk.go(Screen.PLAN),
                    kind="link",
                    picture="chevron-right",
                    after=True,
                )
            )
        return row

    def _tasks_title(self) -> str:
        kind = self._state.kind
        if kind is HomeKind.UNFINISHED:
            return self.words("What you can mend already: {count}").format(count=len(self._shown))
        if kind is HomeKind.NOTHING_NOW:
            return self.words("Coming up")
        return self.words("To do this week")

    def _row(self, item: PlanItem) -> TaskRow:
        made = TaskRow(self.look, item.id, self._text(item), self._buttons(item), self.low)
        made.ticked.connect(partial(self._on_ticked, item.id))
        return made

    def _text(self, item: PlanItem) -> TaskText:
        row = self._say.row(item)
        parts = [row.meta] if row.done else [row.who, row.meta] if row.late else [row.who, row.day, row.meta]
        return TaskText(row.title, row.badge, " · ".join(parts), row.late, row.done)

    def _buttons(self, item: PlanItem) -> list[TaskButton]:
        open_row = partial(self.desk.go_to_item, item.id)
        if self._state.is_overdue(item):
            return [
                TaskButton(self.words("Do it today"), "do_today", partial(self._do_today, item.id)),
                TaskButton(self.words("Another day"), "another_day", open_row),
            ]
        return [TaskButton(self.words("Show how"), "show_how", open_row, "list-checks")]

    # --- doing --------------------------------------------------------------------------------------

    def _progress(self, item_id: str) -> Progress:
        return self.desk.open_check.progress.get(item_id, Progress())

    def _on_ticked(self, item_id: str, done: bool) -> None:
        before = self._progress(item_id)
        self.desk.decide(item_id, replace(before, done_on=self.desk.today if done else None))
        if done and not self.desk.is_sample:
            said = self.words("Mended: {title}").format(title=self._say.title(self._shown[item_id]))
            self.desk.undo_offered.emit(said, partial(self.desk.decide, item_id, before))

    def _do_today(self, item_id: str) -> None:
        self.desk.decide(item_id, replace(self._progress(item_id), due=self.desk.today))

    # --- showing what changed -----------------------------------------------------------------------

    def _on_check_changed(self) -> None:
        if self.desk.check is None:
            return
        self._state = HomeState(self.desk.open_check, self.desk.today)
        self._show_head()
        now = {item.id: item for item in self._state.plan.items}
        for item_id, row in list(self._rows.items()):
            if item := now.get(item_id):
                self._show_again(row, item)
        self._show_standing()

    def _show_again(self, row: TaskRow, item: PlanItem) -> None:
        """The row as it stands now; one that is no longer late gets other buttons."""
        before, self._shown[item.id] = self._shown[item.id], item
        if before.due == item.due or item.is_done:
            row.show_text(self._text(item))
            return
        made = self._rows[item.id] = self._row(item)
        row.parentWidget().layout().replaceWidget(row, made)
        row.hide()
        row.deleteLater()
        if button_now := made.findChild(QPushButton):
            button_now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_standing(self) -> None:
        while item := self._standing_column.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._standing_column.addWidget(HomeStanding(self.desk, self._state, self.low))
        self._standing_column.addStretch(1)
