"""One thing that falls due, with its force and source, and the little forms that settle it in place."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.pages.duty_words import DutyGroup, DutyWords
from merchant_guard.desktop.pages.known_papers import PaperWay
from merchant_guard.desktop.pages.settle_form import SettleForm
from merchant_guard.desktop.panels.law_chip import law_chip
from merchant_guard.desktop.widgets.buttons import Button, button
from merchant_guard.desktop.widgets.day_edit import typed_day
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.form_lines import DayLine, FormLine
from merchant_guard.desktop.widgets.labels import boxed, text_label
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.tab_order import put_behind
from merchant_guard.desktop.widgets.words_and_acts import WordsAndActs
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.question import Citation

_LAW_ROOM = 330
_BESIDE = 560
"""From this width on the buttons stand beside the words."""


class DutyActs(NamedTuple):
    """What can be done about a row: write it down, note it as done, leave it out, read the law, print."""

    record: Callable[[], object]
    done: Callable[[date], object] | None
    skip: Callable[[str], object] | None
    law: Callable[[Citation], object]
    paper: PaperWay | None = None


class DutyRow(QFrame):
    """Title and force, who and when, why, the law; at its end what can be done."""

    def __init__(self, words: DutyWords, group: DutyGroup, acts: DutyActs, record_words: str) -> None:
        super().__init__()
        self.setProperty("k", "duty")
        self.setObjectName(f"duty_{group.name}")
        self._words, self._group, self._acts = words, group, acts
        self._look = words.say.look
        self._form: SettleForm | None = None
        self._asked_by: Button | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(19, 10, 16, 10)
        layout.setSpacing(4)
        layout.addWidget(self._heading(record_words))
        layout.addWidget(text_label(self._look, group.duty.why.pick(self._look.language), "note", "text2"))
        layout.addWidget(self._sources())

    def _heading(self, record_words: str) -> QWidget:
        look, words = self._look, QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(text_label(look, self._words.title(self._group.duty), "answer"))
        late = self._group.first.overdue_days(self._words.today) > 0
        meta = text_label(look, self._words.meta(self._group), "note", "warn" if late else "text2")
        meta.setObjectName("duty_meta")
        column.addWidget(meta)
        return WordsAndActs(words, self._buttons(record_words), _BESIDE)

    def _buttons(self, record_words: str) -> QWidget:
        words, acts, name = self._look.words, self._acts, self._group.name
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if acts.skip is not None:
            row.addWidget(self._act(words("Not this time"), f"skip_{name}", self._ask_skip, "link"))
        if acts.done is not None:
            row.addWidget(self._act(words("It is done"), f"done_{name}", self._ask_done, "link"))
        if acts.paper is not None:
            row.addWidget(self._print(acts.paper))
        if record_words:
            row.addWidget(self._act(record_words, f"record_{name}", acts.record, "quiet"))
        return box

    def _print(self, way: PaperWay) -> Button:
        """To the paper itself, ready to be printed; which one it is the tooltip says."""
        look, name = self._look, f"print_{self._group.name}"
        accessible = named(look, way.words, self._words.title(self._group.duty))
        made = button(
            look, look.words("Print"), name, way.go, kind="link", picture="printer", accessible=accessible
        )
        made.setToolTip(way.words)
        return made

    def _act(self, said: str, name: str, do: Callable[[], object], kind: str) -> Button:
        duty, who = self._group.duty, self._words.who(self._group)
        about = " ".join(filter(None, (self._words.title(duty), who)))
        return button(self._look, said, name, do, kind=kind, accessible=named(self._look, said, about))

    def _sources(self) -> QWidget:
        duty, box = self._group.duty, QWidget()
        row = WrapRow(box, gap=8, line_gap=6)
        row.addWidget(boxed(self._look, self._words.force(duty), "badge_force"))
        for citation in duty.citations:
            row.addWidget(law_chip(self._look, self._words.bank.laws, citation, self._acts.law, _LAW_ROOM))
        return box

    # --- settling -----------------------------------------------------------------------------------

    def _ask_done(self) -> None:
        words = self._look.words
        self._unfold(
            SettleForm(
                self._words,
                words("On which day it was done"),
                DayLine(self._look, "settle_day"),
                words("Note it as done"),
                self._take_day,
                self._fold,
            ),
            f"done_{self._group.name}",
        )

    def _ask_skip(self) -> None:
        words = self._look.words
        self._unfold(
            SettleForm(
                self._words,
                words("Why it is left out this time"),
                FormLine(self._look, "settle_reason"),
                words("Leave it out this time"),
                self._take_reason,
                self._fold,
            ),
            f"skip_{self._group.name}",
        )

    def _take_day(self, text: str) -> str:
        words, day = self._look.words, typed_day(text)
        if day is None:
            return words("Write the day like 2026-12-01")
        if day > self._words.today:
            return words("That day is still to come. Write it down once it is done.")
        if self._acts.done is not None:
            self._acts.done(day)
        return ""

    def _take_reason(self, text: str) -> str:
        if not text:
            return self._look.words("Say in a few words why")
        if self._acts.skip is not None:
            self._acts.skip(text)
        return ""

    def _unfold(self, form: SettleForm, asked_by: str) -> None:
        self._drop()
        self._form, self._asked_by = form, self.findChild(Button, asked_by)
        self.layout().addWidget(form)
        form.show()
        put_behind(self._asked_by, form)
        give_focus(form.box.control)
        QTimer.singleShot(0, form, form.come_into_view)

    def _fold(self) -> None:
        self._drop()
        if self._asked_by is not None:
            give_focus(self._asked_by)

    def _drop(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
