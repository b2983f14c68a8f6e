"""The home page: what to do now, and how the shop stands."""

from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages import home_heading
from merchant_guard.desktop.pages.home_banners import home_banners
from merchant_guard.desktop.pages.home_duties import HomeDuties
from merchant_guard.desktop.pages.home_offer import home_offer
from merchant_guard.desktop.pages.home_registers import HomeRegisters
from merchant_guard.desktop.pages.home_standing import HomeStanding
from merchant_guard.desktop.pages.home_state import HomeKind, HomeState
from merchant_guard.desktop.pages.home_tasks import HomeTasks
from merchant_guard.desktop.pages.home_urgent import HomeUrgent
from merchant_guard.desktop.pages.home_waiting import home_margins
from merchant_guard.desktop.pages.page import Page, column, empty
from merchant_guard.desktop.pages.plan_words import PlanWords
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.pages.sent_tasks import sending_tasks
from merchant_guard.desktop.sending import Sending
from merchant_guard.desktop.theme.tokens import TEXT_SCALES
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.send_button import send_button
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.domain.paper import WEEK_LIST
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.stage import Stage

SHARES = (11, 5)
TWO_COLUMNS_FROM = 780
"""Pixels at the standard text size."""


class HomePage(Page):
    """Head, tasks and standing; what changes on the desk shows at once."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._state = HomeState.of(desk.open_check, desk.today, desk.ledger.items).as_opened()
        self._say = RegisterWords(self.look, desk.ledger, desk.today)
        self._head = PageHead(self.look, self._head_buttons())
        self._rows = QWidget()
        self._rows_column = column(self._rows, (0, 0, 0, 0))
        self._tasks = self._make_tasks()
        self._standing = QWidget()
        self._standing_column = column(self._standing, (0, 0, 0, 0))
        self._content = content = QWidget()
        outer = column(self, (0, 0, 0, 0))
        outer.addWidget(ScrollArea(content), 1)
        outer.addWidget(HomeUrgent(desk, low))
        gap = 14 if low else 18
        layout = column(content, home_margins(low=low))
        self._banners = QVBoxLayout()
        layout.addLayout(self._banners)
        layout.addWidget(self._head)
        layout.addSpacing(10 if low else 16)
        if (offer := home_offer(desk, below=10 if low else 16)) is not None:
            # Below the head, which has to stay where it was while the store opened.
            layout.addWidget(offer)
        least = round(TWO_COLUMNS_FROM * TEXT_SCALES[self.look.text_size])
        layout.addWidget(SideBySide(self._rows, self._standing, SHARES, gap, least))
        self._registers = QVBoxLayout()
        self._registers.setContentsMargins(0, 14 if low else 20, 0, 0)
        layout.addLayout(self._registers)
        layout.addStretch(1)
        self._shown_book: Book | None = None
        self._show_state()
        desk.check_changed.connect(self._on_check_changed)
        desk.daily_copies.failed.connect(self._show_banners)

    def print_here(self) -> None:
        """The paper of this page."""
        if self._state.kind in (HomeKind.OVERDUE, HomeKind.TASKS) and self._state.now:
            self._print()
        else:
            super().print_here()

    def announcement(self) -> str:
        """The sentence at the top."""
        return home_heading.title(self.look, self._state)

    def first_focus(self) -> QWidget | None:
        """The button that goes on, where there is one."""
        names = ("go_on", "print_week", "begin_next_year")
        return next(filter(None, (self.findChild(QPushButton, name) for name in names)), None)

    # --- head ---------------------------------------------------------------------------------------

    def _head_buttons(self) -> list[QPushButton]:
        look, words, kind = self.look, self.words, self._state.kind
        if kind is HomeKind.UNFINISHED:
            arrow = {"picture": "arrow-right", "after": True}
            return [
                *self._taking_back(),
                button(look, words("Go on"), "go_on", self._go_on, kind="primary", **arrow),
            ]
        # Duties are written down, there is nothing of them to print.
        prints = kind is not HomeKind.NOTHING_NOW and bool(self._state.now)
        made = self._beginning(is_first="" if prints else "primary")
        if not prints:
            return made
        to_print = words("Print this week")
        send = [send_button(look, "send_week", self._sending)] if self._sending() else []
        printing = button(look, to_print, "print_week", self._print, kind="primary", picture="printer")
        return [*made, *send, printing]

    def _beginning(self, is_first: str) -> list[QPushButton]:
        """The way into the check of another year, once it is time."""
        next_year = self.desk.next_year
        if not next_year.is_due:
            return []
        return [button(self.look, next_year.begin_words, "begin_next_year", next_year.begin, kind=is_first)]

    def _taking_back(self) -> list[QPushButton]:
        """The way back to last year's check, while nothing of the new one is answered."""
        next_year = self.desk.next_year
        if not next_year.can_take_back:
            return []
        words = self.words("Not yet: back to the last result")
        return [button(self.look, words, "take_back", next_year.take_back, kind="quiet")]

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
        before, ledger = self._state, self.desk.ledger
        state = HomeState.of(self.desk.open_check, self.desk.today, ledger.items)
        self._state = replace(state, only=before.only)
        if self._state.items == before.items:
            self._tasks.show_state(self._state)
        else:
            self._say = RegisterWords(self.look, ledger, self.desk.today)
            self._state = state.as_opened()
            self._tasks = self._make_tasks()
        self._show_state()

    def _make_tasks(self) -> HomeTasks:
        """The card of tasks and duties."""
        empty(self._rows_column)
        plan = PlanWords(self.look, self.desk.open_check.bank, self.desk.today)
        made = HomeTasks(self.desk, self._state, plan, HomeDuties(self.desk, self._say), self.low)
        self._rows_column.addWidget(made)
        return made

    def _show_state(self) -> None:
        title = home_heading.title(self.look, self._state)
        below = home_heading.below_title(self.look, self._state)
        if self.desk.next_year.is_due:
            below = "\n".join(filter(None, (below, home_heading.time_again(self.look))))
        self._head.show_words(title, below)
        empty(self._standing_column)
        self._standing_column.addWidget(HomeStanding(self.desk, self._state, self.low))
        self._standing_column.addStretch(1)
        if self._shown_book is not self.desk.ledger.book:
            self._shown_book = self.desk.ledger.book
            self._show_registers()
        lead_through(self._content)

    def _show_banners(self) -> None:
        empty(self._banners)
        for banner in home_banners(self.desk, self._say, self._state):
            self._banners.addWidget(banner)
            self._banners.addSpacing(10)

    def _show_registers(self) -> None:
        """What the registers bring: the banners on top, the cards below."""
        desk = self.desk
        self._show_banners()
        empty(self._registers)
        if desk.ledger.registers and (
            self._state.kind is not HomeKind.UNFINISHED or desk.ledger.book.entries
        ):
            self._registers.addWidget(HomeRegisters(desk, self._say, self.low))
