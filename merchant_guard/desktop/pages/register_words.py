"""What is said of a register and its entries: names, values, how an entry stands, what can be done."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from merchant_guard.desktop.ledger import Ledger
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.row_model import Badge, TableRow
from merchant_guard.desktop.widgets.spoken import listed
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import PerEntry
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import STAFF, Field, FieldKind, Register, Value
from merchant_guard.domain.registers.standing import standing
from merchant_guard.localization.dates import month_and_day

MISSING = "—"
_DIGITS = frozenset("0123456789")


@dataclass(frozen=True)
class RegisterWords:
    """Speaks of the entries of all registers, as of a day."""

    look: Look
    ledger: Ledger
    today: date

    # --- registers ----------------------------------------------------------------------------------

    def tab(self, register: Register) -> str:
        """The short name of a register."""
        return (register.tab or register.title).pick(self.look.language)

    def add(self, register: Register) -> str:
        """The words of the button that begins an entry."""
        if register.add is not None:
            return register.add.pick(self.look.language)
        return self.look.words("Add: {what}").format(what=register.one.pick(self.look.language))

    # --- values -------------------------------------------------------------------------------------

    def value(self, field: Field, value: Value | None, empty: str = MISSING) -> str:
        """A value as it is read."""
        if value in (None, "", frozenset()):
            return empty
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, int):
            return str(value)
        if field.kind in (FieldKind.TEXT, FieldKind.NOTE):
            return " ".join(str(value).split())
        chosen = (value,) if isinstance(value, str) else value
        return self._joined(self._chosen(field, frozenset(chosen)))

    def _chosen(self, field: Field, chosen: frozenset[str]) -> list[str]:
        if field.links_to is not None:
            names = (self.name(entry) for one in chosen if (entry := self.ledger.entry(one)))
            return sorted(names)
        language = self.look.language
        return [option.label.pick(language) for option in field.options if option.id in chosen]

    def _joined(self, parts: Iterable[str]) -> str:
        return ("、" if self.look.language == "zh" else ", ").join(parts)

    def name(self, entry: Entry) -> str:
        """Which entry it is."""
        register = self.ledger.registers[entry.register]
        return self.value(register.field(register.name), entry.values.get(register.name))

    def full_name(self, entry: Entry) -> str:
        """Which entry it is, with its day where its name is only a kind of thing."""
        register = self.ledger.registers[entry.register]
        day = entry.day(register.event)
        if register.field(register.name).kind is FieldKind.TEXT or day is None:
            return self.name(entry)
        known = entry.values.get(register.name)
        name = self.name(entry) if known else register.title.pick(self.look.language)
        return f"{name} {day.isoformat()}"

    def records(self, kinds: frozenset[str], register: Register) -> str:
        """Kinds of records that a hold concerns, as the register names them."""
        if not kinds or register.holds is None:
            return self.look.words("all records of the shop")
        return self.value(register.field(register.holds.concerns), kinds)

    def day(self, day: date) -> str:
        """A day in a sentence; of another year with its year."""
        if day.year != self.today.year:
            return day.isoformat()
        return month_and_day(self.look.language, day.month, day.day)

    def short_day(self, day: date) -> str:
        """The day as a line of a list has it."""
        return self.look.words("today") if day == self.today else self.day(day)

    # --- how an entry stands ------------------------------------------------------------------------

    def near(self, entry: Entry) -> tuple[DueItem, ...]:
        """What is to be spoken of now about an entry, the most urgent first."""
        return self._near_by_entry.get(entry.id, ())

    @cached_property
    def _near_by_entry(self) -> dict[str, tuple[DueItem, ...]]:
        found: dict[str, tuple[DueItem, ...]] = {}
        for item in self.ledger.near:
            if item.entry is not None:
                found[item.entry.id] = (*found.get(item.entry.id, ()), item)
        return found

    def lacks_proof(self, entry: Entry) -> bool:
        """Whether something was done and nothing is kept that shows it."""
        register = self.ledger.registers[entry.register]
        done = register.proof is not None and entry.day(register.proof_of) is not None
        return done and not self.ledger.book.evidence.get(entry.id)

    def is_over(self, entry: Entry) -> bool:
        """Whether what it is about has ended, and nothing is to be done about it any more."""
        register = self.ledger.registers[entry.register]
        return entry.day(register.over) is not None and not self.near(entry)

    def badge(self, entry: Entry) -> Badge | None:
        """How an entry stands, in a word or two; None where there is nothing to say."""
        register, language = self.ledger.registers[entry.register], self.look.language
        if near := self.near(entry):
            return Badge(self.badge_of(near[0]), self._tone(near[0]))
        if entry.day(register.over) is not None:
            ended = register.ended or register.settled
            return Badge(ended.pick(language), "unk")
        if self.lacks_proof(entry):
            return Badge(self.look.words("Done, no proof kept yet"), "unk")
        word = standing(entry, register)
        return Badge(word.pick(language), "ok") if word else None

    def badge_of(self, item: DueItem) -> str:
        """The word for something that falls due, else by when."""
        days = (item.due - self.today).days
        if item.duty.badge is not None:
            words = item.duty.badge.pick(self.look.language)
            return words.replace("{days}", str(abs(days))).replace("{day}", self.day(item.due))
        if days < 0:
            return self.look.words("{days} day(s) late").format(days=-days)
        if days == 0:
            return self.look.words("Due today")
        return self.look.words("Due in {days} day(s)").format(days=days)

    def _tone(self, item: DueItem) -> str:
        return "danger" if item.overdue_days(self.today) else "warn"

    def act(self, entry: Entry) -> str:
        """What can be done with an entry from its row."""
        near = self.near(entry)
        if near and near[0].duty.act is not None:
            return near[0].duty.act.pick(self.look.language)
        return self.look.words("View")

    # --- rows ---------------------------------------------------------------------------------------

    def heads(self, register: Register) -> list[str]:
        """The headings of the table."""
        return [register.field(column).label.pick(self.look.language) for column in register.columns]

    def rows(self, register: Register) -> list[TableRow]:
        """The entries that count: the most urgent first, those that are over last."""
        entries = sorted(self.ledger.book.of(register.id), key=lambda entry: self._rank(register, entry))
        return [self._row(register, entry) for entry in entries]

    def _rank(self, register: Register, entry: Entry) -> tuple[object, ...]:
        near, event = self.near(entry), entry.day(register.event)
        lasts = register.over is not None
        newest = 0 if lasts or event is None else -event.toordinal()
        due = near[0].due if near else date.max
        presses = bool(near) and near[0].duty.is_pressing
        name = in_numbers_order(self.name(entry))
        return self.is_over(entry), due, not presses, not self.lacks_proof(entry), newest, name, entry.id

    def _row(self, register: Register, entry: Entry) -> TableRow:
        cells = tuple(self._cell(register, entry, column) for column in register.columns)
        return TableRow(entry.id, cells, self.badge(entry), self.act(entry), self.is_over(entry))

    def _cell(self, register: Register, entry: Entry, column: str) -> str:
        field = register.field(column)
        said = self.value(field, entry.values.get(column))
        if field.kind is FieldKind.ACT and entry.is_late(column):
            return f"{said} {self.look.words('entered later')}"
        if register.id == STAFF and column == "role":
            return self._role(register, entry, said)
        return said

    def _role(self, register: Register, entry: Entry, role: str) -> str:
        """What somebody does here, and what is out of the ordinary about it."""
        parts = [role]
        employment = entry.values.get("employment")
        if employment not in (None, "full_time"):
            parts.append(self.value(register.field("employment"), employment))
        if entry.day(register.over) is not None and register.ended is not None:
            parts.append(register.ended.pick(self.look.language))
        return " · ".join(parts)

    # --- sentences ----------------------------------------------------------------------------------

    def overdue(self, register: Register) -> DueItem | None:
        """What of a register is late the longest."""
        late = (item for item in self.ledger.items if item.overdue_days(self.today))
        return next((item for item in late if item.entry and item.entry.register == register.id), None)

    def overdue_sentence(self, item: DueItem) -> str:
        """Who or what is late with what, since when."""
        title, days = item.duty.title.pick(self.look.language), item.overdue_days(self.today)
        words = self.look.words("{what}: was due on {day}, {days} day(s) ago.")
        who = f"{self.full_name(item.entry)} · " if item.entry else ""
        return words.format(what=who + title, day=self.day(item.due), days=days)

    def said(self, parts: Sequence[str]) -> str:
        """Several words as one sentence for a screen reader."""
        return listed(self.look, *parts)


def in_numbers_order(name: str) -> list[tuple[bool, int, str]]:
    """What names are sorted by: the numbers in them count as numbers, so that 员工2 comes before 员工10."""
    parts = re.findall("[0-9]+|[^0-9]+", name)
    return [(part[0] in _DIGITS, int(part) if part[0] in _DIGITS else 0, part) for part in parts]


def settled_by(item: DueItem) -> str | None:
    """The field of its entry that settles what falls due; None where another record does."""
    return item.duty.rule.settled_by if isinstance(item.duty.rule, PerEntry) else None
