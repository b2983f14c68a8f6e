"""A legal hold in the form of the matter that brought it, and its end: signed, with a day and a reason."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.day_edit import typed_day
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.form_field import FormField
from merchant_guard.desktop.widgets.form_lines import DayLine, FormLine
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.legal_hold import LegalHold


class HoldPart(QFrame):
    """Says what must stay; the form that ends it unfolds in its place."""

    def __init__(self, desk: Desk, say: RegisterWords, hold: LegalHold) -> None:
        super().__init__()
        self.setProperty("k", "banner_danger")
        self.setObjectName("entry_hold")
        self._desk, self._hold = desk, hold
        look, words = desk.look, desk.look.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(6)
        register = desk.ledger.registers[hold.entry.register]
        told = words("Must stay since {day}: {records}").format(
            day=hold.since.isoformat(), records=say.records(hold.concerns, register)
        )
        layout.addWidget(text_label(look, told, "body"))
        self._open = button(look, words("It is over: end the hold"), "end_hold", self._unfold, kind="link")
        layout.addWidget(self._open)
        self._form: ReleaseForm | None = None

    def _unfold(self) -> None:
        self._form = ReleaseForm(self._desk, self._hold.since, self._end, self._fold)
        self.layout().addWidget(self._form)
        self._open.hide()
        self._form.show()
        give_focus(self._form.name.control)

    def _fold(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self._open.show()
        give_focus(self._open)

    def _end(self, on: date, name: str, reason: str) -> None:
        self._desk.ledger.end_hold(self._hold, on, name, reason)
        self._desk.said.emit(self._desk.look.words("The hold has ended"))


class ReleaseForm(QWidget):
    """Who signs, on which day, and why; the first that is missing gets the focus."""

    def __init__(
        self,
        desk: Desk,
        since: date,
        on_end: Callable[[date, str, str], object],
        on_leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self._desk, self._since, self._on_end = desk, since, on_end
        look, words = desk.look, desk.look.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        self.name = FormField(look, "hold_name", words("Who signs"), FormLine(look, "hold_name"))
        self.day = FormField(look, "hold_day", words("Signed on"), DayLine(look, "hold_day"))
        self.why = FormField(
            look, "hold_why", words("Why nothing has to stay any more"), FormLine(look, "hold_why")
        )
        self.day.control.setPlaceholderText(desk.today.isoformat())
        for box in (self.name, self.day, self.why):
            layout.addWidget(box)
            box.control.returnPressed.connect(self._hand_in)
        row = QWidget()
        buttons = WrapRow(row)
        buttons.addWidget(button(look, words("Sign: the hold ends"), "hold_sign", self._hand_in))
        buttons.addWidget(button(look, words("Let it stand"), "hold_leave", on_leave, kind="link"))
        layout.addWidget(row)

    def _hand_in(self) -> None:
        name, why = (box.control.text().strip() for box in (self.name, self.why))
        day, words = typed_day(self.day.control.text()), self._desk.look.words
        about_day = ""
        if day is None:
            about_day = words("Write the day like 2026-12-01")
        elif day > self._desk.today:
            about_day = words("That day is still to come. Write it down once it is done.")
        elif day < self._since:
            about_day = words("The matter began on {day}; the day signed cannot be before it.").format(
                day=self._since.isoformat()
            )
        wrong = {
            self.name: "" if name else words("Write who signs"),
            self.day: about_day,
            self.why: "" if why else words("Write in a few words why it is over"),
        }
        for box, sentence in wrong.items():
            box.show_error(sentence)
        first = next((box for box, sentence in wrong.items() if sentence), None)
        if first is not None:
            give_focus(first.control)
        elif day is not None:
            self._on_end(day, name, why)
