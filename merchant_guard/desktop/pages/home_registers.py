"""The registers on the home page: four cards, each with how many there are and what falls due next."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.home_duties import how_many
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.widgets.card_grid import CardGrid
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.register_card import CardText, RegisterCard
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import DutyKind
from merchant_guard.domain.registers.register import STAFF, Register
from merchant_guard.localization import mark
from merchant_guard.localization.dates import day_with_weekday

MOST = 4
ORDER = (STAFF, "accounts", "partners", "disposals", "trainings", "requests", "checks")
"""What a shop keeps most; the first four that it has use for are shown."""
_ONLY_WITH = {
    STAFF: DutyKind.TRAINING,
    "disposals": DutyKind.DESTRUCTION,
    "trainings": DutyKind.TRAINING,
}
"""Registers that only shops with such a duty need."""
_HOW_MANY = {
    STAFF: mark("{count} working here"),
    "accounts": mark("{count} in use"),
    "partners": mark("{count} working with you"),
}


class HomeRegisters(QWidget):
    """A heading and the cards; each leads to its register."""

    def __init__(self, desk: Desk, say: RegisterWords, low: bool) -> None:
        super().__init__()
        self.setObjectName("home_registers")
        look, words = desk.look, desk.look.words
        layout = column(self, (0, 0, 0, 0), 8 if low else 12)
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addWidget(text_label(look, words("Registers"), "section", wrap=False))
        told = words("Note what changes; next year’s check uses it")
        heading.addWidget(text_label(look, told, "caption", "text2"), 1)
        layout.addLayout(heading)
        cards = []
        for register in registers_of_use(desk):
            card = RegisterCard(look, card_text(_Standing(desk, say, register)), register.picture, low)
            card.setObjectName(f"register_{register.id}")
            card.clicked.connect(lambda _checked=False, one=register.id: desk.go_to_register(one))
            cards.append(card)
        layout.addWidget(CardGrid(cards, 14, look.px("body") * 13))


def registers_of_use(desk: Desk) -> Sequence[Register]:
    """The registers this shop has most use for, and any before others that holds something."""
    check, ledger = desk.open_check, desk.ledger
    facts = check.assessment.sheet.facts
    kinds = {duty.kind for duty in check.bank.duties if duty.applies_when.holds(facts)}
    found = [
        ledger.registers[one]
        for one in ORDER
        if one in ledger.registers and (ledger.book.of(one) or _ONLY_WITH.get(one) in {None, *kinds})
    ]
    return found[:MOST]


class _Standing:
    """A register with what is in it and what falls due about it."""

    def __init__(self, desk: Desk, say: RegisterWords, register: Register) -> None:
        self.desk, self.say, self.register = desk, say, register

    @property
    def due(self) -> list[DueItem]:
        """What falls due about it, the soonest first; what a hold forbids comes last."""
        return [item for item in self.desk.ledger.items if self.register.id == _register_of(item)]

    @property
    def how_many(self) -> str:
        """How many there are now, or when the last one was."""
        words, register = self.say.look.words, self.register
        entries = self.desk.ledger.book.of(register.id)
        if not entries:
            return words("Nothing noted yet")
        if register.id in _HOW_MANY:
            count = sum(entry.day(register.over) is None for entry in entries)
            return words(_HOW_MANY[register.id]).format(count=count)
        days = [day for entry in entries if (day := entry.day(register.event))]
        if not days:
            return words("Nothing noted yet")  # a record without its day says of nothing that it was done
        last = max(days)
        return words("Last time: {day}").format(day=self.day(last))

    def day(self, day: date) -> str:
        """A day with its weekday; of another year with its year."""
        if day.year != self.desk.today.year:
            return day.isoformat()
        return day_with_weekday(self.say.look.language, day)


def card_text(standing: _Standing) -> CardText:
    """The words of a card: its name, how many, what is next, and whether that is soon."""
    title = standing.say.tab(standing.register)
    return CardText(title, standing.how_many, *_next(standing))


def _next(standing: _Standing) -> tuple[str, str]:
    """What falls due next, and the tone it is said in; nothing where nothing does."""
    words, desk, due = standing.say.look.words, standing.desk, standing.due
    near = [item for item in due if item.is_near(desk.today)]
    if near:
        return _soon(standing, [item for item in near if item.duty.id == near[0].duty.id]), "warn"
    if any(item.hold is not None for item in due):
        return words("Destroy nothing for now"), "warn"
    if due:
        return words("Next time: {day}").format(day=standing.day(due[0].due)), "ok"
    has_entries = bool(desk.ledger.book.of(standing.register.id))
    return (words("Nothing to see to") if has_entries else ""), "ok"


def _soon(standing: _Standing, items: Sequence[DueItem]) -> str:
    """What one duty asks, of one entry or of several."""
    words, item = standing.say.look.words, items[0]
    if item.entry is None and not item.overdue_days(standing.desk.today):
        return words("Next time: {day}").format(day=standing.day(item.due))
    what = standing.say.badge_of(item)
    if item.entry is None:
        return what
    if len(items) == 1:
        return f"{standing.say.full_name(item.entry)} · {what}"
    return f"{how_many(words, standing.register.id, len(items))} · {what}"


def _register_of(item: DueItem) -> str | None:
    return item.entry.register if item.entry is not None else item.duty.register
