"""Which of several open incidents is meant, or whether this is another one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.incident_words import noticed_words
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.link_row import LinkRow


class IncidentChoice(QFrame):
    """A row for each, the latest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("incident_choice")
        look, words = desk.look, desk.look.words
        say = RegisterWords(look, desk.ledger, desk.today)
        layout = column(self, (20, 16, 20, 16), 8)
        layout.addWidget(text_label(look, words("Which one is it about?"), "section"))
        for case in desk.incidents.open_ones:
            entry_id, now = case.entry.id, desk.incidents.clock()
            kind = say.name(case.entry) if case.entry.said("kind") else ""
            last = case.lines[-1].text if case.lines else words("Kind not written down yet")
            row = LinkRow(look, kind or last, noticed_words(look, case, now), "siren", 40)
            row.setObjectName(f"incident_{entry_id}")
            row.clicked.connect(lambda _checked=False, chosen=entry_id: desk.incidents.choose(chosen))
            layout.addWidget(row)
        another = words("It is another one: begin it now")
        made = button(look, another, "another_incident", desk.incidents.begin_another, picture="plus")
        layout.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
