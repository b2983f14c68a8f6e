"""常见误传: what is told about the law and is wrong, folded under one head."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.panels.law_chip import Laws, OpenLaw, law_chip
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.fold import Fold
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.misconception import Misconception
from merchant_guard.domain.question_bank import QuestionBank

_LAW_ROOM = 300
"""Pixels for the name of a law."""
_SIGN = 18
_GAP = 10


class MisconceptionsCard(QWidget):
    """A card like the others of the page. `open_law` is called with the article of a chip."""

    def __init__(self, look: Look, bank: QuestionBank, open_law: OpenLaw) -> None:
        super().__init__()
        self.setObjectName("misconceptions")
        self._look, self._bank, self._open_law = look, bank, open_law
        words = look.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = frame("card")
        outer.addWidget(card)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(6, 6, 6, 6)
        count = words("{count} of them").format(count=len(bank.misconceptions))
        inner.addWidget(
            Fold(look, "fold_misconceptions", words("Often told, and wrong"), count, self._content)
        )

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 6, 14, 12)
        column.setSpacing(10)
        for number, one in enumerate(self._bank.misconceptions):
            if number:
                column.addWidget(frame("rule"))
            column.addWidget(MisconceptionText(self._look, self._bank.laws, one, self._open_law))
        return content


class MisconceptionText(QWidget):
    """A claim with its cross, what is true, and the articles that say so."""

    def __init__(self, look: Look, laws: Laws, told: Misconception, open_law: OpenLaw) -> None:
        super().__init__()
        self.setObjectName(f"misconception_{told.id}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        claim = QHBoxLayout()
        claim.setSpacing(_GAP)
        cross = icon_label(look, "x", _SIGN, "danger")
        cross.setFixedHeight(look.line_height("answer"))
        claim.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        wrong = text_label(look, told.claim.pick(look.language), "answer")
        wrong.setAccessibleName(look.words("Wrong: {claim}").format(claim=wrong.accessibleName()))
        claim.addWidget(wrong, 1)
        column.addLayout(claim)
        below = QVBoxLayout()
        below.setContentsMargins(_SIGN + _GAP, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(text_label(look, told.truth.pick(look.language)))
        chips = QWidget()
        row = WrapRow(chips, gap=8, line_gap=6)
        for citation in told.citations:
            row.addWidget(law_chip(look, laws, citation, open_law, _LAW_ROOM))
        below.addWidget(chips)
        column.addLayout(below)
