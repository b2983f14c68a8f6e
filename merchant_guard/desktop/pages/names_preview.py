"""What was read of a list of people, before it is taken in: who is new, who is there, what stays out."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.row_model import Badge, RowModel, TableRow
from merchant_guard.desktop.widgets.row_table import RowTable, in_card
from merchant_guard.domain.registers.register import STAFF
from merchant_guard.domain.shop import StaffMember
from merchant_guard.localization.labels import label
from merchant_guard.services.read_names import NameList

MOST_ROWS = 8
"""As many rows as show at once; the others scroll."""
MOST_LINES = 3


class NamesPreview(QWidget):
    """A small table and sentences below it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look, words = desk.look, desk.look.words
        register = desk.ledger.registers[STAFF]
        heads = [register.field(name).label.pick(look.language) for name in ("name", "role", "joined")]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._model = RowModel(look, heads, words("State"), has_acts=False)
        self._table = RowTable(look, "names_table", self._model)
        self._table.setAccessibleName(words("The people in the list"))
        layout.addWidget(in_card(self._table))
        self._told = text_label(look, "", "note", "text2")
        self._told.setObjectName("names_left_out")
        layout.addWidget(self._told)

    @property
    def summary(self) -> str:
        """What was found, in sentences."""
        return self._told.accessibleName()

    def show_names(self, read: NameList) -> list[StaffMember]:
        """Show what was read; returns those who are not in the register yet."""
        book, words = self._desk.ledger.book, self._desk.look.words
        here = {person.name for person in book.staff}
        new = [
            StaffMember(person.name, person.role, person.joined)
            for person in read.people
            if person.name not in here
        ]
        rows = []
        for person in read.people:
            there = person.name in here
            role = person.role_as_written or self._role(person.role)
            badge = Badge(words("There already"), "unk") if there else Badge(words("New"), "ok")
            day = person.joined.isoformat() if person.joined else "—"
            rows.append(TableRow(person.name, (person.name, role, day), badge, faded=there))
        self._table.show_rows(rows)
        shown = min(len(rows), MOST_ROWS)
        self._table.setFixedHeight(self._table.horizontalHeader().height() + shown * self._table.row_height)
        set_text(self._desk.look, self._told, self._sentences(read, len(new)), "note")
        return new

    def _role(self, role_id: str) -> str:
        role = self._desk.open_check.bank.roles.get(role_id)
        return role.label.pick(self._desk.look.language) if role else "—"

    def _sentences(self, read: NameList, new: int) -> str:
        words, language = self._desk.look.words, self._desk.look.language
        said = [words("{count} people found, {new} of them new.").format(count=len(read.people), new=new)]
        if read.left_out:
            each = words("{what}: {count}")
            joint = "、" if language == "zh" else ", "
            parts = [
                each.format(what=label(language, "left_out", kind), count=count)
                for kind, count in read.left_out.items()
            ]
            said.append(words("Not taken down: {what}.").format(what=joint.join(parts)))
        if read.unread_days:
            told = words("{count} first day(s) could not be read; write them later.")
            said.append(told.format(count=read.unread_days))
        if read.not_understood:
            told = words("Not understood: {lines}")
            said.append(told.format(lines=" / ".join(read.not_understood[:MOST_LINES])))
        if read.other_sheets:
            said.append(words("Only the first sheet with people was read."))
        return "\n".join(said)
