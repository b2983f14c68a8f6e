"""The table of one register: what is late on top, the rows, ways to bring a list, what was crossed out."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import column, empty
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.pages.sheet_saving import SheetSaving
from merchant_guard.desktop.widgets.banner import Banner
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.empty_state import EmptyState
from merchant_guard.desktop.widgets.fold import Fold
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.row_model import RowModel
from merchant_guard.desktop.widgets.row_table import RowTable, in_card
from merchant_guard.desktop.widgets.spoken import listed
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.registers.register import STAFF, Register


class TableActs(NamedTuple):
    """What can be done from a table: open an entry, do its act, begin one, bring a list."""

    open: Callable[[str], object]
    act: Callable[[str], object]
    add: Callable[[], object]
    paste: Callable[[], object]


class RegisterTable(QWidget):
    """Built once for a register; `refresh` shows what it holds by now."""

    def __init__(self, desk: Desk, register: Register, acts: TableActs) -> None:
        super().__init__()
        self._desk, self._register, self._acts = desk, register, acts
        look, say = desk.look, self._say
        layout = column(self, (0, 0, 0, 0), 14)
        self._top = QVBoxLayout()
        layout.addLayout(self._top)
        badge = look.words("State")
        self._model = RowModel(look, say.heads(register), badge, has_acts=True)
        self.table = RowTable(look, "register_table", self._model, _may_go(register))
        self.table.setAccessibleName(register.title.pick(look.language))
        self.table.setAccessibleDescription(
            look.words("Up and down go from row to row, Enter opens one, the space bar does what it needs")
        )
        self.table.opened.connect(acts.open)
        self.table.acted.connect(acts.act)
        self.card = in_card(self.table)
        layout.addWidget(self.card)
        self._empty = self._empty_state()
        layout.addWidget(self._empty)
        layout.addWidget(self._foot())
        self._bottom = QVBoxLayout()
        layout.addLayout(self._bottom)
        layout.addStretch(1)
        self._struck = -1
        self.refresh()

    @property
    def _say(self) -> RegisterWords:
        return RegisterWords(self._desk.look, self._desk.ledger, self._desk.today)

    # --- parts --------------------------------------------------------------------------------------

    def _empty_state(self) -> EmptyState:
        register, look = self._register, self._desk.look
        about, add = register.about.pick(look.language), self._say.add(register)
        made = EmptyState(look, register.picture, about, add, self._acts.add)
        action = made.findChild(QPushButton, "empty_action")
        action.setAccessibleName(
            listed(look, look.words("The first one"), add)
        )  # the head has this button too
        return made

    def _foot(self) -> QWidget:
        look, words = self._desk.look, self._desk.look.words
        box = QWidget()
        row = WrapRow(box, gap=20, line_gap=4)
        if self._register.id == STAFF:
            row.addWidget(
                button(
                    look,
                    words("Paste a list from Excel"),
                    "paste_names",
                    self._acts.paste,
                    kind="link",
                    picture="copy",
                )
            )
        self._saving = SheetSaving(self._desk, self._register.id)
        row.addWidget(self._saving)
        told = words("Urgent first")
        if self._register.id == STAFF:
            told = words("Urgent first · jobs only, no ID numbers")
        row.begin_tail()
        self._order = text_label(look, told, "caption", "text2", wrap=False)
        row.addWidget(self._order)
        return box

    # --- what is shown ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the rows there are by now, and what is late."""
        say = self._say
        self.table.show_rows(say.rows(self._register))
        has_rows = bool(self._model.rows)
        self._empty.setVisible(not has_rows)
        for part in (self.card, self._saving, self._order):
            part.setVisible(has_rows)
        self._show_overdue(say)
        self._show_struck()

    def _show_overdue(self, say: RegisterWords) -> None:
        item = say.overdue(self._register)
        sentence = say.overdue_sentence(item) if item else ""
        old = self._top.itemAt(0)
        if old is not None and old.widget().property("sentence") == sentence:
            return
        empty(self._top)
        if item is not None and item.entry is not None:
            act = (
                item.duty.act.pick(self._desk.look.language)
                if item.duty.act
                else self._desk.look.words("View")
            )
            banner = Banner(
                self._desk.look, "warn", "overdue", sentence, act, partial(self._acts.act, item.entry.id)
            )
            banner.setProperty("sentence", sentence)
            self._top.addWidget(banner)
            banner.show()

    def _show_struck(self) -> None:
        struck = self._desk.ledger.book.struck_of(self._register.id)
        if len(struck) == self._struck:
            return
        self._struck = len(struck)
        empty(self._bottom)
        if struck:
            look = self._desk.look
            title = look.words("Crossed out: {count}").format(count=len(struck))
            card = QFrame()
            card.setProperty("k", "card")
            column(card, (1, 1, 1, 1)).addWidget(Fold(look, "fold_struck", title, "", self._struck_lines))
            self._bottom.addWidget(card)
            card.show()

    def _struck_lines(self) -> QWidget:
        say, look, box = self._say, self._desk.look, QWidget()
        layout = column(box, (42, 0, 18, 10), 4)
        for entry in self._desk.ledger.book.struck_of(self._register.id):
            told = look.words("{name}: crossed out on {day}. {reason}").format(
                name=say.full_name(entry),
                day=entry.struck.at.astimezone().date().isoformat(),
                reason=entry.struck.reason,
            )
            layout.addWidget(text_label(look, told, "note", "text2"))
        return box


def _may_go(register: Register) -> list[int]:
    """The columns that a narrow table does without.

    Of lasting things first the day they began on, then of what sort they are; of what happens once the day
    stays the longest.
    """
    order = list(range(len(register.columns) - 1, 0, -1))
    if register.over is not None:
        order = [1, *(column for column in order if column != 1)]
    if register.event in register.columns[1:]:
        event = register.columns.index(register.event)
        order.remove(event)
        order = [event, *order] if register.over is not None else [*order, event]
    return order
