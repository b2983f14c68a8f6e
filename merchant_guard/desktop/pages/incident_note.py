"""A line for the log of an incident: words, and when it was; or only when it was noticed."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.incident_words import clock_words, typed_moment
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.form_field import FormField
from merchant_guard.desktop.widgets.form_lines import LONGEST_NOTE, FormLine, NoteBox
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.private_warning import PrivateWarning
from merchant_guard.desktop.widgets.wrap_row import WrapRow


class IncidentNote(QWidget):
    """`done` comes when it was written or put away; what is typed meanwhile lies on the desk."""

    done = Signal()

    def __init__(self, desk: Desk, asks_words: bool) -> None:
        super().__init__()
        self.setObjectName("incident_note")
        self._desk = desk
        look, words = desk.look, desk.look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 8)
        column.setSpacing(8)
        self._words: FormField | None = None
        if asks_words:
            self._box = NoteBox(look, "note_words", desk.incidents.note)
            self._box.textChanged.connect(self._remember)
            self._words = FormField(look, "note_words", words("What was seen, done, said"), self._box)
            column.addWidget(self._words)
            column.addWidget(PrivateWarning(look, self._box))
        said = words("At what time") if asks_words else words("Noticed at what time")
        self._time = FormField(look, "note_time", said, FormLine(look, "note_time"))
        self._time.control.setPlaceholderText(
            words("now, {time}").format(time=clock_words(desk.incidents.clock()))
            if asks_words
            else words("like 14:06, or 11-29 14:06")
        )
        self._time.control.returnPressed.connect(self._hand_in)
        column.addWidget(self._time)
        row = QWidget()
        buttons = WrapRow(row)
        buttons.addWidget(button(look, words("Keep this line"), "note_write", self._hand_in))
        buttons.addWidget(button(look, words("Leave it"), "note_leave", self._leave, kind="link"))
        column.addWidget(row)
        told = words("Lines are never changed: who was wrong writes another one.")
        column.addWidget(text_label(look, told, "caption", "text2"))
        self.setFocusProxy(self._box if asks_words else self._time.control)

    def _remember(self) -> None:
        self._desk.incidents.note = self._box.toPlainText()

    def _leave(self) -> None:
        if self._words is not None:
            self._desk.incidents.note = ""
        self.done.emit()

    def _hand_in(self) -> None:
        words, now = self._desk.look.words, self._desk.incidents.clock()
        typed = self._time.control.text().strip()
        moment = typed_moment(typed, now) if typed else None
        self._time.show_error(self._wrong_time(typed, moment, now))
        if self._words is None:
            if moment is not None and not self._time.error:
                self._desk.incidents.put_right_when(moment)
                self.done.emit()
            else:
                give_focus(self._time.control)
            return
        text = self._box.toPlainText().strip()[:LONGEST_NOTE]
        self._words.show_error("" if text else words("Write in a few words what it was"))
        if not text:
            give_focus(self._box)
        elif self._time.error:
            give_focus(self._time.control)
        else:
            self._desk.incidents.write(text, moment)
            self.done.emit()

    def _wrong_time(self, typed: str, moment: datetime | None, now: datetime) -> str:
        words = self._desk.look.words
        if moment is None and (typed or self._words is None):
            return words("Write the time like 14:06; for another day 11-29 14:06")
        if moment is not None and moment > now:
            return words("That time is still to come. Write when it was.")
        return ""
