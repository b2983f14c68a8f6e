"""What is to be done: one list by nearness, the rhythm above it, what is later or done folded below."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.calendar_saving import CalendarSaving
from merchant_guard.desktop.pages.known_papers import paper_for_task
from merchant_guard.desktop.pages.page import Page, column
from merchant_guard.desktop.pages.plan_acts import decide, progress_of, tick
from merchant_guard.desktop.pages.plan_head import PlanHead
from merchant_guard.desktop.pages.plan_list import PlanList, in_bands
from merchant_guard.desktop.pages.plan_proof import PlanProof
from merchant_guard.desktop.pages.plan_words import PlanWords
from merchant_guard.desktop.pages.sent_tasks import sending_tasks
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.empty_state import EmptyState
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.move_form import MoveForm
from merchant_guard.desktop.widgets.plan_card import UNDER
from merchant_guard.desktop.widgets.plan_detail import DetailActs, PlanDetail
from merchant_guard.desktop.widgets.plan_row import PlanRow
from merchant_guard.desktop.widgets.plan_row_places import Columns
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.domain.paper import PLAN_LIST, may_be_sent
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import Citation


class PlanPage(Page):
    """While it is shown, what is ticked keeps its place; only what somebody moves themselves moves."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._plan = desk.plan
        self._ticked: set[str] = set()
        self._moving: str | None = None
        self._list: PlanList | None = None
        self._head = PlanHead(self.look, self._print_list, desk.set_rhythm, CalendarSaving(desk))
        content = QWidget()
        self._column = column(content, (24, 14, 20, 24), 12)
        self._column.addWidget(self._head)
        self._area = ScrollArea(content)
        column(self, (0, 0, 0, 0)).addWidget(self._area)
        self._proof = PlanProof(self, lambda: self._rows)
        self._build()
        desk.check_changed.connect(self._on_check_changed)
        QTimer.singleShot(0, self, self._reveal)

    @property
    def _rows(self) -> dict[str, PlanRow]:
        return self._list.rows if self._list else {}

    def first_focus(self) -> QWidget | None:
        """The row that is open, else the first thing to tick off."""
        row = self._rows.get(self.desk.open_item or "") or next(iter(self._rows.values()), None)
        return row.check if row else self._head.print_button

    def announcement(self) -> str:
        """How much there is and how much is done."""
        return f"{self.words('To do')}. {self._head.summary}"

    # --- what is shown ------------------------------------------------------------------------------

    @property
    def _say(self) -> PlanWords:
        return PlanWords(self.look, self.desk.open_check.bank, self.desk.today)

    def _item(self, item_id: str) -> PlanItem:
        return next(item for item in self._plan.items if item.id == item_id)

    def _on_check_changed(self) -> None:
        """Show what the desk says now, in the same rows where they still stand in the same places."""
        if self.desk.check is None:
            return
        self._plan = self.desk.plan
        if self._list is None or not self._list.takes(in_bands(self._say, self._plan.items, self._ticked)):
            self._build()
        self._refresh_head()

    def _build(self) -> None:
        """Build the list anew from the desk, unfolded as it was and with the focus where it was."""
        focused, by_keyboard = self._focused()
        old, items = self._shown(), self._plan.items
        opened = self._list.unfolded if self._list else set()
        self._list = self._make_list(items, opened) if items else None
        shown = self._list or self._empty_state()
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(shown, 1)
        shown.show()  # a layout would only show it later, and what is hidden takes no focus
        self._unfold_row()
        if focused and (widget := shown.findChild(QWidget, focused)):
            reason = Qt.FocusReason.TabFocusReason if by_keyboard else Qt.FocusReason.OtherFocusReason
            widget.setFocus(reason)

    def _shown(self) -> QWidget | None:
        """What stands below the head."""
        item = self._column.itemAt(1)
        return item.widget() if item else None

    def _refresh_head(self) -> None:
        has_open = (self._moving or self.desk.open_item) in self._rows
        self._head.refresh(self.desk.open_check, self._plan, has_open)

    def _focused(self) -> tuple[str, bool]:
        """The name of what has the focus in the list, and whether the keyboard brought it there."""
        widget = self.focusWidget()
        if widget is None or self._list is None or not self._list.isAncestorOf(widget):
            return "", False
        name = widget.objectName().removesuffix("_edit").removesuffix("_list")
        return name, bool(widget.property("keyfocus"))

    def _make_list(self, items: Sequence[PlanItem], opened: set[str]) -> PlanList:
        say = self._say
        given = (progress.owner for progress in self.desk.open_check.progress.values() if progress.owner)
        self._names = list(dict.fromkeys([*say.names(self.desk.open_check.shop), *given]))
        bands = in_bands(say, items, self._ticked)
        made = PlanList(self.look, say, bands, self._names, partial(self._make_row, say))
        for name in ("later", "done"):
            hides_open_row = any(item.id == self.desk.open_item for item in bands[name])
            if bands[name] and (name in opened or hides_open_row):
                made.toggle(name)
        return made

    def _empty_state(self) -> EmptyState:
        words = self.words
        if self.desk.open_check.assessment.score.answers_missing:
            told = words(
                "Nothing yet. What the self-check finds not done is put down here by itself, with a day."
            )
            return EmptyState(
                self.look, "list-checks", told, words("Go on with the self-check"), self.desk.walk.begin_full
            )
        told = words("Nothing to do for now. Look again in a year, or when something in the shop changes.")
        return EmptyState(
            self.look, "circle-check", told, words("See the result"), lambda: self.desk.go(Screen.RESULT)
        )

    def _make_row(self, say: PlanWords, item: PlanItem, columns: Columns) -> PlanRow:
        row = PlanRow(self.look, item.id, say.row(item), self._names, columns)
        row.day.day = item.due
        if say.is_overdue(item):
            row.add_button(self.words("Do it today"), "today", partial(self._do_today, item.id))
            row.add_button(self.words("Another day"), "move", partial(self._toggle_move, item.id))
        row.ticked.connect(partial(self._tick, item.id))
        row.unfold_asked.connect(partial(self._toggle, item.id))
        row.proof_wanted.connect(partial(self._ask_proof, item.id))
        row.who_chosen.connect(partial(self._give, item.id))
        row.day_entered.connect(partial(self._take_day, item.id))
        row.day_refused.connect(lambda: row.show_error(self.words("Write the day like 2026-12-01")))
        return row

    def _unfold_row(self) -> None:
        """Unfold what is to be unfolded, and nothing else."""
        if self._list is None:
            return
        self._list.fold()
        if self._moving in self._rows:
            self._list.unfold(self._moving, self._move_form(self._item(self._moving)))
        elif self.desk.open_item in self._rows:
            item = self._item(self.desk.open_item)
            self._list.unfold(item.id, self._detail(item))
        self._refresh_head()
        QTimer.singleShot(0, self, self._reveal)

    def _detail(self, item: PlanItem) -> PlanDetail:
        # The law is looked up rarely; its panel is imported when it is.
        from merchant_guard.desktop.panels.law_chip import law_chip  # noqa: PLC0415

        laws = self.desk.open_check.bank.laws
        chips = [
            law_chip(self.look, laws, citation, partial(self._open_law, item)) for citation in item.citations
        ]
        way = paper_for_task(self.desk, item.remedy.action.papers)
        acts = DetailActs(
            on_print=way.go if way else self._print_list,
            print_words=way.words if way else self.words("Print the list"),
            on_keep=partial(self._proof.choose, item.id),
            send=partial(sending_tasks, self.desk, [item]) if may_be_sent(item) else None,
            proof=self._proof.part(item.id),
        )
        return PlanDetail(self.look, self._say.detail(item, progress_of(self.desk, item.id)), acts, chips)

    def _move_form(self, item: PlanItem) -> QFrame:
        proposed = self.desk.today + timedelta(days=7)
        return MoveForm(self.look, self.desk.today, proposed, partial(self._move, item.id), self._leave_move)

    def _reveal(self) -> None:
        """Scroll until what is unfolded can be read, but never past its row."""
        row = self._rows.get(self._moving or self.desk.open_item or "")
        if row is None or self._list is None:
            return
        content, bar, high = (
            self._area.widget(),
            self._area.verticalScrollBar(),
            self._area.viewport().height(),
        )
        top = row.mapTo(content, row.rect().topLeft()).y()
        under = self._list.findChild(QFrame, UNDER)
        bottom = top + row.height() + (under.height() if under else 0)
        if bottom > bar.value() + high or top < bar.value():
            bar.setValue(min(bottom - high + 12, top - 8))

    # --- what is done -------------------------------------------------------------------------------

    def _tick(self, item_id: str, on: bool) -> None:
        self._ticked.add(item_id)
        tick(self.desk, item_id, on)

    def _toggle(self, item_id: str) -> None:
        closes = self.desk.open_item == item_id and self._moving is None
        self.desk.open_item, self._moving = (None if closes else item_id), None
        self._unfold_row()

    def _ask_proof(self, item_id: str) -> None:
        """Unfold a row that is done without proof, and ask for files."""
        if self.desk.open_item != item_id or self._moving is not None:
            self._toggle(item_id)
        self._proof.choose(item_id)

    def _give(self, item_id: str, name: str) -> None:
        if name not in self._names:
            self._names.append(name)  # from now on every row offers it
        decide(self.desk, item_id, owner=name)

    def _take_day(self, item_id: str, day: date) -> None:
        """Take another day that was typed; what is overdue says why first."""
        item, row = self._item(item_id), self._rows[item_id]
        if day < self.desk.today:
            row.show_error(self.words("Choose today or a later day"))
        elif self._say.is_overdue(item) and day != self.desk.today:
            self._toggle_move(item_id)
        else:
            decide(self.desk, item_id, due=day)

    def _do_today(self, item_id: str) -> None:
        decide(self.desk, item_id, due=self.desk.today)

    def _toggle_move(self, item_id: str) -> None:
        self._moving = None if self._moving == item_id else item_id
        self._unfold_row()
        if self._moving and self._list and (field := self._list.findChild(QWidget, "move_day")):
            give_focus(field)

    def _leave_move(self) -> None:
        row, self._moving = self._rows.get(self._moving or ""), None
        self._unfold_row()
        if row is not None:
            give_focus(row.extra[-1])

    def _move(self, item_id: str, day: date, reason: str, interim: str) -> None:
        self._moving = None
        decide(self.desk, item_id, due=day, reason=reason, interim=interim)

    def _print_list(self) -> None:
        self.desk.go_to_paper(PLAN_LIST.id)

    def _open_law(self, item: PlanItem, citation: Citation) -> None:
        from merchant_guard.desktop.panels.law_chip import Wanted  # noqa: PLC0415
        from merchant_guard.desktop.panels.law_panel import LawPanel  # noqa: PLC0415
        from merchant_guard.desktop.what_follows import consequence_of_item  # noqa: PLC0415

        bank = self.desk.open_check.bank
        wanted = Wanted(citation, item.remedy.action.force, consequence_of_item(bank, item))
        self.panel_wanted.emit(LawPanel(self.look, bank.laws, wanted))
