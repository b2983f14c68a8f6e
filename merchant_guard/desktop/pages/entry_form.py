"""The form of one entry, beside its table: what is written in it is saved as it is typed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.entry_fields import EntryFields
from merchant_guard.desktop.pages.entry_foot import EntryFoot, Primary
from merchant_guard.desktop.pages.entry_head import EntryHead
from merchant_guard.desktop.pages.entry_leaver import LastDay, LeaverPart
from merchant_guard.desktop.pages.entry_proof import EntryProof
from merchant_guard.desktop.pages.entry_trace import EntryTrace
from merchant_guard.desktop.pages.hold_part import HoldPart
from merchant_guard.desktop.pages.known_papers import paper_for_entry
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.pages.register_words import RegisterWords, settled_by
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.ask_box import AskBox
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.scroll_area import ScrollArea, keep_gutter
from merchant_guard.desktop.widgets.spoken import listed
from merchant_guard.domain.paper import LEAVER_HANDOVER
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Field, Value
from merchant_guard.localization import Translate

WIDTH = 372
INCIDENTS = "incidents"


class EntryForm(QWidget):
    """`closed` comes when somebody puts it away, `looked_at` with a file that is to be shown large.

    `gone` comes when it shows no more, whatever the reason.
    """

    closed = Signal()
    gone = Signal()
    looked_at = Signal(str)

    def __init__(self, desk: Desk, entry: Entry, field_id: str = "") -> None:
        super().__init__()
        self.setObjectName("entry_form")
        self.setProperty("panel_width", WIDTH)
        self.desk, self._entry, self._warned = desk, entry, False
        self._begun_leaving = False
        self._register = desk.ledger.registers[entry.register]
        self.fields = EntryFields(desk, self._say, entry, self._write, self)
        outer = column(self, (0, 0, 0, 0))
        self._head = EntryHead(self.look, self._close)
        outer.addWidget(self._head)
        content = QWidget()
        self._column = column(content, (24, 4, 24, 16), 12)
        self._lay_fields()
        self._area = ScrollArea(content)
        keep_gutter(self._area)
        outer.addWidget(self._area, 1)
        self._foot = EntryFoot(desk, entry.id, self.closed.emit)
        outer.addWidget(self._foot)
        desk.check_changed.connect(self._refresh)
        self._refresh()
        self._choose_focus(field_id)

    @property
    def look(self) -> Look:
        """The look in force."""
        return self.desk.look

    @property
    def words(self) -> Translate:
        """Turns an English message id into a sentence."""
        return self.desk.look.words

    @property
    def entry_id(self) -> str:
        """The entry it is about."""
        return self._entry.id

    @property
    def _say(self) -> RegisterWords:
        return RegisterWords(self.look, self.desk.ledger, self.desk.today)

    # --- parts --------------------------------------------------------------------------------------

    def _lay_fields(self) -> None:
        """The fields in their order, with what belongs to some of them right behind."""
        register = self._register
        self._hold: HoldPart | None = None
        self._proof = self._make_proof()
        self._leaver: LeaverPart | None = None
        for field_id in self._order():
            if self.fields.is_person() and field_id == register.over:
                self._last_day = LastDay(self.desk, self._begin_leaving, self._leave_today)
                self._column.addWidget(self._last_day)
            self._column.addWidget(self.fields.boxes[field_id])
            if self.fields.is_person() and field_id == register.over:
                self._leaver = LeaverPart(self.desk, self._say, self._entry)
                self._column.addWidget(self._leaver)
            if field_id == register.proof_of and self._proof is not None:
                self._column.addWidget(self._proof)
        if register.proof_of is None and self._proof is not None:
            self._column.addWidget(self._proof)
        self._trace = EntryTrace(self._say, self._entry)
        self._column.addWidget(self._trace)
        self._column.addStretch(1)
        if self._proof is not None:
            typed = [control.focus for control in self.fields.controls.values()]
            self._proof.take_from(self, typed)

    def _order(self) -> list[str]:
        """Of somebody who has left, that comes first which is still to be done."""
        ids = [field.id for field in self._register.fields]
        if self.fields.is_person() and self._entry.day("left_on") is not None:
            ids.sort(key=lambda field_id: field_id not in ("left_on", "closed_on"))
        return ids

    def _make_proof(self) -> EntryProof | None:
        if self._register.proof is None:
            return None
        label = self._register.proof.pick(self.look.language)
        return EntryProof(self.desk, self._entry.id, label, self.looked_at.emit)

    def _choose_focus(self, field_id: str) -> None:
        """A new record begins with its first field; of one that is there nothing is touched by chance."""
        is_new = self._entry.id not in self.desk.ledger.book.entries
        if not field_id and is_new:
            field_id = self._register.fields[0].id
        if field_id in self.fields.boxes and not self.fields.boxes[field_id].isHidden():
            self.setFocusProxy(self.fields.boxes[field_id].control)

    # --- what is written ----------------------------------------------------------------------------

    def _write(self, field: Field, value: Value | None) -> None:
        rule = self._register.holds
        closes = rule is not None and field.id == rule.ends and value is not None
        if closes and self._register.id == INCIDENTS and self._entry.day(field.id) is None:
            self._ask_closing(field, value)
        else:
            self.desk.ledger.write(self._entry.id, field.id, value)

    def _ask_closing(self, field: Field, value: Value) -> None:
        AskBox(
            self.look,
            self,
            self.words("Is this matter really over?"),
            self.words(
                "Nothing may be destroyed yet all the same: the end of the hold is signed on its own."
            ),
            self.words("Close the matter"),
            self.words("Not now"),
            partial(self.desk.ledger.write, self._entry.id, field.id, value),
            self._refresh_if_here,
        ).ask()

    def _refresh_if_here(self) -> None:
        """The question may be answered when the form has gone."""
        if isValid(self):
            self.fields.refresh(self._entry)

    def _begin_leaving(self) -> None:
        self._begun_leaving = True
        self._show_leaving()
        give_focus(self.fields.boxes["left_on"].control)

    def _leave_today(self) -> None:
        self.desk.ledger.write(self._entry.id, "left_on", self.desk.today)

    # --- what is shown ------------------------------------------------------------------------------

    def _refresh(self) -> None:
        entry = self.desk.ledger.entry(self._entry.id) if self.desk.check is not None else None
        if entry is None or entry.struck is not None:
            return
        self._entry = entry
        self.fields.refresh(entry)
        if self._register.id == INCIDENTS and self.desk.incidents.guide.is_silent(entry):
            self.fields.hide("note", not entry.said("note"))
        self._show_head()
        self._show_hold()
        self._trace.refresh(entry)
        self._trace.setVisible(self._trace.is_wanted())
        if self._leaver is not None:
            self._show_leaving()
        if self._proof is not None:
            lacks = self._say.lacks_proof(entry)
            self._proof.show_state(self.words("Done, no proof kept yet") if lacks else "")
        self._foot.refresh()
        self._foot.show_primary(self._primary())

    def _show_head(self) -> None:
        say, entry = self._say, self._entry
        is_kept = entry.id in self.desk.ledger.book.entries
        title = say.full_name(entry) if is_kept else say.add(self._register)
        badge = say.badge(entry) if is_kept else None
        self._head.show_entry(title, badge)
        self.setAccessibleName(listed(self.look, title, badge.text if badge else ""))

    def _show_hold(self) -> None:
        hold = next((one for one in self.desk.ledger.holds if one.entry.id == self._entry.id), None)
        if hold is None and self._hold is not None:
            self._hold.hide()
            self._hold.deleteLater()
            self._hold = None
        elif hold is not None and self._hold is None:
            self._hold = HoldPart(self.desk, self._say, hold)
            self._column.insertWidget(0, self._hold)
            self._hold.show()

    def _show_leaving(self) -> None:
        has_day = self._entry.day("left_on") is not None
        begun = has_day or self._begun_leaving
        self.fields.hide("left_on", not begun)
        self.fields.hide("closed_on", not has_day)
        self._last_day.show_step(begun=begun, has_day=has_day)
        self._leaver.setVisible(has_day)
        self._leaver.refresh()

    def _primary(self) -> Primary | None:
        """A paper that can be printed, else what settles the most urgent duty."""
        entry, near = self._entry, self._say.near(self._entry)
        is_leaver = self.fields.is_person() and entry.day("left_on") is not None
        wanted = (LEAVER_HANDOVER.id,) if is_leaver else near[0].duty.papers if near else ()
        if way := paper_for_entry(self.desk, wanted, entry, self._say.name(entry)):
            return Primary(way.words, way.go, "printer", way.short)
        field_id = settled_by(near[0]) if near else None
        if field_id is None or field_id not in self.fields.boxes or near[0].duty.act is None:
            return None
        return Primary(near[0].duty.act.pick(self.look.language), partial(self.go_to, field_id))

    def go_to(self, field_id: str) -> None:
        """Put the focus into a field."""
        if field_id in self.fields.boxes:
            give_focus(self.fields.boxes[field_id].control)

    # --- leaving ------------------------------------------------------------------------------------

    def _close(self) -> None:
        """Who leaves something out that is needed is told once, and may go the second time."""
        self.fields.take()
        is_kept = self._entry.id in self.desk.ledger.book.entries
        if is_kept and not self._warned and self.fields.tell_missing():
            self._warned = True
            return
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Hand in what is typed before it goes."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.fields.take()
            self.gone.emit()
