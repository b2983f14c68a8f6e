"""登记本: the registers of the year under tabs, each a table by urgency with a form beside it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.calendar_saving import CalendarSaving
from merchant_guard.desktop.pages.duties_part import DutiesPart, DutyWays
from merchant_guard.desktop.pages.entry_beside import EntryBeside
from merchant_guard.desktop.pages.hold_banner import hold_banner
from merchant_guard.desktop.pages.names_way import NamesWay
from merchant_guard.desktop.pages.page import Page, column, empty
from merchant_guard.desktop.pages.register_table import RegisterTable, TableActs
from merchant_guard.desktop.pages.register_words import RegisterWords, settled_by
from merchant_guard.desktop.screens import DUTIES
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.scroll_area import ScrollArea, keep_gutter
from merchant_guard.desktop.widgets.spoken import listed, named
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.desktop.widgets.tab_row import Tab, TabRow
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.legal_hold import LegalHold
from merchant_guard.domain.paper import REGISTER_LIST
from merchant_guard.domain.registers.register import Register

_ROOM_BELOW = 620
STANDING = 6
"""As many registers have a tab while there is room; the others stand in the menu."""


class RegisterPage(Page):
    """Which register and which entry are open lies on the desk."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._beside = EntryBeside(self, self.open_entry)
        self._table: RegisterTable | None = None
        self._duties: DutiesPart | None = None
        self._shown_book: object = None
        self._shown_holds: tuple[LegalHold, ...] = ()
        self._names = NamesWay(self, self._show_staff)
        side = 26 if low else 32
        content = QWidget()
        self._column = column(content, (side, 12 if low else 24, side - 4, 14), 0)
        self._head_place = QVBoxLayout()
        self._column.addLayout(self._head_place)
        self._column.addSpacing(4 if low else 10)
        self._tabs = TabRow(self.look, self.words("Registers"), self._tab_list(), self._tab)
        self._tabs.chosen.connect(self._go_to_tab)
        self._column.addWidget(self._tabs)
        self._column.addSpacing(10 if low else 14)
        self._top = QVBoxLayout()
        self._column.addLayout(self._top)
        self._body = QVBoxLayout()
        self._column.addLayout(self._body, 1)
        self._area = ScrollArea(content)
        keep_gutter(self._area)
        column(self, (0, 0, 0, 0)).addWidget(self._area)
        content.installEventFilter(self)
        self.setAcceptDrops(True)
        self._show_tab()
        desk.check_changed.connect(self._on_changed)
        if desk.open_register[1]:
            QTimer.singleShot(0, self, self._open_again)

    # --- where we are -------------------------------------------------------------------------------

    @property
    def say(self) -> RegisterWords:
        """The words for what the registers hold today."""
        return RegisterWords(self.look, self.desk.ledger, self.desk.today)

    @property
    def _tab(self) -> str:
        return self.desk.open_register[0]

    def first_focus(self) -> QWidget:
        """The rows, else the tabs."""
        if self._table is not None and self.desk.ledger.book.of(self._tab):
            return self._table.table
        return self._tabs.bar

    def announcement(self) -> str:
        """Which register is shown, and how much is in it."""
        tab = next(one for one in self._tab_list() if one.id == self._tab)
        return listed(self.look, self.words("Registers"), tab.words, tab.remark)

    def _tab_list(self) -> list[Tab]:
        say = self.say
        near = {item.duty.id for item in self.desk.ledger.near}  # as many as there are rows, and as home says
        tabs = [Tab(DUTIES, self.words("What falls due"), str(len(near)))]
        for number, register in enumerate(self.desk.ledger.registers.values()):
            there = [one for one in self.desk.ledger.book.of(register.id) if not say.is_over(one)]
            remark = str(len(there)) if there else ""
            tabs.append(Tab(register.id, say.tab(register), remark, stands=number < STANDING))
        return tabs

    def _show_head(self, register: Register | None) -> None:
        """Title and buttons; on the tab of duties nothing is begun."""
        words = self.words
        what = self.say.tab(register) if register is not None else words("What falls due")
        said = named(self.look, words("Print"), what)
        buttons = [
            button(
                self.look,
                words("Print"),
                "print_register",
                self.print_here,
                picture="printer",
                accessible=said,
            )
        ]
        calendar = CalendarSaving(self.desk) if register is None else None
        if calendar is not None:
            buttons.insert(0, calendar.button)
        if register is not None:
            add = self.say.add(register)
            buttons.append(button(self.look, add, "add_entry", self._begin_here, picture="plus"))
        empty(self._head_place)
        head = PageHead(self.look, buttons)
        below = words("Who came, who left, who works with you: note it here.")
        head.show_words(words("Registers"), below)
        self._head_place.addWidget(head)
        if calendar is not None:
            self._head_place.addWidget(calendar.note)
        head.show()
        self._head = head
        self._fit_head()

    def _fit_head(self) -> None:
        """A low window with something beside the page has no room for the line below the title."""
        self._head.below.setVisible(not self.low or self.width() >= _ROOM_BELOW)

    def print_here(self) -> None:
        """The register that is shown, as a list."""
        if self._table is not None and self.desk.ledger.book.of(self._tab):
            self.desk.go_to_paper(REGISTER_LIST.id, about=self._tab)
        else:
            super().print_here()

    # --- tabs ---------------------------------------------------------------------------------------

    def _go_to_tab(self, tab_id: str) -> None:
        self.desk.open_register = (tab_id, None)
        self._beside.close()
        focus = self.focusWidget()
        goes = focus is not None and not self._tabs.isAncestorOf(focus)  # with what it is in
        self._show_tab()
        if goes:
            give_focus(self.first_focus())

    def _show_staff(self) -> None:
        if self._tab != "staff":
            self._go_to_tab("staff")

    def _show_tab(self) -> None:
        """Build what stands under the tabs."""
        self._tabs.show_tabs(self._tab_list(), self._tab)
        register = self.desk.ledger.registers.get(self._tab)
        self._show_head(register)
        empty(self._body)
        self._table = self._duties = None
        if register is None:
            ways = DutyWays(
                self._open_due,
                self._go_to_tab,
                self._begin_due,
                self._beside.open_law,
                self.desk.next_year.begin_or_go_on,
            )
            self._duties = DutiesPart(self.desk, ways)
            self._body.addWidget(self._duties)
        else:
            acts = TableActs(self.open_entry, self._act, self._begin_here, self._names.open)
            self._table = RegisterTable(self.desk, register, acts)
            self._body.addWidget(self._table)
        self._show_hold()
        self._shown_book = self.desk.ledger.book
        lead_through(self._area.widget())

    def _show_hold(self) -> None:
        holds = self.desk.ledger.holds
        if holds == self._shown_holds:
            return
        self._shown_holds = holds
        empty(self._top)
        if holds:
            banner = hold_banner(self.say, holds, self._open_hold)
            self._top.addWidget(banner)
            self._top.addSpacing(10)
            banner.show()

    def _on_changed(self) -> None:
        """Show what the registers hold by now, in the same table."""
        if self.desk.check is None or not self.isVisible():
            return
        book, before = self.desk.ledger.book, self._shown_book
        if book is before:
            return
        self._shown_book = book
        self._tabs.show_tabs(self._tab_list(), self._tab)
        self._show_hold()
        part = self._table or self._duties
        if part is not None:
            part.refresh()
        lead_through(self._area.widget())

    # --- the room of the table ------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """What stands around the table got another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The table gets what room there is."""
        super().resizeEvent(event)
        self._fit_head()
        self._fit()

    def _fit(self) -> None:
        """A long table scrolls within the page, so that what stands around it can be seen."""
        if self._table is None:
            return
        table, room = self._table.table, self._area.viewport()
        now = table.height() if table.minimumHeight() == table.maximumHeight() else table.sizeHint().height()
        rest = self._column.totalHeightForWidth(room.width()) - now
        wanted = table.sizeHint().height()
        table.setFixedHeight(max(table.minimumSizeHint().height(), min(wanted, room.height() - rest)))

    # --- entries ------------------------------------------------------------------------------------

    def open_entry(self, entry_id: str, field_id: str = "") -> None:
        """Show the form of an entry, with the focus in a field where one is named."""
        entry = self.desk.ledger.entry(entry_id)
        if entry is None:
            return
        if entry.register != self._tab:
            self._go_to_tab(entry.register)
        if self._table is not None:
            self._table.table.choose(entry_id)
        self._beside.open(entry, field_id)

    def _open_again(self) -> None:
        if (entry_id := self.desk.open_register[1]) is not None:
            self.open_entry(entry_id)

    def _act(self, entry_id: str) -> None:
        """Do what a row says at its end: go to the field that settles what is most urgent."""
        entry = self.desk.ledger.entry(entry_id)
        near = self.say.near(entry) if entry else ()
        self.open_entry(entry_id, (settled_by(near[0]) if near else None) or "")

    def _begin_here(self) -> None:
        self._begin(self._tab)

    def _begin(self, register_id: str, preset: dict[str, str] | None = None) -> None:
        if not self.desk.refuses_change():
            self.open_entry(self.desk.ledger.new_entry(register_id, preset).id)

    # --- duties and holds ---------------------------------------------------------------------------

    def _open_due(self, item: DueItem, field_id: str | None) -> None:
        if item.entry is not None:
            self.open_entry(item.entry.id, field_id or "")

    def _begin_due(self, item: DueItem) -> None:
        if item.duty.register is not None:
            self._begin(item.duty.register, dict(item.duty.preset or {}))

    def _open_hold(self, hold: LegalHold) -> None:
        self.open_entry(hold.entry.id)

    # --- files dropped ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """A table of names may be dropped anywhere on the page."""
        if self._names.takes(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take the table that was dropped."""
        if self._names.takes(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._names.open_with(event.mimeData())
