"""The foot of an entry's form: that all is saved, the one thing to do, and how a record goes."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.widgets.ask_box import AskBox
from merchant_guard.desktop.widgets.buttons import Button, button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.form_field import FormField
from merchant_guard.desktop.widgets.form_lines import FormLine
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.desktop.widgets.wrap_row import WrapRow

_AROUND = 48 + 46 + 30
"""Margins, padding and the picture around the words of the button, in pixels."""


class Primary(NamedTuple):
    """The one thing to do about an entry; `short` is said where there is no room for all the words."""

    words: str
    do: Callable[[], object]
    picture: str = ""
    short: str = ""


class EntryFoot(QWidget):
    """Stays below the fields. Only what was entered today can be deleted; anything else is crossed out."""

    def __init__(self, desk: Desk, entry_id: str, on_gone: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._entry_id, self._on_gone = desk, entry_id, on_gone
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 0, 24, 14)
        self._layout.setSpacing(8)
        self._layout.addWidget(frame("rule"))
        self._refusal = text_label(desk.look, "", "note", "danger")
        self._refusal.setObjectName("removal_refused")
        self._refusal.hide()
        self._layout.addWidget(self._refusal)
        self._layout.addWidget(self._saved_row())
        self._button: Button | None = None
        self._primary: Primary | None = None
        self._strike: StrikeForm | None = None

    def _saved_row(self) -> QWidget:
        look, words = self._desk.look, self._desk.look.words
        box = QWidget()
        row = WrapRow(box, gap=8, line_gap=0)
        told = QWidget()
        beside = QHBoxLayout(told)
        beside.setContentsMargins(0, 0, 8, 0)
        beside.setSpacing(6)
        beside.addWidget(icon_label(look, "circle-check", 16, "ok"))
        beside.addWidget(text_label(look, words("Saved as you type"), "caption", "text2", wrap=False))
        row.addWidget(told)
        row.begin_tail()
        self._remove = button(look, words("Delete this record"), "remove_entry", self._ask, kind="plain")
        row.addWidget(self._remove)
        return box

    def show_primary(self, primary: Primary | None) -> None:
        """Show the one thing to do, or none."""
        self._primary = primary
        if primary is None:
            if self._button is not None:
                self._button.hide()
            return
        if self._button is None or self._button.accessibleName() != primary.words:
            self._replace(primary)
        self._button.show()

    def _replace(self, primary: Primary) -> None:
        if self._button is not None:
            self._layout.removeWidget(self._button)
            self._button.hide()
            self._button.deleteLater()
        self._button = button(
            self._desk.look,
            primary.words,
            "entry_primary",
            self._press,
            kind="primary",
            picture=primary.picture,
        )
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._layout.addWidget(self._button)
        self._fit()

    def _fit(self) -> None:
        """Say as much on the button as there is room for; the tooltip has the rest."""
        if self._button is None or self._primary is None:
            return
        words, short = self._primary.words, self._primary.short or self._primary.words
        metrics, room = self._button.fontMetrics(), self.width() - _AROUND
        fits = metrics.horizontalAdvance(words) <= room
        said = words if fits else metrics.elidedText(short, Qt.TextElideMode.ElideRight, max(room, 60))
        self._button.setText(f" {said}" if self._primary.picture else said)
        self._button.setToolTip("" if fits else words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The button says what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _press(self) -> None:
        if self._primary is not None:
            self._primary.do()

    def refresh(self) -> None:
        """A record in which nothing is written cannot be deleted."""
        self._remove.setVisible(self._entry_id in self._desk.ledger.book.entries)

    # --- how a record goes --------------------------------------------------------------------------

    def _ask(self) -> None:
        ledger, words = self._desk.ledger, self._desk.look.words
        if ledger.may_delete(self._entry_id):
            AskBox(
                self._desk.look,
                self,
                words("Delete this record?"),
                words("It was entered today, so it goes without a trace."),
                words("Delete this record"),
                words("Not now"),
                self._delete,
            ).ask()
        elif ledger.may_strike(self._entry_id):
            self._unfold()
        else:
            told = words("What this is about must stay as evidence. Sign the end of the hold first.")
            self._refusal.setText(told)
            self._refusal.setAccessibleName(told)
            self._refusal.show()
            announce(self, told, urgent=True)

    def _delete(self) -> None:
        self._desk.ledger.delete(self._entry_id)
        self._on_gone()

    def _unfold(self) -> None:
        if self._strike is None:
            self._strike = StrikeForm(self._desk, self._cross_out, self._fold)
            self._layout.insertWidget(1, self._strike)
            self._strike.show()
        give_focus(self._strike.why.control)

    def _fold(self) -> None:
        if self._strike is not None:
            self._strike.hide()
            self._strike.deleteLater()
            self._strike = None
        give_focus(self._remove)

    def _cross_out(self, reason: str) -> None:
        self._desk.ledger.strike(self._entry_id, reason)
        self._desk.said.emit(self._desk.look.words("Crossed out; it can still be read"))
        self._on_gone()


class StrikeForm(QWidget):
    """Asks why a record is crossed out."""

    def __init__(
        self, desk: Desk, on_strike: Callable[[str], object], on_leave: Callable[[], object]
    ) -> None:
        super().__init__()
        self._look, self._on_strike = desk.look, on_strike
        look, words = desk.look, desk.look.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(8)
        told = words("Entered on an earlier day: it is crossed out, stays readable and counts no more.")
        layout.addWidget(text_label(look, told, "note", "text2"))
        self.why = FormField(look, "strike_why", words("Why it is crossed out"), FormLine(look, "strike_why"))
        self.why.control.returnPressed.connect(lambda: self._hand_in(on_strike))
        layout.addWidget(self.why)
        row = QWidget()
        buttons = WrapRow(row)
        buttons.addWidget(
            button(look, words("Cross it out"), "strike_entry", lambda: self._hand_in(on_strike))
        )
        buttons.addWidget(button(look, words("Not now"), "strike_leave", on_leave, kind="link"))
        layout.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)

    def _hand_in(self, on_strike: Callable[[str], object]) -> None:
        reason = self.why.control.text().strip()
        if reason:
            on_strike(reason)
        else:
            self.why.show_error(self._look.words("Write in a few words why it is crossed out"))
            give_focus(self.why.control)
