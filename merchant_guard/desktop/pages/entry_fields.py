"""The fields of an entry: shown as the register has them, saved as they are filled in."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.entry_controls import Asked, Control, Options, make_control
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.form_field import FormField
from merchant_guard.domain.private_details import private_details
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import STAFF, Field, FieldKind, Register, Value
from merchant_guard.localization.labels import label

Write = Callable[[Field, Value | None], object]


class EntryFields(QObject):
    """Makes a box for each field and keeps it to what is written; `write` takes what somebody fills in."""

    touched = Signal()

    def __init__(self, desk: Desk, say: RegisterWords, entry: Entry, write: Write, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._say, self._entry, self._write = desk, say, entry, write
        self.register: Register = desk.ledger.registers[entry.register]
        self.boxes: dict[str, FormField] = {}
        self._controls: dict[str, Control] = {}
        self._hidden: set[str] = set()
        self._first_act = next((f.id for f in self.register.fields if f.kind is FieldKind.ACT), "")
        for field in self.register.fields:
            self._make(field)
        self.refresh(entry)

    @property
    def controls(self) -> Mapping[str, Control]:
        """The controls by their fields."""
        return self._controls

    def _make(self, field: Field) -> None:
        look = self._desk.look
        label = field.label.pick(look.language)
        asked = Asked(look, field, label, self._options(field), self._desk.today)
        control = make_control(asked)
        box = FormField(look, field.id, label, control.focus, control.holder)
        control.written.connect(partial(self._on_written, field))
        control.refused.connect(box.show_error)
        control.left.connect(partial(self._on_left, field))
        self.boxes[field.id], self._controls[field.id] = box, control

    def _options(self, field: Field) -> Options:
        """What can be chosen; of people those who work here, and whoever is chosen already."""
        if field.links_to is None:
            language = self._desk.look.language
            return [(option.id, option.label.pick(language)) for option in field.options]
        chosen, ledger = self._entry.chosen(field.id), self._desk.ledger
        over = ledger.registers[field.links_to].over
        entries = [one for one in ledger.book.of(field.links_to) if one.day(over) is None or one.id in chosen]
        return sorted(((one.id, self._say.name(one)) for one in entries), key=lambda pair: pair[1])

    # --- what is filled in --------------------------------------------------------------------------

    def _on_written(self, field: Field, value: Value | None) -> None:
        self.boxes[field.id].show_error("")
        self._write(field, value)
        self.touched.emit()

    def _on_left(self, field: Field) -> None:
        """Who leaves a field empty that has to be filled in is told so, once there is a record at all."""
        is_kept = self._entry.id in self._desk.ledger.book.entries
        if is_kept and field.required and field.id not in self._entry.values:
            self._tell_missing(field)

    def take(self) -> None:
        """Hand in what is typed and not handed in yet."""
        for control in self._controls.values():
            control.take()

    def tell_missing(self) -> bool:
        """Say under their labels what still has to be filled in; whether anything has."""
        missing = [field for field in self.register.fields if field.required]
        missing = [field for field in missing if field.id not in self._entry.values]
        for field in missing:
            self._tell_missing(field)
        if missing:
            give_focus(self.boxes[missing[0].id].control)
        return bool(missing)

    def _tell_missing(self, field: Field) -> None:
        words = self._desk.look.words("Still to be filled in: {what}")
        self.boxes[field.id].show_error(words.format(what=field.label.pick(self._desk.look.language)))

    # --- what is shown ------------------------------------------------------------------------------

    def hide(self, field_id: str, hidden: bool) -> None:
        """Keep a field back that is not to be thought of yet."""
        (self._hidden.add if hidden else self._hidden.discard)(field_id)
        self._show_asked()

    def refresh(self, entry: Entry) -> None:
        """Show what is written now, and what is asked because of it."""
        self._entry = entry
        for field in self.register.fields:
            self._controls[field.id].show(entry.values.get(field.id))
            self._show_notes(field)
        self._show_asked()

    def _show_asked(self) -> None:
        for field in self.register.fields:
            asked = field.asked_when is None or self._entry.matches(field.asked_when)
            is_shown = asked and field.id not in self._hidden
            box = self.boxes[field.id]
            if box.parentWidget() is not None or not is_shown:  # shown without a parent it would be a window
                box.setVisible(is_shown)

    def _show_notes(self, field: Field) -> None:
        """The hint; for what somebody did, also when it was written down."""
        words, entry, today = self._desk.look.words, self._entry, self._desk.today
        hint = field.hint.pick(self._desk.look.language) if field.hint else ""
        if warning := self._warning(field):
            self.boxes[field.id].show_below(warning, "warn")
            return
        if field.kind is not FieldKind.ACT:
            self.boxes[field.id].show_below(hint)
            return
        written = entry.written_on(field.id)
        late = entry.is_late(field.id)
        said = words("Written down on {day}").format(day=written.isoformat()) if late and written else ""
        if field.id == self._first_act:
            said = words("This is entered on {day}; what is entered later is marked so.").format(
                day=(written or today).isoformat()
            )
        self.boxes[field.id].show_below(_sentences(self._desk.look.language, hint, said))
        self.boxes[field.id].show_mark(words("entered later") if late else "")

    def _warning(self, field: Field) -> str:
        """What has no place in typed words; it is told, and nothing is held up."""
        if field.kind not in (FieldKind.TEXT, FieldKind.NOTE):
            return ""
        found = private_details(self._entry.said(field.id))
        return label(self._desk.look.language, "private_detail", next(iter(found))) if found else ""

    def is_person(self) -> bool:
        """Whether the entry is about somebody who works here."""
        return self.register.id == STAFF


def _sentences(language: str, *parts: str) -> str:
    """Several sentences after one another; a hint that has no full stop gets one."""
    said = [part for part in parts if part]
    if len(said) < 2:
        return "".join(said)
    stop, gap = ("。", "") if language == "zh" else (".", " ")
    ended = [part if part[-1] in "。.！!？?" else part + stop for part in said[:-1]]
    return gap.join([*ended, said[-1]])
