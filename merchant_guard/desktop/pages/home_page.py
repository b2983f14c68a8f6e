"""The home page: what to do now, and how the shop stands."""

from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages import home_heading
from merchant_guard.desktop.pages.home_standing import HomeStanding
from merchant_guard.desktop.pages.home_state import HomeKind, HomeState
from merchant_guard.desktop.pages.home_tasks import HomeTasks
from merchant_guard.desktop.pages.page import Page, column
from merchant_guard.desktop.pages.plan_words import PlanWords
from merchant_guard.desktop.pages.sent_tasks import sending_tasks
from merchant_guard.desktop.sending import Sending
from merchant_guard.desktop.theme.tokens import TEXT_SCALES
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.send_button import send_button
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.domain.paper import WEEK_LIST
from merchant_guard.domain.stage import Stage

SHARES = (11, 5)
TWO_COLUMNS_FROM = 780
"""Pixels at the standard text size."""


class HomePage(Page):
    """Head, tasks and standing; what changes on the desk shows at once."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._state = HomeState(desk.open_check, desk.today)
        self._state = replace(self._state, only=frozenset(item.id for item in self._state.shown))
        self._say = PlanWords(self.look, desk.open_check.bank, desk.today)
        self._head = PageHead(self.look, self._head_buttons())
        self._tasks = HomeTasks(desk, self._state, self._say, low)
        self._standing = QWidget()
        self._standing_column = column(self._standing, (0, 0, 0, 0))
        content = QWidget()
        column(self, (0, 0, 0, 0)).addWidget(ScrollArea(content))
        side, gap = (26, 14) if low else (32, 18)
        layout = column(content, (side, 12 if low else 24, side, 16))
        layout.addWidget(self._head)
        layout.addSpacing(10 if low else 16)
        least = round(TWO_COLUMNS_FROM * TEXT_SCALES[self.look.text_size])
        layout.addWidget(SideBySide(self._tasks, self._standing, SHARES, gap, least))
        layout.addStretch(1)
        self._show_state()
        desk.check_changed.connect(self._on_check_changed)

    def print_here(self) -> None:
        """The paper of this page."""
        if self._state.kind in (HomeKind.OVERDUE, HomeKind.TASKS):
            self._print()
        else:
            super().print_here()

    def announcement(self) -> str:
        """The sentence at the top."""
        return home_heading.title(self.look, self._state)

    def first_focus(self) -> QWidget | None:
        """The button that goes on, where there is one."""
        return self.findChild(QPushButton, "go_on") or self.findChild(QPushButton, "print_week")

    # --- head ---------------------------------------------------------------------------------------

    def _head_buttons(self) -> list[QPushButton]:
        look, words, kind = self.look, self.words, self._state.kind
        if kind is HomeKind.NOTHING_NOW:
            return []
        if kind is HomeKind.UNFINISHED:
            arrow = {"picture": "arrow-right", "after": True}
            return [button(look, words("Go on"), "go_on", self._go_on, kind="primary", **arrow)]
        to_print = words("Print this week")
        send = [send_button(look, "send_week", self._sending)] if self._sending() else []
        printing = button(look, to_print, "print_week", self._print, kind="primary", picture="printer")
        return [*send, printing]

    def _go_on(self) -> None:
        if self._state.interview.stage is Stage.QUICK:
            self.desk.walk.begin_quick()
        else:
            self.desk.walk.begin_full()

    def _print(self) -> None:
        self.desk.go_to_paper(WEEK_LIST.id)

    def _sending(self) -> Sending | None:
        """What is to be done this week, for a chat."""
        return sending_tasks(self.desk, self._state.now, is_week=True)

    # --- showing what changed -----------------------------------------------------------------------

    def _on_check_changed(self) -> None:
        if self.desk.check is None:
            return
        self._state = replace(self._state, check=self.desk.open_check)
        self._tasks.show_state(self._state)
        self._show_state()

    def _show_state(self) -> None:
        title = home_heading.title(self.look, self._state)
        self._head.show_words(title, home_heading.below_title(self.look, self._state))
        while item := self._standing_column.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._standing_column.addWidget(HomeStanding(self.desk, self._state, self.low))
        self._standing_column.addStretch(1)
