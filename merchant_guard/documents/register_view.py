"""A register in plain words of one language: what its paper and its spreadsheet are made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from merchant_guard.domain.due import DueItem
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Field, FieldKind, Register, Value
from merchant_guard.domain.registers.standing import standing
from merchant_guard.localization import Language, translator

Plain = str | int | date
"""Words, a count or a day, as they are shown; empty words where nothing is written."""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column: the field it shows, and what stands over it."""

    id: str
    title: str
    kind: FieldKind


@dataclass(frozen=True, slots=True)
class CellView:
    """What stands in a field. For a day on which something was done also when it was written down."""

    value: Plain = ""
    written_on: date | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class RowView:
    """An entry.

    `cells` go by field; `status` is how it stands, empty where that is not known; `struck_on` is the day on
    which it was crossed out.
    """

    name: str
    cells: Mapping[str, CellView]
    entered_on: date
    status: str
    files: int
    struck_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """Something that stood in an entry and was changed later. `at` is the time on the clock of the shop."""

    name: str
    field: str
    before: Plain
    after: Plain
    at: datetime


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A register: those of its columns that its table shows first, and the entries by the day they are about.

    `struck` are the entries that were crossed out, `changes` the corrections of all of them.
    """

    title: str
    columns: tuple[ColumnView, ...]
    in_table: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    struck: tuple[RowView, ...]
    changes: tuple[ChangeView, ...]


def register_view(
    book: Book,
    registers: Mapping[str, Register],
    register_id: str,
    language: Language,
    near: Sequence[DueItem] | None = None,
) -> RegisterView:
    """Put a register into words. Raises KeyError.

    `near` is what is to be done about entries; where it is not known, no entry says that all is well.
    """
    words = RegisterWords(book, registers, language)
    register = registers[register_id]
    counting, struck = book.of(register_id), book.struck_of(register_id)
    columns = {field.id: words.column(field) for field in register.fields}
    return RegisterView(
        title=register.title.pick(language),
        columns=tuple(columns.values()),
        in_table=tuple(columns[field_id] for field_id in register.columns),
        rows=tuple(words.row(entry, register, near) for entry in _by_day(counting, register)),
        struck=tuple(words.row(entry, register, None) for entry in _by_day(struck, register)),
        changes=tuple(words.changes((*counting, *struck), register)),
    )


class RegisterWords:
    """What stands in entries, in one language."""

    def __init__(self, book: Book, registers: Mapping[str, Register], language: Language) -> None:
        self._book, self._registers, self._language = book, registers, language
        words = translator(language)
        self._between, self._gone = words(", "), words("(no longer there)")

    def column(self, field: Field) -> ColumnView:
        """The column of a field."""
        return ColumnView(field.id, field.label.pick(self._language), field.kind)

    def row(self, entry: Entry, register: Register, near: Sequence[DueItem] | None) -> RowView:
        """An entry."""
        return RowView(
            name=self.name(entry),
            cells={field.id: self.cell(entry, field) for field in register.fields},
            entered_on=entry.entered_on,
            status="" if entry.struck or near is None else self.status(entry, register, near),
            files=len(self._book.evidence.get(entry.id, ())),
            struck_on=entry.struck.at.date() if entry.struck else None,
            reason=entry.struck.reason if entry.struck else "",
        )

    def cell(self, entry: Entry, field: Field) -> CellView:
        """What stands in a field of an entry."""
        value = self.plain(entry.values.get(field.id), field)
        if field.kind is not FieldKind.ACT:
            return CellView(value)
        return CellView(value, entry.written_on(field.id), entry.is_late(field.id))

    def name(self, entry: Entry) -> str:
        """Which entry it is."""
        register = self._registers[entry.register]
        name = self.plain(entry.values.get(register.name), register.field(register.name))
        return name.isoformat() if isinstance(name, date) else str(name)

    def status(self, entry: Entry, register: Register, near: Sequence[DueItem]) -> str:
        """What is most urgent about it, else that it is over, or that nothing is to be done."""
        badges = (item.duty.badge for item in near if item.entry is not None and item.entry.id == entry.id)
        word = next((badge for badge in badges if badge), None) or standing(entry, register)
        return word.pick(self._language) if word else ""

    def changes(self, entries: Iterable[Entry], register: Register) -> Iterator[ChangeView]:
        """What was changed in entries after it had been written, the oldest first."""
        made = [(change, entry) for entry in entries for change in entry.corrections]
        for change, entry in sorted(made, key=lambda one: one[0].at):
            field = register.field(change.field)
            yield ChangeView(
                name=self.name(entry),
                field=field.label.pick(self._language),
                before=self.plain(change.before, field),
                after=self.plain(change.after, field),
                at=change.at.replace(tzinfo=None),
            )

    def plain(self, value: Value | None, field: Field) -> Plain:
        """A value as it is shown."""
        if value is None:
            return ""
        if isinstance(value, int | date):
            return value
        chosen = frozenset((value,)) if isinstance(value, str) else value
        if field.kind in (FieldKind.CHOICE, FieldKind.MANY):
            known = [option.label.pick(self._language) for option in field.options if option.id in chosen]
        elif field.kind in (FieldKind.LINK, FieldKind.LINKS):
            known = [self.name(entry) for key, entry in self._book.entries.items() if key in chosen]
        else:
            return str(value)
        return self._between.join([*known, *[self._gone] * (len(chosen) - len(known))])


def _by_day(entries: Iterable[Entry], register: Register) -> list[Entry]:
    """Entries by the day they are about; those without one by the day they were entered."""
    return sorted(entries, key=lambda entry: entry.day(register.event) or entry.entered_on)
