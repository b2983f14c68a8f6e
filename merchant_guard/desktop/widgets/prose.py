"""Text to be read: cards with a head, paragraphs, points and pairs."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import frame, selectable_label, text_label

WIDTH = 760


class ProseCard(QWidget):
    """A card with a head; one below the other they make a page of text."""

    def __init__(self, look: Look, head: str, name: str = "") -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = frame("card")
        outer.addWidget(card)
        self.layout_ = QVBoxLayout(card)
        self.layout_.setContentsMargins(20, 16, 20, 18)
        self.layout_.setSpacing(8)
        self.layout_.addWidget(text_label(look, head, "section"))

    def say(self, text: str, tone: str = "text") -> QLabel:
        """Add a paragraph."""
        label = selectable_label(self._look, text, "body", tone)
        self.layout_.addWidget(label)
        return label

    def list(self, points: Iterable[str]) -> None:
        """Add points, each with its mark."""
        self.pairs((("•", point) for point in points), mark_width=14)

    def number(self, steps: Iterable[str]) -> None:
        """Add numbered steps."""
        self.pairs(((f"{n}.", step) for n, step in enumerate(steps, start=1)), mark_width=20, tone="primary")

    def ask(self, question: str, answer: str) -> None:
        """Add a question with its answer."""
        head = text_label(self._look, question, "answer")
        head.setContentsMargins(0, 6, 0, 0)
        self.layout_.addWidget(head)
        self.say(answer, "text2")

    def pairs(self, rows: Iterable[tuple[str, str]], mark_width: int, tone: str = "text2") -> None:
        """Add rows of a short word and what belongs to it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, mark_width)
        grid.setColumnStretch(1, 1)
        for number, (mark, text) in enumerate(rows):
            top = Qt.AlignmentFlag.AlignTop
            short = text_label(self._look, mark, "body", tone, wrap=False)
            short.setFixedHeight(self._look.line_height("body"))
            grid.addWidget(short, number, 0, top)
            grid.addWidget(selectable_label(self._look, text), number, 1)
        self.layout_.addLayout(grid)
