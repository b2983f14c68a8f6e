"""What to find out and from whom: every 不确定 with the person to ask."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.link_row import LinkRow
from merchant_guard.domain.findings import FindOut
from merchant_guard.domain.paper import QUESTION_SHEET


class ResultAsking(QFrame):
    """A press on a row leads to its question, and from there back here."""

    def __init__(self, desk: Desk, find_outs: tuple[FindOut, ...]) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("asking")
        self._desk, self._look = desk, desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 8)
        column.setSpacing(0)
        column.addLayout(self._head(len(find_outs)))
        column.addWidget(frame("rule"))
        rows = QVBoxLayout()
        rows.setContentsMargins(19, 4, 16, 0)
        rows.setSpacing(0)
        for find_out in find_outs:
            rows.addWidget(self._row(find_out))
        column.addLayout(rows)
        column.addStretch(1)

    def _head(self, count: int) -> QHBoxLayout:
        look, words = self._look, self._look.words
        row = QHBoxLayout()
        row.setContentsMargins(19, 6, 16, 6)
        title = words("1 thing to ask: whom") if count == 1 else words("{count} things to ask: whom")
        row.addWidget(text_label(look, title.format(count=count), "section"), 1)
        to_print = words("Print the question sheet")
        row.addWidget(button(look, to_print, "print_questions", self._print, kind="link", picture="printer"))
        return row

    def _print(self) -> None:
        self._desk.go_to_paper(QUESTION_SHEET.id)

    def _row(self, find_out: FindOut) -> LinkRow:
        language, question = self._look.language, find_out.question
        asked = self._desk.open_check.bank.counterparts[question.ask.who].label.pick(language)
        row = LinkRow(self._look, question.title.pick(language), asked, height=30)
        row.setObjectName(f"ask_{question.id}")
        row.clicked.connect(partial(self._open, question.id))
        return row

    def _open(self, question_id: str, _checked: bool = False) -> None:
        self._desk.walk.change_answer(question_id)
