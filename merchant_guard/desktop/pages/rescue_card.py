"""The way back in with the recovery card: its sixteen groups are typed."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.card_fields import CardFields
from merchant_guard.desktop.widgets.labels import icon_label, set_text, text_label
from merchant_guard.desktop.widgets.spoken import announce


class RescueCard(QFrame):
    """What is typed stays on the desk while the page is built anew, and goes once the store is open."""

    def __init__(self, desk: Desk, *, is_first: bool) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._desk, look, words = desk, desk.look, desk.look.words
        self._opening = desk.opening
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(10)
        hint = words("Type the 16 groups of the card; each is checked as you type.")
        layout.addWidget(text_label(look, hint, "body", "text2"))
        self._fields = CardFields(look, self._opening.rescue.typed)
        self._fields.typed.connect(self._keep)
        self._fields.finished.connect(self._open)
        layout.addWidget(self._fields)
        layout.addWidget(self._problem_row())
        row = QHBoxLayout()
        kind = "primary" if is_first else ""
        self._button = button(look, words("Open the data"), "open_with_card", self._open, kind=kind)
        row.addWidget(self._button)
        row.addStretch(1)
        layout.addLayout(row)
        self._opening.changed.connect(self._show_state)
        self._show_state()

    def first_focus(self) -> QWidget:
        """The first group that is missing."""
        return self._fields.first_open()

    def _problem_row(self) -> QWidget:
        self._problem = QWidget()
        row = QHBoxLayout(self._problem)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon_label(self._desk.look, "circle-alert", 18, "danger"))
        self._problem_words = text_label(self._desk.look, "", "body", "danger")
        self._problem_words.setObjectName("card_problem")
        row.addWidget(self._problem_words, 1)
        return self._problem

    def _keep(self, groups: list[str]) -> None:
        self._opening.rescue.typed = groups

    def _open(self) -> None:
        if not self._opening.is_trying and self._fields.is_ready:
            self._opening.rescue.use_card(" ".join(self._fields.groups))

    def _show_state(self) -> None:
        words, opening = self._desk.look.words, self._opening
        said = words("Opening …") if opening.is_trying else words("Open the data")
        self._button.setText(said)
        self._button.setAccessibleName(said)
        set_text(self._desk.look, self._problem_words, opening.rescue.problem)
        self._problem.setVisible(bool(opening.rescue.problem))
        if opening.rescue.problem:
            announce(self, opening.rescue.problem, urgent=True)
