"""Somebody leaves: the last day, the accounts to be closed, and nothing of it by itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import icon_label, text_label
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.domain.registers.entry import Entry

ACCOUNTS, HELD_BY, CLOSED_ON = "accounts", "held_by", "closed_on"


class LeaverPart(QFrame):
    """The accounts in somebody's hands, each with a button for whoever has closed it."""

    def __init__(self, desk: Desk, say: RegisterWords, entry: Entry) -> None:
        super().__init__()
        self.setProperty("k", "sunken")
        self.setObjectName("leaver")
        self._desk, self._say, self._entry = desk, say, entry
        self._shown: list[tuple[str, object]] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 10, 10)
        self._layout.setSpacing(4)

    def refresh(self) -> None:
        """Show which are closed by now."""
        held = self._held()
        state = [(one.id, one.day(CLOSED_ON)) for one in held]
        if state == self._shown:
            return
        self._shown = state
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        empty(self._layout)
        look, words = self._desk.look, self._desk.look.words
        self._layout.addWidget(text_label(look, words("Accounts to close today"), "answer"))
        if not held:
            told = words("No account is noted in this name. Change the passwords of those that are shared.")
            self._layout.addWidget(text_label(look, told, "note", "text2"))
        for one in held:
            self._layout.addWidget(self._row(one))
        if had_focus and (left := self.findChildren(QWidget, "account_close")):
            left[0].setFocus()

    def _held(self) -> list[Entry]:
        """The accounts of this person, those still open first."""
        found = [one for one in self._desk.ledger.book.of(ACCOUNTS) if self._entry.id in one.chosen(HELD_BY)]
        return sorted(found, key=lambda one: (one.day(CLOSED_ON) is not None, self._say.name(one)))

    def _row(self, account: Entry) -> QWidget:
        look, words, name = self._desk.look, self._desk.look.words, self._say.name(account)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        closed = account.day(CLOSED_ON)
        if closed is not None:
            row.addWidget(icon_label(look, "circle-check", 18, "ok"))
            told = words("{name}, closed on {day}").format(name=name, day=closed.isoformat())
            row.addWidget(text_label(look, told, "body", "text2"), 1)
            return box
        row.addWidget(text_label(look, name), 1)
        said = words("Closed it")
        made = button(
            look,
            said,
            f"close_{account.id}",
            partial(self._close, account),
            kind="quiet",
            accessible=named(look, said, name),
        )
        row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _close(self, account: Entry) -> None:
        desk = self._desk
        desk.ledger.write(account.id, CLOSED_ON, desk.today)
        said = desk.look.words("Noted as closed: {name}").format(name=self._say.name(account))
        desk.undo_offered.emit(said, partial(desk.ledger.write, account.id, CLOSED_ON, None))


class LastDay(QWidget):
    """The way to say that somebody has left: a link, then the day, which is never filled in by itself."""

    def __init__(self, desk: Desk, on_begin: Callable[[], object], on_today: Callable[[], object]) -> None:
        super().__init__()
        look, words = desk.look, desk.look.words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.begin = button(look, words("Has left"), "has_left", on_begin, kind="link")
        said = words("Today: {day}").format(day=desk.today.isoformat())
        label = desk.ledger.registers["staff"].field("left_on").label.pick(look.language)
        self.today = button(
            look, said, "left_today", on_today, kind="quiet", accessible=named(look, label, said)
        )
        row.addWidget(self.begin)
        row.addWidget(self.today)
        row.addStretch(1)
        self.show_step(begun=False, has_day=False)

    def show_step(self, *, begun: bool, has_day: bool) -> None:
        """Show the link at first, then the quick choice, nothing more once there is a day."""
        self.begin.setVisible(not begun)
        self.today.setVisible(begun and not has_day)
        if self.parentWidget() is not None:
            self.setVisible(not has_day)
