"""谁签了？ Asked once agreements are printed: who has signed, and on which day each really did."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.widgets.day_edit import typed_day
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.form_field import FormField
from merchant_guard.desktop.widgets.form_lines import DayLine
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.panel_head import panel_head
from merchant_guard.desktop.widgets.scroll_area import ScrollArea, keep_gutter
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.tick_box import TickBox
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.signing import AGREED_ON

WIDTH = 372


class WhoSignedPanel(QWidget):
    """A day is never filled in by the app. `closed` comes from the cross, `gone` however it goes."""

    closed = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, people: Sequence[Entry]) -> None:
        super().__init__()
        self.setObjectName("who_signed")
        self.setProperty("panel_width", WIDTH)
        look, words = desk.look, desk.look.words
        self.setAccessibleName(words("Who has signed?"))
        outer = column(self, (0, 0, 0, 0))
        outer.addLayout(panel_head(look, words("Who has signed?"), "close_signed", self.closed.emit))
        content = QWidget()
        rows = column(content, (24, 4, 24, 16), 4)
        told = words("Once somebody has signed, tick the name and write the day they really did.")
        rows.addWidget(text_label(look, told, "note", "text2"))
        self._rows = [SignedRow(desk, entry) for entry in people]
        for row in self._rows:
            rows.addWidget(row)
        later = words("Nobody has signed yet? Close this; the register of staff takes the day later.")
        rows.addSpacing(8)
        rows.addWidget(text_label(look, later, "caption", "text2"))
        rows.addStretch(1)
        area = ScrollArea(content)
        keep_gutter(area)
        outer.addWidget(area, 1)
        if self._rows:
            self.setFocusProxy(self._rows[0].tick)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Hand in what is typed before it goes."""
        super().hideEvent(event)
        if not event.spontaneous():
            for row in self._rows:
                row.day.take()
            self.gone.emit()


class SignedRow(QWidget):
    """A name to tick, and under it the day, once it is ticked."""

    def __init__(self, desk: Desk, entry: Entry) -> None:
        super().__init__()
        self._desk, self._entry_id = desk, entry.id
        look, words = desk.look, desk.look.words
        name = RegisterWords(look, desk.ledger, desk.today).name(entry)
        layout = column(self, (0, 4, 0, 0), 2)
        self.tick = TickBox(look, name, named(look, words("Has signed"), name))
        self.tick.setObjectName(f"signed_{entry.id}")
        self.tick.toggled.connect(self._on_ticked)
        layout.addWidget(self.tick)
        self.day = DayLine(look, f"signed_day_{entry.id}")
        label = words("The day it was signed")
        self.day.setAccessibleName(named(look, label, name))
        self.day.taken.connect(self._take)
        self._field = FormField(look, f"signed_day_{entry.id}", label, self.day)
        self._field.setContentsMargins(30, 0, 0, 4)
        self._field.show_below(words("Write the day like 2026-12-01"))
        self._field.hide()
        layout.addWidget(self._field)

    def _on_ticked(self, on: bool) -> None:
        """Without its tick nothing was signed."""
        self._field.setVisible(on)
        if on:
            give_focus(self.day)
            return
        self.day.show_text("")
        self._field.show_error("")
        self._write(None)

    def _take(self, text: str) -> None:
        words, day = self._desk.look.words, typed_day(text)
        if not self.tick.isChecked():
            return
        if not text.strip():
            self._write(None)
        elif day is None:
            self._field.show_error(words("Write the day like 2026-12-01"))
        elif day > self._desk.today:
            self._field.show_error(words("That day is still to come. Write it down once it is done."))
        else:
            self._field.show_error("")
            self._write(day)

    def _write(self, day: date | None) -> None:
        entry = self._desk.ledger.entry(self._entry_id)
        if entry is not None and entry.day(AGREED_ON) != day:
            self._desk.ledger.write(self._entry_id, AGREED_ON, day)
